import { matchBank } from '#revenue/reconciliation/bank/match_bank'
import { openUnits } from '#revenue/reconciliation/bank/scope'
import { applyDifferences } from '#revenue/reconciliation/differences/apply'
import { raiseBank } from '#revenue/reconciliation/differences/bank'
import { raiseCharges } from '#revenue/reconciliation/differences/charges'
import { raiseDeposits } from '#revenue/reconciliation/differences/deposits'
import { openDesired } from '#revenue/reconciliation/differences/desired'
import { raiseGaps, raiseReceipts } from '#revenue/reconciliation/differences/receipts'
import { raiseRights } from '#revenue/reconciliation/differences/rights'
import {
  collectFarSlips,
  collectMonth,
  collectOthers,
  openCollected,
} from '#revenue/reconciliation/judge/collect'
import { judgeFacts } from '#revenue/reconciliation/judge/dispositions'
import { sumPapers } from '#revenue/reconciliation/judge/paper_sums'
import { collectLoose } from '#revenue/reconciliation/judge/loose_receipts'
import { collectAgain } from '#revenue/reconciliation/judge/source'
import { writeTotals } from '#revenue/reconciliation/judge/totals'
import type { Workbench } from '#revenue/reconciliation/workbench'

/**
 * Leg 3 and everything that readers see, for the unit with all below it: bank groups, dispositions,
 * differences, totals. One transaction, so that nobody sees half of it. Returns how many recorded rows
 * changed; totals follow from the others and are not counted.
 */
export async function judgeMonth(bench: Workbench, rootId: number): Promise<number> {
  await bench.tell(60, 'bank')
  await openUnits(bench, rootId)
  let changed = await matchBank(bench)

  await bench.tell(70, 'papers')
  await collectAgain(bench)
  await openCollected(bench)
  await collectMonth(bench)
  await collectFarSlips(bench)
  await collectOthers(bench)
  await collectLoose(bench)
  await sumPapers(bench)
  changed += await judgeFacts(bench)

  await bench.tell(85, 'differences')
  await openDesired(bench)
  await raiseCharges(bench)
  await raiseReceipts(bench)
  await raiseGaps(bench)
  await raiseDeposits(bench)
  await raiseBank(bench)
  await raiseRights(bench)
  changed += await applyDifferences(bench)

  await bench.tell(95, 'totals')
  await writeTotals(bench)
  return changed
}
