import { TransitionError } from '#core/transitions'
import { within } from '#core/within'
import { recordApproval } from '#identity/actions/record_approval'
import { Trail } from '#audit/trail'
import type { Actor } from '#audit/actor'
import ImportBatch from '#core/imports/import_batch'
import { ApprovalNeededError, OwnImportError } from '#reporting/imports/errors'
import { queueStep } from '#reporting/imports/actions/queue_step'

/**
 * The second person's yes: it is bound to the file, its columns and the checked figures by their hash,
 * and the commit follows as a job that refuses anything else.
 * @throws OwnImportError TransitionError ImportBusyError
 */
export async function approveImport(batch: ImportBatch, by: Actor & { id: number }): Promise<void> {
  await within(null, async (trx) => {
    const fresh = await batch.lock(trx)
    await fresh.load('file')
    if (fresh.createdBy === by.id) throw new OwnImportError(fresh.id)
    assertChecked(fresh)
    const approved = fresh.approvedHash()
    await queueStep(fresh, { step: 'commit', approved: approved.toString('hex') }, { by, trx })
    fresh.approvedBy = by.id
    fresh.moveTo('committing')
    await fresh.save()
    if (fresh.createdBy !== null) {
      await recordApproval(
        {
          unitId: fresh.unitId,
          subjectType: 'import',
          subjectId: fresh.id,
          step: 'commit',
          madeBy: fresh.createdBy,
          decidedBy: by.id,
          documentHash: approved,
        },
        trx
      )
    }
    const { rowCount: rows, landed, updated, unchanged, rejected, blank } = fresh
    await Trail.record(
      {
        action: 'import.approved',
        unitId: fresh.unitId,
        subjectType: 'import',
        subjectId: fresh.id,
        label: `${fresh.kind} ${fresh.file.originalName}`,
        after: {
          counts: { rows, landed, updated, unchanged, rejected, blank },
          hash: approved.toString('hex'),
        },
      },
      { by, trx }
    )
  })
}

/**
 * Commits an import of a kind that one person may bring in.
 * @throws ApprovalNeededError TransitionError ImportBusyError
 */
export async function commitOwnImport(batch: ImportBatch, by: Actor): Promise<void> {
  await within(null, async (trx) => {
    const fresh = await batch.lock(trx)
    if (fresh.needsApproval) throw new ApprovalNeededError(fresh.id)
    assertChecked(fresh)
    await queueStep(fresh, { step: 'commit' }, { by, trx })
    fresh.moveTo('committing')
    await fresh.save()
  })
}

/** Only what was checked is decided on; the job alone goes on from `failed`. */
function assertChecked({ state }: ImportBatch): void {
  if (state === 'checked') return
  throw new TransitionError(state, 'committing', ['checked'], ImportBatch.stateNames)
}
