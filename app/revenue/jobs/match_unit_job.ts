import { Job, type JobPayload } from '#core/jobs/job'
import type { JobContext } from '#core/jobs/context'
import ReconcileMonth from '#revenue/actions/reconcile_month'

/** Legs 1 and 2 of one unit: a step of the flow of {@link ReconcileMonthJob}. */
export default class MatchUnitJob extends Job {
  static override readonly kind = 'revenue.match_unit'

  override async execute(payload: JobPayload, context: JobContext) {
    const { runId, unitId } = payload as { runId: number; unitId: number }
    const work = new ReconcileMonth((trx) => context.guard(trx))
    return { runId, unitId, changed: await work.match(runId, unitId) }
  }
}
