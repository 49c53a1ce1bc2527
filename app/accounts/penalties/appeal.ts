import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import type Penalty from '#accounts/models/penalty'
import PenaltyAppeal from '#accounts/models/penalty_appeal'
import { PenaltyPaperError } from '#accounts/penalties/errors'
import { penaltyStep, type PenaltyAct } from '#accounts/penalties/penalty_step'
import { postHolding } from '#accounts/postings/post_holding'

export type Verdict =
  { outcome: 'upheld' } | { outcome: 'cancelled' } | { outcome: 'reduced'; amount: Money }

interface Deciding {
  by: User
  on: Day
  /** Number of the decision of the committee or court. */
  decisionNo: string
  requestId?: string
  trx?: Trx
}

/** Appeals against a penalty (التظلمات): what is decided changes the amount, and money goes back. */
export default class Appeal {
  /** One appeal at a time. @throws PenaltyPaperError */
  async file(
    penaltyId: number,
    input: { venue: string; fileNo: string },
    act: PenaltyAct
  ): Promise<PenaltyAppeal> {
    let appeal!: PenaltyAppeal
    await penaltyStep(penaltyId, { ...act, action: 'appealed' }, async (penalty, trx) => {
      if (!['approved', 'executed'].includes(penalty.status)) {
        throw new PenaltyPaperError(
          sentence('يتظلم من غرامة معتمدة أو منفذة.', 'Only an approved penalty is appealed.')
        )
      }
      if (
        await PenaltyAppeal.query({ client: trx }).where({ penaltyId }).whereNull('outcome').first()
      ) {
        throw new PenaltyPaperError(
          sentence('على الغرامة تظلم لم يفصل فيه.', 'An appeal against it is not decided yet.')
        )
      }
      appeal = await PenaltyAppeal.create(
        { ...input, penaltyId, unitId: penalty.unitId, filedOn: act.on, madeBy: act.by.id },
        { client: trx }
      )
    })
    return appeal
  }

  /**
   * Writes the decision down: upheld leaves the amount, reduced lowers it, cancelled ends it. What an
   * executed penalty took above the new amount is owed back.
   * @throws SelfApprovalError, PenaltyPaperError
   */
  async decide(
    appealId: number,
    verdict: Verdict,
    { by, on, decisionNo, requestId, trx: outer }: Deciding
  ): Promise<Penalty> {
    const { penaltyId } = await PenaltyAppeal.findOrFail(appealId, outer && { client: outer })
    const act = { by: by.asActor(requestId), on, trx: outer, action: 'appeal_decided' }
    return penaltyStep(penaltyId, act, async (penalty, trx) => {
      const appeal = await (await PenaltyAppeal.findOrFail(appealId, { client: trx })).lock(trx)
      if (appeal.madeBy === by.id || penalty.madeBy === by.id) throw new SelfApprovalError()
      const before = penalty.amount
      const after = amountAfter(penalty, appeal, verdict)
      const back = penalty.status === 'executed' ? before.subtract(after) : Money.zero
      penalty.amount = after
      if (after.isZero()) penalty.moveTo('cancelled')
      appeal.merge({
        outcome: verdict.outcome,
        amountBefore: before,
        amountAfter: after,
        decisionNo,
        decidedOn: on,
        decidedBy: by.id,
        ledgerEntryId: back.isPositive()
          ? await giveBack(penalty, appeal, { back, on, by, trx })
          : null,
      })
      if (back.isPositive()) penalty.executed = after
      await appeal.save()
    })
  }
}

function amountAfter({ amount }: Penalty, appeal: PenaltyAppeal, verdict: Verdict): Money {
  if (appeal.outcome) {
    throw new PenaltyPaperError(sentence('سبق الفصل في التظلم.', 'The appeal is decided already.'))
  }
  if (verdict.outcome === 'upheld') return amount
  if (verdict.outcome === 'cancelled') return Money.zero
  const { amount: lower } = verdict
  if (lower.isPositive() && lower.compare(amount) < 0) return lower
  throw new PenaltyPaperError(
    sentence('التخفيض إلى مبلغ أقل من القائم وأكبر من صفر.', 'It is reduced to less, above zero.')
  )
}

const giveBack = (
  { unitId, label, personName, executedVia, partyId }: Penalty,
  appeal: PenaltyAppeal,
  { back, on, by, trx }: { back: Money; on: Day; by: User; trx: Trx }
) =>
  postHolding(
    {
      document: `penalty.${executedVia}`,
      event: 'given_back',
      unitId,
      on,
      moved: { amount: back },
      businessKey: `penalty/appeal/${appeal.id}`,
      description: `رد من غرامة ${label} – ${personName}`,
      partyId,
    },
    { by, trx }
  )
