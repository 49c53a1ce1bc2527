import { within } from '#core/within'
import { assertTransition } from '#core/transitions'
import ImportBatch from '#core/imports/import_batch'
import { Trail } from '#audit/trail'
import type { Actor } from '#audit/actor'
import { assertIdle, queueStep } from '#reporting/imports/actions/queue_step'

/** Puts an import aside before anything of it landed. @throws TransitionError ImportBusyError */
export async function cancelImport(batch: ImportBatch, by: Actor): Promise<void> {
  await within(null, async (trx) => {
    const fresh = await batch.lock(trx)
    await assertIdle(fresh, trx)
    fresh.moveTo('cancelled')
    await fresh.save()
    await Trail.record(
      {
        action: 'import.cancelled',
        unitId: batch.unitId,
        subjectType: 'import',
        subjectId: batch.id,
        label: `${batch.kind} ${batch.file.originalName}`,
      },
      { by, trx }
    )
  })
}

/**
 * Has a committed import taken back, as a job; the pipeline refuses it, with what stands in the way,
 * once its rows are used.
 * @throws TransitionError ImportBusyError
 */
export async function undoCommitted(batch: ImportBatch, reason: string, by: Actor): Promise<void> {
  await within(null, async (trx) => {
    const fresh = await batch.lock(trx)
    assertTransition(ImportBatch.transitions, fresh.state, 'undoing', ImportBatch.stateNames)
    await queueStep(fresh, { step: 'undo', reason }, { by, trx })
  })
}
