import { dayOf, formatDay, isDay } from '#core/days'
import type { Locale } from '#core/domain_error'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'

/** What stands in a cell that has no value. */
export const NOTHING = '—'

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Africa/Cairo',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** An amount for reading: `1,234.50`. Takes {@link Money} or decimal text, never a number. */
export function formatMoney(value: Money | string | null | undefined, locale: Locale): string {
  if (value === null || value === undefined || value === '') return NOTHING
  return (value instanceof Money ? value : Money.of(value)).format(locale)
}

/** A whole number or a decimal text with its thousands set apart: `12,340`. */
export function formatNumber(value: number | bigint | string | null | undefined): string {
  if (value === null || value === undefined || value === '') return NOTHING
  const [whole, decimals] = String(value).split('.')
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

/** A day in words, for prose and headings: `5 أكتوبر 2026`. */
export function formatLongDay(value: string | null | undefined, locale: Locale): string {
  return isDay(value) ? formatDay(value, locale) : NOTHING
}

/** A day in a table: `2026-10-05`, which reads the same from either side. */
export function formatShortDay(value: string | Date | null | undefined): string {
  if (!value) return NOTHING
  if (value instanceof Date) return dayOf(value)
  return value.slice(0, 10)
}

/** `أكتوبر 2026` from a {@link Month}, `2026-10` or any day of the month. */
export function formatMonth(value: Month | string | null | undefined, locale: Locale): string {
  if (!value) return NOTHING
  return (value instanceof Month ? value : Month.of(value.slice(0, 7))).label(locale)
}

/** A moment on the clock of Cairo: `2026-10-05 14:30`. Luxon's DateTime is taken too. */
export function formatMoment(
  value: Date | string | { toJSDate(): Date } | null | undefined
): string {
  if (!value) return NOTHING
  const moment = momentOf(value)
  return Number.isNaN(moment.getTime()) ? NOTHING : `${dayOf(moment)} ${CLOCK.format(moment)}`
}

/** Day, month, year, as Egyptian papers write them: `05/10/2026`; a moment with its hour. */
export function onPaper(text: string): string {
  return text.replace(/^(\d{4})-(\d{2})-(\d{2})/, '$3/$2/$1')
}

/**
 * Digits with their signs inside an Arabic sentence that cannot carry markup (`نبيل — 2026-10-05 14:30`):
 * set apart from left to right, or they would change places.
 */
export function apart(text: string): string {
  return `\u2066${text}\u2069`
}

/** A size of a file: `1.4 MB`. */
export function formatBytes(bytes: number | bigint | string): string {
  let size = Number(bytes)
  for (const unit of ['B', 'KB', 'MB', 'GB']) {
    if (size < 1024 || unit === 'GB') return `${unit === 'B' ? size : size.toFixed(1)} ${unit}`
    size /= 1024
  }
  return NOTHING
}

function momentOf(value: Date | string | { toJSDate(): Date }): Date {
  if (value instanceof Date) return value
  return typeof value === 'string' ? new Date(value) : value.toJSDate()
}
