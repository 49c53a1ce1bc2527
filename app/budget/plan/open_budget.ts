import { FiscalYear } from '#core/fiscal'
import { today, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { documentHash } from '#identity/actions/decide_approval'
import { moveBalance } from '#budget/balances/move_balance'
import { openLine } from '#budget/balances/open_line'
import type Budget from '#budget/models/budget'
import { budgetStep, type Act } from '#budget/plan/budget_step'
import { BudgetStageError } from '#budget/plan/errors'
import { estimatesOf, type Estimate } from '#budget/plan/estimates'

export interface Law {
  lawNo: string
  lawOn: Day
  /** The day from which the credit counts; today unless said otherwise. */
  on?: Day
}

/**
 * Opens the budget under its law: every line is brought to its approved figure by one appropriation
 * movement. Twelfths appropriated while the law was late are part of that figure, not beside it; a line
 * that had a twelfth and was not approved gives it back, unless it is spent.
 * @throws BudgetStageError, NotEnoughCreditError
 */
export default class OpenBudget {
  handle(budgetId: number, { lawNo, lawOn, on = today() }: Law, act: Act): Promise<Budget> {
    return budgetStep(budgetId, { ...act, action: 'opened' }, async (budget, trx) => {
      budget.moveTo('open')
      const year = FiscalYear.of(budget.fiscalYear)
      if (!year.contains(on)) throw outsideYear(budget.fiscalYear, on)
      budget.merge({ lawNo, lawOn, openedOn: on })
      const approved = await estimatesOf(budgetId, trx)
      assertAsApproved(budget, approved)
      const estimates = approved.filter((one) => !isNothing(one))
      const lines = []
      for (const one of estimates) {
        const key = { ...one, budgetId, fiscalYear: budget.fiscalYear }
        lines.push({ lineId: await openLine(key, trx), amount: Money.of(one.amount) })
      }
      const provisional = await provisionalLines(budgetId, trx)
      for (const { lineId, amount } of lines) {
        const before = provisional.get(lineId)?.appropriated ?? Money.zero
        await bring(lineId, { appropriated: amount.subtract(before) })
        provisional.delete(lineId)
      }
      for (const [lineId, { appropriated, released }] of provisional) {
        await bring(lineId, { appropriated: appropriated.negate(), released: released.negate() })
      }
      const total = Money.sum(estimates.map(({ amount }) => Money.of(amount)))
      return { lawNo, lawOn, on, lines: lines.length, total: total.toString() }

      async function bring(lineId: number, deltas: { appropriated: Money; released?: Money }) {
        const document = { type: 'budget', id: budgetId }
        const businessKey = `budget/${budgetId}/open/${lineId}`
        const move = 'appropriation' as const
        await moveBalance({ lineId, move, deltas, on, document, businessKey }, { by: act.by, trx })
      }
    })
  }
}

const isNothing = ({ amount }: Estimate) => Money.of(amount).isZero()

/** Twelfths that the year's lines were given before its law; what was carried over is no part of it. */
async function provisionalLines(budgetId: number, trx: Trx) {
  const [rows] = await trx.rawQuery(
    `SELECT m.line_id AS id, SUM(m.appropriated) AS appropriated, SUM(m.released) AS released
     FROM budget_lines l JOIN budget_movements m ON m.line_id = l.id
     WHERE l.budget_id = ? AND m.kind = 'appropriation' AND m.document_type = 'credit_order'
     GROUP BY m.line_id LOCK IN SHARE MODE`,
    [budgetId]
  )
  type Row = { id: number; appropriated: string; released: string }
  return new Map(
    (rows as Row[]).map(({ id, appropriated, released }) => [
      Number(id),
      { appropriated: Money.of(appropriated), released: Money.of(released) },
    ])
  )
}

/** Nothing but what was approved is opened. @throws BudgetStageError */
function assertAsApproved(budget: Budget, estimates: Estimate[]): void {
  if (budget.documentHash && documentHash(estimates).equals(budget.documentHash)) return
  throw new BudgetStageError(
    sentence(
      'التقديرات ليست كما اعتمدت، فلا تفتح بها الموازنة.',
      'The estimates are not as they were approved; the budget is not opened with them.'
    ),
    { facts: { budgetId: budget.id } }
  )
}

function outsideYear(fiscalYear: string, on: Day) {
  return new BudgetStageError(
    sentence(
      `يوم ${on} ليس من السنة المالية ${fiscalYear}.`,
      `${on} is not in the fiscal year ${fiscalYear}.`
    ),
    { facts: { fiscalYear, on } }
  )
}
