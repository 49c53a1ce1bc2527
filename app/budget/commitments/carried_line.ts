import type { FiscalYear } from '#core/fiscal'
import type { Trx } from '#core/within'
import { openLine } from '#budget/balances/open_line'
import type { CarriedPlace } from '#budget/commitments/carry_rules'
import { yearNotOpen } from '#budget/commitments/carry_errors'

/** Where a line stands, as the rules of carrying over ask. */
export async function placeOf(lineId: number, trx: Trx): Promise<CarriedPlace> {
  const [[row]] = await trx.rawQuery(
    `SELECT COALESCE(b.code, c.code) AS chapter, f.code AS fund FROM budget_lines l
     JOIN budget_codes c ON c.id = l.code_id LEFT JOIN budget_codes b ON b.id = c.chapter_id
     JOIN budget_codes f ON f.id = l.fund_id WHERE l.id = ?`,
    [lineId]
  )
  return row as CarriedPlace
}

/**
 * The line of the same key in the budget of the next year, which runs by then.
 * @throws NotCarriedError
 */
export async function nextLineOf(lineId: number, next: FiscalYear, trx: Trx): Promise<number> {
  const [[line]] = await trx.rawQuery(
    `SELECT l.*, n.id AS next_budget FROM budget_lines l JOIN budgets b ON b.id = l.budget_id
     LEFT JOIN budgets n ON n.unit_id = b.unit_id AND n.fiscal_year = ? AND n.status IN ('provisional', 'open')
     WHERE l.id = ?`,
    [next.label, lineId]
  )
  if (!line.next_budget) throw yearNotOpen(next)
  return openLine(
    {
      budgetId: Number(line.next_budget),
      unitId: line.unit_id,
      fiscalYear: next.label,
      codeId: line.code_id,
      fundId: line.fund_id,
      functionId: line.function_id,
      programmeId: line.programme_id,
    },
    trx
  )
}
