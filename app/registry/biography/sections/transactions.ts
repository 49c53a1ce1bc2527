import db from '@adonisjs/lucid/services/db'
import { tabular } from '#registry/biography/tabular'

/** المعاملات: what was asked for it, decided or not, with its decision and its two persons. */
export const section = tabular({
  key: 'transactions',
  permission: 'registry.assets.read',
  async load(assetId) {
    const [rows] = await db.rawQuery(
      `SELECT t.id, CONCAT(t.number, ' / ', t.fiscal_year) AS number, t.kind, t.status, t.effective_on,
         t.decision_no, m.full_name AS made_by, d.full_name AS decided_by
       FROM (SELECT DISTINCT transaction_id FROM transaction_assets WHERE asset_id = ?) x
       JOIN register_transactions t ON t.id = x.transaction_id
       LEFT JOIN users m ON m.id = t.made_by LEFT JOIN users d ON d.id = t.decided_by
       ORDER BY t.id DESC LIMIT 100`,
      [assetId]
    )
    if (rows.length === 0) return null
    return {
      tables: [
        {
          columns: [
            { key: 'number', label: 'registry.transactions.number', weight: 3 },
            {
              key: 'kind',
              label: 'registry.transactions.kind',
              texts: 'registry.transactions.kinds',
              weight: 3,
            },
            {
              key: 'status',
              label: 'registry.transactions.status',
              texts: 'registry.transactions.statuses',
              tones: {
                approved: 'success',
                proposed: 'info',
                scheduled: 'warning',
                refused: 'danger',
                withdrawn: 'neutral',
              },
              weight: 2,
            },
            {
              key: 'effective_on',
              label: 'registry.transactions.effective_on',
              type: 'day',
              weight: 2,
            },
            { key: 'decision_no', label: 'registry.transactions.decision_no', weight: 2 },
            { key: 'made_by', label: 'registry.transactions.made_by', weight: 3 },
            { key: 'decided_by', label: 'registry.transactions.decided_by', weight: 3 },
          ],
          rows: (rows as Record<string, any>[]).map((row) => ({
            ...row,
            url: `/registry/transactions/${row.id}`,
          })),
          empty: 'registry.transactions.none',
        },
      ],
    }
  },
})
