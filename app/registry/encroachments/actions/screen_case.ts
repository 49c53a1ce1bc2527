import { sentence } from '#core/domain_error'
import { CaseNamesNothingError } from '#registry/encroachments/errors'
import { moveCase, type CaseAct } from '#registry/encroachments/move_case'
import EncroachmentCase from '#registry/models/encroachment_case'

type Reasoned = CaseAct & { note: string }

/** Screening (التصنيف): what was detected is lawful, a repetition of another case, or unlawful. */
export default class ScreenCase {
  /** He has a licence or a right: the case is closed. */
  lawful(caseId: number, act: Reasoned): Promise<EncroachmentCase> {
    return moveCase(caseId, 'find_lawful', act, async (kase) => {
      kase.screenedBy = act.by.id
    })
  }

  /**
   * The same encroachment as another open case of the unit, which takes its place.
   * @throws CaseNamesNothingError
   */
  duplicate(caseId: number, { of, ...act }: CaseAct & { of: string }): Promise<EncroachmentCase> {
    return moveCase(caseId, 'find_duplicate', act, async (kase, trx) => {
      const other = await EncroachmentCase.query({ client: trx })
        .where({ unit_id: kase.unitId, case_no: of.trim() })
        .whereNot('id', kase.id)
        .whereNot('status', 'duplicate')
        .first()
      if (!other) throw new CaseNamesNothingError(sentence('ملف تعد آخر', 'other case'), of)
      kase.merge({ screenedBy: act.by.id, duplicateOf: other.id })
      return { facts: { duplicateOf: other.caseNo } }
    })
  }

  unlawful(caseId: number, act: Reasoned): Promise<EncroachmentCase> {
    return moveCase(caseId, 'find_unlawful', act, async (kase) => {
      kase.screenedBy = act.by.id
    })
  }
}
