import type { Reader } from '#identity/access/visible'
import { leaving } from '#registry/ogc/collections/assets'
import { looking } from '#registry/ogc/read'

/** Where the map opens: the place it was asked for, else all that the person may see. */
export async function firstView(
  asked: unknown,
  reader: Reader
): Promise<{ at?: [number, number, number]; box?: [number, number, number, number] }> {
  const [lon, lat, zoom = 17] = String(asked ?? '')
    .split(',')
    .map(Number)
  const isPlace = [lon, lat, zoom].every((value) => Number.isFinite(value))
  if (asked && isPlace) return { at: [lon!, lat!, zoom] }
  const box = await looking(async (trx) => {
    const row = await leaving(trx.from('assets'), reader)
      .where('assets.is_current', 1)
      .whereNotNull('assets.cell')
      .select(trx.raw('MIN(cell) AS first, MAX(cell) AS last'))
      .select(trx.raw('MIN(cell MOD 100000) AS west, MAX(cell MOD 100000) AS east'))
      .first()
    if (!row || row.first === null) return undefined
    const south = Math.floor(row.first / 100_000)
    const north = Math.floor(row.last / 100_000) + 1
    return [row.west / 100, south / 100, (Number(row.east) + 1) / 100, north / 100] as [
      number,
      number,
      number,
      number,
    ]
  })
  return box ? { box } : {}
}
