import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { within, type Trx } from '#core/within'
import DecideApproval from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import type RegisterTransaction from '#registry/models/register_transaction'
import { NotYetEffectiveError } from '#registry/register/errors'
import { settle, type AskedOverride } from '#registry/register/findings'
import {
  carryOut,
  heldChange,
  holdWithInputs,
  isAhead,
  judgeHeld,
  placesOfChanges,
} from '#registry/register/held_change'
import { writeTrail } from '#registry/register/kinds/parts'
import { takeTurns } from '#registry/register/locks'

export interface Decision {
  by: User
  requestId?: string
  trx?: Trx
}

/**
 * The decision of a second person. Approving takes the turns of its ground, holds its inputs, asks the
 * rules once more and does what was proposed, all in one transaction. What is approved ahead of its day
 * is scheduled: the register takes it up on that day ({@link TakeEffect}).
 */
export default class DecideChange {
  /**
   * @param decision.atOnce the caller goes on with what it left behind: nothing may be scheduled
   * @throws SelfApprovalError, TransitionError, StaleAssetError (R23), RulesStandError,
   * OverrideRefusedError, NotYetEffectiveError, ProposalAlteredError
   */
  async approve(
    transactionId: number,
    {
      overrides = [],
      atOnce = false,
      ...decision
    }: Decision & { overrides?: AskedOverride[]; atOnce?: boolean }
  ): Promise<RegisterTransaction> {
    const { by, trx: outer } = decision
    const places = await placesOfChanges([transactionId], outer)
    return within(outer, async (trx) => {
      await takeTurns(places, trx)
      const held = await holdWithInputs(transactionId, trx)
      const { change } = held
      if (change.madeBy === by.id) throw new SelfApprovalError()
      const waits = isAhead(change)
      if (waits && atOnce) throw new NotYetEffectiveError(change.effectiveOn)
      // A scheduled one that failed on its day is approved anew, by its own step of the approvals.
      const step = change.status === 'scheduled' ? 'effect' : 'approve'
      change.moveTo(waits ? 'scheduled' : 'approved')

      const actor = by.asActor(decision.requestId)
      const { findings: found, context } = await judgeHeld(held, { by: actor, trx })
      const findings = settle(found, overrides, { by, unitId: change.unitId })
      if (!waits) await carryOut(change, context)
      const said = findings.flatMap(({ rule, override }) =>
        override ? [`${rule}: ${override.reason}`] : []
      )
      const now = DateTime.fromJSDate(clock.now())
      change.merge({ effectFailure: null, effectiveAt: waits ? null : now })
      await this.#close(change, by, { findings })
      await writeTrail(context)
      await new DecideApproval().approve({
        ...decisionOn(change, step, by, decision.requestId, trx),
        reason: said.length > 0 ? said.join(' • ').slice(0, 500) : null,
      })
      return change
    })
  }

  /** Refuses it, or takes the approval back of what has not taken effect. @throws SelfApprovalError, TransitionError */
  async refuse(
    transactionId: number,
    { reason, ...decision }: Decision & { reason: string }
  ): Promise<RegisterTransaction> {
    const { by } = decision
    return within(decision.trx, async (trx) => {
      const change = await heldChange(transactionId, trx)
      if (change.madeBy === by.id) throw new SelfApprovalError()
      const step = change.status === 'scheduled' ? 'effect' : 'approve'
      change.moveTo('refused')
      await this.#close(change, by, { refusal: reason.slice(0, 500) })
      await new DecideApproval().refuse({
        ...decisionOn(change, step, by, decision.requestId, trx),
        reason,
      })
      return change
    })
  }

  async #close(change: RegisterTransaction, by: User, more: Partial<RegisterTransaction>) {
    change.merge({
      ...more,
      decidedBy: by.id,
      decidedAt: DateTime.fromJSDate(clock.now()),
      version: change.version + 1,
    })
    await change.save()
  }
}

function decisionOn(
  change: RegisterTransaction,
  step: string,
  by: User,
  requestId: string | undefined,
  trx: Trx
) {
  const { id, unitId, kind, label, madeBy, documentHash } = change
  return {
    subject: { type: 'register_transaction', id, unitId, label: `${kind} ${label}` },
    step,
    madeBy,
    by,
    documentHash: documentHash!,
    requestId,
    trx,
  }
}
