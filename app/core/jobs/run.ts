import db from '@adonisjs/lucid/services/db'
import { DomainError } from '#core/domain_error'
import { JobContext, JobLostError } from '#core/jobs/context'
import type { Job, JobResult } from '#core/jobs/job'

const LEASE_SECONDS = 15
/** A job that loses so many workers is itself what they die of. */
const MOST_TAKERS = 60

interface TakenJob {
  id: number
  kind: string
  payload: Record<string, unknown>
  fence: number
  attempts: number
  maxAttempts: number
  unitId: number | null
  createdBy: number | null
  state: string
  result: JobResult
}

/** A rule of the field refused the work: trying again would give the same answer. */
export function isFinal(error: unknown): boolean {
  return error instanceof DomainError && error.code !== 'E_BUSY'
}

/**
 * Takes the job for this process: raises its fence, so that an earlier holder is refused from now
 * on. Returns null when it is already finished.
 */
export async function take(id: number): Promise<TakenJob | null> {
  // A job found running was cut off with its worker: that was no failure of its own, up to a limit.
  await db.rawQuery(
    `UPDATE jobs SET attempts = attempts + IF(state = 'running' AND attempts > 0, 0, 1), state = 'running',
       fence = fence + 1, error = NULL, started_at = COALESCE(started_at, NOW(3)),
       lease_until = NOW(3) + INTERVAL ${LEASE_SECONDS} SECOND
     WHERE id = ? AND state IN ('waiting', 'queued', 'running') AND fence < ${MOST_TAKERS}`,
    [id]
  )
  await db.rawQuery(
    `UPDATE jobs SET state = 'failed', finished_at = NOW(3), lease_until = NULL,
       error = 'Every worker that took this job was lost'
     WHERE id = ? AND state IN ('queued', 'running') AND fence >= ${MOST_TAKERS} AND COALESCE(lease_until, 0) < NOW(3)`,
    [id]
  )
  const [[row]] = await db.rawQuery('SELECT * FROM jobs WHERE id = ?', [id])
  if (!row || row.state !== 'running') return null
  return {
    id,
    kind: row.kind,
    payload: typeof row.payload === 'string' ? JSON.parse(row.payload) : row.payload,
    fence: Number(row.fence),
    attempts: Number(row.attempts),
    maxAttempts: Number(row.max_attempts),
    unitId: row.unit_id === null ? null : Number(row.unit_id),
    createdBy: row.created_by === null ? null : Number(row.created_by),
    state: row.state,
    result: undefined,
  }
}

/** Runs a taken job to its end and records how it ended. @throws what the job threw */
export async function runTaken(taken: TakenJob, job: Job): Promise<JobResult> {
  const context = new JobContext(taken.id, taken.fence, taken.unitId, taken.createdBy)
  const lease = setInterval(() => void renew(taken).catch(() => {}), (LEASE_SECONDS * 1000) / 3)
  try {
    const result = await job.execute(taken.payload, context)
    await finish(taken, result)
    return result
  } catch (error) {
    if (!(error instanceof JobLostError)) await fail(taken, error)
    throw error
  } finally {
    clearInterval(lease)
  }
}

/** Runs a job's row in this process, without the queue. */
export async function runHere(id: number, job: Job): Promise<JobResult> {
  const taken = await take(id)
  if (!taken) throw new Error(`Job ${id} cannot be taken`)
  taken.maxAttempts = 1
  return runTaken(taken, job)
}

async function renew(taken: TakenJob): Promise<void> {
  await db.rawQuery(
    `UPDATE jobs SET lease_until = NOW(3) + INTERVAL ${LEASE_SECONDS} SECOND WHERE id = ? AND fence = ?`,
    [taken.id, taken.fence]
  )
}

async function finish(taken: TakenJob, result: JobResult): Promise<void> {
  const [done] = await db.rawQuery(
    `UPDATE jobs SET state = 'done', progress = 100, result = ?, lease_until = NULL, finished_at = NOW(3)
     WHERE id = ? AND fence = ? AND state = 'running'`,
    [result ? JSON.stringify(result) : null, taken.id, taken.fence] as string[]
  )
  if (done.affectedRows === 0) throw new JobLostError(taken.id)
}

/**
 * Records the failure: for good when it is final or the tries are used up. A server that went away
 * costs no try.
 */
async function fail(taken: TakenJob, error: unknown): Promise<void> {
  const away = isServerAway(error)
  const over = isFinal(error) || (taken.attempts >= taken.maxAttempts && !away)
  await db.rawQuery(
    `UPDATE jobs SET state = ?, error = ?, attempts = attempts - ?, lease_until = NULL, queued_at = NOW(3),
       finished_at = IF(? = 'failed', NOW(3), NULL)
     WHERE id = ? AND fence = ? AND state = 'running'`,
    [
      over ? 'failed' : 'queued',
      errorText(error),
      away && taken.attempts > 0 ? 1 : 0,
      over ? 'failed' : 'queued',
      taken.id,
      taken.fence,
    ]
  )
  // A flow with a failed step cannot end: its parent fails with it and says why.
  if (over) {
    await db.rawQuery(
      `UPDATE jobs parent JOIN jobs child ON child.parent_id = parent.id AND child.id = ?
       SET parent.state = 'failed', parent.error = CONCAT('#', child.id, ': ', child.error), parent.finished_at = NOW(3)
       WHERE parent.state IN ('waiting', 'queued')`,
      [taken.id]
    )
  }
}

/** Whether the database or Redis was gone, not the work wrong. */
export function isServerAway(error: unknown): boolean {
  for (let depth = 0, at = error; depth < 5 && at instanceof Error; depth++, at = at.cause) {
    const { code, message } = at as Error & { code?: string }
    if (code && AWAY.has(code)) return true
    if (/Connection lost|closed state|server has gone away|Connection is closed/.test(message))
      return true
  }
  return false
}

const AWAY = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ER_SERVER_SHUTDOWN',
  'ER_CONNECTION_KILLED',
])

function errorText(error: unknown): string {
  if (error instanceof DomainError) return JSON.stringify(error.toJSON())
  return (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 8000)
}
