import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import type { LayerQuery, OgcProperty } from '#registry/ogc/collection'

/** An attribute of a layer with its name in both languages. */
export const property = (
  name: string,
  type: OgcProperty['type'],
  sql: string,
  ar: string,
  en: string
): OgcProperty => ({ name, type, sql, title: sentence(ar, en) })

/** The unit of a feature, from `units` joined as `u`. */
export const UNIT: readonly OgcProperty[] = [
  property('unit', 'string', 'u.code', 'كود الوحدة', 'Unit code'),
  property('unit_ar', 'string', 'u.name_ar', 'الوحدة المحلية', 'Unit in Arabic'),
  property('unit_en', 'string', 'u.name_en', 'الوحدة بالإنجليزية', 'Unit in English'),
]

/** Joins the limits that hold today of the unit in a column, as `l`. */
export function withLimits(query: LayerQuery, unitId: string): LayerQuery {
  return query.joinRaw(
    `LEFT JOIN unit_limits l ON l.unit_id = ${unitId} AND l.valid_from =
       (SELECT MAX(x.valid_from) FROM unit_limits x WHERE x.unit_id = ${unitId} AND x.valid_from <= ?)`,
    [today()]
  )
}
