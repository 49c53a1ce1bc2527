import { sentence } from '#core/domain_error'
import { visible } from '#identity/access/visible'
import type { OgcCollection } from '#registry/ogc/collection'
import { property, UNIT } from '#registry/ogc/collections/parts'
import { leaving } from '#registry/ogc/collections/assets'

/** Rights of occupation that were approved, at the point of their asset. */
export const leases: OgcCollection = {
  id: 'leases',
  title: sentence('عقود الإيجار والتراخيص', 'Leases and licences'),
  description: sentence(
    'حقوق الإيجار والترخيص والانتفاع المعتمدة، في موضع الأصل.',
    'Approved leases, licences and usufructs, at the point of their asset.'
  ),
  permission: 'registry.rights.read',
  geometry: {
    type: 'Point',
    longitude: 'assets.longitude',
    latitude: 'assets.latitude',
    cell: 'assets.cell',
  },
  key: 'rights.id',
  time: { from: 'rights.valid_from', to: 'COALESCE(rights.ended_on, rights.valid_to)' },
  properties: [
    property('right_no', 'string', 'rights.right_no', 'رقم الحق', 'Right number'),
    property('kind', 'string', 'rights.kind', 'نوع الحق', 'Kind of right'),
    property('status', 'string', 'rights.status', 'الحالة', 'State'),
    property('valid_from', 'date', 'rights.valid_from', 'من', 'From'),
    property('valid_to', 'date', 'rights.valid_to', 'إلى (لا يشمله)', 'To (exclusive)'),
    property('ended_on', 'date', 'rights.ended_on', 'انتهى قبل موعده في', 'Ended early on'),
    property('billing', 'string', 'rights.billing', 'دورية السداد', 'Billing'),
    property(
      'period_amount',
      'money',
      'rights.period_amount',
      'قيمة الفترة بالجنيه',
      'Amount of a period in EGP'
    ),
    property('slot_no', 'integer', 'rights.slot_no', 'رقم المكان', 'Slot'),
    property('activity', 'string', 'rights.activity', 'النشاط', 'Activity'),
    property('party', 'string', 'p.name', 'صاحب الحق', 'Holder'),
    property('asset_id', 'integer', 'assets.id', 'رقم الأصل', 'Asset id'),
    property('asset_code', 'string', 'assets.code', 'كود الأصل', 'Asset code'),
    property('asset_name', 'string', 'assets.name', 'الأصل', 'Asset'),
    property('class', 'string', 'k.code', 'كود النوع', 'Class code'),
    ...UNIT,
  ],
  rows(trx, reader) {
    const query = trx
      .from('rights')
      .join('assets', 'assets.id', 'rights.asset_id')
      .leftJoin('asset_classes as k', 'k.id', 'assets.class_id')
      .leftJoin('units as u', 'u.id', 'rights.unit_id')
      .leftJoin('parties as p', 'p.id', 'rights.party_id')
      .whereIn('rights.kind', ['lease', 'licence', 'usufruct'])
      .whereNot('rights.status', 'draft')
    return visible(leaving(query, reader), reader, 'registry.rights.read', 'rights.unit_id')
  },
}
