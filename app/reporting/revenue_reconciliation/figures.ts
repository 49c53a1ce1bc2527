import type { Month } from '#core/fiscal'
import { Money } from '#core/money'

/** What a report of the reconciliation asks: a unit with everything below it, and a month. */
export interface Question {
  unitId: number
  month: Month
}

/** The way of the money of some units, heads or months, from what was due to what reached the bank. */
export interface Flow {
  dueCount: number
  due: Money
  /** Of what was due, paid by receipts of whatever month. */
  dueMatched: Money
  collectedCount: number
  /** Receipts of the month that are not void. */
  collected: Money
  /** Of those, handed over with a slip or a batch. */
  deposited: Money
  /** Of those, found on a bank statement. */
  banked: Money
  /**
   * What somebody must still see to: dues of the month that nobody paid, and takings of the month that
   * did not reach the bank: `(due − dueMatched) + (collected − banked)`. Never below zero, and no payment
   * of older dues hides it.
   */
  difference: Money
}

export interface CountedAmount {
  count: number
  amount: Money
}

export interface Named {
  id: number
  code: string
  ar: string
  en: string
}

/** Open and explained differences; cleared ones are history. */
export interface Part extends Named {
  flow: Flow
  differences: CountedAmount
}

export interface UnitPart extends Part {
  /** What the unit itself holds, apart from the units below it. */
  own: boolean
  hasUnitsBelow: boolean
}

export interface MonthPart {
  month: Month
  flow: Flow
}

export interface DifferenceCode extends CountedAmount {
  code: string
  /** Of those, the ones nobody explained yet. */
  open: number
}

export interface DifferenceRow {
  id: number
  code: string
  unitId: number
  unitCode: string
  unitAr: string
  unitEn: string
  subjectType: string
  subjectId: number
  subjectKey: string
  partyName: string
  headAr: string | null
  headEn: string | null
  amount: Money
  arose: string
  /** Days from the day it arose to the day of the reading. */
  age: number
  state: string
  assignee: string | null
}

export interface RunFact {
  id: number
  number: number
  unitAr: string
  unitEn: string
  finishedAt: Date
}

/** Everything the page, the sheets and the document say, read in one moment. */
export interface ReconciliationFigures {
  unit: Named & { hasUnitsBelow: boolean }
  month: Month
  /** The last finished run over the whole unit, or null when there was none. */
  run: RunFact | null
  total: Flow
  differences: CountedAmount
  /** Of those, open ones that nobody has been given. */
  unassigned: number
  units: UnitPart[]
  heads: Part[]
  /** Twelve months ending with the one asked. */
  months: MonthPart[]
  codes: DifferenceCode[]
  largest: DifferenceRow[]
}

export const NO_FLOW: Flow = {
  dueCount: 0,
  due: Money.zero,
  dueMatched: Money.zero,
  collectedCount: 0,
  collected: Money.zero,
  deposited: Money.zero,
  banked: Money.zero,
  difference: Money.zero,
}

export const NONE: CountedAmount = { count: 0, amount: Money.zero }

/** `72.5%`, one decimal; a dash when the whole is nothing. */
export function percentText(part: Money, whole: Money): string {
  if (whole.isZero()) return '—'
  const tenths = (part.piastres * 10_000n) / whole.piastres
  const rounded = (tenths + (tenths < 0n ? -5n : 5n)) / 10n
  const digits = String(rounded < 0n ? -rounded : rounded).padStart(2, '0')
  return `${rounded < 0n ? '-' : ''}${digits.slice(0, -1)}.${digits.slice(-1)}%`
}

/**
 * A part of a whole as a decimal fraction of four places (`0.7254`), rounded half up; null when the
 * whole is nothing. Text, because it is shown and never counted with.
 */
export function shareOf(part: Money, whole: Money): string | null {
  if (whole.isZero()) return null
  const scaled = (part.piastres * 100_000n) / whole.piastres
  const rounded = (scaled + (scaled < 0n ? -5n : 5n)) / 10n
  const digits = String(rounded < 0n ? -rounded : rounded).padStart(5, '0')
  return `${rounded < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`
}
