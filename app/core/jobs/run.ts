import db from '@adonisjs/lucid/services/db'
import { DomainError } from '#core/domain_error'
import { JobContext, JobLostError } from '#core/jobs/context'
import { lockFences, raiseFences } from '#core/jobs/fences'
import type { Job, JobResult } from '#core/jobs/job'
import { tellTurned } from '#core/jobs/turns'
import { within, type Trx } from '#core/within'

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
  return within(null, async (trx) => {
    await lockFences(trx, [id])
    // A job found running was cut off with its worker: that was no failure of its own, up to a limit.
    await trx.rawQuery(
      `UPDATE jobs SET attempts = attempts + IF(state = 'running' AND attempts > 0, 0, 1), state = 'running',
         fence = fence + 1, error = NULL, started_at = COALESCE(started_at, NOW(3)),
         lease_until = NOW(3) + INTERVAL ${LEASE_SECONDS} SECOND
       WHERE id = ? AND state IN ('waiting', 'queued', 'running') AND fence < ${MOST_TAKERS}`,
      [id]
    )
    await raiseFences(trx, [id])
    const [[row]] = await trx.rawQuery(
      `SELECT *, fence >= ${MOST_TAKERS} AND COALESCE(lease_until, 0) < NOW(3) AS lost FROM jobs WHERE id = ? FOR UPDATE`,
      [id]
    )
    if (row && row.lost && ['queued', 'running'].includes(row.state)) {
      await endFailed(trx, id, 'Every worker that took this job was lost')
      return null
    }
    return row && row.state === 'running' ? takenFrom(row) : null
  })
}

function takenFrom(row: Record<string, any>): TakenJob {
  return {
    id: Number(row.id),
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
  if (isFinal(error) || (taken.attempts >= taken.maxAttempts && !away)) {
    await within(null, (trx) => endFailed(trx, taken.id, errorText(error), taken.fence))
    return
  }
  await db.rawQuery(
    `UPDATE jobs SET state = 'queued', error = ?, attempts = attempts - ?, lease_until = NULL, queued_at = NOW(3)
     WHERE id = ? AND fence = ? AND state = 'running'`,
    [errorText(error), away && taken.attempts > 0 ? 1 : 0, taken.id, taken.fence]
  )
}

/**
 * Ends a job as failed, and the flow it is a step of: a flow with a failed step cannot end, so it fails
 * with it and says why. With a fence, only while its holder was not overtaken.
 */
async function endFailed(trx: Trx, id: number, error: string, fence?: number): Promise<void> {
  const [ended] = await trx.rawQuery(
    `UPDATE jobs SET state = 'failed', error = ?, lease_until = NULL, finished_at = NOW(3)
     WHERE id = ? AND state IN ('queued', 'running') AND fence = COALESCE(?, fence)`,
    [error, id, fence ?? null] as string[]
  )
  if (ended.affectedRows === 0) return
  await tellTurned(trx, [id], { state: 'failed', error })
  const [[flow]] = await trx.rawQuery(
    `SELECT parent.id FROM jobs child JOIN jobs parent ON parent.id = child.parent_id
     WHERE child.id = ? AND parent.state IN ('waiting', 'queued') FOR UPDATE`,
    [id]
  )
  if (!flow) return
  await trx.rawQuery(
    `UPDATE jobs SET state = 'failed', error = ?, lease_until = NULL, finished_at = NOW(3) WHERE id = ?`,
    [`#${id}: ${error}`, flow.id]
  )
  await tellTurned(trx, [Number(flow.id)], { state: 'failed', error })
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
