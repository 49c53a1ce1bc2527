import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { tabular } from '#registry/biography/tabular'

/** Months shown of charges; the list of charges shows all. */
const SHOWN = 36

/** المال: what was due from it, what was collected, and what is late. */
export const section = tabular({
  key: 'money',
  permission: 'revenue.charges.read',
  async load(assetId, reader, asset) {
    const [[totals], charges, receipts] = await Promise.all([
      many(
        `SELECT COUNT(*) AS counted, SUM(c.amount) AS due, SUM(COALESCE(d.matched, 0)) AS paid,
           SUM(IF(c.due_on < ?, c.amount - COALESCE(d.matched, 0), 0)) AS late
         FROM charges c LEFT JOIN dispositions d ON d.kind = 'charge' AND d.fact_id = c.id
         WHERE c.asset_id = ? AND c.status <> 'cancelled' AND c.due_on <= ?`,
        [today(), assetId, reader.on]
      ),
      many(
        `SELECT c.id, c.payment_ref, c.period, c.due_on, c.amount, d.matched, p.name AS party,
           IF(c.status = 'cancelled', 'cancelled', COALESCE(d.disposition, 'not_reconciled')) AS state
         FROM charges c LEFT JOIN dispositions d ON d.kind = 'charge' AND d.fact_id = c.id
         LEFT JOIN parties p ON p.id = c.party_id
         WHERE c.asset_id = ? AND c.due_on <= ? ORDER BY c.due_on DESC, c.id DESC LIMIT ${SHOWN}`,
        [assetId, reader.on]
      ),
      reader.can('accounts.receipts.read', asset.unitId)
        ? many(
            `SELECT r.id, CONCAT(b.book_no, '/', r.number) AS number, r.received_on, r.payer_name, r.method,
               SUM(x.amount) AS amount
             FROM charges c JOIN allocations x ON x.charge_id = c.id JOIN receipts r ON r.id = x.receipt_id
             JOIN receipt_books b ON b.id = r.book_id
             WHERE c.asset_id = ? AND r.is_void = 0 AND r.received_on <= ?
             GROUP BY r.id, b.book_no, r.number, r.received_on, r.payer_name, r.method
             ORDER BY r.received_on DESC, r.id DESC LIMIT ${SHOWN}`,
            [assetId, reader.on]
          )
        : [],
    ])
    if (Number(totals!.counted) === 0) {
      return { tables: [{ columns: [], rows: [], empty: 'registry.money.none' }] }
    }
    return {
      facts: [
        { label: 'registry.money.due', value: totals!.due, type: 'money' },
        { label: 'registry.money.paid', value: totals!.paid, type: 'money' },
        { label: 'registry.money.late', value: totals!.late, type: 'money' },
      ],
      tables: [
        {
          title: 'registry.money.charges',
          columns: [
            { key: 'payment_ref', label: 'revenue.charges.payment_ref', weight: 3 },
            { key: 'period', label: 'revenue.charges.period', type: 'month', weight: 2 },
            { key: 'due_on', label: 'revenue.charges.due_on', type: 'day', weight: 2 },
            { key: 'party', label: 'registry.rights.party', weight: 3 },
            {
              key: 'state',
              label: 'revenue.charges.state',
              texts: 'revenue.charges.states',
              weight: 2,
            },
            { key: 'amount', label: 'revenue.charges.amount', type: 'money', weight: 2 },
            { key: 'matched', label: 'revenue.charges.paid', type: 'money', weight: 2 },
          ],
          rows: charges.map((row) => ({ ...row, url: `/papers/charges/${row.id}` })),
          empty: 'registry.money.none',
        },
        ...(receipts.length > 0
          ? [
              {
                title: 'registry.money.receipts',
                columns: [
                  { key: 'number', label: 'accounts.receipts.number', weight: 3 },
                  {
                    key: 'received_on',
                    label: 'accounts.receipts.received_on',
                    type: 'day' as const,
                    weight: 2,
                  },
                  { key: 'payer_name', label: 'accounts.receipts.payer', weight: 4 },
                  {
                    key: 'method',
                    label: 'accounts.receipts.method',
                    texts: 'accounts.receipts.methods',
                    weight: 2,
                  },
                  {
                    key: 'amount',
                    label: 'accounts.receipts.amount',
                    type: 'money' as const,
                    weight: 2,
                  },
                ],
                rows: receipts.map((row) => ({ ...row, url: `/papers/receipts/${row.id}` })),
                empty: 'registry.money.none',
              },
            ]
          : []),
      ],
    }
  },
})

async function many(sql: string, values: unknown[]): Promise<Record<string, any>[]> {
  const [rows] = await db.rawQuery(sql, values as string[])
  return rows
}
