import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { OPERATOR } from '#core/imports/command'
import { openBatch } from '#core/imports/open_batch'
import RunImportJob from '#core/jobs/run_import_job'
import StartReconciliation from '#revenue/actions/start_reconciliation'
import { insist } from './fleet.js'

export interface WorkFile {
  kind: string
  file: string
  unit: string
  rows: number
  totals: Record<string, string>
  map?: Record<string, string | { value: string }>
}

/** The files of a generated governorate in the order of their loading. */
export async function filesOf(folder: string): Promise<WorkFile[]> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  return manifest.files
}

/** Hands one file over as its user would: the import and its job are recorded before it counts. */
export async function handOver(
  folder: string,
  { kind, file, unit, map }: WorkFile
): Promise<number> {
  return insist(async () => {
    const [[row]] = await db.rawQuery('SELECT id FROM units WHERE code = ?', [unit])
    const batch = await openBatch({
      kind,
      unitId: Number(row.id),
      path: join(folder, file),
      mapping: map ?? null,
      by: OPERATOR,
    })
    return RunImportJob.enqueue(
      { importId: batch.id, step: 'commit' },
      { unitId: Number(row.id), effectKey: `import/${batch.id}/commit` }
    )
  })
}

/** Hands the reconciliation of a month over, as a flow of jobs. */
export async function reconcileMonth(unitId: number, month: string): Promise<number> {
  return insist(async () => {
    const { jobId } = await new StartReconciliation().handle({
      unitId,
      month: Month.of(month),
      by: OPERATOR,
    })
    return jobId
  })
}

/** Waits until the job has ended. Says what is wrong when it failed, is gone or never ends. */
export async function finished(id: number, seconds = 240): Promise<string | null> {
  const until = Date.now() + seconds * 1000
  for (;;) {
    const job = await insist(async () => {
      const [[row]] = await db.rawQuery('SELECT kind, state, error FROM jobs WHERE id = ?', [id])
      return row as { kind: string; state: string; error: string | null } | undefined
    })
    if (job?.state === 'done') return null
    if (!job) return `job ${id} was acknowledged and is gone`
    if (job.state === 'failed' || job.state === 'cancelled') {
      return `job ${id} ${job.kind} ${job.state}: ${job.error?.slice(0, 300)}`
    }
    if (Date.now() > until) return `job ${id} ${job.kind} is ${job.state} after ${seconds} s`
    await wait(150)
  }
}

/** Waits until every job has ended, also those that the house's own clock handed over during the storm. */
export async function allEnded(seconds = 90): Promise<void> {
  const until = Date.now() + seconds * 1000
  while (Date.now() < until) {
    const [[{ open }]] = await insist(() =>
      db.rawQuery(
        "SELECT COUNT(*) AS open FROM jobs WHERE state NOT IN ('done', 'failed', 'cancelled')"
      )
    )
    if (Number(open) === 0) return
    await wait(500)
  }
}

/** Jobs by state, and effects that were recorded more or less than once. */
export async function countJobs(): Promise<{
  recorded: number
  done: number
  effectsNotOnce: number
}> {
  const [[jobs]] = await db.rawQuery(
    "SELECT COUNT(*) AS recorded, SUM(state = 'done') AS done FROM jobs"
  )
  const [[effects]] = await db.rawQuery(
    `SELECT COUNT(*) AS n FROM (
       SELECT i.id FROM imports i LEFT JOIN trail t ON t.action = 'import.committed'
         AND t.subject_type = 'import' AND t.subject_id = i.id AND t.unit_id = i.unit_id
       WHERE i.state = 'committed' GROUP BY i.id HAVING COUNT(t.id) <> 1
       UNION ALL
       SELECT r.id FROM reconciliation_runs r LEFT JOIN trail t ON t.action = 'reconciliation.finished'
         AND t.subject_type = 'reconciliation_run' AND t.subject_id = r.id
       WHERE r.state = 'done' GROUP BY r.id HAVING COUNT(t.id) <> 1
     ) x`
  )
  return {
    recorded: Number(jobs.recorded),
    done: Number(jobs.done ?? 0),
    effectsNotOnce: Number(effects.n),
  }
}
