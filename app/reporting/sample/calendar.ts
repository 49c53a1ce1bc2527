import { addDays, daysBetween, type Month, type Day } from '#core/fiscal'

const FRIDAY = 5
const SATURDAY = 6

/**
 * The days of the sample, known beforehand: offices and banks are closed on Fridays and Saturdays.
 * A margin before and after the months keeps shifted days inside.
 */
export class Calendar {
  readonly months: readonly Month[]
  readonly #days: Day[] = []
  readonly #place = new Map<Day, number>()
  readonly #working: boolean[] = []

  constructor(months: readonly Month[]) {
    this.months = months
    const from = months[0]!.plus(-2).first
    const length = daysBetween(from, months.at(-1)!.plus(3).last)
    const start = new Date(`${from}T00:00:00Z`).getUTCDay()
    for (let index = 0; index <= length; index++) {
      const day = addDays(from, index)
      const weekday = (start + index) % 7
      this.#place.set(day, index)
      this.#days.push(day)
      this.#working.push(weekday !== FRIDAY && weekday !== SATURDAY)
    }
  }

  get first(): Day {
    return this.months[0]!.first
  }

  get last(): Day {
    return this.months.at(-1)!.last
  }

  isWorking(day: Day): boolean {
    return this.#working[this.#index(day)]!
  }

  /** The day so many days later or earlier. */
  shift(day: Day, days: number): Day {
    return this.#days[this.#index(day) + days]!
  }

  /** The day itself where offices are open, else the next such day; then so many further ones. */
  working(day: Day, further = 0): Day {
    let index = this.#index(day)
    while (!this.#working[index]) index++
    for (let left = further; left > 0; left--) {
      do index++
      while (!this.#working[index])
    }
    return this.#days[index]!
  }

  /** Working days from the first to the last, both included. */
  workingBetween(from: Day, to: Day): Day[] {
    const days: Day[] = []
    for (let index = this.#index(from); index <= this.#index(to); index++) {
      if (this.#working[index]) days.push(this.#days[index]!)
    }
    return days
  }

  /** Place of a day's month among the months of the sample; −1 outside them. */
  monthOf(day: Day): number {
    const first = this.months[0]!
    const index =
      (Number(day.slice(0, 4)) - first.year) * 12 + Number(day.slice(5, 7)) - first.number
    return index < this.months.length ? Math.max(index, -1) : -1
  }

  #index(day: Day): number {
    const index = this.#place.get(day)
    if (index === undefined) throw new RangeError(`${day} is outside the sample's days`)
    return index
  }
}
