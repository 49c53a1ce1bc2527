import { FiscalYear, type Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { Method } from '#registry/books/methods'

/** What is shared out over which months from now on. */
export interface Sharing {
  spread: Money
  spreadMonths: number | null
}

/**
 * The sharing-out of a value that stands in a book from a month on: over its life (straight line), or
 * over the months that are left of the fiscal year at the year's rate (declining).
 * @param lifeMonths months that are left, where an order or an earlier sharing says so
 */
export function sharingOf(
  value: Money,
  salvage: Money,
  method: Pick<Method, 'method' | 'lifeMonths' | 'yearlyRate'>,
  from: Month,
  lifeMonths: number | null = null
): Sharing {
  const depreciable = value.subtract(salvage)
  if (method.method === 'none' || !depreciable.isPositive()) {
    return { spread: Money.zero, spreadMonths: null }
  }
  if (method.method === 'straight_line') {
    return { spread: depreciable, spreadMonths: lifeMonths ?? method.lifeMonths! }
  }
  const months = FiscalYear.containing(from.first).months
  const left = months.length - months.findIndex((month) => month.equals(from))
  const wholeYear = value.times(method.yearlyRate!, { round: 'half_up' })
  const share = Money.piastres(
    (2n * BigInt(wholeYear.toString().replace('.', '')) * BigInt(left) + 12n) / 24n
  )
  return { spread: share.compare(depreciable) > 0 ? depreciable : share, spreadMonths: left }
}
