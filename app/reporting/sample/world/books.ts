import type { Quotas } from '#reporting/sample/quotas'
import type { Receipt } from '#reporting/sample/facts'
import type { UnitWorld } from '#reporting/sample/world/unit_world'

/** Receipts of a unit by book, in the order of their numbers. */
export type Books = Map<string, Receipt[]>

/**
 * Numbers the receipts: each cashier writes book after book in the order of the days; electronic
 * ones have books of their own. Here and there a number is missing: a leaf was torn out.
 */
export function numberReceipts(world: UnitWorld, quotas: Quotas): Books {
  const random = world.random.fork('books')
  world.receipts.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const series = new Map<number, Series>()
  for (let cashier = -1; cashier < world.cashiers.length; cashier++) {
    series.set(cashier, new Series(world, cashier, random.int(1, 40) * world.size.bookSize))
  }
  const torn = chooseTorn(world, quotas)
  const books: Books = new Map()
  for (const [index, receipt] of world.receipts.entries()) {
    const own = series.get(receipt.cashier)!
    const month = world.calendar.monthOf(receipt.day)
    // A leaf, and now and then two in a row.
    while (month >= 0 && torn.owed(month, index) && own.canSkip()) {
      world.gaps.push({ key: own.skip(), month })
      torn.paid(month)
      quotas.planted('receipt_number_gap', month)
    }
    own.number(receipt)
    const book = books.get(receipt.book)
    if (book) book.push(receipt)
    else books.set(receipt.book, [receipt])
  }
  return books
}

/** The books one cashier writes, one after another. */
class Series {
  readonly #prefix: string
  readonly #size: number
  #book = 0
  #next: number
  #used = 0

  constructor(world: UnitWorld, cashier: number, first: number) {
    const desk = cashier < 0 ? '90' : String(cashier + 10)
    this.#prefix = `${world.place.digit}${desk}`
    this.#size = world.size.bookSize
    this.#next = first + 1
  }

  /** Only between two recorded numbers of one book is a missing one a gap. */
  canSkip(): boolean {
    return this.#used > 0 && this.#used < this.#size - 1
  }

  skip(): string {
    this.#used++
    return `${this.#name()}/${this.#next++}`
  }

  number(receipt: Receipt): void {
    if (this.#used === this.#size) {
      this.#book++
      this.#used = 0
    }
    this.#used++
    receipt.book = this.#name()
    receipt.number = this.#next++
  }

  #name(): string {
    return `${this.#prefix}${String(this.#book + 1).padStart(3, '0')}`
  }
}

/** Leaves torn out before receipts chosen at random, as many in each month as are still due. */
function chooseTorn(world: UnitWorld, quotas: Quotas) {
  const random = world.random.fork('torn')
  const places: number[][] = world.calendar.months.map(() => [])
  for (const [index, receipt] of world.receipts.entries()) {
    places[world.calendar.monthOf(receipt.day)]?.push(index)
  }
  const chosen = new Set<number>()
  for (const [month, indexes] of places.entries()) {
    // Not at the month's end: a leaf that cannot be torn here is torn at the next receipt.
    const early = indexes.slice(0, Math.ceil(indexes.length * 0.8))
    for (const index of random.shuffle(early).slice(0, quotas.due('receipt_number_gap', month))) {
      chosen.add(index)
    }
  }
  const owed = places.map(() => 0)
  return {
    /** Whether a leaf is to be torn out before this receipt of the month. */
    owed(month: number, index: number): boolean {
      if (chosen.delete(index)) owed[month]!++
      return owed[month]! > 0
    },
    paid(month: number): void {
      owed[month]!--
    },
  }
}
