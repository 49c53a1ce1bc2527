import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import { ImportInUseError } from '#core/imports/in_use'
import { restoreChanges, type UndoStage } from '#core/imports/undo'
import { Trail } from '#audit/trail'
import { thaw } from '#registry/encroachments/rules/r20'
import { addStep } from '#registry/encroachments/timeline'
import { assertUntouched } from '#registry/imports/cases/case_untouched'
import type { CaseBefore } from '#registry/imports/cases/request_before'
import { REQUEST_DETAILS } from '#registry/imports/cases/request_record'
import EncroachmentCase from '#registry/models/encroachment_case'
import LegalisationFile from '#registry/models/legalisation_file'

/**
 * Takes a file of requests back while nobody worked on its cases since: cases it opened are taken back,
 * those it moved stand where they stood, its requests go with what they froze, and known requests say
 * again what the portal said before.
 * @throws ImportInUseError
 */
export async function undoRequests(stage: UndoStage): Promise<void> {
  const { importId, trx } = stage
  await restoreChanges(stage, 'legalisation_files', REQUEST_DETAILS)
  const cases: { record_id: number; before_value: string | CaseBefore }[] = await stage.sql(
    `SELECT record_id, before_value FROM import_changes WHERE import_id = ? AND table_name = 'encroachment_cases'`,
    [importId]
  )
  const files = await LegalisationFile.query({ client: trx }).where('import_id', importId)
  for (const file of files) await assertNotDisplayed(file, stage)
  for (const { record_id: id, before_value: kept } of cases) {
    const before = (typeof kept === 'string' ? JSON.parse(kept) : kept) as CaseBefore
    await giveBack(Number(id), before, stage)
  }
  for (const file of files) {
    await thaw(file, trx)
    await stage.sql('DELETE FROM encroachment_freezes WHERE file_id = ?', [file.id])
  }
  await stage.sql('DELETE FROM legalisation_files WHERE import_id = ?', [importId])
}

async function giveBack(caseId: number, before: CaseBefore, stage: UndoStage): Promise<void> {
  const { trx, by, importId } = stage
  await assertUntouched(caseId, before.lastStep ?? 0, stage)
  const kase = await EncroachmentCase.query({ client: trx })
    .where('id', caseId)
    .forUpdate()
    .firstOrFail()
  const from = kase.status
  const { opened, status, statusSince, deadlineOn, screenedBy } = before
  if (opened) {
    kase.merge({ status: 'cancelled', statusSince: today(), closedOn: today(), deadlineOn: null })
    kase.sourceRef = null
  } else kase.merge({ status, statusSince, deadlineOn, screenedBy })
  await kase.save()
  const note = `تراجع عن استيراد كشف طلبات التقنين رقم ${importId}`
  const { episode, status: to, unitId, caseNo } = kase
  await addStep({ caseId, episode, step: 'import', from, to, on: today(), note }, by, trx)
  await Trail.record(
    {
      action: 'encroachment.moved',
      ...{ unitId, subjectType: 'encroachment', subjectId: caseId, label: caseNo },
      before: { status: from },
      after: { step: 'import', status: to, importId },
      reason: note,
    },
    { by, trx }
  )
}

async function assertNotDisplayed(file: LegalisationFile, { sql }: UndoStage): Promise<void> {
  const [shown] = await sql(
    `SELECT l.list_no FROM display_entries e JOIN display_lists l ON l.id = e.list_id
     WHERE e.subject_type = 'legalisation_file' AND e.subject_id = ? AND l.status <> 'withdrawn' LIMIT 1`,
    [file.id]
  )
  if (!shown) return
  throw new ImportInUseError(
    sentence(
      `طلب التقنين رقم ${file.portalNo} في كشف العرض رقم ${shown.list_no}.`,
      `Legalisation file ${file.portalNo} stands on display list ${shown.list_no}.`
    ),
    { cure: sentence('يرفع الكشف أولًا.', 'Take the list down first.') }
  )
}
