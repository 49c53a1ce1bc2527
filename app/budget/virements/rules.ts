import type { Day } from '#core/days'
import { sentence, type Sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { settingAt } from '#core/settings'
import type { Trx } from '#core/within'
import type { Scope } from '#budget/virements/scope'

/** Who decides on a virement, by its reach and amount (مصفوفة الاعتماد), as a dated setting has it. */
interface VirementRule {
  scope: Scope
  /** The rule holds up to this amount; null: whatever the amount. */
  upTo: string | null
  authority: 'competent_authority' | 'finance_ministry' | 'law' | 'nobody'
}

export interface Needed {
  authority: VirementRule['authority']
  name: Sentence
}

const AUTHORITIES: Readonly<Record<VirementRule['authority'], Sentence>> = {
  competent_authority: sentence('السلطة المختصة', 'the competent authority'),
  finance_ministry: sentence('وزارة المالية', 'the finance ministry'),
  law: sentence('قانون', 'a law'),
  nobody: sentence('لا أحد', 'nobody'),
}

/** Whose decision a virement of this reach and amount needs on a day. */
export async function decisionNeeded(
  { scope, amount }: { scope: Scope; amount: Money },
  { on, unitId, trx }: { on: Day; unitId: number; trx?: Trx }
): Promise<Needed> {
  const rules = await settingAt<VirementRule[]>('budget.virement.rules', { on, unitId, trx })
  const fits = ({ scope: of, upTo }: VirementRule) =>
    of === scope && (upTo === null || amount.compare(Money.of(upTo)) <= 0)
  const authority = rules.find(fits)?.authority ?? 'nobody'
  return { authority, name: AUTHORITIES[authority] }
}
