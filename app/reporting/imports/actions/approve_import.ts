import ImportBatch from '#core/imports/import_batch'
import { importSteps } from '#core/imports/steps'
import { within } from '#core/within'
import { recordApproval } from '#identity/actions/record_approval'
import type { Actor } from '#audit/actor'
import { ApprovalNeededError } from '#reporting/imports/errors'

/**
 * The second person's yes, kept with the hash of what was approved: the file, its columns and the
 * checked figures. The commit follows as a job that refuses anything else.
 * @throws OwnImportError TransitionError ImportBusyError
 */
export async function approveImport(batch: ImportBatch, by: Actor & { id: number }): Promise<void> {
  await within(null, async (trx) => {
    await importSteps.approve(batch, { by, trx })
    const query = ImportBatch.query({ client: trx }).where('id', batch.id)
    const approved = await query.preload('file').firstOrFail()
    // What an operator's command uploaded has no maker among the people.
    if (approved.createdBy === null || approved.approvedBy === null) return
    await recordApproval(
      {
        unitId: approved.unitId,
        subjectType: 'import',
        subjectId: approved.id,
        step: 'commit',
        madeBy: approved.createdBy,
        decidedBy: by.id,
        documentHash: approved.approvedHash(),
      },
      trx
    )
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
