import db from '@adonisjs/lucid/services/db'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { Trx } from '#core/within'
import type { JobContext } from '#core/jobs/context'
import { runHere } from '#core/jobs/run'

/** Plain ids and short values; never files, never rows. */
export type JobPayload = Record<string, unknown>
export type JobResult = Record<string, unknown> | void

/** A job's end without its work done, or its return to the start of the line. */
export type JobTurn =
  | { state: 'failed'; /** The sentence of the rule as JSON, or the fault. */ error: string }
  | { state: 'cancelled' }
  | { state: 'waiting' }

export interface EnqueueOptions {
  /** The business transaction: the job exists exactly if the change does (outbox). */
  trx?: Trx
  unitId?: number | null
  by?: { id: number | null }
  /** While a job of this effect is live, asking again gives that job back. */
  effectKey?: string
  maxAttempts?: number
}

export interface JobClass {
  new (): Job
  readonly kind: string
  readonly queue: string
}

/**
 * Long work that is safe to run twice. The row in `jobs` is the truth and is written in the caller's
 * transaction; Redis only carries its id (law 10). Subclasses name their `kind` and are found by
 * their place: `app/DOMAIN/jobs/VERB_NOUN_job.ts`.
 */
export abstract class Job {
  static readonly kind: string
  /** `work` for database work, `documents` for work that keeps the processor busy. */
  static readonly queue: string = 'work'

  abstract execute(payload: JobPayload, context: JobContext): Promise<JobResult>

  /**
   * What else changes, in the same transaction, when the job fails for good, is stopped or is tried
   * again: the record it works for must not tell another story than the job. Of a flow, its parent turns.
   */
  async turned(_payload: JobPayload, _turn: JobTurn, _trx: Trx): Promise<void> {}

  /** Records the job; a relay hands it to a worker after the commit. Returns its id. */
  static async enqueue(
    this: JobClass,
    payload: JobPayload,
    options: EnqueueOptions = {}
  ): Promise<number> {
    return insertJob(options.trx ?? db.connection(), this, payload, options)
  }

  /** Records a flow: the children first, this job when all of them are done. Returns its id. */
  static async enqueueFlow(
    this: JobClass,
    payload: JobPayload,
    children: { job: JobClass; payload: JobPayload; unitId?: number }[],
    options: EnqueueOptions & { trx: Trx }
  ): Promise<number> {
    const id = await insertJob(options.trx, this, payload, options)
    for (const child of children) {
      await insertJob(options.trx, child.job, child.payload, {
        unitId: child.unitId ?? options.unitId,
        by: options.by,
        maxAttempts: options.maxAttempts,
        parentId: id,
      })
    }
    return id
  }

  /** Runs it in this process, on the record as any job: for the command line and for tests. */
  static async runHere(
    this: JobClass,
    payload: JobPayload,
    options: EnqueueOptions = {}
  ): Promise<{ id: number; result: JobResult }> {
    const id = await insertJob(options.trx ?? db.connection(), this, payload, options, 'running')
    return { id, result: await runHere(id, new this()) }
  }
}

async function insertJob(
  client: QueryClientContract,
  job: JobClass,
  payload: JobPayload,
  options: EnqueueOptions & { parentId?: number },
  state: 'waiting' | 'running' = 'waiting'
): Promise<number> {
  if (!job.kind) throw new Error(`${job.name} has no kind`)
  if (options.effectKey) {
    const [[live]] = await client.rawQuery('SELECT id FROM jobs WHERE live_effect = ?', [
      options.effectKey,
    ])
    if (live) return Number(live.id)
  }
  const [made] = await client.rawQuery(
    `INSERT INTO jobs (kind, queue, unit_id, parent_id, payload, effect_key, state, max_attempts, created_by, lease_until)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, IF(? = 'running', NOW(3) + INTERVAL 15 SECOND, NULL))`,
    [
      job.kind,
      job.queue,
      options.unitId ?? null,
      options.parentId ?? null,
      JSON.stringify(payload),
      options.effectKey ?? null,
      state,
      options.maxAttempts ?? 5,
      options.by?.id ?? null,
      state,
    ] as string[]
  )
  return Number(made.insertId)
}
