import db from '@adonisjs/lucid/services/db'
import { Job, type JobPayload } from '#core/jobs/job'
import type { JobContext } from '#core/jobs/context'
import { checkImport, commitImport } from '#core/imports/run_import'
import { undoImport } from '#core/imports/undo'

/** Checks, commits or undoes one import: `{ importId, step: 'check' | 'commit' | 'undo' }`. */
export default class RunImportJob extends Job {
  static override readonly kind = 'core.run_import'

  async execute(payload: JobPayload, context: JobContext) {
    const importId = Number(payload.importId)
    const options = {
      by: await personOf(context.createdBy),
      guard: (trx: Parameters<JobContext['guard']>[0]) => context.guard(trx),
      progress: (percent: number, note: string) => context.progress(percent, note),
    }
    if (payload.step === 'undo') {
      await undoImport(importId, options)
      return { importId, undone: true }
    }
    const run = payload.step === 'commit' ? commitImport : checkImport
    const { rows, landed, updated, unchanged, rejected, blank } = await run(importId, options)
    return { importId, rows, landed, updated, unchanged, rejected, blank }
  }
}

async function personOf(id: number | null) {
  if (id === null) return { id: null, name: 'النظام' }
  const [rows] = await db.rawQuery('SELECT full_name AS name FROM users WHERE id = ?', [id])
  return { id, name: String(rows[0]?.name ?? id) }
}
