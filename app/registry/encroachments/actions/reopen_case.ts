import { moveCase, type CaseAct } from '#registry/encroachments/move_case'
import { freezeCase } from '#registry/encroachments/rules/r20'
import type EncroachmentCase from '#registry/models/encroachment_case'

/**
 * A relapse (عودة التعدي): the same case opens again as its next episode, with all its history. Minutes,
 * legal answer and order are made anew; the usage charge runs from the new possession.
 */
export default class ReopenCase {
  relapse(caseId: number, act: CaseAct & { note: string }): Promise<EncroachmentCase> {
    return moveCase(caseId, 'relapse', act, async (kase, trx) => {
      kase.merge({ episode: kase.episode + 1, possessionFrom: null, chargedTo: null })
      kase.merge({ screenedBy: null })
      await freezeCase(kase, trx)
      return { facts: { episode: kase.episode } }
    })
  }
}
