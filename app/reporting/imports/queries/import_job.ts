import db from '@adonisjs/lucid/services/db'
import { effectOf } from '#core/imports/steps'
import type { JobState } from '#core/jobs/progress'

export interface ImportJob {
  id: number
  state: JobState
  step: 'check' | 'commit' | 'undo'
  error: string | null
}

/** The last job of an import, live or ended; null when none was asked for yet. */
export async function importJob(importId: number): Promise<ImportJob | null> {
  const [[row]] = await db.rawQuery(
    `SELECT id, state, JSON_VALUE(payload, '$.step') AS step, error FROM jobs
     WHERE kind = 'core.run_import' AND effect_key = ? ORDER BY id DESC LIMIT 1`,
    [effectOf(importId)]
  )
  return row ? { ...row, id: Number(row.id) } : null
}

/** Whether the job may still change something. */
export function isLive(job: ImportJob | null): job is ImportJob {
  return job !== null && ['waiting', 'queued', 'running'].includes(job.state)
}
