import { moveCase, type CaseAct } from '#registry/encroachments/move_case'
import { freezeCase } from '#registry/encroachments/rules/r20'
import type EncroachmentCase from '#registry/models/encroachment_case'

/**
 * A relapse (عودة التعدي): the same case opens again as its next episode, with all its history. Minutes,
 * legal answer and order are made anew; the usage charge runs from the new possession.
 */
export default class ReopenCase {
  relapse(
    caseId: number,
    { facts, ...act }: CaseAct & { note: string; facts?: Record<string, unknown> }
  ): Promise<EncroachmentCase> {
    return moveCase(caseId, 'relapse', act, async (kase, trx) => {
      const { possessionFrom, chargedTo } = kase
      kase.merge({ episode: kase.episode + 1, possessionFrom: null, chargedTo: null })
      kase.merge({ screenedBy: null })
      await freezeCase(kase, trx)
      return { facts: { ...facts, episode: kase.episode, before: { possessionFrom, chargedTo } } }
    })
  }

  /**
   * Opened by mistake (إلغاء فتح الملف), before anything was found: a new case ends, a relapse gives the
   * case back as it was removed. Its number stays used, and what was reported of it may come in again.
   */
  takeBack(caseId: number, act: CaseAct & { note: string }): Promise<EncroachmentCase> {
    return moveCase(caseId, 'take_back', act, async (kase, trx) => {
      const { sourceRef } = kase
      if (kase.episode === 1) {
        kase.sourceRef = null
        return { to: 'cancelled', facts: { sourceRef } }
      }
      const opened = await trx
        .from('encroachment_steps')
        .where({ case_id: kase.id, episode: kase.episode, step: 'relapse' })
        .orderBy('id', 'desc')
        .first()
      const facts = typeof opened?.facts === 'string' ? JSON.parse(opened.facts) : opened?.facts
      kase.merge({ episode: kase.episode - 1, ...(facts?.before as object | undefined) })
      return { to: 'removed' }
    })
  }
}
