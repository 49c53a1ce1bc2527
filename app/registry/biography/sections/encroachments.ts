import { tabular } from '#registry/biography/tabular'
import { CASE_TONES } from '#registry/encroachments/lists/cases_list'
import { CLOSED } from '#registry/encroachments/life'
import { casesAsOf } from '#registry/encroachments/queries/cases_as_of'

/**
 * التعديات: every case on the asset's ground as it stood on the chosen day, with what its use was charged
 * until then.
 */
export const section = tabular({
  key: 'encroachments',
  permission: 'registry.encroachments.read',
  async load(assetId, reader) {
    const rows = await casesAsOf(assetId, reader)
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
            { key: 'caseNo', label: 'registry.cases.case_no', weight: 3 },
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
            { key: 'occupierName', label: 'registry.cases.fields.occupier_name', weight: 3 },
            {
              key: 'detectedOn',
              label: 'registry.cases.fields.detected_on',
              type: 'day',
              weight: 2,
            },
            { key: 'closedOn', label: 'registry.cases.closed_on', type: 'day', weight: 2 },
            { key: 'sharedM2', label: 'registry.cases.shared', type: 'decimal', weight: 2 },
            { key: 'charged', label: 'registry.cases.accrued', type: 'money', weight: 2 },
          ],
          rows: rows.map((row) => ({
            ...row,
            url: reader.can('registry.encroachments.read', row.unitId)
              ? `/registry/encroachments/${row.id}`
              : null,
          })),
          empty: 'registry.cases.none_on_asset',
        },
      ],
    }
  },
})
