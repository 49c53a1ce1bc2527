import db from '@adonisjs/lucid/services/db'
import type { Trx } from '#core/within'
import type { Question } from '#reporting/revenue_reconciliation/figures'
import { select } from '#reporting/revenue_reconciliation/rows'

export interface LiveRun {
  runId: number
  jobId: number
  state: string
  progress: number
  note: string | null
}

/** The run of this unit and month that is under way, or null. */
export async function liveRun({ unitId, month }: Question): Promise<LiveRun | null> {
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

/** Whether some unit below, though not the whole, was reconciled for the month. */
export async function partlyReconciled({ unitId, month }: Question, trx: Trx): Promise<boolean> {
  const rows = await select(
    trx,
    `SELECT 1 FROM reconciliation_runs r
     JOIN unit_closure c ON c.descendant_id = r.unit_id AND c.ancestor_id = :unit
     WHERE r.month = :month AND r.state = 'done' LIMIT 1`,
    { unit: unitId, month: month.first }
  )
  return rows.length > 0
}
