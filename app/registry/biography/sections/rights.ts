import db from '@adonisjs/lucid/services/db'
import { tabular } from '#registry/biography/tabular'
import { STATE_TONES } from '#registry/rights/lists/parts'

/** الحقوق والإشغال: who had which right on the asset, who was there, by the day the page speaks of. */
export const section = tabular({
  key: 'rights',
  title: 'registry.rights.section',
  permission: 'registry.rights.read',
  actions: [
    {
      label: 'registry.rights.new',
      icon: 'plus',
      permission: 'registry.rights.manage',
      url: ({ id }) => `/registry/rights/create?asset=${id}`,
    },
    {
      label: 'registry.rights.occupancy.new',
      icon: 'building-store',
      permission: 'registry.rights.manage',
      url: ({ id }) => `/registry/occupancies/create?asset=${id}`,
    },
  ],
  async load(assetId, { on, known }) {
    // As known then: what was recorded later is left out.
    const recorded = known ? 'AND x.created_at <= ?' : ''
    const values = known ? [assetId, on, known] : [assetId, on]
    const [rights] = await db.rawQuery(
      `SELECT x.id, x.right_no, x.kind, x.status, x.valid_from, COALESCE(x.ended_on, x.valid_to) - INTERVAL 1 DAY AS valid_until,
         x.period_amount, x.slot_no, p.name AS party FROM rights x JOIN parties p ON p.id = x.party_id
       WHERE x.asset_id = ? AND x.valid_from <= ? ${recorded} ORDER BY x.valid_from DESC, x.id DESC LIMIT 200`,
      values as string[]
    )
    const [occupancies] = await db.rawQuery(
      `SELECT x.occupant_name, x.slot_no, x.valid_from, NULLIF(x.valid_to, '9999-12-31') AS valid_until,
         x.activity, x.evidence, r.right_no FROM occupancies x LEFT JOIN rights r ON r.id = x.right_id
       WHERE x.asset_id = ? AND x.valid_from <= ? ${recorded} ORDER BY x.valid_from DESC, x.id DESC LIMIT 200`,
      values as string[]
    )
    const day = { type: 'day' } as const
    return {
      tables: [
        {
          columns: [
            { key: 'right_no', label: 'registry.rights.right_no', weight: 2 },
            { key: 'kind', label: 'registry.rights.kind', texts: 'registry.rights.kinds' },
            { key: 'party', label: 'registry.rights.party', weight: 3 },
            { key: 'slot_no', label: 'registry.rights.slot_no' },
            { key: 'valid_from', label: 'registry.rights.valid_from', ...day },
            { key: 'valid_until', label: 'registry.rights.valid_until', ...day },
            { key: 'period_amount', label: 'registry.rights.period_amount', type: 'money' },
            {
              key: 'status',
              label: 'registry.rights.status',
              texts: 'registry.rights.statuses',
              tones: STATE_TONES,
            },
          ],
          rows: rights.map((row: { id: number }) => ({
            ...row,
            url: `/registry/rights/${row.id}`,
          })),
          empty: 'registry.rights.none_on_asset',
        },
        {
          title: 'registry.rights.occupancy.title',
          columns: [
            { key: 'occupant_name', label: 'registry.rights.occupancy.occupant', weight: 3 },
            { key: 'slot_no', label: 'registry.rights.slot_no' },
            { key: 'valid_from', label: 'registry.rights.occupancy.since', ...day },
            { key: 'valid_until', label: 'registry.rights.occupancy.until', ...day },
            { key: 'right_no', label: 'registry.rights.right_no' },
            { key: 'evidence', label: 'registry.rights.occupancy.evidence', weight: 3 },
          ],
          rows: occupancies,
          empty: 'registry.rights.occupancy.empty',
        },
      ],
    }
  },
})
