import { TooFewSitesError } from '#reporting/sample/errors'
import type { Code } from '#reporting/sample/facts'
import type { Random } from '#reporting/sample/random'

/** Codes that are planted month by month, with their share of a month's charges. */
const RATES = {
  unpaid: 0.03,
  part_paid: 0.006,
  duplicate_receipt: 0.0025,
  overpaid: 0.0025,
  receipt_on_expired_right: 0.002,
  receipt_without_charge: 0.003,
  receipt_number_gap: 0.0025,
  voided_receipt_banked: 0.0015,
  cash_not_deposited: 0.003,
  slip_short: 0.002,
  slip_over: 0.0015,
  slip_not_in_bank: 0.002,
  bank_credit_without_slip: 0.0015,
  bank_amount_differs: 0.0015,
  wrong_account: 0.0012,
  returned_cheque: 0.002,
  never_charged: 0.003,
} as const satisfies Partial<Record<Code, number>>

export type PlantedCode = keyof typeof RATES

const LEAST_OF_EACH = 21
const LEAST_LAST_MONTH = 3

/** Charges a site brings in a month, on average: quotas follow the size of the sample. */
const CHARGES_PER_SITE = 0.6

/**
 * How many of each code are planted in each month, shared among the units by their size. What a
 * small unit cannot hold falls to the next; at the end nothing may be left over.
 */
export class Quotas {
  readonly #wanted = new Map<PlantedCode, number[]>()
  readonly #planted = new Map<PlantedCode, number[]>()
  readonly #months: readonly string[]
  #share = 0

  constructor(sites: number, months: readonly string[], random: Random) {
    this.#months = months
    const charges = sites * CHARGES_PER_SITE
    const least = Math.max(2, Math.ceil(LEAST_OF_EACH / months.length))
    for (const [code, rate] of Object.entries(RATES) as [PlantedCode, number][]) {
      const wanted = months.map((_, index) => {
        const floor = index === months.length - 1 ? Math.max(least, LEAST_LAST_MONTH) : least
        return Math.max(floor, Math.round(charges * rate * (0.7 + random.next() * 0.6)))
      })
      this.#wanted.set(code, wanted)
      this.#planted.set(
        code,
        months.map(() => 0)
      )
    }
  }

  /** A further unit, with its share of all sites, takes its turn. */
  turnOf(weight: number): void {
    this.#share = Math.min(1, this.#share + weight)
  }

  /** How many this unit should plant now. */
  due(code: PlantedCode, month: number): number {
    const all = this.#wanted.get(code)![month]!
    const share = this.#share > 0.999 ? all : Math.floor(all * this.#share)
    return Math.max(0, share - this.#planted.get(code)![month]!)
  }

  planted(code: PlantedCode, month: number, count = 1): void {
    this.#planted.get(code)![month]! += count
  }

  /**
   * Plants as many as are due on candidates, taken in their order.
   * @param plant says whether the candidate could take it
   */
  plant<T>(code: PlantedCode, month: number, candidates: Iterable<T>, plant: (one: T) => boolean) {
    let left = this.due(code, month)
    if (left === 0) return
    for (const candidate of candidates) {
      if (!plant(candidate)) continue
      this.planted(code, month)
      if (--left === 0) return
    }
  }

  /** @throws TooFewSitesError when the largest unit could not take what was left */
  settle(): void {
    for (const [code, wanted] of this.#wanted) {
      wanted.forEach((count, month) => {
        if (this.#planted.get(code)![month]! < count) {
          throw new TooFewSitesError(code, this.#months[month]!)
        }
      })
    }
  }
}
