import type { Locale } from '#core/domain_error'
import { NotFoundError } from '#identity/errors'
import type { Reader } from '#identity/access/visible'
import { bbox, fromDb, type Shape } from '#registry/geo/shape'
import { leaving } from '#registry/ogc/collections/assets'
import { looking } from '#registry/ogc/read'

/** What the map tells of one asset when it is pointed at, and its outline to draw over. */
export interface MapAsset {
  id: number
  code: string
  name: string
  class: string
  unit: string
  area: string | null
  life: string
  shape: Shape | null
  box: [number, number, number, number] | null
}

/** @throws NotFoundError also for a strategic asset, which no map shows */
export function mapAsset(id: number, reader: Reader, locale: Locale): Promise<MapAsset> {
  return looking(async (trx) => {
    const row = await leaving(trx.from('assets'), reader)
      .join('asset_classes as k', 'k.id', 'assets.class_id')
      .join('units as u', 'u.id', 'assets.unit_id')
      .leftJoin('asset_shapes as s', 's.asset_id', 'assets.id')
      .where('assets.id', id)
      .select('assets.id', 'assets.code', 'assets.name', 'assets.area_m2', 'assets.life_status')
      .select(`k.name_${locale} as class`, `u.name_${locale} as unit`)
      .select(trx.raw('ST_AsBinary(s.shape) AS shape, assets.longitude, assets.latitude'))
      .first()
    if (!row) throw new NotFoundError()
    const point: Shape | null =
      row.latitude === null
        ? null
        : { type: 'Point', coordinates: [Number(row.longitude), Number(row.latitude)] }
    const shape = row.shape === null ? point : fromDb(row.shape)
    return {
      id: Number(row.id),
      code: row.code,
      name: row.name,
      class: row.class,
      unit: row.unit,
      area: row.area_m2,
      life: row.life_status,
      shape,
      box: shape && bbox(shape),
    }
  })
}
