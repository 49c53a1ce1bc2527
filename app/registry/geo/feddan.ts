import { latinDigits, stripInvisible } from '#core/arabic'
import { DomainError, sentence } from '#core/domain_error'

/** An area in the units of Egyptian deeds: 24 qirat to the feddan, 24 sahm to the qirat. */
export interface Feddan {
  /** Whole feddans. */
  feddan: number
  /** 0–23. */
  qirat: number
  /** Hundredths are the finest: '3.16', always below 24. */
  sahm: string
}

/** A text that is no area in feddan, qirat and sahm. */
export class FeddanError extends DomainError {
  static override code = 'E_FEDDAN'
}

/**
 * One feddan is 25,205/6 m² (4200.8333…), so one sahm is 25,205/3,456 m². Everything is counted in
 * whole numbers: square metres in ten-thousandths (as the columns keep them), sahm in hundredths.
 */
const UNIT_M2 = 10_000n
const UNIT_SAHM = 100n
const SAHM_OF_FEDDAN = 576n
const NUMERATOR = 25_205n
const DENOMINATOR = 3_456n

/** Feddan, qirat and sahm of square metres, rounded to a hundredth of a sahm with carry. */
export function feddan(m2: number | string): Feddan {
  return parts(hundredths(m2))
}

function hundredths(m2: number | string): bigint {
  return divided(tenThousandths(m2) * DENOMINATOR * UNIT_SAHM, NUMERATOR * UNIT_M2)
}

function parts(total: bigint): Feddan {
  const perQirat = 24n * UNIT_SAHM
  const sahm = total % perQirat
  const cents = String(sahm % UNIT_SAHM).padStart(2, '0')
  return {
    feddan: Number(total / (perQirat * 24n)),
    qirat: Number((total / perQirat) % 24n),
    sahm: `${sahm / UNIT_SAHM}${cents === '00' ? '' : `.${cents.replace(/0$/, '')}`}`,
  }
}

/** Square metres of feddan, qirat and sahm, rounded to a ten-thousandth: '10000.0123'. */
export function squareMetres(area: {
  feddan?: number
  qirat?: number
  sahm?: number | string
}): string {
  const sahm =
    (BigInt(area.feddan ?? 0) * SAHM_OF_FEDDAN + BigInt(area.qirat ?? 0) * 24n) * UNIT_M2 +
    tenThousandths(area.sahm ?? 0)
  return decimal(divided(sahm * NUMERATOR, DENOMINATOR))
}

/**
 * Reads «٢ ف ٩ ط ٣٫١٦ س», or '2 f 9 q 3.16 s': parts in any order with their letter or
 * word, or three numbers parted by - / or spaces, feddan first.
 * @throws FeddanError when it cannot be read or a part is too large (24 qirat are a feddan)
 */
export function parseFeddan(text: string): { feddan: number; qirat: number; sahm: string } {
  const plain = stripInvisible(latinDigits(text)).replace(/٫/g, '.').replace(/[،؛]/g, ' ').trim()
  const found = lettered(plain) ?? bare(plain)
  if (!found) throw unreadable(text)
  const [whole, qirat, sahm] = found
  if (!/^\d+$/.test(whole) || !/^\d+$/.test(qirat) || Number(qirat) > 23) throw unreadable(text)
  const cents = tenThousandths(sahm)
  if (cents >= 24n * UNIT_M2) throw unreadable(text)
  return {
    feddan: Number(whole),
    qirat: Number(qirat),
    sahm: decimal(cents).replace(/\.?0+$/, '') || '0',
  }
}

const LETTERED =
  /(\d+(?:[.,]\d+)?)\s*(فدادين|فدانًا|فدان|أفدنة|ف|feddans?|fed|f|قراريط|قيراطًا|قيراط|ط|ق|qirats?|kirats?|q|k|أسهم|سهمًا|سهم|س|sahms?|s)(?![\p{L}])/giu

function lettered(text: string): [string, string, string] | null {
  const values: Record<string, string> = {}
  const rest = text.replace(LETTERED, (_all, number: string, word: string) => {
    const first = word[0]!.toLowerCase()
    const kind =
      'فأ'.includes(first) && !word.startsWith('أس')
        ? 'f'
        : 'طقqk'.includes(first)
          ? 'q'
          : first === 'f'
            ? 'f'
            : 's'
    values[kind] = number.replace(',', '.')
    return ' '
  })
  if (Object.keys(values).length === 0 || /[^\s\-/،,و+]/.test(rest)) return null
  return [values.f ?? '0', values.q ?? '0', values.s ?? '0']
}

function bare(text: string): [string, string, string] | null {
  const match = /^(\d+)\s*[-/\s]\s*(\d+)\s*[-/\s]\s*(\d+(?:[.,]\d+)?)$/.exec(text)
  return match ? [match[1]!, match[2]!, match[3]!.replace(',', '.')] : null
}

/** Square metres as deeds write them, in the digits of the house: «2 ف 9 ط 3.16 س» and '2 f 9 q 3.16 s'. */
export function writtenFeddan(m2: number | string, locale: 'ar' | 'en' = 'ar'): string {
  const { feddan: whole, qirat, sahm } = feddan(m2)
  if (locale === 'en') return `${whole} f ${qirat} q ${sahm} s`
  return `${whole} ف ${qirat} ط ${sahm} س`
}

/** By how many sahm an area as written differs from square metres, without its sign. */
export function sahmApart(
  area: { feddan: number; qirat: number; sahm: string },
  m2: number | string
): number {
  const apart = tenThousandths(squareMetres(area)) - tenThousandths(m2)
  const units = divided((apart < 0n ? -apart : apart) * DENOMINATOR, NUMERATOR)
  return Number(units) / Number(UNIT_M2)
}

/** Decimal text or a measured number, in ten-thousandths, rounded half up. */
function tenThousandths(value: number | string): bigint {
  const text = typeof value === 'number' ? measured(value) : value.trim()
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) throw unreadable(String(value))
  const fraction = (match[2] ?? '').padEnd(5, '0')
  return BigInt(match[1]! + fraction.slice(0, 4)) + (fraction[4]! >= '5' ? 1n : 0n)
}

/** A number of a measurement as plain decimals: never in the form 1e21. */
function measured(value: number): string {
  if (!Number.isFinite(value) || value < 0 || value > 1e15) throw unreadable(String(value))
  return value.toFixed(5)
}

function divided(of: bigint, by: bigint): bigint {
  return (2n * of + by) / (2n * by)
}

function decimal(units: bigint): string {
  return `${units / UNIT_M2}.${String(units % UNIT_M2).padStart(4, '0')}`
}

function unreadable(text: string): FeddanError {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return new FeddanError(
    sentence(
      `لا تقرأ المساحة «${shown}» بالفدان والقيراط والسهم.`,
      `"${shown}" is not an area in feddan, qirat and sahm.`
    ),
    {
      facts: { text: shown },
      cure: sentence(
        'اكتبها مثل: ٢ ف ٩ ط ٣٫١٦ س، والقيراط والسهم أقل من ٢٤.',
        'Write it like 2 f 9 q 3.16 s, with qirat and sahm below 24.'
      ),
    }
  )
}
