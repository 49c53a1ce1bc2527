import { DomainError, sentence, type Locale } from '#core/domain_error'
import type { Money } from '#core/money'

/**
 * How the amount stands in its sentence. `nominative` (عشرون، ألفان) is the cheque's and the form's own
 * case, after «فقط» or «مبلغ وقدره», and the default. `accusative` (عشرين، ألفًا، ألفين) follows a verb:
 * «استلمت …», «ادفعوا …». `genitive` (عشرين، ألفين) follows a preposition or «مبلغ» itself.
 */
export type GrammarCase = 'nominative' | 'accusative' | 'genitive'

/** Amounts in words exist for zero and more; a debt is worded by its own document. */
export class NegativeAmountInWordsError extends DomainError {
  static override code = 'E_NEGATIVE_IN_WORDS'

  constructor(amount: Money) {
    super(
      sentence(
        `لا يكتب المبلغ السالب ${amount} بالحروف.`,
        `The negative amount ${amount} is not written in words.`
      ),
      {
        facts: { amount },
        cure: sentence('اكتب المبلغ موجبًا واذكر أنه مستحق عليه أو له.', 'Give it as positive.'),
      }
    )
  }
}

/**
 * The amount in words as vouchers, receipts and cheques carry it:
 * `1234.50` → «ألف ومائتان وأربعة وثلاثون جنيهًا وخمسون قرشًا فقط لا غير».
 *
 * Piastres alone stand without pounds; nothing at all is «صفر جنيه فقط لا غير».
 * @throws NegativeAmountInWordsError
 */
export function amountInWords(
  amount: Money,
  locale: Locale = 'ar',
  options: { case?: GrammarCase } = {}
): string {
  if (amount.isNegative()) throw new NegativeAmountInWordsError(amount)
  const pounds = amount.piastres / 100n
  const piastres = amount.piastres % 100n
  return locale === 'ar'
    ? arabicAmount(pounds, piastres, options.case ?? 'nominative')
    : englishAmount(pounds, piastres)
}

/** A masculine counted noun in the five forms that Arabic counting needs. */
interface Noun {
  one: string
  /** The accusative of the singular: the tamyiz of 11–99. */
  tamyiz: string
  /** Stem of the dual, to which ان/ين (and ا/ي in construct) are added. */
  stem: string
  /** 3–10. */
  plural: string
}

const POUND: Noun = { one: 'جنيه', tamyiz: 'جنيهًا', stem: 'جنيه', plural: 'جنيهات' }
const PIASTRE: Noun = { one: 'قرش', tamyiz: 'قرشًا', stem: 'قرش', plural: 'قروش' }

/** Each a thousand times the one after it; money reaches sixteen digits of pounds. */
const SCALES: readonly (Noun & { value: bigint })[] = [
  scale(10n ** 15n, 'كوادريليون', 'كوادريليونات'),
  scale(10n ** 12n, 'تريليون', 'تريليونات'),
  scale(10n ** 9n, 'مليار', 'مليارات'),
  scale(10n ** 6n, 'مليون', 'ملايين'),
  scale(10n ** 3n, 'ألف', 'آلاف'),
]

// Pounds, piastres and the scales are all masculine, so 3–10 always carry the ta marbuta.
const UNITS = [
  '',
  'واحد',
  '',
  'ثلاثة',
  'أربعة',
  'خمسة',
  'ستة',
  'سبعة',
  'ثمانية',
  'تسعة',
  'عشرة',
] as const
const TENS = ['', '', 'عشر', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'] as const
const HUNDREDS = [
  '',
  'مائة',
  '',
  'ثلاثمائة',
  'أربعمائة',
  'خمسمائة',
  'ستمائة',
  'سبعمائة',
  'ثمانمائة',
  'تسعمائة',
] as const

function scale(value: bigint, one: string, plural: string): Noun & { value: bigint } {
  return { value, one, tamyiz: `${one}ًا`, stem: one, plural }
}

function arabicAmount(pounds: bigint, piastres: bigint, grammar: GrammarCase): string {
  const parts: string[] = []
  if (pounds > 0n) parts.push(...counted(pounds, POUND, grammar))
  if (piastres > 0n) parts.push(...counted(piastres, PIASTRE, grammar))
  if (parts.length === 0) parts.push(`صفر ${POUND.one}`)
  return `${parts.join(' و')} فقط لا غير`
}

/**
 * A number with its noun, as the parts to be joined by «و». The last part before the noun stands in
 * construct with it («ألفا جنيه»); others do not («ألفان وثلاثة جنيهات»).
 */
function counted(count: bigint, noun: Noun, grammar: GrammarCase): string[] {
  const rest = Number(count % 1000n)
  const round = count - BigInt(rest)
  if (round === 0n) return belowThousand(rest, noun, grammar, { closing: true })
  if (rest > 2) {
    return [
      ...thousands(round, grammar, false),
      ...belowThousand(rest, noun, grammar, { closing: true }),
    ]
  }
  const parts = thousands(round, grammar, true)
  parts[parts.length - 1] += ` ${noun.one}`
  if (rest > 0) parts.push(oneOrTwo(rest, noun, grammar, { closing: true }))
  return parts
}

/** A multiple of a thousand; in construct when the counted noun follows at once. */
function thousands(round: bigint, grammar: GrammarCase, construct: boolean): string[] {
  const parts: string[] = []
  let left = round
  for (const step of SCALES) {
    const times = Number(left / step.value)
    left %= step.value
    if (times === 0) continue
    const followed = construct && left === 0n
    parts.push(...belowThousand(times, step, grammar, { construct: followed }))
  }
  return parts
}

interface Place {
  /** The noun is money itself, after which nothing is counted: «جنيه واحد», but «ألف» alone. */
  closing?: boolean
  /** What the noun counts follows at once, so its tanwin and the nun of its dual go. */
  construct?: boolean
}

/**
 * 1–999 of a noun. 1 and 2 are the noun itself (جنيه واحد، جنيهان), and after hundreds or thousands
 * they repeat it: «مائة جنيه وجنيه واحد», «مائة جنيه وجنيهان»; «مائة وواحد جنيه» is no Arabic.
 */
function belowThousand(count: number, noun: Noun, grammar: GrammarCase, place: Place): string[] {
  const hundreds = Math.floor(count / 100)
  const rest = count % 100
  if (rest <= 2) {
    const parts: string[] = []
    if (hundreds > 0) parts.push(`${hundred(hundreds, grammar, true)} ${noun.one}`)
    if (rest > 0) parts.push(oneOrTwo(rest, noun, grammar, place))
    return parts
  }
  const words = [belowHundred(rest, grammar)]
  if (hundreds > 0) words.unshift(hundred(hundreds, grammar, false))
  const form = rest <= 10 ? noun.plural : place.construct ? noun.one : noun.tamyiz
  return [`${words.join(' و')} ${form}`]
}

function oneOrTwo(count: number, noun: Noun, grammar: GrammarCase, place: Place): string {
  if (count === 2) return dual(noun.stem, grammar, place.construct ?? false)
  const accusative = grammar === 'accusative' && !place.construct
  const one = accusative ? noun.tamyiz : noun.one
  return place.closing ? `${one} ${accusative ? 'واحدًا' : 'واحد'}` : one
}

function hundred(hundreds: number, grammar: GrammarCase, construct: boolean): string {
  return hundreds === 2 ? dual('مائت', grammar, construct) : HUNDREDS[hundreds]!
}

/** 3–99 before a masculine noun. */
function belowHundred(count: number, grammar: GrammarCase): string {
  if (count <= 10) return UNITS[count]!
  if (count === 11) return 'أحد عشر'
  if (count === 12) return `${dual('اثن', grammar, true)} عشر`
  if (count < 20) return `${UNITS[count - 10]} عشر`
  const tens = `${TENS[Math.floor(count / 10)]}${grammar === 'nominative' ? 'ون' : 'ين'}`
  const unit = count % 10
  if (unit === 0) return tens
  return `${unitBeforeTens(unit, grammar)} و${tens}`
}

function unitBeforeTens(unit: number, grammar: GrammarCase): string {
  if (unit === 2) return dual('اثن', grammar, false)
  if (unit === 1 && grammar === 'accusative') return 'واحدًا'
  return UNITS[unit]!
}

/** ألفان/ألفين, and in construct ألفا/ألفي. */
function dual(stem: string, grammar: GrammarCase, construct: boolean): string {
  const vowel = grammar === 'nominative' ? 'ا' : 'ي'
  return construct ? `${stem}${vowel}` : `${stem}${vowel}ن`
}

const ENGLISH_SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' '
  )
const ENGLISH_TENS = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ENGLISH_SCALES: readonly [bigint, string][] = [
  [10n ** 15n, 'quadrillion'],
  [10n ** 12n, 'trillion'],
  [10n ** 9n, 'billion'],
  [10n ** 6n, 'million'],
  [10n ** 3n, 'thousand'],
]

function englishAmount(pounds: bigint, piastres: bigint): string {
  const parts: string[] = []
  if (pounds > 0n || piastres === 0n) {
    parts.push(`${englishNumber(pounds)} Egyptian ${pounds === 1n ? 'pound' : 'pounds'}`)
  }
  if (piastres > 0n) {
    parts.push(`${englishNumber(piastres)} ${piastres === 1n ? 'piastre' : 'piastres'}`)
  }
  const text = `${parts.join(' and ')} only`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function englishNumber(count: bigint): string {
  if (count === 0n) return ENGLISH_SMALL[0]!
  const words: string[] = []
  let left = count
  for (const [value, name] of ENGLISH_SCALES) {
    if (left >= value) words.push(`${englishBelowThousand(Number(left / value))} ${name}`)
    left %= value
  }
  if (left > 0n) words.push(englishBelowThousand(Number(left)))
  return words.join(' ')
}

function englishBelowThousand(count: number): string {
  const words: string[] = []
  if (count >= 100) words.push(`${ENGLISH_SMALL[Math.floor(count / 100)]} hundred`)
  const rest = count % 100
  if (rest >= 20) {
    const unit = rest % 10
    words.push(`${ENGLISH_TENS[Math.floor(rest / 10)]}${unit ? `-${ENGLISH_SMALL[unit]}` : ''}`)
  } else if (rest > 0) words.push(ENGLISH_SMALL[rest]!)
  return words.join(' ')
}
