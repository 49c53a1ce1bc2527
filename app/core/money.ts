import { latinDigits, stripInvisible } from '#core/arabic'
import { DomainError, sentence, type Locale } from '#core/domain_error'

export type Rounding = 'half_up' | 'half_even' | 'down'

/** DECIMAL(18,2): sixteen digits of pounds and two of piastres. */
const LARGEST = 10n ** 18n - 1n
const EXACT = /^(-?)(\d+)(?:\.(\d{1,2}))?$/
const RATE = /^(-?)(\d+)(?:\.(\d+))?$/
const CURRENCY = '(?:egp|e£|£|l\\.?e\\.?|ج ?\\. ?م\\.?|جم|جنيه(?:ا|اً|ًا)?(?: مصري)?)'
const CURRENCY_BEFORE = new RegExp(`^([-+(]?) ?${CURRENCY} ?`, 'i')
const CURRENCY_AFTER = new RegExp(` ?${CURRENCY}$`, 'i')
const LONGEST_TEXT = 64

/** An amount that cannot be read, or that no DECIMAL(18,2) column can hold. */
export class MoneyError extends DomainError {
  static override code = 'E_MONEY'
}

/**
 * An exact amount of Egyptian pounds, held as whole piastres in a bigint. Immutable; never a float.
 * It is `DECIMAL(18,2)` in the database, `'1234.50'` as text and in JSON.
 */
export class Money {
  static readonly zero = new Money(0n)

  /** Whole piastres; negative for amounts owed the other way. */
  readonly piastres: bigint

  private constructor(piastres: bigint) {
    if (piastres > LARGEST || piastres < -LARGEST) throw tooLarge(piastres)
    this.piastres = piastres
    Object.freeze(this)
  }

  /**
   * Reads the machine form alone: `'1234.5'`, `'-0.05'`. For people's input see {@link Money.parse}.
   * @throws MoneyError on more than two decimals, exponents, blanks or anything else
   */
  static of(text: string): Money {
    const match = typeof text === 'string' ? EXACT.exec(text) : null
    if (!match) throw unreadable(String(text), malformation(String(text)))
    const [, minus, pounds, decimals = ''] = match
    const piastres = BigInt(pounds!) * 100n + BigInt(decimals.padEnd(2, '0') || '0')
    return new Money(minus ? -piastres : piastres)
  }

  static piastres(piastres: bigint): Money {
    return new Money(piastres)
  }

  /**
   * Reads what a person or a file wrote: Arabic-Indic or Persian digits, `٫` and `٬`, thousands in
   * groups of three, a minus before or after, accounting parentheses, a currency mark. Set `decimal`
   * to `','` for files (MT940 among them) that write the comma before the piastres.
   * @throws MoneyError naming the text and what is wrong with it; a doubtful text is never guessed
   */
  static parse(text: string, options: { decimal?: '.' | ',' } = {}): Money {
    if (typeof text !== 'string') throw unreadable(String(text), REASONS.notText)
    if (text.length > LONGEST_TEXT) throw unreadable(text, REASONS.letters)
    const { body, negative } = signOf(text, withoutCurrency(normalised(text)))
    const plain = ungrouped(text, body, options.decimal ?? '.')
    const amount = Money.of(plain)
    return negative ? amount.negate() : amount
  }

  /**
   * Reads a numeric spreadsheet cell. Spreadsheets keep 15 significant digits of a binary fraction, so
   * the cell is taken as those 15 digits and must then be exact to the piastre.
   * @throws MoneyError when the cell has a fraction of a piastre or is not a finite number
   */
  static fromCell(cell: number): Money {
    if (!Number.isFinite(cell)) throw unreadable(String(cell), REASONS.notNumber)
    const digits = cell.toPrecision(15)
    if (/e/i.test(digits)) {
      if (Math.abs(cell) < 1) throw unreadable(String(cell), REASONS.decimals)
      throw unreadable(String(cell), REASONS.exponent)
    }
    return Money.of(digits.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''))
  }

  /** Σ of the amounts; zero for none. */
  static sum(amounts: Iterable<Money>): Money {
    let total = 0n
    for (const amount of amounts) total += amount.piastres
    return new Money(total)
  }

  add(other: Money): Money {
    return new Money(this.piastres + other.piastres)
  }

  subtract(other: Money): Money {
    return new Money(this.piastres - other.piastres)
  }

  negate(): Money {
    return new Money(-this.piastres)
  }

  abs(): Money {
    return this.isNegative() ? this.negate() : this
  }

  compare(other: Money): -1 | 0 | 1 {
    if (this.piastres === other.piastres) return 0
    return this.piastres < other.piastres ? -1 : 1
  }

  equals(other: Money): boolean {
    return this.piastres === other.piastres
  }

  isZero(): boolean {
    return this.piastres === 0n
  }

  isNegative(): boolean {
    return this.piastres < 0n
  }

  isPositive(): boolean {
    return this.piastres > 0n
  }

  /**
   * The amount at a rate written as decimal text (`'0.14'`, `'1.1'`), exact until the one rounding to
   * the piastre. `half_up` rounds a half away from zero, as Egyptian tax forms do.
   */
  times(rate: string, options: { round: Rounding }): Money {
    const match = RATE.exec(rate)
    if (!match) throw unreadable(String(rate), REASONS.rate)
    const [, minus, whole, decimals = ''] = match
    const numerator = BigInt(whole! + decimals) * (minus ? -1n : 1n)
    const scale = 10n ** BigInt(decimals.length)
    return new Money(rounded(this.piastres * numerator, scale, options.round))
  }

  /** `parts` amounts that differ by a piastre at most and sum back to this one; the first get more. */
  split(parts: number): Money[] {
    if (!Number.isInteger(parts) || parts < 1) {
      throw new MoneyError(
        sentence(
          `لا يقسم المبلغ على ${parts} جزء.`,
          `The amount cannot be split into ${parts} parts.`
        ),
        {
          facts: { parts },
          cure: sentence('اكتب عددًا صحيحًا أكبر من الصفر.', 'Give a whole number above zero.'),
        }
      )
    }
    return this.share(Array.from({ length: parts }, () => '1'))
  }

  /**
   * Shares the amount by weights written as decimal text; the parts sum back to it. Piastres left over
   * go to the largest lost fractions, the earlier first.
   */
  share(weights: readonly string[]): Money[] {
    const scaled = scaledWeights(weights)
    const total = scaled.reduce((sum, weight) => sum + weight, 0n)
    if (total === 0n) throw badWeights(weights)

    const whole = this.isNegative() ? -this.piastres : this.piastres
    const parts = scaled.map((weight) => (whole * weight) / total)
    let left = whole - parts.reduce((sum, part) => sum + part, 0n)
    const order = scaled
      .map((weight, index) => ({ index, lost: (whole * weight) % total }))
      .sort((a, b) => (a.lost === b.lost ? a.index - b.index : a.lost > b.lost ? -1 : 1))
    for (const { index } of order) {
      if (left === 0n) break
      parts[index]! += 1n
      left -= 1n
    }
    return parts.map((part) => new Money(this.isNegative() ? -part : part))
  }

  /** `'1234.50'`: the form of DECIMAL(18,2), of JSON and of comparison in tests. */
  toString(): string {
    const whole = this.isNegative() ? -this.piastres : this.piastres
    const text = `${whole / 100n}.${String(whole % 100n).padStart(2, '0')}`
    return this.isNegative() ? `-${text}` : text
  }

  toJSON(): string {
    return this.toString()
  }

  /**
   * For reading: `1,234.50`, or `١٬٢٣٤٫٥٠` when Arabic-Indic digits are asked for. In Arabic text a
   * minus carries a left-to-right mark, or it would jump to the other end of the number.
   */
  format(locale: Locale, options: { digits?: 'latin' | 'arabic' } = {}): string {
    const [pounds, piastres] = this.abs().toString().split('.')
    const grouped = pounds!.replace(/\B(?=(\d{3})+$)/g, ',')
    const minus = this.isNegative() ? (locale === 'ar' ? '\u200E-' : '-') : ''
    if (options.digits !== 'arabic') return `${minus}${grouped}.${piastres}`
    const arabic = `${grouped.replaceAll(',', '٬')}٫${piastres}`
    return minus + arabic.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
  }

  /** `a + b` and `a < b` on amounts are mistakes: they would join texts or lose piastres. */
  [Symbol.toPrimitive](hint: string): string {
    if (hint === 'string') return this.toString()
    throw new TypeError('Money takes no operators: use add, subtract, times and compare')
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Money(${this.toString()})`
  }
}

const REASONS = {
  blank: sentence('الخانة فارغة', 'it is blank'),
  notText: sentence('ليس نصًا', 'it is not text'),
  notNumber: sentence('ليس رقمًا', 'it is not a number'),
  decimals: sentence('فيه أكثر من رقمين بعد العلامة العشرية', 'it has more than two decimals'),
  exponent: sentence('مكتوب بصيغة علمية', 'it is written with an exponent'),
  signs: sentence('فيه أكثر من إشارة', 'it has more than one sign'),
  groups: sentence('فواصل الآلاف في غير موضعها', 'its thousands separators are out of place'),
  letters: sentence(
    'فيه حروف أو رموز غير مفهومة',
    'it has letters or signs that are not understood'
  ),
  rate: sentence('النسبة ليست رقمًا عشريًا', 'the rate is not a decimal number'),
}

function unreadable(text: string, reason: { ar: string; en: string }): MoneyError {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return new MoneyError(
    sentence(
      `لا يقرأ المبلغ «${shown}»: ${reason.ar}.`,
      `The amount "${shown}" cannot be read: ${reason.en}.`
    ),
    {
      facts: { text: shown },
      cure: sentence('اكتبه مثل 1234.50.', 'Write it like 1234.50.'),
    }
  )
}

function tooLarge(piastres: bigint): MoneyError {
  return new MoneyError(
    sentence(
      'المبلغ أكبر مما تتسع له الدفاتر (16 رقمًا للجنيهات).',
      'The amount is larger than the books can hold (16 digits of pounds).'
    ),
    {
      facts: { piastres: String(piastres).slice(0, 40) },
      cure: sentence('راجع عدد الأرقام.', 'Check the number of digits.'),
    }
  )
}

function malformation(text: string) {
  if (text.trim() === '') return REASONS.blank
  if (/^-?\d+\.\d{3,}$/.test(text)) return REASONS.decimals
  if (/^-?\d+(\.\d+)?e[+-]?\d+$/i.test(text)) return REASONS.exponent
  return REASONS.letters
}

/** Latin digits and signs, no invisible marks, one kind of space. */
function normalised(text: string): string {
  return latinDigits(stripInvisible(text).normalize('NFKC'))
    .replace(/٫/g, '.')
    .replace(/[٬،]/g, ',')
    .replace(/[\u2212\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

function withoutCurrency(text: string): string {
  return text.replace(CURRENCY_BEFORE, '$1').replace(CURRENCY_AFTER, '').trim()
}

function signOf(text: string, body: string): { body: string; negative: boolean } {
  if (body === '') throw unreadable(text, REASONS.blank)
  const bracketed = /^\((.*)\)$/.exec(body)
  const inner = (bracketed ? bracketed[1]! : body).trim()
  const signed = /^([-+]?)\s*(.*?)\s*([-+]?)$/.exec(inner)!
  const signs = [bracketed ? '(' : '', signed[1]!, signed[3]!].filter(Boolean)
  if (signs.length > 1) throw unreadable(text, REASONS.signs)
  return { body: signed[2]!, negative: signs[0] === '(' || signs[0] === '-' }
}

/** Removes thousands separators where they stand between groups of three, and nowhere else. */
function ungrouped(text: string, body: string, decimal: '.' | ','): string {
  const point = body.lastIndexOf(decimal)
  const whole = point === -1 ? body : body.slice(0, point)
  const decimals = point === -1 ? '' : body.slice(point + 1)
  if (/[^\d.,' ]/.test(body)) throw unreadable(text, malformation(body))
  if (whole.includes(decimal)) throw unreadable(text, REASONS.groups)
  if (point !== -1 && !/^\d{0,2}$/.test(decimals)) {
    throw unreadable(text, /^\d+$/.test(decimals) ? REASONS.decimals : REASONS.groups)
  }
  const separator = /[^\d]/.exec(whole)?.[0]
  if (separator) {
    const groups = whole.split(separator)
    const right = groups.every((group, index) =>
      index === 0 ? /^\d{1,3}$/.test(group) : /^\d{3}$/.test(group)
    )
    if (!right) throw unreadable(text, REASONS.groups)
  }
  const pounds = separator ? whole.replaceAll(separator, '') : whole
  if (pounds === '' && decimals === '') throw unreadable(text, REASONS.letters)
  return `${pounds || '0'}${decimals ? `.${decimals}` : ''}`
}

function rounded(numerator: bigint, scale: bigint, round: Rounding): bigint {
  const negative = numerator < 0n
  const whole = negative ? -numerator : numerator
  const quotient = whole / scale
  const twice = (whole % scale) * 2n
  const up =
    round === 'half_up'
      ? twice >= scale
      : round === 'half_even'
        ? twice > scale || (twice === scale && quotient % 2n === 1n)
        : false
  const result = up ? quotient + 1n : quotient
  return negative ? -result : result
}

function scaledWeights(weights: readonly string[]): bigint[] {
  const parsed = weights.map((weight) => RATE.exec(weight))
  if (parsed.length === 0 || parsed.some((match) => !match || match[1])) throw badWeights(weights)
  const scale = Math.max(...parsed.map((match) => match![3]?.length ?? 0))
  return parsed.map((match) => BigInt(match![2]! + (match![3] ?? '').padEnd(scale, '0')))
}

function badWeights(weights: readonly string[]): MoneyError {
  return new MoneyError(
    sentence(
      'أنصبة التوزيع يجب أن تكون أرقامًا غير سالبة مجموعها أكبر من الصفر.',
      'The shares must be numbers that are not negative and sum to more than zero.'
    ),
    { facts: { weights: [...weights] } }
  )
}
