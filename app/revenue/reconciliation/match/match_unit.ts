import { collectClaims } from '#revenue/reconciliation/match/claims'
import { applyAllocations } from '#revenue/reconciliation/match/allocations'
import { applyDeposits } from '#revenue/reconciliation/match/deposits'
import { noteFarPapers } from '#revenue/reconciliation/match/far_papers'
import { collectMonth } from '#revenue/reconciliation/match/month_receipts'
import { collectLikely, settlePairs } from '#revenue/reconciliation/match/pairs'
import { openReturned, settleReturned } from '#revenue/reconciliation/match/returned'
import { applyReturned } from '#revenue/reconciliation/match/returns'
import { openScope } from '#revenue/reconciliation/match/scope'
import { settleShares } from '#revenue/reconciliation/match/shares'
import { applyPairSuggestions } from '#revenue/reconciliation/match/suggestions'
import type { Workbench } from '#revenue/reconciliation/workbench'

/**
 * Legs 1 and 2 of one unit and month: computes what the facts say in temporary tables, compares it with
 * what is recorded and applies the difference. Returns how many recorded rows changed.
 */
export async function matchUnit(bench: Workbench, unitId: number): Promise<number> {
  const scope = await openScope(bench, unitId)
  await openReturned(bench, scope)
  await collectMonth(bench, scope)
  await collectClaims(bench, scope)
  await collectLikely(bench, scope)
  await settleReturned(bench)
  await settleShares(bench, scope)
  await settlePairs(bench, scope)

  const changes = [
    await applyReturned(bench, scope),
    await applyAllocations(bench, scope),
    await applyPairSuggestions(bench, unitId),
    await applyDeposits(bench, scope),
  ]
  await noteFarPapers(bench, scope)
  return changes.reduce((sum, changed) => sum + changed, 0)
}
