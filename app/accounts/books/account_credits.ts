import { FiscalYear, type Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import type { AccountCredit } from '#accounts/books/papers/account_tables'

/** Where payments of codes without an account of their own are charged. */
const USES = 'INT-USES'

/**
 * What the budget of a unit gives the accounts of the chart by the end of a month: appropriations with what
 * was moved and added. Uses whose code has no account in the chart stand on the account of uses; resources
 * only where their code names an account.
 */
export async function accountCredits(
  { unitId, month, side }: { unitId: number; month: Month; side: 'use' | 'resource' },
  { trx }: { trx: Pick<Trx, 'rawQuery'> }
): Promise<AccountCredit[]> {
  const [rows] = await trx.rawQuery(
    `SELECT a.code, a.name_ar, a.name_en, SUM(m.appropriated) AS amount
     FROM budget_lines l JOIN budget_codes k ON k.id = l.code_id
     JOIN budget_movements m ON m.line_id = l.id AND m.effective_on <= ?
     LEFT JOIN ledger_accounts own ON own.code = k.account_code AND own.is_postable = 1
     JOIN ledger_accounts a ON a.code = COALESCE(own.code, IF(l.side = 'use', '${USES}', NULL))
     WHERE l.unit_id = ? AND l.fiscal_year = ? AND l.side = ?
     GROUP BY a.code, a.name_ar, a.name_en ORDER BY a.code`,
    [month.last, unitId, FiscalYear.containing(month.first).label, side] as string[]
  )
  return rows.map((row: Record<string, string>) => ({
    ...{ code: row.code!, nameAr: row.name_ar!, nameEn: row.name_en! },
    amount: Money.of(row.amount!),
  }))
}
