import {
  addDays,
  daysBetween,
  daysInMonth,
  isDay,
  MONTHS_AR,
  MONTHS_EN,
  today,
  type Day,
} from '#core/days'
import { latinDigits } from '#core/arabic'
import { DomainError, sentence, type Locale } from '#core/domain_error'

export { addDays, addMonths, daysBetween, formatDay, isDay, parseDay, today } from '#core/days'
export { clock } from '#core/clock'
export type { Day } from '#core/days'

/** A text that names no month or fiscal year. */
export class PeriodError extends DomainError {
  static override code = 'E_PERIOD'
}

/**
 * A calendar month, the period in which charges fall due and books close. Text form `2026-10`.
 * Immutable.
 */
export class Month {
  readonly year: number
  /** 1 = January … 12 = December. */
  readonly number: number

  private constructor(year: number, number: number) {
    this.year = year
    this.number = number
    Object.freeze(this)
  }

  /** @throws PeriodError unless the text is `yyyy-mm` */
  static of(text: string): Month {
    const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text)
    if (!match) throw unknownMonth(text)
    return new Month(Number(match[1]), Number(match[2]))
  }

  static containing(day: Day): Month {
    if (!isDay(day)) throw unknownMonth(day)
    return Month.of(day.slice(0, 7))
  }

  /** The month in which Egypt is now. */
  static current(): Month {
    return Month.containing(today())
  }

  /** Every month from the first to the last, both included. */
  static range(first: Month, last: Month): Month[] {
    const months: Month[] = []
    for (let month = first; month.compare(last) <= 0; month = month.next()) months.push(month)
    return months
  }

  get first(): Day {
    return `${this}-01`
  }

  get last(): Day {
    return `${this}-${daysInMonth(this.year, this.number)}`
  }

  get days(): number {
    return daysInMonth(this.year, this.number)
  }

  /** Place in the fiscal year: July is 1, June is 12. */
  get index(): number {
    return ((this.number + 5) % 12) + 1
  }

  /** Quarter of the fiscal year, 1 (July–September) to 4. */
  get quarter(): number {
    return Math.ceil(this.index / 3)
  }

  get fiscalYear(): FiscalYear {
    return FiscalYear.startingIn(this.number >= 7 ? this.year : this.year - 1)
  }

  contains(day: Day): boolean {
    return day.startsWith(`${this}-`)
  }

  plus(months: number): Month {
    const index = this.year * 12 + this.number - 1 + months
    return new Month(Math.floor(index / 12), (index % 12) + 1)
  }

  next(): Month {
    return this.plus(1)
  }

  previous(): Month {
    return this.plus(-1)
  }

  compare(other: Month): number {
    return Math.sign(this.year * 12 + this.number - (other.year * 12 + other.number))
  }

  equals(other: Month): boolean {
    return this.compare(other) === 0
  }

  /** `أكتوبر 2026` or `October 2026`. */
  label(locale: Locale): string {
    return `${(locale === 'ar' ? MONTHS_AR : MONTHS_EN)[this.number - 1]} ${this.year}`
  }

  toString(): string {
    return `${String(this.year).padStart(4, '0')}-${String(this.number).padStart(2, '0')}`
  }

  toJSON(): string {
    return this.toString()
  }
}

/**
 * The state's fiscal year, 1 July to 30 June, labelled `2026/2027` (Unified Public Finance Law
 * 6/2022). Immutable.
 */
export class FiscalYear {
  readonly startYear: number

  private constructor(startYear: number) {
    this.startYear = startYear
    Object.freeze(this)
  }

  static startingIn(year: number): FiscalYear {
    if (!Number.isInteger(year) || year < 1899 || year > 2199) throw unknownYear(String(year))
    return new FiscalYear(year)
  }

  static containing(day: Day): FiscalYear {
    return Month.containing(day).fiscalYear
  }

  static current(): FiscalYear {
    return Month.current().fiscalYear
  }

  /**
   * Reads `2026/2027`, `2026-2027`, `2026/27` and the same in Arabic digits.
   * @throws PeriodError when the two years do not follow each other
   */
  static of(text: string): FiscalYear {
    const match = /^\s*(\d{4})\s*[/-]\s*(\d{4}|\d{2})\s*$/.exec(latinDigits(text))
    if (!match) throw unknownYear(text)
    const start = Number(match[1])
    const following = String(start + 1)
    if (match[2] !== following && match[2] !== following.slice(2)) throw unknownYear(text)
    return FiscalYear.startingIn(start)
  }

  /** `2026/2027`. */
  get label(): string {
    return `${this.startYear}/${this.startYear + 1}`
  }

  /** `2026-2027`, for file names, addresses and document numbers. */
  get slug(): string {
    return `${this.startYear}-${this.startYear + 1}`
  }

  get first(): Day {
    return `${this.startYear}-07-01`
  }

  get last(): Day {
    return `${this.startYear + 1}-06-30`
  }

  get days(): number {
    return daysBetween(this.first, addDays(this.last, 1))
  }

  /** The twelve months, July first. */
  get months(): Month[] {
    return Month.range(Month.containing(this.first), Month.containing(this.last))
  }

  contains(day: Day): boolean {
    return day >= this.first && day <= this.last
  }

  /** The months of quarter 1 (July–September) to 4 (April–June). */
  quarter(number: 1 | 2 | 3 | 4): { first: Day; last: Day; months: Month[] } {
    const months = this.months.slice((number - 1) * 3, number * 3)
    return { first: months[0]!.first, last: months[2]!.last, months }
  }

  next(): FiscalYear {
    return FiscalYear.startingIn(this.startYear + 1)
  }

  previous(): FiscalYear {
    return FiscalYear.startingIn(this.startYear - 1)
  }

  equals(other: FiscalYear): boolean {
    return this.startYear === other.startYear
  }

  toString(): string {
    return this.label
  }

  toJSON(): string {
    return this.label
  }
}

function unknownMonth(text: string): PeriodError {
  return new PeriodError(
    sentence(`«${text}» ليس شهرًا معروفًا.`, `"${text}" is not a known month.`),
    { facts: { text }, cure: sentence('اكتبه مثل 2026-10.', 'Write it like 2026-10.') }
  )
}

function unknownYear(text: string): PeriodError {
  return new PeriodError(
    sentence(`«${text}» ليست سنة مالية معروفة.`, `"${text}" is not a known fiscal year.`),
    { facts: { text }, cure: sentence('اكتبها مثل 2026/2027.', 'Write it like 2026/2027.') }
  )
}
