import { Money } from '#core/money'
import { CODES, type Code, type SubjectType } from '#reporting/sample/facts'

export interface PlantedDifference {
  code: Code
  unit: string
  /** Place of its month among the months of the sample. */
  month: number
  type: SubjectType
  key: string
  amount: Money
}

export const KINDS = ['charges', 'receipts', 'slips', 'settlements', 'bankLines'] as const
export type Kind = (typeof KINDS)[number]

interface Total {
  count: number
  amount: Money
}

/**
 * What was planted, in the planter's own words: nothing here is found by rules. Facts of other
 * months than the sample's are left out, because those months are not shown.
 */
export class Truth {
  readonly #differences: PlantedDifference[] = []
  readonly #inputs: Record<Kind, Total>[]

  constructor(readonly months: readonly string[]) {
    this.#inputs = months.map(
      () =>
        Object.fromEntries(KINDS.map((kind) => [kind, { count: 0, amount: Money.zero }])) as Record<
          Kind,
          Total
        >
    )
  }

  add(difference: PlantedDifference): void {
    if (difference.month >= 0 && difference.month < this.months.length) {
      this.#differences.push(difference)
    }
  }

  /** A fact is written into a file. */
  count(kind: Kind, month: number, amount: Money): void {
    const total = this.#inputs[month]?.[kind]
    if (!total) return
    total.count++
    total.amount = total.amount.add(amount)
  }

  inputs(): { month: string; [kind: string]: unknown }[] {
    return this.#inputs.map((kinds, index) => ({ month: this.months[index]!, ...kinds }))
  }

  counts(): Record<Code, number> {
    const counts = Object.fromEntries(CODES.map((code) => [code, 0])) as Record<Code, number>
    for (const { code } of this.#differences) counts[code]++
    return counts
  }

  /** By month, code, unit and subject. */
  sorted(): PlantedDifference[] {
    const order = new Map(CODES.map((code, index) => [code, index]))
    const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
    return this.#differences.sort(
      (a, b) =>
        a.month - b.month ||
        order.get(a.code)! - order.get(b.code)! ||
        compare(a.unit, b.unit) ||
        compare(a.key, b.key)
    )
  }
}
