import type { Sentence } from '#core/domain_error'
import type { FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import type { Trx } from '#core/within'
import type { AccountFigures } from '#accounts/books/figures'

export const OBSTACLE_KINDS = [
  'months',
  'accounts',
  'forms',
  'orders',
  'advances',
  'commitments',
  'bank',
  'memo',
  'year_before',
] as const

/** One paper that stands in the way of closing a year. */
export interface ObstacleLine {
  /** Its number, as documents name it. */
  number: string
  /** Whose it is, or what is to be done with it. */
  about: Sentence
  amount: Money | null
  /** Where it is dealt with. */
  url: string | null
}

/** What stands in the way of closing a year, of one kind. */
export interface Obstacle {
  kind: (typeof OBSTACLE_KINDS)[number]
  /** All of its kind in one sentence. */
  says: Sentence
  lines: readonly ObstacleLine[]
  total: Money | null
}

export interface ClosingAsked {
  unitId: number
  year: FiscalYear
  /** The trial balance of the year. */
  rows: readonly AccountFigures[]
}

export type Finding = (asked: ClosingAsked, trx: Trx) => Promise<Obstacle | null>

/** An obstacle of papers with sums: `says` gets their number and their total in the language. */
export function obstacleOf(
  kind: Obstacle['kind'],
  lines: readonly ObstacleLine[],
  says: (count: number, total: (locale: 'ar' | 'en') => string) => Sentence
): Obstacle | null {
  if (!lines.length) return null
  const total = Money.sum(lines.map(({ amount }) => amount ?? Money.zero))
  return { kind, lines, total, says: says(lines.length, (locale) => total.format(locale)) }
}
