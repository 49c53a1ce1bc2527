import { applyGroups } from '#revenue/reconciliation/bank/apply_groups'
import { joinGroups, reachesOut } from '#revenue/reconciliation/bank/groups'
import { findLikeness } from '#revenue/reconciliation/bank/likeness'
import { findReferences } from '#revenue/reconciliation/bank/references'
import { loadRange, rangeAround } from '#revenue/reconciliation/bank/scope'
import { applyBankSuggestions } from '#revenue/reconciliation/bank/suggestions'
import type { Workbench } from '#revenue/reconciliation/workbench'

/** Days read around the month at first; doubled while a group of the month reaches out of them. */
const FIRST_REACH = 45

/** Leg 3: papers handed to the bank and lines of the statements. Returns how many rows changed. */
export async function matchBank(bench: Workbench): Promise<number> {
  for (let days = FIRST_REACH; ; days *= 2) {
    const range = rangeAround(bench, days)
    await loadRange(bench, range)
    await findReferences(bench)
    await joinGroups(bench)
    if (!(await reachesOut(bench, range))) break
  }
  await findLikeness(bench)
  return (await applyGroups(bench)) + (await applyBankSuggestions(bench))
}
