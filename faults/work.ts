import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { OPERATOR } from '#core/imports/command'
import { openBatch } from '#core/imports/open_batch'
import RunImportJob from '#core/jobs/run_import_job'
import { insist } from './fleet.js'

export interface WorkFile {
  kind: string
  file: string
  unit: string
  mapping?: Record<string, string | { value: string }> | null
}

/** The files of a generated governorate in the order of their loading. */
export async function filesOf(folder: string): Promise<WorkFile[]> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  return manifest.files
}

/** Hands one file over as its user would: the import and its job are recorded before it counts. */
export async function handOver(
  folder: string,
  { kind, file, unit, mapping }: WorkFile
): Promise<number> {
  return insist(async () => {
    const [[row]] = await db.rawQuery('SELECT id FROM units WHERE code = ?', [unit])
    const batch = await openBatch({
      kind,
      unitId: Number(row.id),
      path: join(folder, file),
      mapping: mapping ?? null,
      by: OPERATOR,
    })
    return RunImportJob.enqueue(
      { importId: batch.id, step: 'commit' },
      { unitId: Number(row.id), effectKey: `import/${batch.id}/commit` }
    )
  })
}

/** Waits until the job has ended; a job that failed or never ends is a fault of the house. */
export async function finished(id: number, seconds = 180): Promise<void> {
  const until = Date.now() + seconds * 1000
  for (;;) {
    const state = await insist(async () => {
      const [[row]] = await db.rawQuery('SELECT state, error FROM jobs WHERE id = ?', [id])
      return row as { state: string; error: string | null } | undefined
    })
    if (state?.state === 'done') return
    if (!state) throw new Error(`Job ${id} was acknowledged and is gone`)
    if (state.state === 'failed' || state.state === 'cancelled') {
      throw new Error(`Job ${id} ${state.state}: ${state.error}`)
    }
    if (Date.now() > until) throw new Error(`Job ${id} is ${state.state} after ${seconds} s`)
    await wait(150)
  }
}
