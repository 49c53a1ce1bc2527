import type { BatchSet } from '#accounts/banking/debits/batch_sets'
import { findPairs, type FreeDebit, type Pair } from '#accounts/banking/debits/find_pairs'
import type { DebitRule } from '#accounts/banking/debits/rules'

/** A debit and the batch whose orders it paid together. */
export interface BatchPair extends Omit<Pair, 'orderId'> {
  batchId: number
  orderIds: readonly number[]
}

/**
 * Which debits paid orders of a batch together, by the same rules as a single order: the number of the
 * batch in the text with the exact sum, or the sum within the days. No payee's account stands for a batch.
 */
export function findBatches(
  debits: readonly FreeDebit[],
  sets: readonly BatchSet[],
  rules: readonly DebitRule[],
  isRefused: (lineId: number, orderId: number) => boolean
): BatchPair[] {
  const papers = sets.map((set, id) => ({ ...set, id, iban: null }))
  const pairs = findPairs(debits, papers, rules, (lineId, id) =>
    sets[id]!.orderIds.every((orderId) => isRefused(lineId, orderId))
  )
  return (
    pairs
      .map(({ orderId: id, ...pair }) => {
        const { batchId, orderIds } = sets[id]!
        return { ...pair, batchId, orderIds }
      })
      // By its sum alone a batch left with one order is no other guess than the order itself.
      .filter(({ rule, orderIds }) => rule === 'order_reference' || orderIds.length > 1)
  )
}

/**
 * What is left of both findings where none takes a line or an order that another takes too. What is
 * certain goes before what is only likely; of two that are equally so neither is told.
 */
export function withoutQuarrels(
  orders: readonly Pair[],
  found: readonly BatchPair[]
): { orders: Pair[]; batches: BatchPair[] } {
  const said = new Map(orders.map((pair) => [`${pair.lineId}/${pair.orderId}`, pair]))
  const batches = found.filter(({ lineId, orderIds, certain }) => {
    const same = orderIds.length === 1 ? said.get(`${lineId}/${orderIds[0]}`) : undefined
    return !same || (certain && !same.certain)
  })
  const all = [
    ...orders.map((pair) => ({ pair, orderIds: [pair.orderId] as readonly number[] })),
    ...batches.map((pair) => ({ pair, orderIds: pair.orderIds })),
  ]
  const stronger = (one: { pair: Pair | BatchPair }, other: { pair: Pair | BatchPair }) =>
    one.pair.certain && !other.pair.certain
  const takenBy = Map.groupBy(
    all.flatMap((one) => [
      { key: `line/${one.pair.lineId}`, one },
      ...one.orderIds.map((id) => ({ key: `order/${id}`, one })),
    ]),
    ({ key }) => key
  )
  const lost = new Set<unknown>()
  for (const rivals of takenBy.values()) {
    for (const { one } of rivals) {
      if (rivals.some(({ one: other }) => other !== one && !stronger(one, other)))
        lost.add(one.pair)
    }
  }
  return {
    orders: orders.filter((pair) => !lost.has(pair)),
    batches: batches.filter((pair) => !lost.has(pair)),
  }
}
