import { latinDigits, stripInvisible } from '#core/arabic'
import { clock } from '#core/clock'
import { DomainError, sentence, type Sentence } from '#core/domain_error'

/** A calendar day without a zone, ISO `yyyy-mm-dd`: how fiscal dates live in columns and in code. */
export type Day = string

/** The order in which a file or a person writes day, month and year. */
export type DayOrder = 'dmy' | 'mdy' | 'ymd'

/** A date that cannot be read, or that no calendar has. */
export class DayError extends DomainError {
  static override code = 'E_DAY'
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000
const FIRST_YEAR = 1900
const LAST_YEAR = 2199

/** Month names as Egypt uses them. */
export const MONTHS_AR = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
] as const

export const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const CAIRO = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Africa/Cairo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in Egypt now; correct around midnight and summer time. */
export function today(): Day {
  return dayOf(clock.now())
}

/** The calendar day in Egypt of a moment. */
export function dayOf(moment: Date): Day {
  return CAIRO.format(moment)
}

/** Whether the text is an ISO day that the calendar has. */
export function isDay(text: unknown): text is Day {
  const match = typeof text === 'string' ? ISO_DAY.exec(text) : null
  return !!match && exists(Number(match[1]), Number(match[2]), Number(match[3]))
}

export function addDays(day: Day, count: number): Day {
  return new Date(utc(day) + count * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Same day of a later (or earlier) month; the last day where that month is shorter. */
export function addMonths(day: Day, count: number): Day {
  utc(day)
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const index = year * 12 + (month - 1) + count
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return iso(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)))
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to) - utc(from)) / MS_PER_DAY)
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** `5 أكتوبر 2026` or `5 October 2026`. */
export function formatDay(day: Day, locale: 'ar' | 'en'): string {
  utc(day)
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return `${date} ${(locale === 'ar' ? MONTHS_AR : MONTHS_EN)[month - 1]} ${year}`
}

/**
 * Reads a date as people and files write it: ISO, `05/10/2026`, `5-10-26`, `5 أكتوبر 2026`, `05-Oct-26`,
 * `20261005`, Arabic digits, spreadsheet serials and dates, timestamps. A timestamp with a zone becomes
 * the day in Cairo. Two-digit years are 1970–2069. Day comes first unless `order` says otherwise; a date
 * that order makes impossible is refused, never silently turned round.
 * @throws DayError with the reason
 */
export function parseDay(input: unknown, options: { order?: DayOrder } = {}): Day {
  if (typeof input === 'string' && isDay(input)) return within(input, input)
  if (typeof input === 'number') return fromSerial(input, String(input))
  // Spreadsheet readers give a cell's date as UTC midnight; half a second forgives binary fractions.
  if (input instanceof Date) return fromSheetDate(input)
  if (typeof input !== 'string') throw unreadable(String(input), REASONS.shape)
  if (input.length > 64) throw unreadable(input, REASONS.shape)

  const text = latinDigits(stripInvisible(input).normalize('NFKC'))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '') throw unreadable(input, REASONS.blank)

  return (
    fromTimestamp(text, input) ??
    fromNames(text, input) ??
    fromNumbers(text, input, options.order ?? 'dmy') ??
    fromDigits(text, input) ??
    refuse(input)
  )
}

const REASONS = {
  blank: sentence('الخانة فارغة', 'it is blank'),
  shape: sentence('الصيغة غير معروفة', 'its form is not known'),
  month: sentence('رقم الشهر أكبر من 12', 'its month is above 12'),
  day: sentence('هذا اليوم ليس في التقويم', 'the calendar has no such day'),
  year: sentence(
    `السنة خارج ${FIRST_YEAR}–${LAST_YEAR}`,
    `its year is outside ${FIRST_YEAR}–${LAST_YEAR}`
  ),
  hijri: sentence('السنة هجرية فيما يبدو', 'its year looks like a Hijri year'),
  serial: sentence('ليس تاريخ جدول بيانات صحيحًا', 'it is not a spreadsheet date'),
}

const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/i
const CLOCK_TAIL = /[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?( ?[AP]M| ?[صم])?$/i

function fromTimestamp(text: string, input: string): Day | null {
  const match = TIMESTAMP.exec(text)
  if (!match) return null
  const day = checked(...split(match[1]!), input)
  if (!match[5]) return day
  const zone = match[5].length === 5 ? `${match[5].slice(0, 3)}:${match[5].slice(3)}` : match[5]
  const moment = new Date(`${day}T${match[2]}:${match[3]}:${match[4] ?? '00'}${zone.toUpperCase()}`)
  if (Number.isNaN(moment.getTime())) throw unreadable(input, REASONS.shape)
  return dayOf(moment)
}

function fromNames(text: string, input: string): Day | null {
  const match = /^(\d{1,2})[ .\/-]*(\p{L}[\p{L}\p{M}]*)[ .,\/-]*(\d{4}|\d{2})$/u.exec(
    text.replace(CLOCK_TAIL, '')
  )
  if (!match) return null
  const month = monthNamed(match[2]!)
  return month ? checked(fullYear(match[3]!), month, Number(match[1]), input) : null
}

function fromNumbers(text: string, input: string, order: DayOrder): Day | null {
  const match = /^(\d{1,4})([/.\-])(\d{1,2})\2(\d{1,4})$/.exec(text.replace(CLOCK_TAIL, ''))
  if (!match) return null
  const [first, second, third] = [match[1]!, match[3]!, match[4]!]
  // Four digits in front can only be a year.
  if (first.length === 4) {
    return third.length <= 2 ? checked(Number(first), Number(second), Number(third), input) : null
  }
  if (first.length === 3 || (third.length !== 4 && third.length > 2)) return null
  if (order === 'ymd') {
    if (third.length === 4) throw unreadable(input, REASONS.shape)
    return checked(fullYear(first), Number(second), Number(third), input)
  }
  if (third.length === 1) return null
  const [day, month] = order === 'dmy' ? [first, second] : [second, first]
  return checked(fullYear(third), Number(month), Number(day), input)
}

/** `20261005`, or a spreadsheet serial that lost its format on the way (five digits: 1927 to 2173). */
function fromDigits(text: string, input: string): Day | null {
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (packed) return checked(Number(packed[1]), Number(packed[2]), Number(packed[3]), input)
  return /^\d{5}(\.\d+)?$/.test(text) ? fromSerial(Number(text), input) : null
}

/** Serial days of the 1900 system, in which spreadsheets believe in 29 February 1900 (serial 60). */
function fromSerial(serial: number, input: string): Day {
  const whole = Math.floor(serial)
  if (!Number.isFinite(serial) || whole < 1 || whole === 60) throw unreadable(input, REASONS.serial)
  const offset = whole < 60 ? whole : whole - 1
  const moment = new Date(Date.UTC(1899, 11, 31) + offset * MS_PER_DAY)
  if (Number.isNaN(moment.getTime())) throw unreadable(input, REASONS.serial)
  return within(moment.toISOString().slice(0, 10), input)
}

function fromSheetDate(date: Date): Day {
  if (Number.isNaN(date.getTime())) throw unreadable('Invalid Date', REASONS.shape)
  const day = new Date(date.getTime() + 500).toISOString().slice(0, 10)
  return within(day, day)
}

function refuse(input: string): never {
  throw unreadable(input, REASONS.shape)
}

function checked(year: number, month: number, day: number, input: string): Day {
  if (year < FIRST_YEAR || year > LAST_YEAR) throw unreadable(input, yearReason(year))
  if (month > 12) throw unreadable(input, REASONS.month)
  if (!exists(year, month, day)) throw unreadable(input, REASONS.day)
  return iso(year, month, day)
}

function within(day: Day, input: string): Day {
  const year = Number(day.slice(0, 4))
  if (year < FIRST_YEAR || year > LAST_YEAR) throw unreadable(input, yearReason(year))
  return day
}

function yearReason(year: number): Sentence {
  return year >= 1300 && year <= 1500 ? REASONS.hijri : REASONS.year
}

function monthNamed(name: string): number | null {
  const plain = name.replace(/[\u064B-\u0652\u0640]/g, '').replace(/[أإآ]/g, 'ا')
  const arabic = MONTHS_AR.findIndex((month) => month.replace(/أ/g, 'ا') === plain)
  if (arabic !== -1) return arabic + 1
  const latin = name.toLowerCase()
  if (latin === 'sept') return 9
  const english = MONTHS_EN.findIndex(
    (month) => month.toLowerCase() === latin || month.slice(0, 3).toLowerCase() === latin
  )
  return english === -1 ? null : english + 1
}

function fullYear(text: string): number {
  const year = Number(text)
  if (text.length > 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function exists(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

function split(day: Day): [number, number, number] {
  return day.split('-').map(Number) as [number, number, number]
}

function iso(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Milliseconds of a day's UTC midnight; a text that is no day is a mistake of the caller. */
function utc(day: Day): number {
  if (!isDay(day)) throw unreadable(String(day), REASONS.shape)
  const [year, month, date] = split(day)
  return Date.UTC(year, month - 1, date)
}

function unreadable(text: string, reason: Sentence): DayError {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return new DayError(
    sentence(
      `لا يقرأ التاريخ «${shown}»: ${reason.ar}.`,
      `The date "${shown}" cannot be read: ${reason.en}.`
    ),
    {
      facts: { text: shown },
      cure: sentence(
        'اكتبه مثل 2026-10-31، أو حدد ترتيب اليوم والشهر في الملف.',
        'Write it like 2026-10-31, or state the order of day and month in the file.'
      ),
    }
  )
}
