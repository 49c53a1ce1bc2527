import { latinDigits, stripInvisible, cleanText, fold } from '#core/arabic'
import { parseDay } from '#core/days'
import { Money } from '#core/money'
import { Problem, problemFrom } from '#core/imports/problem'
import type { Parser } from '#core/imports/definition'

const PLAIN_INTEGER = /^(0|[1-9]\d{0,14})$/
const PLAIN_MONEY = /^-?\d{1,16}(\.\d{1,2})?$/
const ISO_DAY = /^(20\d\d|19[5-9]\d)-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/
const EGYPTIAN_DAY = /^(0[1-9]|1\d|2[0-8])[/.-](0[1-9]|1[0-2])[/.-](20\d\d)$/
const ASCII_WORD = /^[\x21-\x7e]+$/
const PLAIN_TEXT = /^[\x20-\x7e\u0621-\u064a]*$/

/** Text of at most `length` characters, cleaned of control and direction marks. */
export function text(length: number): Parser {
  return (input) => {
    const value = PLAIN_TEXT.test(input) && !input.includes('  ') ? input : cleanText(input)
    if (value.length <= length) return value
    return new Problem('too_long', `${value.slice(0, 40)}…`)
  }
}

/** Free text that may be cut: notes and narratives, never keys. */
export function note(length: number): Parser {
  return (input) => (PLAIN_TEXT.test(input) ? input : cleanText(input)).slice(0, length)
}

/** A number or code that papers carry (licence, site, slip): Latin digits, no spaces at the ends. */
export function code(length: number): Parser {
  return (input) => {
    const value = ASCII_WORD.test(input) ? input : cleanText(latinDigits(input))
    if (value.length > length) return new Problem('too_long', `${value.slice(0, 40)}…`)
    return value === '' ? new Problem('missing') : value
  }
}

/** A code kept in ASCII columns: payment references, book numbers. Inner spaces go. */
export function asciiCode(length: number): Parser {
  return (input) => {
    const value = ASCII_WORD.test(input)
      ? input
      : latinDigits(stripInvisible(input).normalize('NFKC')).replace(/\s+/g, '')
    if (!ASCII_WORD.test(value)) return new Problem('not_latin', input.slice(0, 60))
    if (value.length > length) return new Problem('too_long', `${value.slice(0, 40)}…`)
    return value
  }
}

/** A whole number from 0 to `max`. */
export function integer(max: number): Parser {
  return (input) => {
    if (PLAIN_INTEGER.test(input) && Number(input) <= max) return input
    const digits = latinDigits(stripInvisible(input)).trim().replace(/\.0+$/, '')
    if (!/^\d{1,15}$/.test(digits) || Number(digits) > max) {
      return new Problem('not_a_number', input.slice(0, 60))
    }
    return String(Number(digits))
  }
}

/** A measure with up to `scale` decimals, inside the bounds. Not money. */
export function measure(min: number, max: number, scale: number): Parser {
  return (input) => {
    const plain = latinDigits(stripInvisible(input))
      .replace('٫', '.')
      .replace(/[٬,\s]/g, '')
    const value = Number(plain)
    if (!/^[-+]?\d+(\.\d+)?$/.test(plain) || value < min || value > max) {
      return new Problem('not_a_measure', input.slice(0, 60))
    }
    const [whole, decimals = ''] = plain.split('.')
    return decimals ? `${whole}.${decimals.slice(0, scale)}` : whole!
  }
}

/** An amount above zero. */
export const amount: Parser = (input) => {
  const value = signedAmount(input)
  if (typeof value !== 'string') return value
  if (value.startsWith('-') || /^[0.]+$/.test(value)) return new Problem('not_positive', input)
  return value
}

/** An amount of zero or more. */
export const amountOrZero: Parser = (input) => {
  const value = signedAmount(input)
  if (typeof value === 'string' && value.startsWith('-')) return new Problem('not_positive', input)
  return value
}

/** An amount with its sign, as `1234.50`. */
export const signedAmount: Parser = (input) => {
  if (PLAIN_MONEY.test(input)) return input
  try {
    return Money.parse(input).toString()
  } catch (error) {
    return problemFrom(error, 'not_money', input)
  }
}

/** A day, day before month unless the year comes first. */
export const day: Parser = (input) => {
  if (ISO_DAY.test(input)) return input
  const egyptian = EGYPTIAN_DAY.exec(input)
  if (egyptian) return `${egyptian[3]}-${egyptian[2]}-${egyptian[1]}`
  try {
    return parseDay(/^\d{4}-\d\d-\d\dT00:00:00(\.000)?Z?$/.test(input) ? input.slice(0, 10) : input)
  } catch (error) {
    return problemFrom(error, 'not_a_day', input)
  }
}

/** A month as its first day: `2026-10`, `10/2026`, `أكتوبر 2026` or any day of it. */
export const month: Parser = (input) => {
  if (ISO_DAY.test(input)) return `${input.slice(0, 7)}-01`
  const plain = latinDigits(stripInvisible(input)).trim()
  const iso = /^(20\d\d)[-/](0?[1-9]|1[0-2])$/.exec(plain)
  if (iso) return `${iso[1]}-${iso[2]!.padStart(2, '0')}-01`
  const turned = /^(0?[1-9]|1[0-2])[-/](20\d\d)$/.exec(plain)
  if (turned) return `${turned[2]}-${turned[1]!.padStart(2, '0')}-01`
  const named = /^[^\d\s]+[\s-]+20\d\d$/.test(plain) ? `1 ${plain.replace('-', ' ')}` : input
  const found = day(named)
  if (typeof found !== 'string') return new Problem('not_a_month', input)
  return `${found.slice(0, 7)}-01`
}

const YES = new Set(['1', 'yes', 'y', 'true', 'نعم', 'صح', 'x', 'ملغي', 'ملغاه', 'void', 'مستغل'])
const NO = new Set(['0', 'no', 'n', 'false', 'لا', 'خطا', '-', 'سليم', 'valid', 'غير مستغل'])

/** Yes or no as 1 or 0. */
export const yesNo: Parser = (input) => {
  const word = fold(input)
  if (YES.has(word)) return '1'
  if (NO.has(word) || word === '') return '0'
  return new Problem('not_yes_no', input.slice(0, 60))
}

/** One of a few words, each with the spellings people use. */
export function choice(words: Readonly<Record<string, readonly string[]>>): Parser {
  const known = new Map<string, string>()
  for (const [value, spellings] of Object.entries(words)) {
    for (const spelling of [value, ...spellings]) known.set(fold(spelling), value)
  }
  const cache = new Map<string, string>()
  return (input) => {
    const seen = cache.get(input)
    if (seen) return seen
    const value = known.get(fold(input))
    if (!value) return new Problem('not_a_choice', input.slice(0, 60))
    if (cache.size < 1000) cache.set(input, value)
    return value
  }
}
