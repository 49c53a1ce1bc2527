import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import Budget from '#budget/models/budget'
import { BudgetStageError } from '#budget/plan/errors'
import { sentence } from '#core/domain_error'

/** Who acts, and in which transaction. */
export interface Act {
  by: Actor & { id: number }
  trx?: Trx
}

/** One step in the year of a budget: locked, changed by `work`, saved and told in the trail. */
export async function budgetStep(
  id: number,
  { by, trx: outer, action, reason }: Act & { action: string; reason?: string | null },
  work: (budget: Budget, trx: Trx) => Promise<Record<string, unknown> | void>
): Promise<Budget> {
  return within(outer, async (trx) => {
    const budget = await (await Budget.findOrFail(id, { client: trx })).lock(trx)
    const before = { status: budget.status }
    const more = await work(budget, trx)
    budget.version += 1
    await budget.save()
    await Trail.record(
      {
        action: `budget.${action}`,
        unitId: budget.unitId,
        subjectType: 'budget',
        subjectId: id,
        label: budget.fiscalYear,
        before,
        after: { status: budget.status, ...more },
        reason,
      },
      { by, trx }
    )
    return budget
  })
}

/** @throws BudgetStageError naming where the budget stands */
export function assertStage(budget: Budget, ...stages: string[]): void {
  if (stages.includes(budget.status)) return
  const names = Budget.stateNames as Record<string, { ar: string; en: string }>
  const now = names[budget.status]!
  throw new BudgetStageError(
    sentence(
      `موازنة ${budget.fiscalYear} في مرحلة «${now.ar}»، وهذا العمل ليس منها.`,
      `The budget of ${budget.fiscalYear} is at the stage "${now.en}", which has no such step.`
    ),
    { facts: { status: budget.status, needed: stages } }
  )
}
