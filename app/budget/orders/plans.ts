import { FiscalYear, type Month } from '#core/fiscal'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { settingAt } from '#core/settings'
import type { Trx } from '#core/within'
import { CARRIED, OWN_CREDIT } from '#budget/balances/carried'
import { openLine } from '#budget/balances/open_line'
import type Budget from '#budget/models/budget'
import { OrderLinesError } from '#budget/plan/errors'

export interface OrderLineInput {
  lineId: number
  amount: Money
}

/** Into how many parts a year's credit is released; babs named by their codes may differ. */
export interface ReleasePlan {
  parts: number
  chapters?: Readonly<Record<string, number>>
}

/** What is to be released of a line in all, part by part: its year's own credit, beside what was carried. */
export function releasedByPart(appropriated: Money, carried: Money, parts: number): Money[] {
  let due = carried
  return appropriated
    .subtract(carried)
    .split(parts)
    .map((part) => (due = due.add(part)))
}

/** How credit is given before the law: a part of the year's credit for each of so many months. */
interface ProvisionalRule {
  basis: 'previous_year'
  parts: number
}

/**
 * What every line of uses lacks to what the plan has released by the end of this month. It counts from
 * what the line has now: virements, supplements and releases beside the plan are taken into account.
 */
export async function releaseByPlan(
  budget: Budget,
  month: Month,
  trx: Trx
): Promise<OrderLineInput[]> {
  const index = monthOf(budget, month)
  const { id, unitId } = budget
  const plan = await settingAt<ReleasePlan>('budget.release.plan', { on: month.first, unitId, trx })
  const [rows] = await trx.rawQuery(
    `SELECT l.id, COALESCE(h.code, c.code) AS chapter, b.appropriated, b.released, ${CARRIED} AS carried FROM budget_lines l
     JOIN budget_balances b ON b.line_id = l.id JOIN budget_codes c ON c.id = l.code_id
     LEFT JOIN budget_codes h ON h.id = c.chapter_id
     WHERE l.budget_id = ? AND l.side = 'use' ORDER BY l.id`,
    [id]
  )
  type Row = { id: number } & Record<'chapter' | 'appropriated' | 'released' | 'carried', string>
  return (rows as Row[])
    .map((row) => {
      const parts = plan.chapters?.[row.chapter] ?? plan.parts
      const [appropriated, carried] = [Money.of(row.appropriated), Money.of(row.carried)]
      const target = releasedByPart(appropriated, carried, parts)[dueParts(index, parts) - 1]!
      return { lineId: Number(row.id), amount: target.subtract(Money.of(row.released)) }
    })
    .filter(({ amount }) => amount.isPositive())
}

/** How many of the parts are due by the end of the year's month of this index, from 0. */
export const dueParts = (index: number, parts: number) => Math.ceil(((index + 1) * parts) / 12)

/**
 * The twelfth of a month while the law is late: for each line of uses of the year before, its part of
 * what it had of its own at that year's end, whether commitments were carried over by then or not. The lines of the new year are made where they are missing.
 */
export async function twelfthOf(budget: Budget, month: Month, trx: Trx): Promise<OrderLineInput[]> {
  const index = monthOf(budget, month)
  const { id: budgetId, unitId, fiscalYear } = budget
  const rule = await settingAt<ProvisionalRule>('budget.provisional.rule', {
    on: month.first,
    unitId,
    trx,
  })
  if (index >= rule.parts) return []
  const [rows] = await trx.rawQuery(
    `SELECT l.unit_id AS unitId, l.code_id AS codeId, l.fund_id AS fundId, l.function_id AS functionId,
       l.programme_id AS programmeId, ${OWN_CREDIT} AS own FROM budgets y
     JOIN budget_lines l ON l.budget_id = y.id AND l.side = 'use'
     JOIN budget_balances b ON b.line_id = l.id
     WHERE y.unit_id = ? AND y.fiscal_year = ? HAVING own > 0 ORDER BY l.id`,
    [unitId, FiscalYear.of(fiscalYear).previous().label]
  )
  const lines: OrderLineInput[] = []
  for (const { own, ...axes } of rows) {
    const amount = Money.of(own).split(rule.parts)[index]!
    if (!amount.isPositive()) continue
    lines.push({ lineId: await openLine({ ...axes, budgetId, fiscalYear }, trx), amount })
  }
  return lines
}

/** Place of the month in the budget's year, from 0. @throws OrderLinesError */
function monthOf({ fiscalYear }: Budget, month: Month): number {
  const index = FiscalYear.of(fiscalYear).months.findIndex((one) => one.equals(month))
  if (index === -1) {
    throw new OrderLinesError(
      sentence(
        `شهر ${month.label('ar')} ليس من السنة المالية ${fiscalYear}.`,
        `${month.label('en')} is not in the fiscal year ${fiscalYear}.`
      )
    )
  }
  return index
}
