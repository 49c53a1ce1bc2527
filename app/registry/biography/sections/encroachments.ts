import db from '@adonisjs/lucid/services/db'
import { tabular } from '#registry/biography/tabular'
import { CASE_TONES } from '#registry/encroachments/lists/cases_list'
import { CLOSED } from '#registry/encroachments/life'

/** التعديات: every case on the asset's ground, open and closed, with what its use was charged. */
export const section = tabular({
  key: 'encroachments',
  permission: 'registry.encroachments.read',
  async load(assetId, reader) {
    const query = db
      .from('encroachment_assets as l')
      .join('encroachment_cases as c', 'c.id', 'l.case_id')
      .where('l.asset_id', assetId)
      .where('c.detected_on', '<=', reader.on)
    if (reader.known) void query.where('c.created_at', '<=', reader.known)
    const rows: Record<string, any>[] = await query
      .orderBy('c.detected_on', 'desc')
      .select('c.id', 'c.case_no', 'c.status', 'c.kind', 'c.occupier_name', 'c.unit_id')
      .select('c.detected_on', 'c.closed_on', 'l.shared_area_m2')
      .select(db.from('usage_accruals').whereRaw('case_id = c.id').sum('amount').as('charged'))
    const open = rows.filter(({ status }) => !CLOSED.includes(status))
    const { t } = reader.words
    return {
      notes: open.length
        ? [
            {
              tone: 'danger' as const,
              text: t('registry.cases.open_on_asset', { count: open.length }),
            },
          ]
        : [],
      tables: [
        {
          columns: [
            { key: 'case_no', label: 'registry.cases.case_no', weight: 3 },
            {
              key: 'status',
              label: 'registry.cases.state',
              texts: 'registry.cases.states',
              tones: CASE_TONES,
              weight: 3,
            },
            {
              key: 'kind',
              label: 'registry.cases.fields.kind',
              texts: 'registry.cases.values.kind',
              weight: 2,
            },
            { key: 'occupier_name', label: 'registry.cases.fields.occupier_name', weight: 3 },
            {
              key: 'detected_on',
              label: 'registry.cases.fields.detected_on',
              type: 'day',
              weight: 2,
            },
            { key: 'closed_on', label: 'registry.cases.closed_on', type: 'day', weight: 2 },
            { key: 'shared_area_m2', label: 'registry.cases.shared', type: 'decimal', weight: 2 },
            { key: 'charged', label: 'registry.cases.accrued', type: 'money', weight: 2 },
          ],
          rows: rows.map((row) => ({
            ...row,
            url: reader.can('registry.encroachments.read', Number(row.unit_id))
              ? `/registry/encroachments/${row.id}`
              : null,
          })),
          empty: 'registry.cases.none_on_asset',
        },
      ],
    }
  },
})
