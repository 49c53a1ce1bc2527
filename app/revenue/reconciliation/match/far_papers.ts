import type { MatchScope } from '#revenue/reconciliation/match/scope'
import type { Workbench } from '#revenue/reconciliation/workbench'

/**
 * Charges and receipts of other months whose allocations changed here and whose disposition was
 * written before: the run's last step judges them again (`facts_to_judge`).
 */
export async function noteFarPapers(bench: Workbench, { unitId }: MatchScope): Promise<void> {
  const judged = (kind: string, source: string, id: string) =>
    bench.run(
      'far papers',
      `INSERT IGNORE INTO facts_to_judge (kind, fact_id, unit_id)
       SELECT DISTINCT p.kind, p.fact_id, p.unit_id FROM ${source}
       JOIN dispositions p ON p.kind = '${kind}' AND p.fact_id = ${id} AND p.month <> :month`,
      { unit: unitId }
    )
  await bench.table('rw_altered', 'charge_id BIGINT UNSIGNED NOT NULL PRIMARY KEY')
  // Charges that a far paper hangs on: whoever else claims them may now stand differently.
  await bench.run(
    'far papers',
    `INSERT IGNORE INTO rw_altered SELECT charge_id FROM rw_gone
     UNION SELECT charge_id FROM rw_claim WHERE charge_in = 0 OR receipt_in = 0`
  )
  await judged('charge', 'rw_altered t', 't.charge_id')
  await judged('receipt', 'rw_gone t', 't.receipt_id')
  await judged(
    'receipt',
    'rw_altered a JOIN charges c ON c.id = a.charge_id JOIN receipts r ON r.unit_id = c.unit_id AND r.payment_ref = c.payment_ref',
    'r.id'
  )
  await judged(
    'receipt',
    'rw_altered a JOIN rw_named n ON n.charge_id = a.charge_id',
    'n.receipt_id'
  )
}
