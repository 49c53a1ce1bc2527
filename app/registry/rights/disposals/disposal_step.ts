import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import type User from '#identity/models/user'
import Disposal from '#registry/models/disposal'
import type { Finding } from '#registry/rules/finding'
import { RulesForbidError } from '#registry/rights/errors'
import { passed, type Override } from '#registry/rights/rules/overrides'
import type { DisposalState } from '#registry/rights/disposals/life'

export interface StepAct {
  by: Actor & { id: number }
  trx?: Trx
}

export interface DecisionAct {
  by: User
  requestId?: string
  overrides?: readonly Override[]
  trx?: Trx
}

const VERBS: Readonly<Partial<Record<DisposalState, string>>> = {
  award_proposed: 'award_proposed',
  instalments: 'installed',
}

/**
 * One step of a disposal: the row held, the move checked, the work done and left in the trail (by the
 * approval itself where it is signed).
 */
export async function disposalStep(
  id: number,
  to: DisposalState,
  {
    by,
    trx: outer,
    reason,
    signed = false,
  }: { by: Actor; trx?: Trx; reason?: string | null; signed?: boolean },
  work: (disposal: Disposal, trx: Trx) => Promise<Record<string, unknown> | void>
): Promise<Disposal> {
  return within(outer, async (trx) => {
    const disposal = await Disposal.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
    const before = { status: disposal.status }
    disposal.moveTo(to)
    const said = await work(disposal, trx)
    await disposal.save()
    if (signed) return disposal
    await Trail.record(
      {
        action: `disposal.${VERBS[to] ?? to}`,
        unitId: disposal.unitId,
        subjectType: 'disposal',
        subjectId: id,
        label: disposal.label,
        before,
        after: { status: to, ...said },
        reason,
      },
      { by, trx }
    )
    return disposal
  })
}

/**
 * Stops at critical findings that nobody with authority passed by a reason.
 * @throws RulesForbidError
 */
export function forbidUnless(
  findings: readonly Finding[],
  passing?: { by: User; unitId: number; overrides?: readonly Override[] }
): void {
  const standing = findings.filter(({ severity }) => severity === 'critical')
  const open = standing.filter(
    (one) => !passing || !passed(one, passing.overrides ?? [], passing.by, passing.unitId)
  )
  if (open.length > 0) throw new RulesForbidError(open)
}
