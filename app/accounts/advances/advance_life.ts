import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { advanceStep, type AdvanceAct } from '#accounts/advances/advance_step'
import { assertOnlyForm } from '#accounts/advances/form_of_advance'
import type Advance from '#accounts/models/advance'

interface Deciding {
  by: User
  on: Day
  requestId?: string
  trx?: Trx
}

/** A second person's decision on an advance, and its end before it is paid (by a form 50). */
export default class AdvanceLife {
  /** @throws SelfApprovalError */
  approve(id: number, { by, on, requestId, trx }: Deciding): Promise<Advance> {
    const act = { by: by.asActor(requestId), on, trx, action: 'decided' }
    return advanceStep(id, act, async (advance, inner) => {
      if (advance.madeBy === by.id || advance.holderUserId === by.id) throw new SelfApprovalError()
      advance.moveTo('approved')
      const hash = documentHash(advance.picture())
      advance.merge({ approvedBy: by.id, approvedOn: on, documentHash: hash })
      await new DecideApproval().approve(decision(advance, { by, hash, requestId, trx: inner }))
    })
  }

  /** @throws SelfApprovalError */
  refuse(id: number, { by, on, requestId, trx, reason }: Deciding & { reason: string }) {
    const act = { by: by.asActor(requestId), on, trx, action: 'decided', reason }
    return advanceStep(id, act, async (advance, inner) => {
      if (advance.madeBy === by.id) throw new SelfApprovalError()
      advance.moveTo('refused')
      advance.refusal = reason
      const hash = documentHash(advance.picture())
      await new DecideApproval().refuse({
        ...decision(advance, { by, hash, requestId, trx: inner }),
        reason,
      })
    })
  }

  /**
   * Takes back what was not paid yet; its number stays in the book.
   * @throws AdvanceFormError while a form 50 pays it
   */
  cancel(id: number, { reason, ...act }: AdvanceAct & { reason: string }): Promise<Advance> {
    return advanceStep(id, { ...act, action: 'cancelled', reason }, async (advance, trx) => {
      await assertOnlyForm(advance, undefined, trx)
      advance.moveTo('cancelled')
      advance.refusal = reason
    })
  }
}

function decision(
  { id, unitId, label, madeBy }: Advance,
  { by, hash, requestId, trx }: { by: User; hash: Buffer; requestId?: string; trx: Trx }
) {
  return {
    subject: { type: 'advance', id, unitId, label },
    step: 'approve',
    madeBy,
    by,
    documentHash: hash,
    requestId,
    trx,
  }
}
