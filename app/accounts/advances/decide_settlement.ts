import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { moveBalance } from '#budget/balances/move_balance'
import { advanceStep } from '#accounts/advances/advance_step'
import { chargedBy, judgePart } from '#accounts/advances/settlement_rules'
import type Advance from '#accounts/models/advance'
import AdvanceSettlement, { type SettlementKind } from '#accounts/models/advance_settlement'
import { partyIn } from '#accounts/payments/payee'
import { postHolding } from '#accounts/postings/post_holding'

interface Deciding {
  by: User
  on: Day
  requestId?: string
  trx?: Trx
}

/** A second person's decision on a part in which an advance is accounted for. */
export default class DecideSettlement {
  /**
   * Counts the part: what was spent is charged to its budget line and account, once.
   * @throws SelfApprovalError, MoreThanAdvanceError, NotEnoughCreditError
   */
  async approve(id: number, { by, on, requestId, trx: outer }: Deciding): Promise<Advance> {
    const { advanceId } = await AdvanceSettlement.findOrFail(id, outer && { client: outer })
    const act = { by: by.asActor(requestId), on, trx: outer, action: 'settled' }
    return advanceStep(advanceId, act, async (advance, trx) => {
      const part = await held(id, by, trx)
      part.moveTo('approved')
      const { amount } = part
      const kind = part.kind as SettlementKind
      judgePart(advance, { ...part.picture(), kind, amount })
      const entryId = await this.#charge(advance, part, { by, on, trx })
      await part.merge({ decidedBy: by.id, decidedOn: on, ledgerEntryId: entryId }).save()
      advance.settled = advance.settled.add(amount)
      if (advance.open.isZero()) {
        advance.moveTo('settled')
        advance.settledOn = on
      }
      await new DecideApproval().approve(decision(advance, part, { by, requestId, trx }))
    })
  }

  /** @throws SelfApprovalError */
  async refuse(
    id: number,
    { by, on, requestId, trx: outer, reason }: Deciding & { reason: string }
  ) {
    const { advanceId } = await AdvanceSettlement.findOrFail(id, outer && { client: outer })
    const act = { by: by.asActor(requestId), on, trx: outer, action: 'settlement_refused', reason }
    return advanceStep(advanceId, act, async (advance, trx) => {
      const part = await held(id, by, trx)
      part.moveTo('refused')
      await part.merge({ decidedBy: by.id, decidedOn: on, refusal: reason }).save()
      await new DecideApproval().refuse({
        ...decision(advance, part, { by, requestId, trx }),
        reason,
      })
    })
  }

  async #charge(
    advance: Advance,
    part: AdvanceSettlement,
    { by, on, trx }: { by: User; on: Day; trx: Trx }
  ): Promise<number> {
    const { id, kind, amount, lineId } = part
    const businessKey = `advance/${advance.id}/settlement/${id}`
    if (lineId) {
      const document = { type: 'advance_settlement', id }
      await moveBalance(
        { lineId, move: 'pay', deltas: { paid: amount }, on, document, businessKey },
        { by, trx }
      )
    }
    return postHolding(
      {
        document: `advance.${advance.kind}`,
        event: kind,
        unitId: advance.unitId,
        on,
        moved: { amount },
        businessKey,
        description: `تسوية سلفة ${advance.label} – ${advance.holderName}`,
        partyId: await partyOf(advance, trx),
        charged: await chargedBy(part, trx),
      },
      { by, trx }
    )
  }
}

/** The party on the entry that paid it: of somebody of the house, the one he was paid as. */
async function partyOf({ partyId, voucherId }: Advance, trx: Trx): Promise<number | null> {
  if (partyId || !voucherId) return partyId
  const { beneficiary_id: beneficiaryId } = await trx
    .from('payment_vouchers')
    .where('id', voucherId)
    .firstOrFail()
  return partyIn({ beneficiaryId }, trx)
}

async function held(id: number, by: User, trx: Trx): Promise<AdvanceSettlement> {
  const part = await (await AdvanceSettlement.findOrFail(id, { client: trx })).lock(trx)
  if (part.madeBy === by.id) throw new SelfApprovalError()
  return part
}

function decision(
  { unitId, label }: Advance,
  part: AdvanceSettlement,
  who: { by: User; requestId?: string; trx: Trx }
) {
  return {
    subject: { type: 'advance_settlement', id: part.id, unitId, label },
    step: 'approve',
    madeBy: part.madeBy,
    documentHash: documentHash(part.picture()),
    ...who,
  }
}
