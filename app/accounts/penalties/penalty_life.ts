import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import Guarantee from '#accounts/models/guarantee'
import GuaranteeAct from '#accounts/models/guarantee_act'
import type Penalty from '#accounts/models/penalty'
import { PenaltyPaperError } from '#accounts/penalties/errors'
import { penaltyStep, type PenaltyAct } from '#accounts/penalties/penalty_step'
import { formThatDeducted } from '#accounts/postings/form_50'
import { postHolding } from '#accounts/postings/post_holding'

interface Deciding {
  by: User
  on: Day
  requestId?: string
  trx?: Trx
}

/** From what the money of a penalty is taken. */
export type Execution =
  /** The posted form 50 that deducted it, by its number: `7/2026/2027`. */
  | { via: 'invoice'; formNo: string }
  /** The receipt by which it was paid. */
  | { via: 'cash'; paperNo: string }
  /** An approved `penalise` act on a guarantee of the same party, of the same amount. */
  | { via: 'guarantee'; actId: number }

/** A second person's decision on a penalty, and its execution. */
export default class PenaltyLife {
  /** @throws SelfApprovalError */
  approve(id: number, { by, on, requestId, trx }: Deciding): Promise<Penalty> {
    const act = { by: by.asActor(requestId), on, trx, action: 'decided' }
    return penaltyStep(id, act, async (penalty, inner) => {
      if (penalty.madeBy === by.id || penalty.userId === by.id) throw new SelfApprovalError()
      penalty.moveTo('approved')
      const hash = documentHash(penalty.picture())
      penalty.merge({ approvedBy: by.id, approvedOn: on, documentHash: hash })
      await new DecideApproval().approve(decision(penalty, { by, hash, requestId, trx: inner }))
    })
  }

  /** @throws SelfApprovalError */
  refuse(id: number, { by, on, requestId, trx, reason }: Deciding & { reason: string }) {
    const act = { by: by.asActor(requestId), on, trx, action: 'decided', reason }
    return penaltyStep(id, act, async (penalty, inner) => {
      if (penalty.madeBy === by.id) throw new SelfApprovalError()
      penalty.moveTo('refused')
      penalty.refusal = reason
      const hash = documentHash(penalty.picture())
      await new DecideApproval().refuse({
        ...decision(penalty, { by, hash, requestId, trx: inner }),
        reason,
      })
    })
  }

  /**
   * Takes the money, once: off an invoice, in cash, or out of a guarantee.
   * @throws PenaltyPaperError, Form50Error
   */
  execute(id: number, execution: Execution, act: PenaltyAct): Promise<Penalty> {
    return penaltyStep(id, { ...act, action: 'executed' }, async (penalty, trx) => {
      penalty.moveTo('executed')
      const { amount } = penalty
      const { via } = execution
      const { paper, voucherId } = await paperOf(penalty, execution, trx)
      if (via !== 'guarantee') {
        await postHolding(
          {
            document: `penalty.${via}`,
            event: 'executed',
            unitId: penalty.unitId,
            on: act.on,
            moved: { amount },
            businessKey: `penalty/${id}/executed`,
            description: `غرامة ${penalty.label} – ${penalty.personName}`,
            partyId: penalty.partyId,
          },
          { by: act.by, trx }
        )
      }
      penalty.merge({
        executedVia: via,
        executedOn: act.on,
        executionPaper: paper,
        executed: amount,
        voucherId,
        guaranteeActId: execution.via === 'guarantee' ? execution.actId : null,
      })
    })
  }
}

async function paperOf(
  penalty: Penalty,
  execution: Execution,
  trx: Trx
): Promise<{ paper: string; voucherId: number | null }> {
  if (execution.via === 'cash') return { paper: execution.paperNo, voucherId: null }
  if (execution.via === 'guarantee') {
    return { paper: await paperOfAct(penalty, execution.actId, trx), voucherId: null }
  }
  const { unitId, partyId, amount } = penalty
  const { formNo } = execution
  const asked = { unitId, partyId, formNo, kind: 'penalty', amount } as const
  const form = await formThatDeducted(asked, trx)
  return { paper: form.label, voucherId: form.id }
}

/** What the act of a guarantee rests on, when it took exactly this penalty from this party. */
async function paperOfAct(penalty: Penalty, actId: number, trx: Trx): Promise<string> {
  const act = await GuaranteeAct.findOrFail(actId, { client: trx })
  const guarantee = await Guarantee.findOrFail(act.guaranteeId, { client: trx })
  const fits =
    act.status === 'approved' &&
    act.kind === 'penalise' &&
    act.amount!.equals(penalty.amount) &&
    guarantee.partyId === penalty.partyId
  if (fits) return act.paperNo
  throw new PenaltyPaperError(
    sentence(
      'الخصم من التأمين لا يخص صاحب الغرامة أو ليس بمبلغها أو لم يعتمد.',
      'What was taken from the guarantee is not of this party, not of this amount, or not approved.'
    )
  )
}

function decision(
  { id, unitId, label, madeBy }: Penalty,
  { by, hash, requestId, trx }: { by: User; hash: Buffer; requestId?: string; trx: Trx }
) {
  return {
    subject: { type: 'penalty', id, unitId, label },
    step: 'approve',
    madeBy,
    by,
    documentHash: hash,
    requestId,
    trx,
  }
}
