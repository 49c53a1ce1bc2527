import db from '@adonisjs/lucid/services/db'
import { DomainError, sentence } from '#core/domain_error'
import { lockFences, raiseFences } from '#core/jobs/fences'
import { jobJournal, type JobEvent, type Steerer } from '#core/jobs/journal'
import { tellTurned } from '#core/jobs/turns'
import { within, type Trx } from '#core/within'

/** A finished job cannot be stopped, and one that did not fail cannot be tried again. */
export class JobStateError extends DomainError {
  static override code = 'E_JOB_STATE'
  constructor(id: number) {
    super(
      sentence(
        `المهمة ${id} لم تعد في حالة تسمح بذلك.`,
        `Job ${id} is no longer in a state that allows this.`
      ),
      {
        facts: { id },
        cure: sentence('حدّث الصفحة لترى حالتها الآن.', 'Reload the page to see its state now.'),
      }
    )
  }
}

/**
 * Puts a failed job back to the start of the line, with its flow and the steps of it that failed or were
 * stopped; done steps stay done. The relay hands it over within a second.
 * @throws JobStateError unless it has failed, or while another job is at the same effect
 */
export async function retryJob(id: number, by: Steerer): Promise<void> {
  await within(null, async (trx) => {
    const { flow, asked, steps } = await lockFlow(trx, id)
    // A flow that was stopped or has ended takes no step again.
    if (asked.state !== 'failed' || flow.state !== 'failed') throw new JobStateError(id)
    const again = [flow, ...steps.filter(({ state }) => ['failed', 'cancelled'].includes(state))]
    await steer(trx, again, {
      to: 'waiting',
      sets: 'attempts = 0, error = NULL, finished_at = NULL, queued_at = NULL',
      note: note('أعادها', by),
    }).catch((error) => {
      throw error.code === 'ER_DUP_ENTRY' ? new JobStateError(id) : error
    })
    await record('job.retried', { asked, jobs: again, to: 'waiting' }, { by, trx })
  })
}

/**
 * Stops a job that has not ended, with its flow and its steps: a flow without one of its steps has no
 * end. A worker that runs it is overtaken: its next writing transaction is refused, so what is committed
 * stays and nothing more is added.
 * @throws JobStateError when it has ended already
 */
export async function cancelJob(id: number, by: Steerer): Promise<void> {
  await within(null, async (trx) => {
    const { flow, asked, steps } = await lockFlow(trx, id)
    if (!LIVE.includes(asked.state)) throw new JobStateError(id)
    const stopped = [flow, ...steps].filter(({ state }) => LIVE.includes(state))
    await steer(trx, stopped, {
      to: 'cancelled',
      sets: 'fence = fence + 1, lease_until = NULL, finished_at = NOW(3)',
      note: note('أوقفها', by),
    })
    await raiseFences(
      trx,
      stopped.map((job) => job.id)
    )
    await record('job.cancelled', { asked, jobs: stopped, to: 'cancelled' }, { by, trx })
  })
}

const LIVE = ['waiting', 'queued', 'running']

interface SteeredJob {
  id: number
  kind: string
  state: string
  error: string | null
  unitId: number | null
}

/** The whole flow of a job, held until the transaction ends; a job without steps is its own flow. */
async function lockFlow(trx: Trx, id: number) {
  const [members] = await db.rawQuery(
    `SELECT member.id FROM jobs asked
     JOIN jobs member ON COALESCE(asked.parent_id, asked.id) IN (member.id, member.parent_id)
     WHERE asked.id = ?`,
    [id]
  )
  const ids = (members as { id: number }[]).map((member) => Number(member.id))
  if (ids.length === 0) throw new JobStateError(id)
  await lockFences(trx, ids)
  const [rows] = await trx.rawQuery(
    `SELECT id, kind, state, error, unit_id AS unitId FROM jobs
     WHERE id IN (${ids.map(() => '?').join(',')}) ORDER BY id FOR UPDATE`,
    ids
  )
  const jobs = (rows as SteeredJob[]).map((job) => ({ ...job, id: Number(job.id) }))
  // A flow is recorded before its steps.
  const [flow, ...steps] = jobs as [SteeredJob, ...SteeredJob[]]
  return { flow, asked: jobs.find((job) => job.id === id)!, steps }
}

async function steer(
  trx: Trx,
  jobs: SteeredJob[],
  turn: { to: 'waiting' | 'cancelled'; sets: string; note: string }
): Promise<void> {
  const ids = jobs.map((job) => job.id)
  await trx.rawQuery(
    `UPDATE jobs SET state = ?, ${turn.sets}, progress_note = ? WHERE id IN (${ids.map(() => '?').join(',')})`,
    [turn.to, turn.note, ...ids]
  )
  await tellTurned(trx, ids, { state: turn.to })
}

function record(
  action: JobEvent['action'],
  { asked, jobs, to }: { asked: SteeredJob; jobs: SteeredJob[]; to: string },
  { by, trx }: { by: Steerer; trx: Trx }
): Promise<void> {
  return jobJournal.record(
    {
      action,
      jobId: asked.id,
      kind: asked.kind,
      unitId: asked.unitId ?? by.homeUnitId,
      before: { state: asked.state, error: asked.error },
      after: { state: to, jobs: jobs.map((job) => job.id) },
    },
    by,
    trx
  )
}

function note(verb: string, { name }: { name: string }): string {
  return `${verb} ${name}`.slice(0, 255)
}
