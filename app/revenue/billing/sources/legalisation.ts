import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { Day } from '#core/days'
import type { BillSource, Entitlement, Source } from '#revenue/billing/entitlement'

/**
 * رسوم التقنين وثمنه: the examination and inspection fees of a file from the day it was filed, and the
 * price from the day of its contract. Files carried over paid their fees before.
 */
export const legalisation: Source = async ({ unitId, month, trx }) => {
  const [rows] = await trx.rawQuery(
    `SELECT f.id, f.portal_no, f.status, f.filed_on, f.exam_fee, f.inspection_fee, f.tariff, f.contract_no, f.contract_on,
       f.contract_amount, f.paid_on, COALESCE(f.asset_id, k.asset_id) AS asset_id, k.party_id
     FROM legalisation_files f LEFT JOIN encroachment_cases k ON k.id = f.case_id
     WHERE f.unit_id = ? AND f.filed_on <= ? ORDER BY f.id`,
    [unitId, month.last]
  )
  return (rows as Record<string, any>[]).flatMap((row) => {
    const fees = row.tariff ?? row.portal_no
    const owed = [
      due(row, 'examination', 'EXAMINE', row.exam_fee, row.filed_on, fees),
      due(row, 'inspection', 'INSPECT', row.inspection_fee, row.filed_on, fees),
    ]
    // A contract given up before it was paid is owed no more.
    const stands = row.status === 'active' || row.paid_on !== null
    if (row.contract_on && row.contract_on <= month.last && stands) {
      const basis = `عقد التقنين ${row.contract_no}`
      owed.push(due(row, 'price', 'SALE-INST', row.contract_amount, row.contract_on, basis))
    }
    return owed.filter((one) => one !== null)
  })
}

function due(
  row: Record<string, any>,
  source: BillSource,
  head: string,
  amount: string | null,
  on: Day,
  basis: string
): Entitlement | null {
  if (amount === null || !Money.of(amount).isPositive()) return null
  return {
    source,
    sourceId: Number(row.id),
    period: Month.containing(on),
    amount: Money.of(amount),
    days: null,
    head,
    assetId: row.asset_id,
    partyId: row.party_id,
    dueFrom: on,
    basis,
  }
}
