import { addMonths, type Day } from '#core/days'
import { Money } from '#core/money'
import { BILLING_MONTHS, type Billing } from '#registry/rights/kinds'

export interface RentTerms {
  validFrom: Day
  /** First day on which the right no longer holds. */
  validTo: Day
  billing: Billing
  /** Due for one billing period at the beginning. */
  periodAmount: Money
  /** `'10'`: raised by ten per cent… */
  escalationPercent?: string | null
  /** …every so many months, each raise on top of the one before. */
  escalationMonths?: number | null
}

export interface RentTerm {
  validFrom: Day
  validTo: Day
  billing: Billing
  periodAmount: Money
}

/** More raises than any contract of the state has; a right without end stops being raised here. */
const MOST_TERMS = 100

/**
 * The rent of a right as dated terms: the first amount until the first raise, then each raised one.
 * Raises compound and are rounded half up to the piastre, each on the amount as it was charged.
 */
export function rentSchedule(terms: RentTerms): RentTerm[] {
  const { validFrom, validTo, billing, escalationPercent, escalationMonths } = terms
  const schedule: RentTerm[] = []
  let amount = terms.periodAmount
  let from = validFrom
  for (let step = 1; step <= MOST_TERMS; step++) {
    const next = escalationMonths ? addMonths(validFrom, step * escalationMonths) : validTo
    const last = !escalationMonths || next >= validTo || step === MOST_TERMS
    const to = last ? validTo : next
    schedule.push({ validFrom: from, validTo: to, billing, periodAmount: amount })
    if (last) break
    from = to
    amount = amount.add(percentOf(amount, escalationPercent!))
  }
  return schedule
}

/**
 * What one day of staying on costs after the right has ended: the last rent of a year, times the factor
 * of the dated tariff, over 365, rounded half up to the piastre. What was paid once has no daily rent.
 */
export function holdoverPerDay(last: RentTerm, factor: string): Money {
  const months = BILLING_MONTHS[last.billing]
  if (months === null) return Money.zero
  const [whole = '0', decimals = ''] = factor.split('.')
  const scale = 365n * 10n ** BigInt(decimals.length)
  const year = last.periodAmount.piastres * BigInt(12 / months) * BigInt(whole + decimals)
  return Money.piastres((year * 2n + scale) / (scale * 2n))
}

/** `12.5` per cent of an amount, by moving the point: `0.125` of it. */
function percentOf(amount: Money, percent: string): Money {
  const [whole = '0', decimals = ''] = percent.split('.')
  const digits = whole.padStart(3, '0')
  return amount.times(`${digits.slice(0, -2)}.${digits.slice(-2)}${decimals}`, { round: 'half_up' })
}
