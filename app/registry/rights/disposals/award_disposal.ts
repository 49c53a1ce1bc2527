import { today, type Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { within } from '#core/within'
import { Trail } from '#audit/trail'
import Disposal from '#registry/models/disposal'
import { AuctionError } from '#registry/rights/disposals/errors'
import { disposalStep, type StepAct } from '#registry/rights/disposals/disposal_step'
import { assertWorth } from '#registry/rights/disposals/judge_disposal'
import { NotNowError } from '#registry/rights/errors'

export interface BidInput {
  partyId: number
  amount: Money
  deposit?: Money | null
  openedOn: Day
  note?: string | null
  /** False: set aside by the committee, with its note. */
  isAccepted?: boolean
}

/** Bids and the award they lead to (العطاءات والترسية), as the committee's minutes have them. */
export default class AwardDisposal {
  /** One bid of each party, while the disposal is offered. @throws AuctionError */
  async bid(id: number, bid: BidInput, { by, trx: outer }: StepAct): Promise<void> {
    return within(outer, async (trx) => {
      const disposal = await Disposal.query({ client: trx })
        .where('id', id)
        .forUpdate()
        .firstOrFail()
      if (disposal.status !== 'offered') {
        throw new AuctionError(
          sentence('لا تسجل العطاءات إلا والأصل مطروح.', 'Bids are recorded while it is offered.')
        )
      }
      const accepted = bid.isAccepted ?? true
      if (!accepted && !bid.note) {
        throw new AuctionError(
          sentence('اذكر سبب استبعاد العطاء.', 'Say why the bid is set aside.')
        )
      }
      const row = {
        amount: String(bid.amount),
        deposit: String(bid.deposit ?? Money.zero),
        opened_on: bid.openedOn,
        is_accepted: accepted,
        note: bid.note ?? null,
      }
      const known = await trx
        .from('disposal_bids')
        .where({ disposal_id: id, party_id: bid.partyId })
        .first()
      if (known) await trx.from('disposal_bids').where('id', known.id).update(row)
      else {
        await trx
          .insertQuery()
          .table('disposal_bids')
          .insert({ disposal_id: id, party_id: bid.partyId, recorded_by: by.id, ...row })
      }
      await Trail.record(
        {
          action: 'disposal.bid_added',
          unitId: disposal.unitId,
          subjectType: 'disposal',
          subjectId: id,
          label: disposal.label,
          before: known ? { amount: known.amount, accepted: known.is_accepted } : undefined,
          after: { partyId: bid.partyId, ...row },
        },
        { by, trx }
      )
    })
  }

  /**
   * The committee's award, as it is laid before the approver: the highest accepted bid of an auction, or
   * the one party of a direct case. R14 and R15 are judged now and again at the approval.
   * @throws AuctionError, RulesForbidError
   */
  propose(id: number, act: StepAct & { on?: Day }): Promise<Disposal> {
    return disposalStep(id, 'award_proposed', act, async (disposal, trx) => {
      const bids: { party_id: number; amount: string }[] = await trx
        .from('disposal_bids')
        .where({ disposal_id: id, is_accepted: true })
        .orderBy('amount', 'desc')
        .orderBy('id')
      const [best, next] = bids
      if (!best) {
        throw new AuctionError(sentence('ليس فيه عطاء مقبول.', 'It has no accepted bid.'))
      }
      if (next && next.amount === best.amount) {
        throw new AuctionError(
          sentence(
            'تساوى أعلى عطاءين: تعاد المزايدة بينهما.',
            'Two highest bids are equal: they bid again.'
          )
        )
      }
      const price = Money.of(best.amount)
      await assertWorth(disposal, price, trx)
      disposal.merge({
        awardedPartyId: Number(best.party_id),
        awardPrice: price,
        awardedOn: act.on ?? today(),
        awardMadeBy: act.by.id,
      })
      return { partyId: Number(best.party_id), price: String(price), bids: bids.length }
    })
  }
}

/** Guards a number of instalments that no contract has. */
export function assertPlan(count: number): void {
  if (Number.isInteger(count) && count >= 1 && count <= 240) return
  throw new NotNowError(sentence('عدد الأقساط من 1 إلى 240.', 'There are 1 to 240 instalments.'))
}
