import type { ColumnType, Locale } from '#core/sheets/columns'

const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})/
const ISO_MONTH = /^(\d{4})-(\d{2})/
const MS_PER_DAY = 86_400_000

/** Excel, like every spreadsheet, keeps 15 significant digits of a number. */
const SPREADSHEET_DIGITS = 15

/** 1 March 1900: before it Excel counts a 29 February 1900 that never was. */
const FIRST_SAFE_SERIAL = 61

/** Serial number of 1 January 1970 in the 1900 date system. */
const UNIX_EPOCH_SERIAL = 25_569

/**
 * The value as plain decimal text (`-1234.50`), or null when it is not a plain number. Objects such
 * as `Money` are read by their `toString()`, so that no amount passes through a binary fraction.
 *
 * @throws TypeError when a money column is given a JavaScript number
 */
export function decimalText(value: unknown, type: ColumnType): string | null {
  if (type === 'money' && typeof value === 'number') {
    throw new TypeError(
      `مبلغ وصل كرقم عشري تقريبي (${value})؛ المبالغ تُمرَّر كقيمة Money أو كنص عشري. ` +
        `An amount arrived as a JavaScript number (${value}); pass Money or decimal text.`
    )
  }
  const text = String(value)
  return PLAIN_DECIMAL.test(text) ? text : null
}

/** True when a spreadsheet can hold the decimal text without losing a digit. */
export function fitsSpreadsheetNumber(decimal: string): boolean {
  if (decimal.length <= SPREADSHEET_DIGITS) return true
  const digits = decimal.replace(/[-.]/g, '').replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  return significant.length <= SPREADSHEET_DIGITS
}

/** The calendar day meant by a value, as `yyyy-mm-dd…` text; Dates are read in UTC. */
export function dayText(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  const dated = value as { toISODate?: () => string | null }
  return typeof dated.toISODate === 'function' ? (dated.toISODate() ?? '') : String(value)
}

/** The spreadsheet serial of a day, or null when the text is no real day after February 1900. */
export function daySerial(text: string): number | null {
  const match = ISO_DAY.exec(text)
  return match ? serial(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** The spreadsheet serial of the first day of a month, or null when the text is no month. */
export function monthSerial(text: string): number | null {
  const match = ISO_MONTH.exec(text)
  return match ? serial(Number(match[1]), Number(match[2]), 1) : null
}

function serial(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  const result = date.getTime() / MS_PER_DAY + UNIX_EPOCH_SERIAL
  return result < FIRST_SAFE_SERIAL ? null : result
}

/** The words of a text cell. */
export function words(value: unknown, locale: Locale): string {
  if (typeof value === 'string') return value
  if (value === true) return locale === 'ar' ? 'نعم' : 'yes'
  if (value === false) return locale === 'ar' ? 'لا' : 'no'
  return value instanceof Date ? dayText(value).slice(0, 10) : String(value)
}
