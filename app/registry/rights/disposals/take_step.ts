import type { Infer } from '@vinejs/vine/types'
import { sentence, type Sentence } from '#core/domain_error'
import type { Actor } from '#audit/actor'
import type User from '#identity/models/user'
import type Disposal from '#registry/models/disposal'
import AwardDisposal from '#registry/rights/disposals/award_disposal'
import CollectPrice from '#registry/rights/disposals/collect_price'
import DecideDisposal from '#registry/rights/disposals/decide_disposal'
import PrepareDisposal from '#registry/rights/disposals/prepare_disposal'
import type { disposalDecisionForm, disposalStepForm } from '#registry/rights/disposals/validators'
import { NotNowError } from '#registry/rights/errors'

type Step = Infer<typeof disposalStepForm>
type Decision = Infer<typeof disposalDecisionForm>

/** Takes a step that a form names, with the fields that are its own. @throws NotNowError when one is missing */
export function takeStep(
  id: number,
  typed: Step,
  act: { by: Actor & { id: number } }
): Promise<Disposal> {
  const prepare = new PrepareDisposal()
  const steps: Record<Step['step'], () => Promise<Disposal>> = {
    check_domain: () => prepare.checkDomain(id, act),
    value: () => prepare.value(id, act),
    offer: () => prepare.offer(id, { members: membersOf(typed.members), ...act }),
    withdraw: () => prepare.withdraw(id, { reason: given(typed.reason, REASON), ...act }),
    propose_award: () => new AwardDisposal().propose(id, { on: typed.on, ...act }),
    plan: () =>
      new CollectPrice().plan(
        id,
        {
          count: given(typed.count, sentence('عدد الأقساط', 'the number of instalments')),
          firstDue: given(typed.first_due, sentence('تاريخ أول قسط', 'the first due day')),
          everyMonths: typed.every_months ?? 12,
        },
        act
      ),
    title: () => {
      const titleNo = given(typed.title_no, sentence('رقم السند', 'the number of the title'))
      return new CollectPrice().title(id, { titleNo, on: typed.on }, act)
    },
  }
  return steps[typed.step]()
}

/** Takes a decision of the second person. */
export function takeDecision(
  id: number,
  typed: Decision,
  who: { by: User; requestId?: string }
): Promise<Disposal> {
  const { override_rule: rule, override_reason: why, reason } = typed
  const act = { ...who, overrides: rule && why ? [{ rule, reason: why }] : [] }
  const decide = new DecideDisposal()
  const decisions: Record<Decision['step'], () => Promise<Disposal>> = {
    approve: () => decide.approve(id, act),
    refuse: () => decide.refuse(id, { ...act, reason: given(reason, REASON) }),
    approve_award: () => decide.approveAward(id, act),
    refuse_award: () => decide.refuseAward(id, { ...act, reason: given(reason, REASON) }),
    close: () => decide.close(id, act),
  }
  return decisions[typed.step]()
}

const REASON = sentence('السبب', 'the reason')

/** One member a line: `الاسم = الصفة`. */
function membersOf(text: string | undefined) {
  return (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [name = '', post = ''] = line.split(/[=:،]/, 2).map((part) => part.trim())
      return { name: name.slice(0, 190), post: post.slice(0, 190) || 'عضو' }
    })
}

function given<T>(value: T | undefined, what: Sentence): T {
  if (value !== undefined && value !== '') return value
  throw new NotNowError(sentence(`اكتب ${what.ar}.`, `Give ${what.en}.`))
}
