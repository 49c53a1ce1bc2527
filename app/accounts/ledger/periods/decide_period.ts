import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { Month } from '#core/fiscal'
import { within, type Trx } from '#core/within'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { assertCanBecome } from '#accounts/ledger/periods/propose_period'
import PeriodDecision from '#accounts/models/period_decision'

interface Deciding {
  by: User
  requestId?: string
  trx?: Trx
}

/** A second person's answer to a decision on a month. */
export default class DecidePeriod {
  /**
   * Locks the month or opens it, and waits for postings of that month that have begun.
   * @throws SelfApprovalError, TransitionError, PeriodStateError
   */
  async approve(id: number, deciding: Deciding): Promise<PeriodDecision> {
    return this.#decide(id, deciding, async (decision, trx) => {
      const { unitId, month, toState, decisionNo } = decision
      const to = toState as 'locked' | 'open'
      await assertCanBecome({ unitId, month: Month.containing(month), to }, trx)
      decision.moveTo('approved')
      await trx.rawQuery(
        `INSERT INTO accounting_periods (unit_id, month, state, decision_no, changed_by, changed_at)
         VALUES (?, ?, ?, ?, ?, NOW(3)) ON DUPLICATE KEY UPDATE state = VALUES(state),
           decision_no = VALUES(decision_no), changed_by = VALUES(changed_by), changed_at = VALUES(changed_at)`,
        [unitId, month, to, decisionNo, deciding.by.id]
      )
      return 'approve'
    })
  }

  /** @throws SelfApprovalError, TransitionError */
  async refuse(id: number, { reason, ...deciding }: Deciding & { reason: string }) {
    return this.#decide(id, { ...deciding, reason }, async (decision) => {
      decision.moveTo('refused')
      decision.refusal = reason.slice(0, 500)
      return 'refuse'
    })
  }

  async #decide(
    id: number,
    { by, requestId, trx: outer, reason }: Deciding & { reason?: string },
    work: (decision: PeriodDecision, trx: Trx) => Promise<'approve' | 'refuse'>
  ): Promise<PeriodDecision> {
    return within(outer, async (trx) => {
      const decision = await (await PeriodDecision.findOrFail(id, { client: trx })).lock(trx)
      if (decision.madeBy === by.id) throw new SelfApprovalError()
      const hash = documentHash(decision.picture())
      const verdict = await work(decision, trx)
      const decidedAt = DateTime.fromJSDate(clock.now())
      decision.merge({ decidedBy: by.id, decidedAt, documentHash: hash })
      await decision.save()
      const { unitId, label, madeBy } = decision
      const told = {
        subject: { type: 'period_decision', id, unitId, label },
        step: 'approve',
        madeBy,
        by,
        documentHash: hash,
        requestId,
        trx,
      }
      if (verdict === 'approve') await new DecideApproval().approve(told)
      else await new DecideApproval().refuse({ ...told, reason: reason! })
      return decision
    })
  }
}
