import { sentence } from '#core/domain_error'
import { visible, type Reader } from '#identity/access/visible'
import type { OgcCollection } from '#registry/ogc/collection'
import { property, UNIT } from '#registry/ogc/collections/parts'

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
    property('case_no', 'string', 'c.case_no', 'رقم الحالة', 'Case number'),
    property('episode', 'integer', 'c.episode', 'المرة', 'Episode'),
    property('status', 'string', 'c.status', 'الحالة', 'State'),
    property('status_since', 'date', 'c.status_since', 'منذ', 'Since'),
    property('deadline_on', 'date', 'c.deadline_on', 'آخر موعد للخطوة', 'Deadline of the step'),
    property('source', 'string', 'c.source', 'مصدر الرصد', 'Source'),
    property('kind', 'string', 'c.kind', 'نوع التعدي', 'Kind'),
    property('ground', 'string', 'c.ground', 'طبيعة الأرض', 'Ground'),
    property('area_m2', 'number', 'c.area_m2', 'المساحة بالمتر المربع', 'Area in m²'),
    property('detected_on', 'date', 'c.detected_on', 'رُصد في', 'Detected on'),
    property('closed_on', 'date', 'c.closed_on', 'أُقفل في', 'Closed on'),
    property('asset_id', 'integer', 'c.asset_id', 'رقم الأصل', 'Asset id'),
    property('asset_code', 'string', 'a.code', 'كود الأصل', 'Asset code'),
    ...UNIT,
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
