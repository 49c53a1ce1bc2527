import { sentence } from '#core/domain_error'
import { Month, type FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import BankReconciliation from '#accounts/models/bank_reconciliation'
import type { ObstacleLine } from '#accounts/books/obstacles/obstacle'

const NOT_MADE = sentence('لم تُعد مذكرة تسويتها', 'its reconciliation is not made')

/**
 * Months in which an expenditure account of a unit moved, by its statement or by an executed order, and whose
 * reconciliation statement (مذكرة التسوية) is not closed by two; each with the difference it shows.
 */
export async function unreconciledBankMonths(
  { unitId, year }: { unitId: number; year: FiscalYear },
  trx: Trx
): Promise<ObstacleLine[]> {
  const [rows] = await trx.rawQuery(
    `SELECT b.id AS account_id, b.account_no, b.name_ar, b.name_en, m.month, r.id, r.status, r.difference
     FROM (
       SELECT bank_account_id, DATE_FORMAT(booked_on, '%Y-%m-01') AS month FROM bank_lines
       WHERE unit_id = ? AND booked_on BETWEEN ? AND ?
       UNION
       SELECT bank_account_id, DATE_FORMAT(answered_on, '%Y-%m-01') FROM payment_orders
       WHERE unit_id = ? AND status = 'executed' AND answered_on BETWEEN ? AND ?
     ) m JOIN bank_accounts b ON b.id = m.bank_account_id AND b.purpose = 'expenditure'
     LEFT JOIN bank_reconciliations r ON r.bank_account_id = m.bank_account_id AND r.month = m.month
     WHERE r.status IS NULL OR r.status <> 'closed' ORDER BY b.account_no, m.month`,
    [unitId, year.first, year.last, unitId, year.first, year.last] as string[]
  )
  return rows.map((row: Record<string, string>): ObstacleLine => {
    const month = Month.containing(row.month!)
    const state = row.id
      ? BankReconciliation.stateNames[row.status as keyof typeof BankReconciliation.stateNames]
      : NOT_MADE
    return {
      number: `${row.account_no} / ${month}`,
      about: sentence(
        `${row.name_ar}، ${month.label('ar')}: ${state.ar}`,
        `${row.name_en || row.name_ar}, ${month.label('en')}: ${state.en}`
      ),
      amount: row.difference ? Money.of(row.difference).abs() : null,
      url: row.id
        ? `/accounts/banking/reconciliations/${row.id}`
        : `/accounts/banking/reconciliations/create?bank_account_id=${row.account_id}&month=${month}`,
    }
  })
}
