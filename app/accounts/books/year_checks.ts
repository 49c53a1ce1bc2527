import type { FiscalYear } from '#core/fiscal'
import type { Trx } from '#core/within'
import { trialBalance } from '#accounts/books/figures'
import { unreconciledMonths, unsettledAdvances } from '#accounts/books/obstacles/asked_of_others'
import { openYearBefore, unbalancedMemo } from '#accounts/books/obstacles/balances'
import { openCommitments } from '#accounts/books/obstacles/commitments'
import { openPeriods, unsignedAccounts } from '#accounts/books/obstacles/months'
import type { ClosingAsked, Finding, Obstacle } from '#accounts/books/obstacles/obstacle'
import { unexecutedOrders, unfinishedForms } from '#accounts/books/obstacles/payments'

/** In the order in which an office deals with them. */
const FINDINGS: readonly Finding[] = [
  unfinishedForms,
  unexecutedOrders,
  unsettledAdvances,
  openCommitments,
  unreconciledMonths,
  unbalancedMemo,
  openPeriods,
  unsignedAccounts,
  openYearBefore,
]

/** What stands in the way of closing a unit's year, all of it. */
export async function obstacles(asked: ClosingAsked, trx: Trx): Promise<Obstacle[]> {
  const found: Obstacle[] = []
  for (const find of FINDINGS) {
    const obstacle = await find(asked, trx)
    if (obstacle) found.push(obstacle)
  }
  return found
}

/** The same, of a year that somebody only looks at. */
export async function readiness(
  { unitId, year }: { unitId: number; year: FiscalYear },
  trx: Trx
): Promise<Obstacle[]> {
  const rows = await trialBalance({ unitId, first: year.first, last: year.last }, { trx })
  return obstacles({ unitId, year, rows }, trx)
}
