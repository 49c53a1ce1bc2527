import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import Asset from '#registry/models/asset'
import type Disposal from '#registry/models/disposal'
import DecideChange from '#registry/register/decide_change'
import { NotNowError } from '#registry/rights/errors'
import {
  disposalStep,
  forbidUnless,
  type DecisionAct,
} from '#registry/rights/disposals/disposal_step'
import {
  assertWorth,
  disposalDomain,
  disposalValuation,
} from '#registry/rights/disposals/judge_disposal'
import { signDisposal } from '#registry/rights/disposals/sign_disposal'

/** The decisions of a second person: on the disposal, on its award, and on the change of the register. */
export default class DecideDisposal {
  /** R13 and R14 once more. @throws SelfApprovalError, RulesForbidError */
  approve(id: number, act: DecisionAct): Promise<Disposal> {
    return this.#step(id, 'approved', act, async (disposal, trx) => {
      if (disposal.madeBy === act.by.id) throw new SelfApprovalError()
      const asset = await Asset.findOrFail(disposal.assetId, { client: trx })
      const { findings } = await disposalValuation(disposal, trx)
      forbidUnless([...(await disposalDomain(disposal, asset, trx)), ...findings], {
        ...act,
        unitId: disposal.unitId,
      })
      disposal.merge({
        approvedBy: act.by.id,
        approvedAt: DateTime.fromJSDate(clock.now()),
        documentHash: documentHash(disposal.picture()),
      })
      await signDisposal(disposal, 'approve', disposal.madeBy, disposal.documentHash!, act, trx)
    })
  }

  refuse(id: number, { reason, ...act }: DecisionAct & { reason: string }): Promise<Disposal> {
    return this.#step(id, 'refused', { ...act, reason }, async (disposal) => {
      if (disposal.madeBy === act.by.id) throw new SelfApprovalError()
      disposal.refusal = reason
    })
  }

  /** The award by another than who proposed it: R14 and R15 hold. */
  approveAward(id: number, act: DecisionAct): Promise<Disposal> {
    return this.#step(id, 'awarded', act, async (disposal, trx) => {
      if (disposal.awardMadeBy === act.by.id) throw new SelfApprovalError()
      await assertWorth(disposal, disposal.awardPrice!, trx, { ...act, unitId: disposal.unitId })
      disposal.awardApprovedBy = act.by.id
      const { awardedPartyId, awardPrice, awardedOn } = disposal
      const award = { ...disposal.picture(), awardedPartyId, awardedOn, price: String(awardPrice) }
      await signDisposal(disposal, 'award', disposal.awardMadeBy!, documentHash(award), act, trx)
    })
  }

  /** The award goes back to the committee; the asset stays offered. */
  refuseAward(id: number, { reason, ...act }: DecisionAct & { reason: string }): Promise<Disposal> {
    return this.#step(id, 'offered', { ...act, reason }, async (disposal) => {
      if (disposal.awardMadeBy === act.by.id) throw new SelfApprovalError()
      disposal.merge({ awardedPartyId: null, awardPrice: null, awardedOn: null, awardMadeBy: null })
    })
  }

  /** Approves the change of the register it ends in, and closes it. @throws what the change throws */
  close(id: number, act: DecisionAct): Promise<Disposal> {
    return this.#step(id, 'closed', act, async (disposal, trx) => {
      if (!disposal.transactionId) {
        throw new NotNowError(
          sentence('لم تقترح معاملة السجل بعد.', 'The change of the register is not proposed yet.')
        )
      }
      await new DecideChange().approve(disposal.transactionId, {
        by: act.by,
        requestId: act.requestId,
        atOnce: true,
        overrides: act.overrides?.map(({ rule, reason }) => ({
          rule: rule as `R${number}`,
          reason,
        })),
        trx,
      })
      return { transactionId: disposal.transactionId }
    })
  }

  #step(
    id: number,
    to: Parameters<typeof disposalStep>[1],
    act: DecisionAct & { reason?: string },
    work: (disposal: Disposal, trx: Trx) => Promise<Record<string, unknown> | void>
  ) {
    const by = act.by.asActor(act.requestId)
    const signed = to === 'approved' || to === 'awarded'
    return disposalStep(id, to, { by, trx: act.trx, reason: act.reason, signed }, work)
  }
}
