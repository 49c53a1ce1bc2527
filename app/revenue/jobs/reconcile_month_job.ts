import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { Job, type JobPayload } from '#core/jobs/job'
import { JobLostError, type JobContext } from '#core/jobs/context'
import { SYSTEM, type Actor } from '#audit/actor'
import ReconcileMonth from '#revenue/actions/reconcile_month'
import { unitsToMatch } from '#revenue/reconciliation/run_units'

/**
 * Ends a reconciliation when its units are matched. `inline` does the units first, in this process:
 * the command line has no queue.
 */
export default class ReconcileMonthJob extends Job {
  static override readonly kind = 'revenue.reconcile_month'

  override async execute(payload: JobPayload, context: JobContext) {
    const { runId, inline } = payload as { runId: number; inline?: boolean }
    const work = new ReconcileMonth((trx) => context.guard(trx))
    try {
      if (inline) await this.#matchUnits(runId, work, context)
      await context.progress(60, 'bank')
      const figures = await work.judge(runId, await actorOf(context.createdBy))
      logger.debug({ runId, seconds: work.timings }, 'reconciliation steps')
      return { ...figures }
    } catch (error) {
      if (!(error instanceof JobLostError)) await work.fail(runId, error)
      throw error
    }
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
