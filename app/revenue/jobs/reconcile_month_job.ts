import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { sentence } from '#core/domain_error'
import { Job, type JobPayload, type JobTurn } from '#core/jobs/job'
import type { JobContext } from '#core/jobs/context'
import type { Trx } from '#core/within'
import { SYSTEM, type Actor } from '#audit/actor'
import { endRun, reopenRun } from '#revenue/reconciliation/end_run'
import ReconcileMonth from '#revenue/actions/reconcile_month'
import { unitsToMatch } from '#revenue/reconciliation/run_units'

const STOPPED = JSON.stringify({
  messages: sentence('أوقف هذا التشغيل قبل أن ينتهي.', 'This run was stopped before its end.'),
})

/**
 * Ends a reconciliation when its units are matched. `inline` does the units first, in this process:
 * the command line has no queue.
 */
export default class ReconcileMonthJob extends Job {
  static override readonly kind = 'revenue.reconcile_month'

  override async execute(payload: JobPayload, context: JobContext) {
    const { runId, inline } = payload as { runId: number; inline?: boolean }
    const work = new ReconcileMonth(
      (trx) => context.guard(trx),
      (percent, part) => context.progress(percent, part)
    )
    if (inline) await this.#matchUnits(runId, work, context)
    const figures = await work.judge(runId, await actorOf(context.createdBy))
    logger.debug({ runId, seconds: work.timings }, 'reconciliation steps')
    return { ...figures }
  }

  /** The run ends and begins again with its flow: when a step of it fails, the flow does. */
  override async turned(payload: JobPayload, turn: JobTurn, trx: Trx): Promise<void> {
    const runId = Number(payload.runId)
    if (turn.state === 'waiting') await reopenRun(runId, trx)
    else await endRun(runId, turn.state === 'failed' ? turn.error : STOPPED, trx)
  }

  async #matchUnits(runId: number, work: ReconcileMonth, context: JobContext): Promise<void> {
    const [[run]] = await db.rawQuery('SELECT unit_id FROM reconciliation_runs WHERE id = ?', [
      runId,
    ])
    const units = await unitsToMatch(Number(run.unit_id))
    for (const [done, unitId] of units.entries()) {
      await context.progress((60 * done) / units.length, `${done + 1}/${units.length}`)
      await work.match(runId, unitId)
    }
  }
}

async function actorOf(userId: number | null): Promise<Actor> {
  if (userId === null) return SYSTEM
  const [[user]] = await db.rawQuery('SELECT id, full_name AS name FROM users WHERE id = ?', [
    userId,
  ])
  return user ? { id: Number(user.id), name: String(user.name) } : SYSTEM
}
