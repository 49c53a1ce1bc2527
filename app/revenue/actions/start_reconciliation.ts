import type { Month } from '#core/fiscal'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { RunInProgressError } from '#revenue/errors'
import MatchUnitJob from '#revenue/jobs/match_unit_job'
import ReconcileMonthJob from '#revenue/jobs/reconcile_month_job'
import { lockUnits } from '#revenue/reconciliation/locks'
import { unitsToMatch } from '#revenue/reconciliation/run_units'
import { RuleBook } from '#revenue/reconciliation/rules'
import type { RunFigures } from '#revenue/reconciliation/figures'

export interface RunRequest {
  unitId: number
  month: Month
  by: Actor
}

/**
 * Orders the reconciliation of a unit (with everything below it) and a month. While one is under way,
 * asking again gives that one back.
 */
export default class StartReconciliation {
  /** Records the run and its flow: a step per unit for legs 1 and 2, then the rest. */
  async handle(request: RunRequest, outer?: Trx): Promise<{ runId: number; jobId: number }> {
    return within(outer, async (trx) => {
      await lockUnits(trx, [request.unitId])
      const live = await this.#live(request, trx)
      if (live) return { runId: live.runId, jobId: live.jobId }
      const runId = await this.#record(request, trx)
      const steps = await unitsToMatch(request.unitId, trx)
      const jobId = await ReconcileMonthJob.enqueueFlow(
        { runId },
        steps.map((unitId) => ({ job: MatchUnitJob, payload: { runId, unitId }, unitId })),
        { trx, unitId: request.unitId, by: request.by, effectKey: effectOf(request) }
      )
      await trx.rawQuery('UPDATE reconciliation_runs SET job_id = ? WHERE id = ?', [jobId, runId])
      return { runId, jobId }
    })
  }

  /**
   * The same in this process, on the record as a job: for the command line and for tests. What a killed
   * command left is taken over and finished.
   * @throws RunInProgressError while another process is at it
   */
  async runHere(request: RunRequest): Promise<RunFigures> {
    const runId = await within(null, async (trx) => {
      await lockUnits(trx, [request.unitId])
      const live = await this.#live(request, trx)
      if (live && live.held) throw new RunInProgressError(live.jobId)
      if (live && live.inline) return live.runId
      if (live) throw new RunInProgressError(live.jobId)
      return this.#record(request, trx)
    })
    const { result } = await ReconcileMonthJob.runHere(
      { runId, inline: true },
      { unitId: request.unitId, by: request.by, effectKey: effectOf(request) }
    )
    return result as unknown as RunFigures
  }

  async #live({ unitId, month }: RunRequest, trx: Trx) {
    const [[row]] = await trx.rawQuery(
      `SELECT id, payload, lease_until > NOW(3) AS held FROM jobs WHERE live_effect = ?`,
      [effectOf({ unitId, month })]
    )
    if (!row) return null
    const payload = typeof row.payload === 'string' ? JSON.parse(row.payload) : row.payload
    return {
      jobId: Number(row.id),
      runId: Number(payload.runId),
      inline: payload.inline === true,
      held: Boolean(row.held),
    }
  }

  async #record({ unitId, month, by }: RunRequest, trx: Trx): Promise<number> {
    const rules = await RuleBook.of(unitId, month, trx)
    // Only a run under way can be live; one left over was killed before its job ended.
    await trx.rawQuery(
      "UPDATE reconciliation_runs SET state = 'failed', finished_at = NOW(3) WHERE unit_id = ? AND month = ? AND state = 'running'",
      [unitId, month.first]
    )
    // Read, then insert plain values: the unit is locked, and INSERT … SELECT would hold the table's
    // auto-increment lock, on which two runs can fail.
    const [[last]] = await trx.rawQuery(
      'SELECT COALESCE(MAX(run_no), 0) AS no FROM reconciliation_runs WHERE unit_id = ? AND month = ?',
      [unitId, month.first]
    )
    const [made] = await trx.rawQuery(
      'INSERT INTO reconciliation_runs (unit_id, month, run_no, rules, created_by) VALUES (?, ?, ?, ?, ?)',
      [unitId, month.first, Number(last.no) + 1, JSON.stringify(rules.rules), by.id] as string[]
    )
    return Number(made.insertId)
  }
}

function effectOf({ unitId, month }: { unitId: number; month: Month }): string {
  return `reconcile/${unitId}/${month}`
}
