import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import { keyOf, type BilledMonth } from '#revenue/billing/billed'
import type { Billing, BillSource, Entitlement, Source } from '#revenue/billing/entitlement'
import { holdover } from '#revenue/billing/sources/holdover'
import { instalments } from '#revenue/billing/sources/instalments'
import { legalisation } from '#revenue/billing/sources/legalisation'
import { rent } from '#revenue/billing/sources/rent'
import { usage } from '#revenue/billing/sources/usage'

const SOURCES: readonly Source[] = [usage, holdover, rent, instalments, legalisation]

/** What is due by source and month; what was billed and is due no more stands there with nothing. */
export async function dueOf(billing: Billing, known: ReadonlyMap<string, BilledMonth>) {
  const due = new Map<string, Entitlement>()
  for (const source of SOURCES) {
    for (const one of await source(billing)) due.set(keyOf(one, one.period.first), one)
  }
  for (const [key, { source, sourceId, period, standing }] of known) {
    if (due.has(key) || standing.length === 0 || !isAskedFor(source, period, billing)) continue
    const none = { amount: Money.zero, days: null, head: '', basis: '' }
    due.set(key, { source, sourceId, period: Month.containing(period), ...none })
  }
  return due
}

/** Whether a billing of this month asks its sources for the period at all. */
function isAskedFor(source: BillSource, period: string, { month }: Billing): boolean {
  const afterwards = source === 'usage' || source === 'holdover'
  return afterwards ? period < month.first : period <= month.first
}
