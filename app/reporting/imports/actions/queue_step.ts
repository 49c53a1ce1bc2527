import RunImportJob from '#core/jobs/run_import_job'
import type ImportBatch from '#core/imports/import_batch'
import type { Trx } from '#core/within'
import { ImportBusyError } from '#reporting/imports/errors'
import { effectOf, importJob, isLive } from '#reporting/imports/queries/import_job'

/**
 * Hands a step of an import to the worker, in the transaction that locked the import.
 * @throws ImportBusyError while an earlier step runs
 */
export async function queueStep(
  batch: ImportBatch,
  payload: { step: 'check' | 'commit' | 'undo'; approved?: string; reason?: string },
  { by, trx }: { by: { id: number | null }; trx: Trx }
): Promise<number> {
  await assertIdle(batch, trx)
  return RunImportJob.enqueue(
    { importId: batch.id, ...payload },
    { trx, unitId: batch.unitId, by, effectKey: effectOf(batch.id) }
  )
}

/** @throws ImportBusyError */
export async function assertIdle(batch: ImportBatch, trx: Trx): Promise<void> {
  const job = await importJob(batch.id, trx)
  if (isLive(job)) throw new ImportBusyError(batch.id, job.id)
}
