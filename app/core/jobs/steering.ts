import db from '@adonisjs/lucid/services/db'
import { DomainError, sentence } from '#core/domain_error'

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
 * Puts a failed job back to the start of the line, with the failed steps below it; done steps stay
 * done. The relay hands it over within a second.
 * @throws JobStateError unless it has failed
 */
export async function retryJob(id: number, by: { name: string }): Promise<void> {
  await db.transaction(async (trx) => {
    const [tried] = await trx.rawQuery(
      `UPDATE jobs SET state = 'waiting', attempts = 0, error = NULL, finished_at = NULL,
         queued_at = NULL, progress_note = ?
       WHERE (id = ? OR parent_id = ?) AND state = 'failed' ORDER BY id`,
      [note('أعادها', by), id, id] as string[]
    )
    if (tried.affectedRows === 0) throw new JobStateError(id)
    // The step of a flow runs inside its flow: the flow waits for it again.
    await trx.rawQuery(
      `UPDATE jobs parent JOIN jobs child ON child.parent_id = parent.id AND child.id = ?
       SET parent.state = 'waiting', parent.attempts = 0, parent.error = NULL, parent.finished_at = NULL
       WHERE parent.state = 'failed'`,
      [id]
    )
  })
}

/**
 * Stops a job that has not ended, and its steps. A worker that runs it is overtaken: its next
 * writing transaction is refused, so what is committed stays and nothing more is added.
 * @throws JobStateError when it has ended already
 */
export async function cancelJob(id: number, by: { name: string }): Promise<void> {
  await db.transaction(async (trx) => {
    const [stopped] = await trx.rawQuery(
      `UPDATE jobs SET state = 'cancelled', fence = fence + 1, lease_until = NULL,
         finished_at = NOW(3), progress_note = ?
       WHERE (id = ? OR parent_id = ?) AND state IN ('waiting', 'queued', 'running') ORDER BY id`,
      [note('أوقفها', by), id, id] as string[]
    )
    if (stopped.affectedRows === 0) throw new JobStateError(id)
  })
}

function note(verb: string, { name }: { name: string }): string {
  return `${verb} ${name}`.slice(0, 255)
}
