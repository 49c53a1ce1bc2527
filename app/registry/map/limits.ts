import type { Reader } from '#identity/access/visible'
import { today } from '#core/days'
import type { Locale } from '#core/domain_error'
import { fromDb, type Area } from '#registry/geo/shape'
import { pixelAt, simplified } from '#registry/geo/simplify'
import { boxWkb } from '#registry/ogc/narrow'
import type { Box } from '#registry/ogc/question'
import { looking } from '#registry/ogc/read'
import { visible } from '#identity/access/visible'

/** The limit of a unit as a map draws it. */
export interface DrawnLimit {
  unitId: number
  name: string
  shape: Area
}

const MOST = 200
/** Simplified limits by row and zoom; a row never changes. */
const drawn = new Map<string, Area>()
const KEPT = 2000

/** The limits of the person's units that meet a window, no finer than a pixel of the zoom. */
export function limitsIn(
  { box, zoom }: { box: Box; zoom: number },
  reader: Reader,
  locale: Locale
): Promise<DrawnLimit[]> {
  return looking(async (trx) => {
    const query = trx
      .from('unit_limits as l')
      .join('units', 'units.id', 'l.unit_id')
      .whereRaw('MBRIntersects(l.shape, ST_GeomFromWKB(?))', [boxWkb(box)] as never[])
      .whereRaw(
        'l.valid_from = (SELECT MAX(x.valid_from) FROM unit_limits x WHERE x.unit_id = l.unit_id AND x.valid_from <= ?)',
        [today()]
      )
      .select('l.id', 'l.unit_id', `units.name_${locale} as name`)
      .limit(MOST)
    const rows = await visible(query, reader, 'registry.assets.read', 'units.id')
    const keyOf = (id: number) => `${id} ${zoom}`
    const missing = rows.map((row) => Number(row.id)).filter((id) => !drawn.has(keyOf(id)))
    if (missing.length > 0) {
      const shapes = await trx
        .from('unit_limits')
        .whereIn('id', missing)
        .select('id', trx.raw('ST_AsBinary(shape) AS shape'))
      if (drawn.size > KEPT) drawn.clear()
      for (const { id, shape } of shapes) {
        const whole = fromDb(shape) as Area
        drawn.set(keyOf(Number(id)), simplified(whole, pixelAt(zoom), 6) ?? whole)
      }
    }
    return rows.map((row) => ({
      unitId: Number(row.unit_id),
      name: row.name,
      shape: drawn.get(keyOf(Number(row.id)))!,
    }))
  })
}
