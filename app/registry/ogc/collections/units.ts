import { sentence } from '#core/domain_error'
import { visible } from '#identity/access/visible'
import type { OgcCollection } from '#registry/ogc/collection'
import { property, withLimits } from '#registry/ogc/collections/parts'

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
    property('code', 'string', 'units.code', 'الكود', 'Code'),
    property('kind', 'string', 'units.kind', 'النوع', 'Kind'),
    property('name_ar', 'string', 'units.name_ar', 'الاسم', 'Name in Arabic'),
    property('name_en', 'string', 'units.name_en', 'الاسم بالإنجليزية', 'Name in English'),
    property('parent_id', 'integer', 'units.parent_id', 'الوحدة الأعلى', 'Unit above'),
    property('limit_from', 'date', 'l.valid_from', 'الحدود سارية من', 'Limits hold from'),
    property('limit_source', 'string', 'l.source', 'مصدر الحدود', 'Source of the limits'),
    property('limit_area_m2', 'number', 'l.area_m2', 'المساحة بالمتر المربع', 'Area in m²'),
  ],
  rows(trx, reader) {
    const query = withLimits(trx.from('units'), 'units.id')
    return visible(query, reader, 'registry.assets.read', 'units.id')
  },
}
