import { NOTHING, formatMoment, formatMoney, formatMonth, formatNumber } from '#core/web/format'
import { formatShortDay } from '#core/web/format'
import type { ListColumn, ListRow, Tone, Words } from '#core/lists/definition'

export interface Cell {
  text: string
  /** How the cell is laid out. */
  kind: 'words' | 'badge' | 'amount' | 'plain'
  tone: Tone
  url: string | null
  clip: boolean
}

/** A value of a row as the page shows it. */
export function cellOf(column: ListColumn, row: ListRow, words: Words): Cell {
  const value = row[column.key]
  const text = textOf(column, row, words)
  const kind = value === null || value === undefined ? 'words' : KINDS[column.type]
  return {
    text,
    // A code is one word, and a few words need no second line.
    kind: kind === 'words' && (CODE.test(text) || text.length <= SHORT) ? 'plain' : kind,
    tone: column.tones?.[String(value)] ?? 'neutral',
    url: column.link?.(row) ?? null,
    clip: column.clip ?? false,
  }
}

/** The words of a code, or the value itself: what files show in a text column. */
export function plainText(column: ListColumn, row: ListRow, words: Words): string {
  if (column.words) return column.words(row, words)
  const value = row[column.key]
  if (value === null || value === undefined) return ''
  if (column.texts) return words.t(`${column.texts}.${value}`)
  return column.type === 'moment' ? formatMoment(value) : String(value)
}

/** `SNR-C1` must not break at its hyphen. */
const CODE = /^[!-~]{1,32}$/
const SHORT = 20

const KINDS: Record<ListColumn['type'], Cell['kind']> = {
  text: 'words',
  badge: 'badge',
  integer: 'amount',
  decimal: 'amount',
  money: 'amount',
  day: 'plain',
  month: 'plain',
  moment: 'plain',
}

function textOf(column: ListColumn, row: ListRow, words: Words): string {
  const value = row[column.key]
  if (column.words) return column.words(row, words)
  switch (column.type) {
    case 'money':
      return formatMoney(value, words.locale)
    case 'integer':
    case 'decimal':
      return formatNumber(value)
    case 'day':
      return formatShortDay(value)
    case 'month':
      return formatMonth(value, words.locale)
    default:
      return plainText(column, row, words) || NOTHING
  }
}
