import { Money } from '#core/money'
import { NotEnoughCreditError } from '#budget/errors'
import type { HeldLine } from '#budget/virements/held_lines'

/** What a virement does to one line. */
export interface Effect {
  line: HeldLine
  /** Below zero: taken. */
  amount: Money
  /** Of it, the part of what is released; the rest is credit still to be released. */
  released: Money
  availableAfter: Money
  appropriatedAfter: Money
}

/**
 * Before and after, line by line. A giver gives what is not released yet first, so that the units'
 * released credit is touched least; receivers get released and unreleased credit in the same measure,
 * so that what is released in all stays as it was.
 */
export function simulate(
  lines: readonly HeldLine[],
  amounts: ReadonlyMap<number, Money>
): Effect[] {
  const givers = lines.filter(({ id }) => amounts.get(id)!.isNegative())
  const receivers = lines.filter(({ id }) => amounts.get(id)!.isPositive())
  const releasedOf = new Map<number, Money>()
  for (const { id, appropriated, released } of givers) {
    const rest = amounts.get(id)!.add(appropriated.subtract(released))
    releasedOf.set(id, rest.isNegative() ? rest : Money.zero)
  }
  const given = Money.sum(releasedOf.values()).negate()
  const shares = given.share(receivers.map(({ id }) => amounts.get(id)!.toString()))
  receivers.forEach(({ id }, index) => releasedOf.set(id, shares[index]!))
  return lines.map((line) => {
    const [amount, released] = [amounts.get(line.id)!, releasedOf.get(line.id)!]
    return {
      line,
      amount,
      released,
      availableAfter: line.available.add(released),
      appropriatedAfter: line.appropriated.add(amount),
    }
  })
}

/** Refuses, as the movement itself would, what a line does not have available. @throws NotEnoughCreditError */
export function assertEnough(effects: readonly Effect[]): void {
  for (const { line, released, availableAfter } of effects) {
    if (availableAfter.isNegative()) {
      throw new NotEnoughCreditError(line, { asked: released.negate(), available: line.available })
    }
  }
}
