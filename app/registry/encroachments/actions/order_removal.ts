import { addDays } from '#core/days'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import { basisOn, decided, orderNumber } from '#registry/encroachments/actions/removal_order_parts'
import { deadlines } from '#registry/encroachments/deadlines'
import {
  assertRules,
  moveCase,
  type CaseAct,
  type DecidingAct,
} from '#registry/encroachments/move_case'
import { liveOrder, surveyorOf } from '#registry/encroachments/queries/hands'
import { answerOf, judgeRemovalGate } from '#registry/encroachments/rules/r18'
import { judgeHands } from '#registry/encroachments/rules/r19'
import { judgeFreeze } from '#registry/encroachments/rules/r20'
import type EncroachmentCase from '#registry/models/encroachment_case'
import RemovalOrder from '#registry/models/removal_order'

/** The removal order (قرار الإزالة): drafted by one, issued by another, after the legal answer. */
export default class OrderRemoval {
  /**
   * @param subject what is removed, as the order will say it
   * @throws CaseRuleError (R18, R19, R20)
   */
  draft(caseId: number, { subject }: { subject: string }, act: CaseAct): Promise<EncroachmentCase> {
    return moveCase(caseId, 'draft_order', act, async (kase, trx, on) => {
      const surveyor = await surveyorOf(kase, trx)
      assertRules([
        ...(await judgeRemovalGate(kase, trx)),
        ...judgeHands(act.by.id, 'maker', { surveyor }),
        ...(await judgeFreeze(kase, trx)),
      ])
      const answer = (await answerOf(kase, trx))!
      await RemovalOrder.create(
        {
          unitId: kase.unitId,
          caseId: kase.id,
          episode: kase.episode,
          status: 'draft',
          answerId: answer.id,
          legalBasis: await basisOn(on, kase.unitId, trx),
          subject,
          madeBy: act.by.id!,
          surveyorId: surveyor!,
        },
        { client: trx }
      )
    })
  }

  /**
   * Issued: the order takes its number and its days, and its fingerprint binds what was issued.
   * @throws SelfApprovalError, CaseRuleError (R18, R19, R20)
   */
  issue(caseId: number, { by, requestId, ...act }: DecidingAct): Promise<EncroachmentCase> {
    const hand = { ...act, by: by.asActor(requestId) }
    return moveCase(caseId, 'issue_order', hand, async (kase, trx, on) => {
      const order = await liveOrder(kase, trx)
      if (order.madeBy === by.id) throw new SelfApprovalError()
      const answer = await answerOf(kase, trx)
      assertRules([
        ...(await judgeRemovalGate(kase, trx)),
        ...judgeHands(by.id, 'decider', { surveyor: order.surveyorId }),
        ...(await judgeFreeze(kase, trx)),
      ])
      const { value: days } = await deadlines({ on, unitId: kase.unitId, trx })
      order.merge({
        status: 'issued',
        answerId: answer!.id,
        orderNo: await orderNumber(kase.unitId, on, trx),
        issuedBy: by.id,
        issuedOn: on,
        leaveBy: addDays(on, days.leave),
        grievanceUntil: addDays(on, days.order_grievance),
      })
      order.documentHash = documentHash({
        ...order.picture(),
        answer: answer!.hash.toString('hex'),
        caseNo: kase.caseNo,
        areaM2: kase.areaM2,
        occupierName: kase.occupierName,
      })
      await order.save()
      await new DecideApproval().approve({ ...decided(order, kase), by, requestId, trx })
      return { facts: { orderNo: order.orderNo, leaveBy: order.leaveBy } }
    })
  }

  /** Sent back to its maker; another draft may follow. */
  refuse(
    caseId: number,
    { by, requestId, ...act }: DecidingAct & { note: string }
  ): Promise<EncroachmentCase> {
    const hand = { ...act, by: by.asActor(requestId) }
    return moveCase(caseId, 'refuse_order', hand, async (kase, trx) => {
      const order = await liveOrder(kase, trx)
      order.merge({ status: 'refused', endedReason: act.note })
      await order.save()
      await new DecideApproval().refuse({
        ...decided(order, kase),
        documentHash: documentHash(order.picture()),
        reason: act.note,
        by,
        requestId,
        trx,
      })
    })
  }

  /** Withdrawn before its execution (سحب القرار); its number stays used. */
  withdraw(
    caseId: number,
    { by, requestId, ...act }: DecidingAct & { note: string }
  ): Promise<EncroachmentCase> {
    const hand = { ...act, by: by.asActor(requestId) }
    return moveCase(caseId, 'withdraw_order', hand, async (kase, trx) => {
      const order = await liveOrder(kase, trx)
      order.merge({ status: 'withdrawn', endedReason: act.note })
      await order.save()
      return { facts: { orderNo: order.orderNo } }
    })
  }
}
