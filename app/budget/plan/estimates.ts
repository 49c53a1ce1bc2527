import type { Trx } from '#core/within'
import type Budget from '#budget/models/budget'
import { UnitOutsideBudgetError } from '#budget/plan/errors'

/** One figure of the approved estimates: what a line opens with. Money as decimal text. */
export interface Estimate {
  unitId: number
  codeId: number
  fundId: number
  functionId: number
  programmeId: number
  amount: string
  discussedBy: number | null
}

/** The figures of the accepted proposals as the discussion left them now, in one order. */
export async function estimatesOf(budgetId: number, trx: Trx): Promise<Estimate[]> {
  const [rows] = await trx.rawQuery(
    `SELECT p.unit_id AS unitId, l.code_id AS codeId, l.fund_id AS fundId, l.function_id AS functionId,
       l.programme_id AS programmeId, COALESCE(l.discussed, l.amount) AS amount, l.discussed_by AS discussedBy
     FROM budget_proposals p JOIN budget_proposal_lines l ON l.proposal_id = p.id
     WHERE p.budget_id = ? AND p.status = 'accepted'
     ORDER BY p.unit_id, l.code_id, l.fund_id, l.function_id, l.programme_id
     LOCK IN SHARE MODE`,
    [budgetId]
  )
  return rows
}

/** @throws UnitOutsideBudgetError */
export async function assertUnitOf(budget: Budget, unitId: number, trx: Trx): Promise<void> {
  const [[below]] = await trx.rawQuery(
    'SELECT 1 FROM unit_closure WHERE ancestor_id = ? AND descendant_id = ?',
    [budget.unitId, unitId]
  )
  if (!below) throw new UnitOutsideBudgetError()
}
