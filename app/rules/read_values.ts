import { cleanText, latinDigits } from '#core/arabic'
import { parseDay } from '#core/days'
import { DomainError, sentence, type Sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { isLeaf, type Leaf, type RecordShape, type Shape } from '#rules/shapes'

/** What a person typed, by the names of its fields: `v__0__upTo`. */
export type Typed = Readonly<Record<string, unknown>>

export interface ReadValues {
  value: unknown
  errors: { field: string; said: Sentence }[]
}

/** Names of a rule's fields begin with it, so that they are no other field of the form. */
export const ROOT = 'v'
/** Rows of a table that a form may bring. */
const MOST_ROWS = 60

/** The value that was typed, by the shape of its rule, with each refusal under the name of its field. */
export function readValues(shape: Shape, typed: Typed, root = ROOT): ReadValues {
  const errors: ReadValues['errors'] = []
  const value = read(shape, root, typed, (field, said) => errors.push({ field, said }))
  return { value, errors }
}

type Refuse = (field: string, said: Sentence) => void

function read(shape: Shape, path: string, typed: Typed, refuse: Refuse): unknown {
  if (isLeaf(shape)) return readLeaf(shape, path, typed, refuse)
  if (shape.kind === 'record') return readRecord(shape, path, typed, refuse)
  if (shape.kind === 'rows') {
    const said = indexes(path, typed).map((at) => readRecord(shape.row, at, typed, refuse))
    if (said.length === 0) refuse(`${path}__0`, NO_ROWS)
    return said
  }
  const pairs = indexes(path, typed).map((at) => {
    const key = latinDigits(textOf(typed[`${at}__key`]))
    if (!/^[0-9A-Za-z._-]{1,40}$/.test(key)) refuse(`${at}__key`, NOT_A_CODE)
    return [key, read(shape.value, `${at}__value`, typed, refuse)] as const
  })
  if (new Set(pairs.map(([key]) => key)).size < pairs.length) refuse(`${path}__0__key`, TWICE)
  return Object.fromEntries(pairs)
}

/** Paths of the rows in which something was typed: rows left empty count for nothing. */
function indexes(path: string, typed: Typed): string[] {
  const found = Array.from({ length: MOST_ROWS }, (_, at) => `${path}__${at}`)
  return found.filter((at) =>
    Object.keys(typed).some((name) => name.startsWith(`${at}__`) && textOf(typed[name]) !== '')
  )
}

function readRecord(shape: RecordShape, path: string, typed: Typed, refuse: Refuse) {
  const parts = Object.entries(shape.parts).map(
    ([part, one]) => [part, read(one, `${path}__${part}`, typed, refuse)] as const
  )
  return Object.fromEntries(
    parts.filter(([part, value]) => !(shape.leftOut?.includes(part) && isNothing(value)))
  )
}

const isNothing = (value: unknown) =>
  value === null || value === false || (Array.isArray(value) && value.length === 0)

function readLeaf(leaf: Leaf, field: string, typed: Typed, refuse: Refuse): unknown {
  const said = textOf(typed[field])
  if (leaf.kind === 'yes') return ['1', 'true', 'on'].includes(said)
  if (said === '') {
    if (leaf.kind === 'codes' && leaf.none !== 'refused') return leaf.none === 'null' ? null : []
    if (!('optional' in leaf && leaf.optional)) refuse(field, EMPTY)
    return null
  }
  try {
    return valueOf(leaf, said)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    refuse(field, sentence(error.adviceFor('ar'), error.adviceFor('en')))
    return null
  }
}

/** @throws DomainError in words that name what is wrong */
function valueOf(leaf: Leaf, said: string): unknown {
  switch (leaf.kind) {
    case 'whole': {
      if (!/^\d{1,9}$/.test(latinDigits(said))) throw wrong(NOT_WHOLE)
      const count = Number(latinDigits(said))
      const { min = 0, max = 1_000_000 } = leaf
      if (count < min || count > max) throw wrong(between(String(min), String(max)))
      return count
    }
    case 'measure':
      return Number(decimalOf(said, 6))
    case 'decimal':
      return bounded(leaf, decimalOf(said, leaf.digits ?? 6))
    case 'money': {
      const amount = Money.parse(said)
      if (amount.isNegative()) throw wrong(NEGATIVE)
      if (leaf.above !== undefined && amount.compare(Money.of(leaf.above)) <= 0)
        throw wrong(above(leaf.above))
      return String(amount)
    }
    case 'choice':
      if (!leaf.options.some(({ value }) => value === said)) throw wrong(NOT_OF_THE_LIST)
      return said
    case 'day':
      return parseDay(said)
    case 'code': {
      const code = latinDigits(said)
      if (!/^[0-9A-Za-z._-]+$/.test(code)) throw wrong(NOT_A_CODE)
      if (code.length > (leaf.max ?? 40)) throw wrong(TOO_LONG)
      return code
    }
    case 'codes':
      return codesOf(said, Boolean(leaf.numbers))
    default: {
      const clean = cleanText(said)
      if ([...clean].length > ((leaf as { max?: number }).max ?? 255)) throw wrong(TOO_LONG)
      return clean
    }
  }
}

function codesOf(said: string, numbers: boolean): (string | number)[] {
  const codes = latinDigits(said)
    .split(/[،,;\s]+/)
    .filter(Boolean)
  if (codes.some((code) => !(numbers ? /^\d{1,9}$/ : /^[0-9A-Za-z._-]{1,40}$/).test(code))) {
    throw wrong(numbers ? NOT_WHOLE : NOT_A_CODE)
  }
  if (new Set(codes).size < codes.length) throw wrong(TWICE)
  return numbers ? codes.map(Number) : codes
}

/** Decimal text without signs of thousands: `٠٫٠١٥` and `0.015` are one. */
function decimalOf(said: string, digits: number): string {
  const plain = latinDigits(said).replace('٫', '.')
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(plain)
  if (!match) throw wrong(NOT_DECIMAL)
  const part = (match[2] ?? '').replace(/0+$/, '')
  if (part.length > digits) throw wrong(tooFine(digits))
  const before = match[1]!.replace(/^0+(?=\d)/, '')
  return part ? `${before}.${part}` : before
}

function bounded(leaf: Leaf & { kind: 'decimal' }, said: string): string {
  const at = scaled(said)
  if (leaf.above !== undefined && at <= scaled(leaf.above)) throw wrong(above(leaf.above))
  if (leaf.below !== undefined && at >= scaled(leaf.below)) throw wrong(below(leaf.below))
  if (leaf.min !== undefined && at < scaled(leaf.min)) throw wrong(NEGATIVE)
  if (leaf.max !== undefined && at > scaled(leaf.max)) throw wrong(between('0', leaf.max))
  return said
}

/** Decimal text of up to nine places as a whole number, so that bounds are judged exactly. */
export function scaled(decimal: string): bigint {
  const [before = '0', part = ''] = decimal.split('.')
  return BigInt(before + part.padEnd(9, '0').slice(0, 9))
}

const textOf = (said: unknown) =>
  typeof said === 'string' ? said.trim() : typeof said === 'number' ? String(said) : ''

class ValueError extends DomainError {
  static override code = 'E_RULE_VALUE'
}
const wrong = (said: Sentence) => new ValueError(said)
const EMPTY = sentence('هذه القيمة مطلوبة.', 'This value is needed.')
const NO_ROWS = sentence('اكتب سطرًا واحدًا على الأقل.', 'Write one row at least.')
const NOT_A_CODE = sentence(
  'الكود حروف لاتينية وأرقام، ويفصل بين الأكواد بفاصلة.',
  'A code has Latin letters and digits; commas stand between codes.'
)
const TWICE = sentence('لا يتكرر الكود.', 'A code stands once.')
const NOT_WHOLE = sentence('اكتب عددًا صحيحًا.', 'Write a whole number.')
const NOT_DECIMAL = sentence('اكتب رقمًا مثل 0.015.', 'Write a figure such as 0.015.')
const NEGATIVE = sentence('لا تقل القيمة عن صفر.', 'The value is not below zero.')
const NOT_OF_THE_LIST = sentence('اختر من القائمة.', 'Choose from the list.')
const TOO_LONG = sentence('النص أطول مما يحفظ.', 'The text is longer than can be kept.')
const above = (least: string) =>
  sentence(`القيمة أكبر من ${least}.`, `The value is above ${least}.`)
const below = (most: string) =>
  sentence(
    `القيمة أقل من ${most}: اكتب الخمسة عشر بالمائة هكذا 0.15.`,
    `The value is below ${most}: write fifteen percent as 0.15.`
  )
const between = (least: string, most: string) =>
  sentence(`القيمة من ${least} إلى ${most}.`, `The value is from ${least} to ${most}.`)
const tooFine = (digits: number) =>
  sentence(`لا تزيد الكسور على ${digits} أرقام.`, `No more than ${digits} decimals.`)
