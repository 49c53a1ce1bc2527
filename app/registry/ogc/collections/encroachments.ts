import { sentence } from '#core/domain_error'
import { visible, type Reader } from '#identity/access/visible'
import type { OgcCollection } from '#registry/ogc/collection'

/** Cases of encroachment with the ground they are about; those on strategic land do not leave (R28). */
export const encroachments: OgcCollection = {
  id: 'encroachments',
  title: sentence('التعديات', 'Encroachments'),
  description: sentence(
    'حالات التعدي على أملاك الدولة بحدودها وحالتها، دون بيانات الحائز.',
    'Cases of encroachment on State property with their ground and state, without the occupier.'
  ),
  permission: 'registry.encroachments.read',
  geometry: { type: 'MultiPolygon', column: 'x.shape' },
  key: 'c.id',
  time: { from: 'c.detected_on', to: "COALESCE(c.closed_on, '9999-12-31')" },
  properties: [
    {
      name: 'case_no',
      type: 'string',
      sql: 'c.case_no',
      title: sentence('رقم الحالة', 'Case number'),
    },
    { name: 'episode', type: 'integer', sql: 'c.episode', title: sentence('المرة', 'Episode') },
    { name: 'status', type: 'string', sql: 'c.status', title: sentence('الحالة', 'State') },
    { name: 'status_since', type: 'date', sql: 'c.status_since', title: sentence('منذ', 'Since') },
    {
      name: 'deadline_on',
      type: 'date',
      sql: 'c.deadline_on',
      title: sentence('آخر موعد للخطوة', 'Deadline of the step'),
    },
    { name: 'source', type: 'string', sql: 'c.source', title: sentence('مصدر الرصد', 'Source') },
    { name: 'kind', type: 'string', sql: 'c.kind', title: sentence('نوع التعدي', 'Kind') },
    { name: 'ground', type: 'string', sql: 'c.ground', title: sentence('طبيعة الأرض', 'Ground') },
    {
      name: 'area_m2',
      type: 'number',
      sql: 'c.area_m2',
      title: sentence('المساحة بالمتر المربع', 'Area in m²'),
    },
    {
      name: 'detected_on',
      type: 'date',
      sql: 'c.detected_on',
      title: sentence('رُصد في', 'Detected on'),
    },
    {
      name: 'closed_on',
      type: 'date',
      sql: 'c.closed_on',
      title: sentence('أُقفل في', 'Closed on'),
    },
    {
      name: 'asset_id',
      type: 'integer',
      sql: 'c.asset_id',
      title: sentence('رقم الأصل', 'Asset id'),
    },
    {
      name: 'asset_code',
      type: 'string',
      sql: 'a.code',
      title: sentence('كود الأصل', 'Asset code'),
    },
    { name: 'unit', type: 'string', sql: 'u.code', title: sentence('كود الوحدة', 'Unit code') },
    {
      name: 'unit_ar',
      type: 'string',
      sql: 'u.name_ar',
      title: sentence('الوحدة المحلية', 'Unit in Arabic'),
    },
    {
      name: 'unit_en',
      type: 'string',
      sql: 'u.name_en',
      title: sentence('الوحدة بالإنجليزية', 'Unit in English'),
    },
  ],
  rows(trx, reader) {
    const query = trx
      .from('encroachment_cases as c')
      .leftJoin('encroachment_shapes as x', 'x.case_id', 'c.id')
      .leftJoin('units as u', 'u.id', 'c.unit_id')
      .leftJoin('assets as a', 'a.id', 'c.asset_id')
      .whereRaw(`(a.id IS NULL OR ${isOpen('a', reader)})`)
      .whereRaw(
        `NOT EXISTS (SELECT 1 FROM encroachment_assets ea JOIN assets b ON b.id = ea.asset_id
          WHERE ea.case_id = c.id AND NOT ${isOpen('b', reader)})`
      )
    return visible(query, reader, 'registry.encroachments.read', 'c.unit_id')
  },
}

/** Whether an asset is open to a person: no strategic one, restricted ones where he is trusted. */
function isOpen(alias: string, reader: Reader): string {
  const units = reader.unitIds('registry.restricted.read')
  const trusted =
    units === 'all' ? '' : ` AND ${alias}.unit_id IN (${units.map(Number).join(',') || '0'})`
  return `(${alias}.security_class = 'normal' OR (${alias}.security_class = 'restricted'${trusted}))`
}
