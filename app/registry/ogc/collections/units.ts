import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import { visible } from '#identity/access/visible'
import type { OgcCollection } from '#registry/ogc/collection'

/** The person's units with the limits that hold today. */
export const units: OgcCollection = {
  id: 'units',
  title: sentence('الوحدات المحلية', 'Local units'),
  description: sentence(
    'الوحدات التي تراها وحدودها السارية اليوم.',
    'The units you see, with the limits that hold today.'
  ),
  permission: 'registry.assets.read',
  geometry: { type: 'MultiPolygon', column: 'l.shape' },
  key: 'units.id',
  properties: [
    { name: 'code', type: 'string', sql: 'units.code', title: sentence('الكود', 'Code') },
    { name: 'kind', type: 'string', sql: 'units.kind', title: sentence('النوع', 'Kind') },
    {
      name: 'name_ar',
      type: 'string',
      sql: 'units.name_ar',
      title: sentence('الاسم', 'Name in Arabic'),
    },
    {
      name: 'name_en',
      type: 'string',
      sql: 'units.name_en',
      title: sentence('الاسم بالإنجليزية', 'Name in English'),
    },
    {
      name: 'parent_id',
      type: 'integer',
      sql: 'units.parent_id',
      title: sentence('الوحدة الأعلى', 'Unit above'),
    },
    {
      name: 'limit_from',
      type: 'date',
      sql: 'l.valid_from',
      title: sentence('الحدود سارية من', 'Limits hold from'),
    },
    {
      name: 'limit_source',
      type: 'string',
      sql: 'l.source',
      title: sentence('مصدر الحدود', 'Source of the limits'),
    },
    {
      name: 'limit_area_m2',
      type: 'number',
      sql: 'l.area_m2',
      title: sentence('المساحة بالمتر المربع', 'Area in m²'),
    },
  ],
  rows(trx, reader) {
    const day = today()
    const query = trx.from('units').joinRaw(
      `LEFT JOIN unit_limits l ON l.unit_id = units.id AND l.valid_from =
           (SELECT MAX(x.valid_from) FROM unit_limits x WHERE x.unit_id = units.id AND x.valid_from <= ?)`,
      [day]
    )
    return visible(query, reader, 'registry.assets.read', 'units.id')
  },
}
