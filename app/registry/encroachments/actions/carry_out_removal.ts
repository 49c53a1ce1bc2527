import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { CaseNotReadyError } from '#registry/encroachments/errors'
import type { NoticeWay } from '#registry/encroachments/kinds'
import { assertRules, moveCase, type CaseAct } from '#registry/encroachments/move_case'
import { liveOrder } from '#registry/encroachments/queries/hands'
import { judgeHands } from '#registry/encroachments/rules/r19'
import { judgeFreeze } from '#registry/encroachments/rules/r20'
import AccrueUsage from '#registry/encroachments/actions/accrue_usage'
import type EncroachmentCase from '#registry/models/encroachment_case'

/** From the notice to the second inspection (تنفيذ قرار الإزالة). */
export default class CarryOutRemoval {
  /** The occupier is told (إعلان القرار): how, when, by whom, and what proves it. R20 freezes it. */
  serveNotice(caseId: number, input: { how: NoticeWay; proof: string }, act: CaseAct) {
    return moveCase(caseId, 'serve_notice', act, async (kase, trx, on) => {
      assertRules(await judgeFreeze(kase, trx))
      const order = await liveOrder(kase, trx)
      order.merge({ noticedOn: on, noticeHow: input.how, noticeProof: input.proof })
      order.noticeBy = act.by.id
      await order.save()
      return { facts: { how: input.how, proof: input.proof } }
    })
  }

  /** The day agreed with the police (موعد التأمين), after the days to leave. */
  setSecurity(caseId: number, input: { securityOn: Day; body: string }, act: CaseAct) {
    return moveCase(caseId, 'set_security', act, async (kase, trx) => {
      assertRules(await judgeFreeze(kase, trx))
      const order = await liveOrder(kase, trx)
      if (input.securityOn <= order.leaveBy!) {
        throw new CaseNotReadyError(
          sentence(
            `مهلة الإزالة الذاتية حتى ${order.leaveBy}، فموعد التأمين بعدها.`,
            `He has until ${order.leaveBy} to remove it himself; the security date comes after.`
          ),
          { facts: { leaveBy: order.leaveBy, securityOn: input.securityOn } }
        )
      }
      order.merge({ securityOn: input.securityOn, securityBody: input.body })
      await order.save()
      return { facts: { securityOn: input.securityOn, body: input.body } }
    })
  }

  /**
   * The removal itself, by who neither made, nor issued, nor surveyed it. The usage charge ends on this
   * day: he holds the land no more.
   * @throws CaseNotReadyError before the security date; CaseRuleError (R19, R20)
   */
  execute(caseId: number, act: CaseAct & { note: string }): Promise<EncroachmentCase> {
    return moveCase(caseId, 'execute', act, async (kase, trx, on) => {
      const order = await liveOrder(kase, trx)
      assertRules([
        ...judgeHands(act.by.id, 'executor', {
          maker: order.madeBy,
          decider: order.issuedBy,
          surveyor: order.surveyorId,
        }),
        ...(await judgeFreeze(kase, trx)),
      ])
      if (on < order.securityOn!) {
        throw new CaseNotReadyError(
          sentence(
            `موعد التأمين ${order.securityOn}، ولا تنفذ الإزالة قبله.`,
            `The security date is ${order.securityOn}; nothing is removed before.`
          ),
          { facts: { securityOn: order.securityOn, on } }
        )
      }
      order.merge({ executedOn: on, executedBy: act.by.id, executionNote: act.note })
      await order.save()
      const charged = await new AccrueUsage().upTo(kase, on, trx)
      kase.chargedTo = on
      return { facts: { charged: String(charged.total), days: charged.days } }
    })
  }

  /** The land is as it was (إعادة الشيء إلى أصله). */
  restore(caseId: number, act: CaseAct) {
    return moveCase(caseId, 'restore', act, async (kase, trx, on) => {
      const order = await liveOrder(kase, trx)
      await order.merge({ restoredOn: on }).save()
    })
  }

  /** Handed over to the authority that keeps it (تسليم الموقع). */
  handOver(caseId: number, input: { to: string }, act: CaseAct) {
    return moveCase(caseId, 'hand_over', act, async (kase, trx, on) => {
      const order = await liveOrder(kase, trx)
      await order.merge({ handedOverOn: on, handedTo: input.to }).save()
      return { facts: { to: input.to } }
    })
  }

  /**
   * Another person sees the site again (إعادة المعاينة): clear, and the case is closed; or not, and the
   * removal is to be executed again on a new security date.
   * @throws CaseRuleError (R19)
   */
  reinspect(caseId: number, input: { clear: boolean }, act: CaseAct & { note: string }) {
    return moveCase(caseId, 'reinspect', act, async (kase, trx, on) => {
      const order = await liveOrder(kase, trx)
      assertRules(judgeHands(act.by.id, 'verifier', { executor: order.executedBy }))
      if (input.clear) {
        await order.merge({ reinspectedOn: on, reinspectedBy: act.by.id }).save()
        return { to: 'removed', facts: { clear: true } }
      }
      const undone = { executedOn: order.executedOn, executedBy: order.executedBy }
      order.merge({ handedOverOn: null, handedTo: null, restoredOn: null })
      order.merge({ executedOn: null, executedBy: null, executionNote: null })
      await order.save()
      kase.chargedTo = null
      return { to: 'scheduled', facts: { clear: false, ...undone } }
    })
  }
}
