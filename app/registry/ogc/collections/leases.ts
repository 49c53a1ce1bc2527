import { sentence } from '#core/domain_error'
import { visible } from '#identity/access/visible'
import type { OgcCollection } from '#registry/ogc/collection'
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
    {
      name: 'right_no',
      type: 'string',
      sql: 'rights.right_no',
      title: sentence('رقم الحق', 'Right number'),
    },
    {
      name: 'kind',
      type: 'string',
      sql: 'rights.kind',
      title: sentence('نوع الحق', 'Kind of right'),
    },
    { name: 'status', type: 'string', sql: 'rights.status', title: sentence('الحالة', 'State') },
    { name: 'valid_from', type: 'date', sql: 'rights.valid_from', title: sentence('من', 'From') },
    {
      name: 'valid_to',
      type: 'date',
      sql: 'rights.valid_to',
      title: sentence('إلى (لا يشمله)', 'To (exclusive)'),
    },
    {
      name: 'ended_on',
      type: 'date',
      sql: 'rights.ended_on',
      title: sentence('انتهى قبل موعده في', 'Ended early on'),
    },
    {
      name: 'billing',
      type: 'string',
      sql: 'rights.billing',
      title: sentence('دورية السداد', 'Billing'),
    },
    {
      name: 'period_amount',
      type: 'money',
      sql: 'rights.period_amount',
      title: sentence('قيمة الفترة بالجنيه', 'Amount of a period in EGP'),
    },
    {
      name: 'slot_no',
      type: 'integer',
      sql: 'rights.slot_no',
      title: sentence('رقم المكان', 'Slot'),
    },
    {
      name: 'activity',
      type: 'string',
      sql: 'rights.activity',
      title: sentence('النشاط', 'Activity'),
    },
    { name: 'party', type: 'string', sql: 'p.name', title: sentence('صاحب الحق', 'Holder') },
    {
      name: 'asset_id',
      type: 'integer',
      sql: 'assets.id',
      title: sentence('رقم الأصل', 'Asset id'),
    },
    {
      name: 'asset_code',
      type: 'string',
      sql: 'assets.code',
      title: sentence('كود الأصل', 'Asset code'),
    },
    { name: 'asset_name', type: 'string', sql: 'assets.name', title: sentence('الأصل', 'Asset') },
    { name: 'class', type: 'string', sql: 'k.code', title: sentence('كود النوع', 'Class code') },
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
