import { sentence } from '#core/domain_error'
import { ImportInUseError } from '#core/imports/in_use'
import type { UndoStage } from '#core/imports/undo'
import ReopenCase from '#registry/encroachments/actions/reopen_case'
import { noteOn } from '#registry/encroachments/timeline'
import { assertUntouched } from '#registry/imports/cases/case_untouched'

interface Kept {
  case_id: number
  case_no: string
  change_no: string
  outcome: string
}

/**
 * Takes a file of changes back while its cases are as it left them: cases it opened are taken back with
 * their numbers used, relapses it found give the case back as removed, and what joined a case is said
 * there to have been taken back. The numbers of the changes may come in again.
 * @throws ImportInUseError
 */
export async function undoChanges(stage: UndoStage): Promise<void> {
  const { importId, by, trx } = stage
  const note = `تراجع عن استيراد كشف المتغيرات رقم ${importId}`
  const rows: Kept[] = await stage.sql(
    `SELECT s.case_id, c.case_no, s.change_no, s.outcome FROM spatial_changes s
     JOIN encroachment_cases c ON c.id = s.case_id WHERE s.import_id = ? ORDER BY s.id`,
    [importId]
  )
  for (const row of rows) {
    const caseId = Number(row.case_id)
    if (row.outcome === 'joined') {
      await noteOn(caseId, `${note}: المتغير رقم ${row.change_no}.`, by, trx)
      continue
    }
    await assertUntouched(caseId, await openingStep(caseId, row.outcome, stage), stage)
    await assertAlone(row, stage)
    await new ReopenCase().takeBack(caseId, { by, note, trx })
  }
  await stage.sql('DELETE FROM spatial_changes WHERE import_id = ?', [importId])
}

/** The step by which the file opened the case. */
async function openingStep(caseId: number, outcome: string, { sql }: UndoStage): Promise<number> {
  const [row] = await sql(
    'SELECT MAX(id) AS id FROM encroachment_steps WHERE case_id = ? AND step = ?',
    [caseId, outcome === 'opened' ? 'detect' : 'relapse']
  )
  return Number(row.id)
}

/** A later file whose changes joined the case rests on it. */
async function assertAlone(row: Kept, { sql, importId }: UndoStage): Promise<void> {
  const [later] = await sql(
    'SELECT import_id FROM spatial_changes WHERE case_id = ? AND import_id > ? LIMIT 1',
    [row.case_id, importId]
  )
  if (!later) return
  throw new ImportInUseError(
    sentence(
      `ضم الاستيراد رقم ${later.import_id} متغيرات إلى ملف التعدي رقم ${row.case_no}.`,
      `Import ${later.import_id} joined changes to case ${row.case_no}.`
    ),
    { cure: sentence('تراجع عن الأحدث أولًا.', 'Undo the later one first.') }
  )
}
