import { latinDigits } from '#core/arabic'
import { sentence } from '#core/domain_error'
import type { Finding } from '#registry/rules/finding'

/** A share as an exact fraction; never a float. */
export interface Fraction {
  numerator: bigint
  denominator: bigint
}

export interface WrittenShare {
  partyId: number
  /** `1/3`, `٨/٢٤`, `8 قراريط` (of 24) or `1`. */
  written: string
}

export interface Share extends WrittenShare, Fraction {}

const LARGEST = 2n ** 62n

/**
 * Reads a share as contracts write it: `1/3`, `٨ / ٢٤`, `8 قراريط` or `8 ط` (24 qirat are the whole),
 * `1` or `الكل` for the whole.
 * @returns null when it is none of these, or not between nothing and the whole
 */
export function parseShare(text: string): Fraction | null {
  const plain = latinDigits(text).trim().replace(/\s+/g, ' ')
  if (plain === '1' || plain === 'الكل') return { numerator: 1n, denominator: 1n }
  const qirat = /^(\d{1,2}) ?(?:ط|قيراط|قيراطا|قيراطًا|قراريط)$/.exec(plain)
  const match = qirat ?? /^(\d{1,9}) ?\/ ?(\d{1,9})$/.exec(plain)
  if (!match) return null
  const numerator = BigInt(match[1]!)
  const denominator = qirat ? 24n : BigInt(match[2]!)
  if (numerator < 1n || numerator > denominator) return null
  return { numerator, denominator }
}

/** Σ of fractions, in lowest terms. */
export function sumOf(fractions: readonly Fraction[]): Fraction {
  const common = commonDenominator(fractions)
  const total = fractions.reduce((sum, { numerator, denominator }) => {
    return sum + numerator * (common / denominator)
  }, 0n)
  const divisor = gcd(total, common) || 1n
  return { numerator: total / divisor, denominator: common / divisor }
}

/**
 * The shares over one denominator, as they are stored: the database adds the numerators up and
 * compares them with it, exactly.
 */
export function overOneDenominator(shares: readonly (WrittenShare & Fraction)[]): Share[] {
  const common = commonDenominator(shares)
  return shares.map((share) => ({
    ...share,
    numerator: share.numerator * (common / share.denominator),
    denominator: common,
  }))
}

/** R12: the shares sum to exactly one, and nobody is named twice. */
export function judgeShares(shares: readonly (WrittenShare & Fraction)[]): Finding[] {
  const total = sumOf(shares)
  const whole = total.numerator === 1n && total.denominator === 1n
  const twice = new Set(shares.map(({ partyId }) => partyId)).size < shares.length
  const tooFine = commonDenominator(shares) > LARGEST
  if (whole && !twice && !tooFine) return []
  const written = `${total.numerator}/${total.denominator}`
  return [
    {
      rule: 'R12',
      severity: 'critical',
      messages: twice
        ? sentence('ورد شريك واحد مرتين في الأنصبة.', 'One partner is named twice in the shares.')
        : sentence(
            `مجموع الأنصبة ${written}، ولا بد أن يكون واحدًا صحيحًا.`,
            `The shares sum to ${written}; they must sum to exactly one.`
          ),
      cure: sentence(
        'صحح الأنصبة في المسودة كما في العقد.',
        'Correct the shares of the draft as the contract has them.'
      ),
      facts: { total: written },
      overridable: false,
    },
  ]
}

function commonDenominator(fractions: readonly Fraction[]): bigint {
  return fractions.reduce((so, { denominator }) => (so / gcd(so, denominator)) * denominator, 1n)
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
