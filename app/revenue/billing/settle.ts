import { Money } from '#core/money'
import type { BilledMonth, StandingBill } from '#revenue/billing/billed'

/** What makes the bills of one source's month say what is due of it. */
export interface Settlement {
  /** Bills whose charge is cancelled: nobody paid them yet. */
  cancel: StandingBill[]
  /** Bills of which a part is given back as credit: money came for them. */
  credit: { bill: StandingBill; amount: Money }[]
  /** What is billed anew; zero for nothing. */
  issue: Money
}

/**
 * Compares what is due of a month with what was billed of it. Too little: the rest is billed. Too much:
 * the last bills go first — one that nobody paid is cancelled and, where too much went, billed again at
 * what is right; one that was paid is credited.
 */
export function settle(due: Money, billed: BilledMonth | undefined): Settlement {
  const standing = billed?.standing ?? []
  const settlement: Settlement = { cancel: [], credit: [], issue: Money.zero }
  let over = Money.sum(standing.map(({ worth }) => worth)).subtract(due)
  for (const bill of [...standing].reverse()) {
    if (!over.isPositive()) break
    if (!bill.worth.isPositive()) continue
    if (bill.chargeId !== null && !bill.isTouched) {
      settlement.cancel.push(bill)
      over = over.subtract(bill.worth)
    } else {
      const amount = over.compare(bill.worth) < 0 ? over : bill.worth
      settlement.credit.push({ bill, amount })
      over = over.subtract(amount)
    }
  }
  if (over.isNegative()) settlement.issue = over.negate()
  return settlement
}
