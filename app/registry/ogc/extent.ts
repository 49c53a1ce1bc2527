import type { Reader } from '#identity/access/visible'
import type { OgcCollection } from '#registry/ogc/collection'
import { looking } from '#registry/ogc/read'

/** Where and when the features of a layer lie; null ends are open. */
export interface Extent {
  bbox: [number, number, number, number] | null
  interval: [string | null, string | null]
}

/** How long an extent is told again before it is looked for anew. */
const FRESH_MS = 60_000
const MOST_KEPT = 500
const kept = new Map<string, { at: number; extent: Promise<Extent> }>()

/**
 * Where and when the features lie that this person may see. To know it every one of them is looked at,
 * so people who see the same units share one answer for a minute.
 */
export function extentOf(collection: OgcCollection, reader: Reader): Promise<Extent> {
  const scope = [collection.permission, 'registry.assets.read', 'registry.restricted.read'] as const
  const units = scope.map((permission) => String(reader.unitIds(permission)))
  const key = `${collection.id} ${units.join(' ')}`
  const known = kept.get(key)
  if (known && Date.now() - known.at < FRESH_MS) return known.extent
  const extent = readExtent(collection, reader)
  kept.delete(key)
  kept.set(key, { at: Date.now(), extent })
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
  extent.catch(() => kept.delete(key))
  return extent
}

function readExtent(collection: OgcCollection, reader: Reader): Promise<Extent> {
  return looking(async (trx) => {
    const query = collection.rows(trx, reader)
    const raw = (sql: string) => query.client.raw(sql)
    const { geometry, time } = collection
    const [x, y] =
      geometry.type === 'Point'
        ? [
            [geometry.longitude, geometry.longitude],
            [geometry.latitude, geometry.latitude],
          ]
        : corners(geometry.column)
    void query.select(
      raw(`MIN(${x[0]}) AS west`),
      raw(`MIN(${y[0]}) AS south`),
      raw(`MAX(${x[1]}) AS east`),
      raw(`MAX(${y[1]}) AS north`)
    )
    if (time) {
      const [from, to] = 'moment' in time ? [time.moment, time.moment] : [time.from, time.to]
      void query.select(raw(`MIN(${from}) AS since`), raw(`MAX(${to}) AS until`))
    }
    const row: Record<string, any> = (await query.first()) ?? {}
    return {
      bbox:
        row.west === null || row.west === undefined
          ? null
          : [Number(row.west), Number(row.south), Number(row.east), Number(row.north)],
      interval: [momentText(row.since), momentText(row.until)],
    }
  })
}

/** The lower left and upper right corner of a shape, as longitudes and as latitudes. */
function corners(column: string): [[string, string], [string, string]] {
  const corner = (axis: 'X' | 'Y', n: 1 | 3) =>
    `ST_${axis}(ST_PointN(ST_ExteriorRing(ST_Envelope(${column})), ${n}))`
  return [
    [corner('X', 1), corner('X', 3)],
    [corner('Y', 1), corner('Y', 3)],
  ]
}

function momentText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  const day = String(value).slice(0, 10)
  // The last day there is stands for an open end.
  return day.startsWith('9999') ? null : `${day}T00:00:00Z`
}
