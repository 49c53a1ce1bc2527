import type { Day } from '#core/days'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import Guarantee from '#accounts/models/guarantee'
import GuaranteeAct from '#accounts/models/guarantee_act'

export interface Deciding {
  by: User
  on: Day
  requestId?: string
  trx?: Trx
}

/**
 * Another person's decision on a step of a guarantee: both locked, changed by `work`, saved, written to the
 * approvals and, where it took effect, to the trail.
 * @param work returns why it is refused, or null where it takes effect
 * @throws SelfApprovalError
 */
export function decideAct(
  id: number,
  { by, on, requestId, trx: outer }: Deciding,
  work: (guarantee: Guarantee, act: GuaranteeAct, trx: Trx) => Promise<string | null>
): Promise<Guarantee> {
  return within(outer, async (trx) => {
    const { guaranteeId } = await GuaranteeAct.findOrFail(id, { client: trx })
    const guarantee = await heldGuarantee(guaranteeId, trx)
    const act = await (await GuaranteeAct.findOrFail(id, { client: trx })).lock(trx)
    if (act.madeBy === by.id) throw new SelfApprovalError()
    const before = stateOf(guarantee)
    const refusal = await work(guarantee, act, trx)
    await act.merge({ decidedBy: by.id, decidedOn: on }).save()
    await guarantee.merge({ version: guarantee.version + 1 }).save()
    const { unitId, label } = guarantee
    const decision = {
      subject: { type: 'guarantee', id: guaranteeId, unitId, label },
      step: act.kind,
      madeBy: act.madeBy,
      by,
      documentHash: act.documentHash ?? documentHash(act.picture()),
      requestId,
      trx,
    }
    if (refusal) await new DecideApproval().refuse({ ...decision, reason: refusal })
    else await new DecideApproval().approve(decision)
    if (refusal) return guarantee
    await Trail.record(
      {
        action: 'guarantee.stepped',
        unitId,
        subjectType: 'guarantee',
        subjectId: guaranteeId,
        label,
        before,
        after: { step: act.kind, ...stateOf(guarantee) },
        reason: act.reason,
      },
      { by: by.asActor(requestId), trx }
    )
    return guarantee
  })
}

/** A guarantee locked for a step. */
export const heldGuarantee = async (id: number, trx: Trx) =>
  (await Guarantee.findOrFail(id, { client: trx })).lock(trx)

function stateOf({ status, expiresOn, released, forfeited }: Guarantee) {
  return { status, expiresOn, released: String(released), forfeited: String(forfeited) }
}
