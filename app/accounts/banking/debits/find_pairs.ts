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
  const pairs: Pair[] = []
  const taken = { lines: new Set<number>(), orders: new Set<number>() }
  for (const rule of rules) {
    const fits = TESTS[rule.id]
    const candidates = debits
      .filter(({ id }) => !taken.lines.has(id))
      .flatMap((debit) =>
        orders
          .filter(
            (order) =>
              !taken.orders.has(order.id) &&
              order.amount === debit.amount &&
              isInWindow(debit, order, rule) &&
              !isRefused(debit.id, order.id) &&
              fits(debit, order)
          )
          .map((order) => ({ lineId: debit.id, orderId: order.id }))
      )
    const only = candidates.filter(
      (one) =>
        candidates.every((other) => other === one || other.lineId !== one.lineId) &&
        candidates.every((other) => other === one || other.orderId !== one.orderId)
    )
    for (const { lineId, orderId } of only) {
      taken.lines.add(lineId)
      taken.orders.add(orderId)
      pairs.push({
        lineId,
        orderId,
        rule: rule.id,
        certain: rule.certain && rule.id === 'order_reference',
      })
    }
  }
  return pairs
}

const TESTS: Record<DebitRule['id'], (debit: FreeDebit, order: OpenOrder) => boolean> = {
  order_reference: ({ text }, { reference }) => {
    const wanted = foldNumber(reference)
    return numbersIn(text, new Set([wanted])).has(wanted)
  },
  amount_iban: ({ text }, { iban }) =>
    iban !== null && latinDigits(text).toUpperCase().replace(/[\s-]/g, '').includes(iban),
  amount_date: () => true,
}

function isInWindow({ bookedOn }: FreeDebit, { madeOn }: OpenOrder, rule: DebitRule): boolean {
  return (
    bookedOn >= addDays(madeOn, -rule.window_before_days) &&
    bookedOn <= addDays(madeOn, rule.window_after_days)
  )
}
