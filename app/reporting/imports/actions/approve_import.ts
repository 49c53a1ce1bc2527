import ImportBatch from '#core/imports/import_batch'
import { importSteps } from '#core/imports/steps'
import { within } from '#core/within'
import type { Actor } from '#audit/actor'
import DecideApproval from '#identity/actions/decide_approval'
import type User from '#identity/models/user'
import { ApprovalNeededError } from '#reporting/imports/errors'

/**
 * The second person's yes, kept with the hash of what was approved: the file, its columns and the
 * checked figures. The commit follows as a job that refuses anything else.
 * @throws OwnImportError TransitionError ImportBusyError
 */
export async function approveImport(
  batch: ImportBatch,
  by: User,
  requestId?: string
): Promise<void> {
  // What an operator's command uploaded has no maker among the people.
  const { createdBy: madeBy } = batch
  await within(null, async (trx) => {
    const isRecorded = madeBy !== null
    await importSteps.approve(batch, { by: by.asActor(requestId), trx, isRecorded })
    if (madeBy === null) return
    const query = ImportBatch.query({ client: trx }).where('id', batch.id)
    const approved = await query.preload('file').firstOrFail()
    const label = `${batch.kind} ${batch.file.originalName}`
    await new DecideApproval().approve({
      subject: { type: 'import', id: batch.id, unitId: batch.unitId, label },
      step: 'commit',
      madeBy,
      by,
      documentHash: approved.approvedHash(),
      requestId,
      trx,
    })
  })
}

/**
 * Commits an import of a kind that one person may bring in.
 * @throws ApprovalNeededError TransitionError ImportBusyError
 */
export async function commitOwnImport(batch: ImportBatch, by: Actor): Promise<void> {
  if (batch.needsApproval) throw new ApprovalNeededError(batch.id)
  await importSteps.approve(batch, { by })
}
