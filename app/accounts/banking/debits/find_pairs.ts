import { addDays, type Day } from '#core/days'
import { latinDigits } from '#core/arabic'
import { foldNumber, numbersIn } from '#core/paper_numbers'
import type { DebitRule } from '#accounts/banking/debits/rules'

/** A debit of a statement that no order explains. */
export interface FreeDebit {
  id: number
  bookedOn: Day
  /** What was debited, positive, as decimal text. */
  amount: string
  text: string
}

/** An order with the bank that no line of a statement shows yet. */
export interface OpenOrder {
  id: number
  /** Its number and year, or the number of its cheque. */
  reference: string
  iban: string | null
  amount: string
  /** The day it was made. */
  madeOn: Day
}

export interface Pair {
  lineId: number
  orderId: number
  rule: DebitRule['id']
  certain: boolean
}

/** A debit as its text was read once. */
interface ReadDebit extends FreeDebit {
  /** Numbers of orders that stand in it as whole words. */
  numbers: ReadonlySet<string>
  compact: string
}

/** An order with its folded number, and the days in which the rule at hand looks for it. */
interface ReadOrder extends OpenOrder {
  number: string
  from: Day
  upto: Day
}

/**
 * Which debits and orders of one account belong together, the rules in their order: what an earlier rule
 * joined no later one asks about, and a pair counts only where each is the other's only candidate. What
 * was refused is no candidate.
 */
export function findPairs(
  debits: readonly FreeDebit[],
  orders: readonly OpenOrder[],
  rules: readonly DebitRule[],
  isRefused: (lineId: number, orderId: number) => boolean = () => false
): Pair[] {
  const wanted = new Set(orders.map(({ reference }) => foldNumber(reference)))
  let lines: ReadDebit[] = debits.map((debit) => ({
    ...debit,
    numbers: numbersIn(debit.text, wanted),
    compact: latinDigits(debit.text).toUpperCase().replace(/[\s-]/g, ''),
  }))
  let left = [...orders]
  const pairs: Pair[] = []
  for (const rule of rules) {
    const found = onlyPairs(lines, left.map(readFor(rule)), (debit, order) => {
      return (
        debit.bookedOn >= order.from &&
        debit.bookedOn <= order.upto &&
        TESTS[rule.id](debit, order) &&
        !isRefused(debit.id, order.id)
      )
    })
    const certain = rule.certain && rule.id === 'order_reference'
    for (const [lineId, orderId] of found) pairs.push({ lineId, orderId, rule: rule.id, certain })
    const taken = new Set(found.values())
    lines = lines.filter(({ id }) => !found.has(id))
    left = left.filter(({ id }) => !taken.has(id))
  }
  return pairs
}

/** Lines and orders of one amount that fit each other and nothing else: order by line. */
function onlyPairs(
  debits: readonly ReadDebit[],
  orders: readonly ReadOrder[],
  fits: (debit: ReadDebit, order: ReadOrder) => boolean
): Map<number, number> {
  const byAmount = Map.groupBy(orders, ({ amount }) => amount)
  const asked = new Map<number, number>()
  const candidates: [lineId: number, orderId: number][] = []
  for (const debit of debits) {
    let first: number | null = null
    let count = 0
    for (const order of byAmount.get(debit.amount) ?? []) {
      if (!fits(debit, order)) continue
      asked.set(order.id, (asked.get(order.id) ?? 0) + 1)
      first ??= order.id
      count++
    }
    if (count === 1) candidates.push([debit.id, first!])
  }
  return new Map(candidates.filter(([, orderId]) => asked.get(orderId) === 1))
}

const TESTS: Record<DebitRule['id'], (debit: ReadDebit, order: ReadOrder) => boolean> = {
  order_reference: ({ numbers }, { number }) => numbers.has(number),
  amount_iban: ({ compact }, { iban }) => iban !== null && compact.includes(iban),
  amount_date: () => true,
}

const readFor =
  (rule: DebitRule) =>
  (order: OpenOrder): ReadOrder => ({
    ...order,
    number: foldNumber(order.reference),
    from: addDays(order.madeOn, -rule.window_before_days),
    upto: addDays(order.madeOn, rule.window_after_days),
  })
