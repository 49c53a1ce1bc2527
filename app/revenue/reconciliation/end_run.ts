import type { Trx } from '#core/within'

/**
 * Ends a run of the reconciliation without a result and says why (the sentence of the rule as JSON, or
 * the fault); what its steps matched stays, and the next run finds it.
 */
export async function endRun(runId: number, error: string, trx: Trx): Promise<void> {
  await trx.rawQuery(
    "UPDATE reconciliation_runs SET state = 'failed', error = ?, finished_at = NOW(3) WHERE id = ? AND state = 'running'",
    [error.slice(0, 8000), runId]
  )
}

/** A run whose flow is tried again is under way again. */
export async function reopenRun(runId: number, trx: Trx): Promise<void> {
  await trx.rawQuery(
    "UPDATE reconciliation_runs SET state = 'running', error = NULL, finished_at = NULL WHERE id = ? AND state = 'failed'",
    [runId]
  )
}
