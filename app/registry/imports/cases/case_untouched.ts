import { sentence } from '#core/domain_error'
import { ImportInUseError } from '#core/imports/in_use'
import type { UndoStage } from '#core/imports/undo'

/**
 * A case may be taken back while nobody worked on it after a step of its timeline; notes do not count.
 * @throws ImportInUseError naming the case
 */
export async function assertUntouched(
  caseId: number,
  afterStep: number,
  { sql }: UndoStage
): Promise<void> {
  const [later] = await sql(
    `SELECT c.case_no FROM encroachment_steps s JOIN encroachment_cases c ON c.id = s.case_id
     WHERE s.case_id = ? AND s.id > ? AND s.step <> 'note' LIMIT 1`,
    [caseId, afterStep]
  )
  if (!later) return
  throw new ImportInUseError(
    sentence(
      `جرى العمل على ملف التعدي رقم ${later.case_no} بعد هذا الاستيراد.`,
      `Case ${later.case_no} was worked on after this import.`
    ),
    {
      facts: { caseId },
      cure: sentence(
        'يستكمل الملف من صفحته: ما بدأ العمل عليه لا يتراجع عنه.',
        'Go on with the case on its page: what was worked on is not taken back.'
      ),
    }
  )
}
