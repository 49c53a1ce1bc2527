import { sentence } from '#core/domain_error'
import { BudgetStageError } from '#budget/plan/errors'

/** A figure that the discussion changes says why. @throws BudgetStageError naming the first without */
export function assertReasons(changed: readonly { code: string; why: string }[]): void {
  const silent = changed.find(({ why }) => why.length < 3)
  if (!silent) return
  throw new BudgetStageError(
    sentence(
      `تعديل رقم البند ${silent.code} في المناقشة يلزمه سبب مكتوب.`,
      `The changed figure of item ${silent.code} needs a written reason.`
    ),
    { facts: { code: silent.code } }
  )
}
