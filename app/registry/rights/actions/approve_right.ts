import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import DecideApproval from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import Right from '#registry/models/right'
import { rightHash, takeSlots, writeTerms } from '#registry/rights/actions/bind_right'
import { endRenewed } from '#registry/rights/actions/end_renewed'
import { NotNowError, RulesForbidError } from '#registry/rights/errors'
import { judgeRight } from '#registry/rights/rules/judge_right'
import { passed, type Override } from '#registry/rights/rules/overrides'

export interface ApprovalAct {
  by: User
  requestId?: string
  /** Rules passed with a written reason, by who holds `registry.rules.override`. */
  overrides?: readonly Override[]
  trx?: Trx
}

/**
 * The approval of a right by a second person (اعتماد الحق): the rules are judged under the asset's lock,
 * the slot is taken for the time of the right (the database lets nobody else in), the rent becomes dated
 * terms, and the approval binds the fingerprint of the contract. A renewal ends what it renews.
 */
export default class ApproveRight {
  /**
   * @throws SelfApprovalError, RulesForbidError, SlotTakenError, TransitionError
   */
  async approve(rightId: number, { by, requestId, overrides = [], trx: outer }: ApprovalAct) {
    return within(outer, async (trx) => {
      const right = await this.#locked(rightId, trx)
      if (right.madeBy === by.id) throw new SelfApprovalError()
      right.moveTo('approved')
      const findings = await judgeRight(right, trx)
      const standing = findings.filter((one) => one.severity === 'critical')
      const open = standing.filter((one) => !passed(one, overrides, by, right.unitId))
      if (open.length > 0) throw new RulesForbidError(open)

      await takeSlots(right, trx)
      await writeTerms(right, trx)
      right.merge({
        approvedBy: by.id,
        approvedAt: DateTime.fromJSDate(clock.now()),
        documentHash: await rightHash(right, trx),
        refusal: null,
      })
      await right.save()
      await new DecideApproval().approve({
        subject: { type: 'right', id: right.id, unitId: right.unitId, label: right.rightNo },
        step: 'approve',
        madeBy: right.madeBy!,
        by,
        documentHash: right.documentHash!,
        reason: overrides.map(({ rule, reason }) => `${rule}: ${reason}`).join(' — ') || null,
        requestId,
        trx,
      })
      if (right.renewedFromId) await endRenewed(right, by, requestId, trx)
      return right
    })
  }

  /** Sends a draft back to its maker with a reason. It stays a draft. */
  async refuse(
    rightId: number,
    { by, reason, requestId, trx: outer }: ApprovalAct & { reason: string }
  ) {
    return within(outer, async (trx) => {
      const right = await this.#locked(rightId, trx)
      if (right.madeBy === by.id) throw new SelfApprovalError()
      right.moveTo('approved')
      right.merge({ status: 'draft', refusal: reason })
      await right.save()
      await new DecideApproval().refuse({
        subject: { type: 'right', id: right.id, unitId: right.unitId, label: right.rightNo },
        step: 'approve',
        madeBy: right.madeBy!,
        by,
        documentHash: await rightHash(right, trx),
        reason,
        requestId,
        trx,
      })
      return right
    })
  }

  /**
   * The right and its asset, held: all who ask for one asset wait for one another. This locking read
   * stands first in the transaction, so that what is judged after the wait is what stands after it.
   */
  async #locked(rightId: number, trx: Trx): Promise<Right> {
    await trx.rawQuery(
      'SELECT a.id FROM rights r JOIN assets a ON a.id = r.asset_id WHERE r.id = ? FOR UPDATE',
      [rightId]
    )
    const found = await Right.findOrFail(rightId, { client: trx })
    if (found.isImported) {
      throw new NotNowError(
        sentence(
          'هذا الحق مستورد من سجل سابق ولا يعتمد.',
          'This right was imported from an earlier register and is not approved.'
        )
      )
    }
    return found
  }
}
