import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import type { Trx } from '#core/within'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { moveBalance } from '#budget/balances/move_balance'
import { advanceStep, type AdvanceAct } from '#accounts/advances/advance_step'
import { MoreThanAdvanceError, SettlementKindError } from '#accounts/advances/errors'
import { AmountNeededError } from '#accounts/errors'
import type Advance from '#accounts/models/advance'
import AdvanceSettlement, { type SettlementKind } from '#accounts/models/advance_settlement'
import { postHolding } from '#accounts/postings/post_holding'

export interface SettlementInput {
  kind: SettlementKind
  amount: Money
  /** Number of the papers, of the receipt or of the claim it rests on. */
  paperNo: string
  /** Budget line and account that bear what was spent. */
  lineId?: number | null
  accountCode?: string | null
}

interface Deciding {
  by: User
  on: Day
  requestId?: string
  trx?: Trx
}

/**
 * Accounting for an advance in parts: spent with papers, returned in cash, recovered from a due; or, of
 * a permanent one, spent and paid back to its holder (استعاضة), which leaves it as large as it was.
 */
export default class SettleAdvance {
  /** Writes a part down; it counts once another approves. @throws MoreThanAdvanceError */
  async submit(
    advanceId: number,
    input: SettlementInput,
    act: AdvanceAct
  ): Promise<AdvanceSettlement> {
    if (!input.amount.isPositive()) throw new AmountNeededError()
    let settlement!: AdvanceSettlement
    await advanceStep(
      advanceId,
      { ...act, action: 'settlement_submitted' },
      async (advance, trx) => {
        judge(advance, input)
        settlement = await AdvanceSettlement.create(
          {
            ...input,
            advanceId,
            lineId: input.lineId ?? null,
            accountCode: input.accountCode ?? null,
            unitId: advance.unitId,
            status: 'submitted',
            madeBy: act.by.id,
          },
          { client: trx }
        )
      }
    )
    return settlement
  }

  /**
   * Counts the part: what was spent is charged to its budget line and account, once.
   * @throws SelfApprovalError, MoreThanAdvanceError, NotEnoughCreditError
   */
  async approve(id: number, { by, on, requestId, trx: outer }: Deciding): Promise<Advance> {
    const { advanceId } = await AdvanceSettlement.findOrFail(id, outer && { client: outer })
    const act = { by: by.asActor(requestId), on, trx: outer, action: 'settled' }
    return advanceStep(advanceId, act, async (advance, trx) => {
      const part = await this.#held(id, by, trx)
      part.moveTo('approved')
      judge(advance, part as SettlementInput)
      const { kind, amount, lineId, accountCode } = part
      const businessKey = `advance/${advance.id}/settlement/${id}`
      if (lineId) {
        await moveBalance(
          {
            lineId,
            move: 'pay',
            deltas: { paid: amount },
            on,
            document: { type: 'advance_settlement', id },
            businessKey,
          },
          { by, trx }
        )
      }
      const entryId = await postHolding(
        {
          document: `advance.${advance.kind}`,
          event: kind,
          unitId: advance.unitId,
          on,
          moved: { amount },
          businessKey,
          description: `تسوية سلفة ${advance.label} – ${advance.holderName}`,
          account: accountCode,
        },
        { by, trx }
      )
      part.merge({ decidedBy: by.id, decidedOn: on, ledgerEntryId: entryId })
      await part.save()
      if (kind === 'replenished') advance.replenished = advance.replenished.add(amount)
      else advance.settled = advance.settled.add(amount)
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
      const part = await this.#held(id, by, trx)
      part.moveTo('refused')
      part.merge({ decidedBy: by.id, decidedOn: on, refusal: reason })
      await part.save()
      await new DecideApproval().refuse({
        ...decision(advance, part, { by, requestId, trx }),
        reason,
      })
    })
  }

  async #held(id: number, by: User, trx: Trx): Promise<AdvanceSettlement> {
    const part = await (await AdvanceSettlement.findOrFail(id, { client: trx })).lock(trx)
    if (part.madeBy === by.id) throw new SelfApprovalError()
    return part
  }
}

/** Only paid money is accounted for, no more of it than is open, and with what its kind rests on. */
function judge(advance: Advance, { kind, amount, lineId, accountCode }: SettlementInput): void {
  // The sentence of a settled or unpaid one is that of its life.
  if (advance.status !== 'paid') advance.moveTo('settled')
  if (kind === 'replenished' && advance.kind !== 'permanent') {
    throw new SettlementKindError(
      sentence('الاستعاضة للسلفة المستديمة وحدها.', 'Only a permanent advance is replenished.')
    )
  }
  if (['spent', 'replenished'].includes(kind) !== Boolean(lineId && accountCode)) {
    throw new SettlementKindError(
      sentence(
        'ما صُرف بمستندات يحمّل على بند موازنة وحساب، وغيره لا يحمّل على شيء.',
        'What was spent is charged to a budget line and an account; the rest to none.'
      )
    )
  }
  if (amount.compare(advance.open) > 0) {
    throw new MoreThanAdvanceError(advance.label, { open: advance.open, asked: amount })
  }
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
