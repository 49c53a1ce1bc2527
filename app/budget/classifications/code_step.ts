import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import type BudgetCode from '#budget/models/budget_code'

export interface CodeAct {
  by: Actor & { id: number }
  trx?: Trx
}

/** Classifications belong to the whole house: their story stands in the chain of its topmost unit. */
export async function tell(
  action: 'opened' | 'closed' | 'confirmed',
  code: BudgetCode,
  { by, trx, reason, before }: CodeAct & { trx: Trx; reason?: string; before?: object }
): Promise<void> {
  const root = await trx.from('units').whereNull('parent_id').orderBy('id').firstOrFail()
  await Trail.record(
    {
      action: `budget_code.${action}`,
      unitId: Number(root.id),
      subjectType: 'budget_code',
      subjectId: code.id,
      label: code.label,
      before,
      after: code.picture(),
      reason,
    },
    { by, trx }
  )
}
