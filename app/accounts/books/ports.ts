import { formatDay } from '#core/days'
import { sentence } from '#core/domain_error'
import type { FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { unreconciledBankMonths } from '#accounts/books/bank_months'
import type { ObstacleLine } from '#accounts/books/obstacles/obstacle'

interface Asked {
  unitId: number
  year: FiscalYear
}

/**
 * What the closing of a year asks of other parts of the accounts, read from their tables; a part that keeps
 * them otherwise fills its port.
 */
export interface BooksPorts {
  /** Advances paid by the end of the year and not accounted for in full, with what is still open. */
  openAdvances(asked: Asked, trx: Trx): Promise<ObstacleLine[]>
  /** Months of bank accounts of the unit that are not reconciled, with what is unexplained in each. */
  unreconciledBankMonths(asked: Asked, trx: Trx): Promise<ObstacleLine[]>
}

export const booksPorts: BooksPorts = {
  openAdvances,
  unreconciledBankMonths,
}

async function openAdvances({ unitId, year }: Asked, trx: Trx): Promise<ObstacleLine[]> {
  const [rows] = await trx.rawQuery(
    `SELECT id, number, fiscal_year, holder_name, due_on, open_amount FROM advances
     WHERE unit_id = ? AND status = 'paid' AND paid_on <= ? ORDER BY fiscal_year, number`,
    [unitId, year.last]
  )
  return rows.map((row: Record<string, string>) => ({
    number: `${row.number}/${row.fiscal_year}`,
    about: sentence(
      `${row.holder_name}: تسوى قبل ${formatDay(row.due_on!, 'ar')}`,
      `${row.holder_name}: to be settled by ${formatDay(row.due_on!, 'en')}`
    ),
    amount: Money.of(row.open_amount!),
    url: `/accounts/advances/${row.id}`,
  }))
}
