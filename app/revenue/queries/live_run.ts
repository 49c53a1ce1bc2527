import db from '@adonisjs/lucid/services/db'
import type { Month } from '#core/fiscal'

export interface LiveRun {
  runId: number
  jobId: number
  state: string
  progress: number
  note: string | null
}

/** The run of this unit and month that is under way, or null. */
export async function liveRun(unitId: number, month: Month): Promise<LiveRun | null> {
  const [[row]] = await db.rawQuery(
    `SELECT r.id AS run, j.id AS job, j.state, j.progress, j.progress_note AS note
     FROM reconciliation_runs r JOIN jobs j ON j.id = r.job_id
     WHERE r.unit_id = ? AND r.month = ? AND r.state = 'running'
       AND j.state IN ('waiting', 'queued', 'running') ORDER BY r.id DESC LIMIT 1`,
    [unitId, month.first]
  )
  return row
    ? {
        runId: Number(row.run),
        jobId: Number(row.job),
        state: String(row.state),
        progress: Number(row.progress),
        note: row.note as string | null,
      }
    : null
}
