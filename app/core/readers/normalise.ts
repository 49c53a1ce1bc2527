import { latinDigits, stripInvisible } from '#core/arabic'
import type { RowProblem } from '#core/readers/types'

/**
 * What a cell says once it is understood: a value, null for an empty cell, or the reason it
 * cannot be understood, with the cure.
 */
export type Reading<T> = { ok: true; value: T | null } | { ok: false; problem: RowProblem }

/** Order of day, month and year in dates that do not begin with the year. */
export type DayOrder = 'dmy' | 'mdy'

const MAX_WHOLE_DIGITS = 16

const CURRENCY =
  /(?:ج\s*\.?\s*م\s*\.?|جنيهات|جنيها|جنيه|مصريه|مصرية|مصريا|مصري|E\s*G\s*P|L\s*\.?\s*E\s*\.?|USD|EUR|GBP|[£€$])/gi

/**
 * Money as people write it, as an exact decimal text with two decimals. Arabic-Indic digits,
 * thousands separators of every kind, brackets or a trailing minus for negatives, and the words
 * and signs for pounds are understood. `1,234` is one thousand two hundred and thirty-four;
 * anything finer than a piastre is refused unless it is zeros. `1.234` and `150.000` could be
 * either and are refused unless `decimal` says which.
 * @param options.decimal the decimal sign, when the whole file is known to use one
 */
export function readMoney(
  text: string | null,
  options: { decimal?: '.' | ',' } = {}
): Reading<string> {
  return readScaled(text, 2, options, true)
}

/**
 * A number with at most `scale` decimals, written out with exactly that many.
 * @throws RangeError when the scale is not a whole number from 0 to 12
 */
export function readDecimal(
  text: string | null,
  scale: number,
  options: { decimal?: '.' | ',' } = {}
): Reading<string> {
  if (!Number.isInteger(scale) || scale < 0 || scale > 12) throw new RangeError(`scale ${scale}`)
  return readScaled(text, scale, options, false)
}

/** A whole number, thousands separators allowed; `12.00` counts as whole. */
export function readInteger(text: string | null): Reading<number> {
  const reading = readScaled(text, 0, {}, false)
  if (!reading.ok || reading.value === null) return reading as Reading<number>
  const value = Number(reading.value)
  if (Number.isSafeInteger(value)) return { ok: true, value }
  return refuse('number_too_big', text!, 'عدد أكبر من المسموح', 'is larger than is accepted')
}

function readScaled(
  text: string | null,
  scale: number,
  options: { decimal?: '.' | ',' },
  money: boolean
): Reading<string> {
  const plain = tidy(text)
  if (plain === '') return { ok: true, value: null }
  const { negative, body } = takeSign(money ? withoutCurrency(plain) : plain)
  if (/^\d+([.,]\d+)?e[+-]?\d+$/i.test(body)) {
    return refuse(
      'number_scientific',
      text!,
      'مكتوب بالصيغة العلمية وقد ضاعت أرقامه؛ غيّر تنسيق العمود في إكسل إلى رقم واكتب القيمة كاملة',
      'is in scientific notation and has lost digits; format the column as a number in Excel and write it in full'
    )
  }
  if (!options.decimal && /^[1-9]\d{0,2}\.\d{3}$/.test(body)) {
    return refuse(
      'number_ambiguous',
      text!,
      'قد تكون نقطته للآلاف أو للكسور؛ اكتب 1234 أو 1.23، أو حدد علامة الكسور للعمود',
      'may use its point for thousands or for decimals; write 1234 or 1.23, or choose the decimal sign of the column'
    )
  }
  const parts = splitNumber(body, options.decimal)
  if (!parts) {
    return refuse(
      'not_a_number',
      text!,
      'ليس رقماً مفهوماً؛ اكتبه بالأرقام فقط مثل 1234.50',
      'is not a number; write it in digits only, such as 1234.50'
    )
  }
  const whole = parts.whole.replace(/^0+(?=\d)/, '')
  if (whole.length > MAX_WHOLE_DIGITS) {
    return refuse(
      'number_too_big',
      text!,
      'أكبر من المسموح (16 رقماً قبل العلامة)؛ راجع القيمة',
      'is larger than is accepted (16 digits before the point); check it'
    )
  }
  const fraction = parts.fraction.replace(/0+$/, '')
  if (fraction.length > scale) return tooFine(text!, scale)
  const digits = scale ? `${whole}.${fraction.padEnd(scale, '0')}` : whole
  return { ok: true, value: negative && /[1-9]/.test(digits) ? `-${digits}` : digits }
}

/** The pounds go when they stand before or after the figures, not when they divide them. */
function withoutCurrency(text: string): string {
  const marked = text.replace(/[\u064b-\u0652]/g, '').replace(CURRENCY, '¤')
  return /\d[^\d]*¤.*\d/.test(marked) ? text : marked.replaceAll('¤', ' ')
}

function tooFine(text: string, scale: number): Reading<string> {
  if (scale === 0) {
    return refuse('not_whole', text, 'يجب أن يكون عدداً صحيحاً بلا كسور', 'must be a whole number')
  }
  return refuse(
    'too_many_decimals',
    text,
    `فيه أكثر من ${scale} أرقام عشرية؛ قرّبه، أو اكتبه بلا فاصلة إن كانت الفاصلة للآلاف`,
    `has more than ${scale} decimals; round it, or leave the separator out if it marks thousands`
  )
}

/** Brackets, a leading or trailing sign, in any of the minus characters. */
function takeSign(text: string): { negative: boolean; body: string } {
  let body = text.trim().replace(/[−–—﹣－]/g, '-')
  let negative = false
  const bracketed = /^\((.*)\)$/.exec(body)
  if (bracketed) {
    negative = true
    body = bracketed[1]!.trim()
  }
  const signed = /^([-+])\s*(.*)$/.exec(body) ?? /^(.*?)\s*(-)$/.exec(body)
  if (signed) {
    const leading = signed[1] === '-' || signed[1] === '+'
    if ((leading ? signed[1] : signed[2]) === '-') negative = true
    body = (leading ? signed[2]! : signed[1]!).trim()
  }
  return { negative, body: body.trim() }
}

/** Digits before and after the decimal sign; null when the separators make no sense. */
function splitNumber(
  text: string,
  decimal?: '.' | ','
): { whole: string; fraction: string } | null {
  const body = text.replaceAll('٫', '\u0001').replaceAll('٬', "'").replaceAll('،', ',')
  if (!/^[\d.,'’\s\u0001]+$/.test(body) || !/\d/.test(body)) return null
  const mark = body.includes('\u0001') ? '\u0001' : (decimal ?? decimalSign(body))
  const at = mark === null ? -1 : body.lastIndexOf(mark)
  const whole = at === -1 ? body : body.slice(0, at)
  const fraction = at === -1 ? '' : body.slice(at + 1)
  if (!/^\d*$/.test(fraction) || (mark !== null && whole.includes(mark))) return null
  if (whole === '') return fraction ? { whole: '0', fraction } : null
  const groups = whole.split(/[.,'’\s]/)
  const separators = new Set(whole.match(/[.,'’\s]/g))
  if (separators.size > 1) return null
  if (groups.length > 1) {
    if (!/^[1-9]\d{0,2}$/.test(groups[0]!)) return null
    if (groups.slice(1).some((group) => group.length !== 3)) return null
  }
  return { whole: groups.join(''), fraction }
}

/**
 * Which of `.` and `,` is the decimal sign. Of two kinds, the last one. One that is repeated
 * marks thousands. A single comma before exactly three digits marks thousands, any other single
 * sign is decimal.
 */
function decimalSign(body: string): '.' | ',' | null {
  const dot = body.lastIndexOf('.')
  const comma = body.lastIndexOf(',')
  if (dot === -1 && comma === -1) return null
  if (dot !== -1 && comma !== -1) return dot > comma ? '.' : ','
  const sign = dot === -1 ? ',' : '.'
  if (body.indexOf(sign) !== body.lastIndexOf(sign)) return null
  return sign === ',' && /,\d{3}$/.test(body) ? null : sign
}

/**
 * The decimal sign of a column, from its values; null when none of them decides, or they
 * contradict one another. Pass it to `readMoney` so that `150.000` is read the way its column is.
 */
export function guessDecimal(values: Iterable<string | null>): '.' | ',' | null {
  const seen = new Set<'.' | ','>()
  for (const value of values) {
    const { body } = takeSign(withoutCurrency(tidy(value)))
    if (!/^\d[\d.,'’\s]*$/.test(body)) continue
    const sign = decimalSign(body)
    if (sign && !/^\d{1,3}\.\d{3}$/.test(body)) seen.add(sign)
    else if (/^\d{1,3}(\.\d{3}){2,}$/.test(body)) seen.add(',')
    else if (/^\d{1,3}(,\d{3})+$/.test(body)) seen.add('.')
  }
  return seen.size === 1 ? [...seen][0]! : null
}

const MONTHS: Record<string, number> = {}
const MONTH_NAMES = [
  'jan january يناير كانون الثاني',
  'feb february فبراير شباط',
  'mar march مارس آذار اذار',
  'apr april أبريل ابريل إبريل نيسان',
  'may مايو أيار ايار',
  'jun june يونيو يونيه حزيران',
  'jul july يوليو يوليه تموز',
  'aug august أغسطس اغسطس آب',
  'sep sept september سبتمبر أيلول ايلول',
  'oct october أكتوبر اكتوبر',
  'nov november نوفمبر',
  'dec december ديسمبر',
]
MONTH_NAMES.forEach((names, index) => {
  for (const name of names.split(' '))
    if (name !== 'كانون' && name !== 'الثاني') MONTHS[name] = index + 1
})

/**
 * A calendar day as `yyyy-mm-dd`. Dates beginning with the year need no order; in the others
 * `order` says whether the day or the month comes first, and a date impossible in that order is
 * refused, never turned round. A time of day after the date is left out.
 */
export function readDay(text: string | null, options: { order?: DayOrder } = {}): Reading<string> {
  const plain = tidy(text)
  if (plain === '') return { ok: true, value: null }
  const found = dayParts(plain.replace(/[T\s]+\d{1,2}:\d{2}.*$/i, ''), options.order ?? 'dmy')
  if (!found) {
    return refuse(
      'not_a_day',
      text!,
      'ليس تاريخاً مفهوماً؛ اكتبه مثل 31/12/2026 أو 2026-12-31',
      'is not a date; write it as 31/12/2026 or 2026-12-31'
    )
  }
  const iso = [String(found.year).padStart(4, '0'), two(found.month), two(found.day)].join('-')
  const date = new Date(`${iso}T00:00:00Z`)
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
  if (exists && found.year >= 1800 && found.year <= 2200) return { ok: true, value: iso }
  return refuse(
    'day_impossible',
    text!,
    'تاريخ غير موجود في التقويم؛ راجع اليوم والشهر والسنة وترتيبها',
    'is not a day of the calendar; check day, month and year and their order'
  )
}

function dayParts(text: string, order: DayOrder) {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const yearFirst = compact ?? /^(\d{4})\s*[-/.\\]\s*(\d{1,2})\s*[-/.\\]\s*(\d{1,2})$/.exec(text)
  if (yearFirst) return { year: +yearFirst[1]!, month: +yearFirst[2]!, day: +yearFirst[3]! }
  const yearLast = /^(\d{1,2})\s*[-/.\\]\s*(\d{1,2})\s*[-/.\\]\s*(\d{4}|\d{2})$/.exec(text)
  if (yearLast) {
    const [first, second] = [+yearLast[1]!, +yearLast[2]!]
    const year = fullYear(yearLast[3]!)
    return order === 'dmy'
      ? { year, month: second, day: first }
      : { year, month: first, day: second }
  }
  return namedMonth(text)
}

/** `5 مايو 2026`, `23-Jan-15`, `January 5, 2026`. */
function namedMonth(text: string) {
  const words = text
    .toLowerCase()
    .split(/[\s,،./-]+/)
    .filter((word) => word && word !== 'من')
  if (words.length !== 3) return null
  const at = words.findIndex((word) => MONTHS[word] !== undefined)
  if (at === -1 || at === 2) return null
  const numbers = words.filter((_, index) => index !== at)
  if (!numbers.every((word) => /^\d{1,4}$/.test(word))) return null
  const [first = '', second = ''] = numbers
  const [day, year] = first.length === 4 ? [second, first] : [first, second]
  if (year.length !== 4 && year.length !== 2) return null
  return { year: fullYear(year), month: MONTHS[words[at]!]!, day: +day }
}

/** Two digits: 00–79 in this century, 80–99 in the last. */
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 4) return year
  return year < 80 ? 2000 + year : 1900 + year
}

/**
 * The order the dates of a column are written in, from its values: one number above twelve in
 * the first or second place decides. null when nothing decides, or the column contradicts itself.
 */
export function guessDayOrder(values: Iterable<string | null>): DayOrder | null {
  let first = false
  let second = false
  for (const value of values) {
    const match = /^(\d{1,2})\s*[-/.\\]\s*(\d{1,2})\s*[-/.\\]\s*\d{2,4}(\D|$)/.exec(tidy(value))
    if (!match) continue
    if (+match[1]! > 12) first = true
    if (+match[2]! > 12) second = true
  }
  if (first === second) return null
  return first ? 'dmy' : 'mdy'
}

const YES = new Set([
  'نعم',
  'ايوه',
  'صح',
  'صحيح',
  'موجود',
  'yes',
  'y',
  'true',
  't',
  '1',
  'x',
  '✓',
  '✔',
])
const NO = new Set(['لا', 'خطا', 'غير موجود', 'no', 'n', 'false', 'f', '0', '✗', '✘'])

/** Yes or no, in either language, or as 1 and 0. */
export function readBoolean(text: string | null): Reading<boolean> {
  const plain = tidy(text).toLowerCase().replace(/[أإآ]/g, 'ا').replace(/ة$/, 'ه')
  if (plain === '') return { ok: true, value: null }
  if (YES.has(plain)) return { ok: true, value: true }
  if (NO.has(plain)) return { ok: true, value: false }
  return refuse(
    'not_yes_or_no',
    text!,
    'ليس نعم ولا لا؛ اكتب نعم أو لا',
    'is neither yes nor no; write yes or no'
  )
}

function tidy(text: string | null): string {
  return latinDigits(stripInvisible(text ?? ''))
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .trim()
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}

function refuse<T>(code: string, text: string, ar: string, en: string): Reading<T> {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return { ok: false, problem: { code, ar: `«${shown}» ${ar}.`, en: `"${shown}" ${en}.` } }
}
