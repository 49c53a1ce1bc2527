import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { Source } from '#revenue/billing/entitlement'

/** أقساط البيع: the instalments of disposals that fall due by the end of the billing month, each on its day. */
export const instalments: Source = async ({ unitId, month, trx }) => {
  const [rows] = await trx.rawQuery(
    `SELECT i.id, i.number, i.due_on, i.amount, d.asset_id, d.awarded_party_id, d.number AS disposal_no, d.fiscal_year
     FROM disposal_instalments i JOIN disposals d ON d.id = i.disposal_id
     WHERE d.unit_id = ? AND d.status IN ('instalments', 'titled', 'closed') AND i.due_on <= ? ORDER BY i.id`,
    [unitId, month.last]
  )
  return (rows as Record<string, any>[]).map((row) => ({
    source: 'instalment',
    sourceId: Number(row.id),
    period: Month.containing(row.due_on),
    amount: Money.of(row.amount),
    days: null,
    head: 'SALE-INST',
    assetId: row.asset_id,
    partyId: row.awarded_party_id,
    dueFrom: row.due_on,
    basis: `التصرف ${row.disposal_no}/${row.fiscal_year} — القسط ${row.number}`,
  }))
}
