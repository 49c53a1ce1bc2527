import { applyDifferences } from '#revenue/reconciliation/differences/apply'
import { raiseBank } from '#revenue/reconciliation/differences/bank'
import { raiseCharges } from '#revenue/reconciliation/differences/charges'
import { raiseDeposits } from '#revenue/reconciliation/differences/deposits'
import { openDesired } from '#revenue/reconciliation/differences/desired'
import { raiseReceipts } from '#revenue/reconciliation/differences/receipts'
import { collectOthers, openCollected } from '#revenue/reconciliation/judge/collect'
import { judgeFacts } from '#revenue/reconciliation/judge/dispositions'
import { sumPapers } from '#revenue/reconciliation/judge/paper_sums'
import { collectLoose } from '#revenue/reconciliation/judge/loose_receipts'
import { openAgain, type FactKind } from '#revenue/reconciliation/judge/source'
import { openMovedPapers, writeTotals } from '#revenue/reconciliation/judge/totals'
import type { Workbench } from '#revenue/reconciliation/workbench'

export interface Fact {
  kind: FactKind
  id: number
}

const MOVED = { slip: 1, settlement: 2 } as const

/**
 * Judges a few facts again after a person's decision, with the same statements as a whole run, so that
 * pages agree with the decision at once. Facts that no run judged yet wait for theirs.
 */
export async function judgeAgain(bench: Workbench, facts: readonly Fact[]): Promise<void> {
  // No unit and no month is judged: only the facts named.
  await bench.table(
    'rw_unit',
    'unit_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, gov_id BIGINT UNSIGNED NOT NULL'
  )
  await openAgain(bench)
  for (const { kind, id } of facts) {
    await bench.run(
      'facts to judge again',
      `INSERT IGNORE INTO rw_again SELECT kind, fact_id, unit_id, month FROM dispositions
       WHERE kind = :kind AND fact_id = :id`,
      { kind, id }
    )
  }
  await openCollected(bench)
  await collectOthers(bench)
  await collectLoose(bench)
  await sumPapers(bench)
  await judgeFacts(bench)

  await openDesired(bench)
  await raiseCharges(bench)
  await raiseReceipts(bench)
  await raiseDeposits(bench)
  await raiseBank(bench)
  await applyDifferences(bench)

  await openMovedPapers(bench)
  await bench.fill(
    'rw_moved_dep',
    ['kind', 'id'],
    facts.flatMap(({ kind, id }) =>
      kind === 'slip' || kind === 'settlement' ? [[MOVED[kind], id]] : []
    )
  )
  await writeTotals(bench)
}
