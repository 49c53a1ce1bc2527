import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import { settingAt } from '#core/settings'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { billedOf, creditsOf } from '#revenue/billing/billed'
import { dueOf } from '#revenue/billing/due'
import type { Billing } from '#revenue/billing/entitlement'
import { issue, type NewBill, type PaymentDays } from '#revenue/billing/issue'
import { settle } from '#revenue/billing/settle'
import { giveCredit, takeBack } from '#revenue/billing/take_back'
import { MonthNotBillableError } from '#revenue/errors'
import { lockUnits } from '#revenue/reconciliation/locks'

export const PAYMENT_DAYS = 'revenue.billing.payment_days'

/** What one billing did in a unit. */
export interface Billed {
  issued: number
  amount: Money
  cancelled: number
  credited: number
  creditAmount: Money
}

/**
 * Makes the charges of a unit for a month out of what the registry says is due: usage without a right and
 * holdover of the days before the month, rents and instalments that fall due by its end, legalisation's
 * fees and price. Running it again changes nothing; where the registry says otherwise since (a case closed
 * back-dated, a right ended), what was billed too high is cancelled while nobody paid it, and credited
 * where somebody did.
 */
export default class BillUnit {
  /** @throws MonthNotBillableError for a month that has not begun */
  async handle(
    { unitId, month, by }: { unitId: number; month: Month; by: Actor },
    { guard, trx: outer }: { guard?: (trx: Trx) => Promise<void>; trx?: Trx } = {}
  ): Promise<Billed> {
    assertBillable(month)
    return within(outer, async (trx) => {
      await guard?.(trx)
      await lockUnits(trx, [unitId])
      const billed = await this.#bill({ unitId, month, trx }, by)
      if (billed.issued + billed.cancelled + billed.credited > 0) {
        const { amount, creditAmount, ...counts } = billed
        await Trail.record(
          {
            action: 'charges.billed',
            unitId,
            subjectType: 'charges',
            label: month.toString(),
            after: { ...counts, amount: String(amount), creditAmount: String(creditAmount) },
          },
          { by, trx }
        )
      }
      return billed
    })
  }

  async #bill(billing: Billing, by: Actor): Promise<Billed> {
    const { unitId, month, trx } = billing
    const known = await billedOf(unitId, trx)
    const credits = await creditsOf(unitId, trx)
    const fresh: NewBill[] = []
    const done = { cancelled: 0, credited: 0, creditAmount: Money.zero }
    for (const [key, due] of await dueOf(billing, known)) {
      const old = known.get(key)
      const { cancel, credit, issue: missing } = settle(due.amount, old)
      const account = `${due.source}/${due.sourceId}`
      const give = (amount: Money) =>
        credits.set(account, (credits.get(account) ?? Money.zero).add(amount))
      for (const bill of cancel) {
        await takeBack(bill, due, { unitId, by, trx })
        give(bill.creditUsed)
      }
      for (const one of credit) {
        await giveCredit(one, { unitId, by, trx })
        give(one.amount)
        done.creditAmount = done.creditAmount.add(one.amount)
      }
      done.cancelled += cancel.length
      done.credited += credit.length
      if (missing.isPositive()) {
        fresh.push({
          of: due,
          sequence: (old?.lastSequence ?? 0) + 1,
          ...use(credits, account, missing),
        })
      }
    }
    const days = await settingAt<PaymentDays>(PAYMENT_DAYS, { on: month.first, unitId, trx })
    await issue(fresh, { unitId, month, days, trx })
    const charged = fresh.map(({ accrued, creditUsed }) => accrued.subtract(creditUsed))
    return { issued: fresh.length, amount: Money.sum(charged), ...done }
  }
}

/** @throws MonthNotBillableError for a month that has not begun */
export function assertBillable(month: Month): void {
  if (month.compare(Month.current()) > 0) throw new MonthNotBillableError(month)
}

/** Takes what credit there is for an amount. */
function use(credits: Map<string, Money>, account: string, accrued: Money) {
  const there = credits.get(account) ?? Money.zero
  const creditUsed = there.compare(accrued) < 0 ? there : accrued
  credits.set(account, there.subtract(creditUsed))
  return { accrued, creditUsed }
}
