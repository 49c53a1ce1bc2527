import db from '@adonisjs/lucid/services/db'
import { DomainError, sentence } from '#core/domain_error'
import ImportBatch from '#core/imports/import_batch'
import { Job, type JobPayload } from '#core/jobs/job'
import type { JobContext } from '#core/jobs/context'
import { checkImport, commitImport } from '#core/imports/run_import'
import { undoImport } from '#core/imports/undo'

/** Between its approval and its commit an import became another one; nothing of it lands. */
export class ChangedSinceApprovalError extends DomainError {
  static override code = 'E_CHANGED_SINCE_APPROVAL'
  constructor(importId: number) {
    super(
      sentence(
        `تغير الاستيراد ${importId} بعد اعتماده، فلم يرحل منه شيء.`,
        `Import ${importId} changed after it was approved, so nothing of it landed.`
      ),
      {
        facts: { importId },
        cure: sentence('افحصه من جديد واطلب اعتماده.', 'Check it again and have it approved.'),
      }
    )
  }
}

/**
 * Checks, commits or undoes one import: `{ importId, step: 'check' | 'commit' | 'undo' }`, with
 * `approved` (the hash a second person approved, as hex) or `reason` (of an undo).
 */
export default class RunImportJob extends Job {
  static override readonly kind = 'core.run_import'

  async execute(payload: JobPayload, context: JobContext) {
    const importId = Number(payload.importId)
    const options = {
      by: await personOf(context.createdBy),
      reason: payload.reason === undefined ? undefined : String(payload.reason),
      guard: (trx: Parameters<JobContext['guard']>[0]) => context.guard(trx),
      progress: (percent: number, note: string) => context.progress(percent, note),
    }
    if (payload.step === 'undo') {
      await undoImport(importId, options)
      return { importId, undone: true }
    }
    if (payload.approved) await assertUnchanged(importId, String(payload.approved))
    const run = payload.step === 'commit' ? commitImport : checkImport
    const { rows, landed, updated, unchanged, rejected, blank } = await run(importId, options)
    return { importId, rows, landed, updated, unchanged, rejected, blank }
  }
}

async function assertUnchanged(importId: number, approved: string): Promise<void> {
  const batch = await ImportBatch.query().where('id', importId).preload('file').firstOrFail()
  // Committed: the earlier try of this job did it, and its answer was lost.
  if (batch.state === 'committed' || batch.approvedHash().toString('hex') === approved) return
  throw new ChangedSinceApprovalError(importId)
}

async function personOf(id: number | null) {
  if (id === null) return { id: null, name: 'النظام' }
  const [rows] = await db.rawQuery('SELECT full_name AS name FROM users WHERE id = ?', [id])
  return { id, name: String(rows[0]?.name ?? id) }
}
