import type { ColumnType, Locale } from '#core/sheets/columns'
import { dayText, decimalText, words } from '#core/sheets/values'
import { MONTHS_AR, MONTHS_EN } from '#core/days'

/** Turns the value of a column into the words on paper. */
export type ValueFormat = (value: unknown) => string

/** Anything that knows how it is read, as `Money` does. */
interface Formatted {
  format(locale: Locale): string
}

/** The format of a column type in a language; empty values are empty. */
export function valueFormat(type: ColumnType, locale: Locale): ValueFormat {
  const format = formatOf(type, locale)
  return (value) => (value === null || value === undefined || value === '' ? '' : format(value))
}

/** `1234567.5` as `1,234,567.5`; the digits themselves are left alone. */
export function grouped(decimal: string): string {
  const [whole, fraction] = decimal.split('.')
  const thousands = whole!.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? thousands : `${thousands}.${fraction}`
}

function formatOf(type: ColumnType, locale: Locale): ValueFormat {
  if (type === 'money') return (value) => money(value, locale)
  if (type === 'integer' || type === 'decimal') return (value) => number(value, type, locale)
  if (type === 'percent') return (value) => percent(value, locale)
  if (type === 'date') return (value) => day(value)
  if (type === 'month') return (value) => month(value, locale)
  return (value) => words(value, locale)
}

/** `Money` by its own format; decimal text with its piastres; text already formatted as it is. */
function money(value: unknown, locale: Locale): string {
  if (isFormatted(value)) return value.format(locale)
  const decimal = decimalText(value, 'money')
  if (decimal === null) return words(value, locale)
  const [whole, fraction = ''] = decimal.split('.')
  return grouped(`${whole}.${fraction.padEnd(2, '0')}`)
}

function number(value: unknown, type: ColumnType, locale: Locale): string {
  const decimal = decimalText(value, type)
  return decimal === null ? words(value, locale) : grouped(decimal)
}

/** `0.125` as `12.5%`, by moving the point in the text. */
function percent(value: unknown, locale: Locale): string {
  const decimal = decimalText(value, 'percent')
  if (decimal === null) return words(value, locale)
  const minus = decimal.startsWith('-') ? '-' : ''
  const [whole, fraction = ''] = decimal.replace('-', '').split('.')
  const padded = fraction.padEnd(2, '0')
  const hundred = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, '')
  const rest = padded.slice(2).replace(/0+$/, '')
  return `${minus}${grouped(rest ? `${hundred}.${rest}` : hundred)}%`
}

/** Day, month, year, as Egyptian forms write it. */
function day(value: unknown): string {
  const text = dayText(value)
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  return match ? `${match[3]}/${match[2]}/${match[1]}` : text
}

function month(value: unknown, locale: Locale): string {
  const text = dayText(value)
  const match = /^(\d{4})-(\d{2})/.exec(text)
  const name = match && (locale === 'ar' ? MONTHS_AR : MONTHS_EN)[Number(match[2]) - 1]
  return name ? `${name} ${match[1]}` : text
}

function isFormatted(value: unknown): value is Formatted {
  return typeof value === 'object' && value !== null && 'format' in value
}
