import { latinDigits, stripInvisible } from '#core/arabic'
import { isDay, today, type Day } from '#core/days'
import { DomainError, sentence, type Sentence } from '#core/domain_error'

/** A number that does not have the form its kind demands. The number itself is never repeated. */
export class IdentifierError extends DomainError {
  static override code = 'E_IDENTIFIER'
}

/** Governorate codes inside the national id: code of birth registration, not of residence. */
export const NATIONAL_ID_GOVERNORATES: Readonly<Record<string, Sentence>> = {
  '01': sentence('القاهرة', 'Cairo'),
  '02': sentence('الإسكندرية', 'Alexandria'),
  '03': sentence('بورسعيد', 'Port Said'),
  '04': sentence('السويس', 'Suez'),
  '11': sentence('دمياط', 'Damietta'),
  '12': sentence('الدقهلية', 'Dakahlia'),
  '13': sentence('الشرقية', 'Sharqia'),
  '14': sentence('القليوبية', 'Qalyubia'),
  '15': sentence('كفر الشيخ', 'Kafr El Sheikh'),
  '16': sentence('الغربية', 'Gharbia'),
  '17': sentence('المنوفية', 'Monufia'),
  '18': sentence('البحيرة', 'Beheira'),
  '19': sentence('الإسماعيلية', 'Ismailia'),
  '21': sentence('الجيزة', 'Giza'),
  '22': sentence('بني سويف', 'Beni Suef'),
  '23': sentence('الفيوم', 'Fayoum'),
  '24': sentence('المنيا', 'Minya'),
  '25': sentence('أسيوط', 'Asyut'),
  '26': sentence('سوهاج', 'Sohag'),
  '27': sentence('قنا', 'Qena'),
  '28': sentence('أسوان', 'Aswan'),
  '29': sentence('الأقصر', 'Luxor'),
  '31': sentence('البحر الأحمر', 'Red Sea'),
  '32': sentence('الوادي الجديد', 'New Valley'),
  '33': sentence('مطروح', 'Matrouh'),
  '34': sentence('شمال سيناء', 'North Sinai'),
  '35': sentence('جنوب سيناء', 'South Sinai'),
  '88': sentence('خارج الجمهورية', 'Abroad'),
}

export interface NationalId {
  /** The 14 digits. */
  digits: string
  birthDate: Day
  governorate: string
  sex: 'male' | 'female'
  /** The check digit's rule is unofficial: a mismatch warns the clerk, it never refuses. */
  checkDigitMatches: boolean
}

/**
 * Reads an Egyptian national id: century, birth date, governorate, serial (its last digit odd for a
 * man), check digit. Spaces, hyphens and Arabic digits are accepted.
 * @throws IdentifierError naming the part that is wrong
 */
export function parseNationalId(text: string): NationalId {
  const digits = compact(text)
  if (!/^\d{14}$/.test(digits)) {
    throw refused(
      sentence('الرقم القومي 14 رقمًا.', 'A national id has 14 digits.'),
      { kind: 'national_id', length: digits.length },
      sentence('اكتبه كما هو على البطاقة.', 'Write it as it stands on the card.')
    )
  }
  const century = { '2': '19', '3': '20' }[digits[0]!]
  const birthDate = `${century}${digits.slice(1, 3)}-${digits.slice(3, 5)}-${digits.slice(5, 7)}`
  if (!century || !isDay(birthDate) || birthDate > today()) {
    throw refused(
      sentence(
        'تاريخ الميلاد داخل الرقم القومي غير صحيح (الأرقام السبعة الأولى).',
        'The birth date inside the national id is not real (its first seven digits).'
      ),
      { kind: 'national_id', part: 'birth_date' },
      sentence('راجع الأرقام السبعة الأولى.', 'Check the first seven digits.')
    )
  }
  const governorate = digits.slice(7, 9)
  if (!Object.hasOwn(NATIONAL_ID_GOVERNORATES, governorate)) {
    throw refused(
      sentence(
        `كود المحافظة ${governorate} داخل الرقم القومي غير معروف.`,
        `The governorate code ${governorate} inside the national id is not known.`
      ),
      { kind: 'national_id', part: 'governorate', governorate },
      sentence('راجع الرقمين الثامن والتاسع.', 'Check the eighth and ninth digits.')
    )
  }
  return {
    digits,
    birthDate,
    governorate,
    sex: Number(digits[12]) % 2 === 1 ? 'male' : 'female',
    checkDigitMatches: nationalIdCheckDigit(digits) === digits[13],
  }
}

/** The commonly observed, unpublished rule: K = (11 − Σ weight × digit mod 11) mod 10. */
function nationalIdCheckDigit(digits: string): string {
  const weights = [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return String((11 - (sum % 11)) % 10)
}

export interface Iban {
  /** `EG` and 27 digits, without spaces. */
  compact: string
  /** In groups of four, as printed. */
  printed: string
  bank: string
  branch: string
  account: string
}

/**
 * Reads an Egyptian IBAN: 29 characters, ISO 7064 MOD 97-10.
 * @throws IdentifierError
 */
export function parseIban(text: string): Iban {
  const code = compact(text).toUpperCase()
  if (!/^EG\d{27}$/.test(code)) {
    throw refused(
      sentence(
        'رقم الحساب الدولي المصري EG يليه 27 رقمًا.',
        'An Egyptian IBAN is EG and 27 digits.'
      ),
      { kind: 'iban', length: code.length },
      sentence('انسخه من كشف البنك.', 'Copy it from the bank statement.')
    )
  }
  if (mod97(code) !== 1) {
    throw refused(
      sentence('رقما المراجعة في رقم الحساب الدولي لا يطابقان باقيه.', 'The IBAN fails its check.'),
      { kind: 'iban', part: 'check' },
      sentence('في أحد الأرقام خطأ كتابة؛ راجعه.', 'A digit is mistyped; check it.')
    )
  }
  return {
    compact: code,
    printed: code.match(/.{1,4}/g)!.join(' '),
    bank: code.slice(4, 8),
    branch: code.slice(8, 12),
    account: code.slice(12),
  }
}

function mod97(code: string): number {
  const rearranged = code.slice(4) + code.slice(0, 4)
  let remainder = 0
  for (const character of rearranged) {
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder
}

/**
 * An Egyptian mobile number as E.164 (`+201012345678`), from `01012345678`, `+20 10…`, `0020…`.
 * @throws IdentifierError
 */
export function parseMobile(text: string): string {
  const local = compact(text)
    .replace(/[()]/g, '')
    .replace(/^(?:\+20|0020|20(?=1\d{9}$))/, '0')
  const number = local.startsWith('00') ? local.slice(1) : local
  if (!/^01[0125]\d{8}$/.test(number)) {
    throw refused(
      sentence(
        'رقم المحمول 11 رقمًا يبدأ بـ 010 أو 011 أو 012 أو 015.',
        'A mobile number has 11 digits and begins with 010, 011, 012 or 015.'
      ),
      { kind: 'mobile', length: number.length },
      sentence('اكتبه مثل 01012345678.', 'Write it like 01012345678.')
    )
  }
  return `+20${number.slice(1)}`
}

/**
 * A tax registration number: its 9 digits. Shown by {@link formatTaxNumber} in threes.
 * @throws IdentifierError
 */
export function parseTaxNumber(text: string): string {
  const digits = compact(text)
  if (!/^\d{9}$/.test(digits)) {
    throw refused(
      sentence('رقم التسجيل الضريبي 9 أرقام.', 'A tax registration number has 9 digits.'),
      { kind: 'tax_number', length: digits.length },
      sentence('اكتبه مثل 123-456-789.', 'Write it like 123-456-789.')
    )
  }
  return digits
}

export function formatTaxNumber(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1-$2-$3')
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/**
 * A permanent code with its check character: `EG-FYM-SNR-AD-000123` → `EG-FYM-SNR-AD-000123-K`.
 * ISO 7064 MOD 37,36, which catches every single wrong character and nearly every swap of neighbours;
 * hyphens are for the eye and do not count.
 * @throws IdentifierError when the code has anything but A–Z, 0–9 and hyphens
 */
export function withCheckCharacter(code: string): string {
  const plain = code.replaceAll('-', '')
  if (!/^[0-9A-Z]+$/.test(plain)) {
    throw refused(
      sentence(
        `الكود «${code}» فيه غير الحروف اللاتينية الكبيرة والأرقام.`,
        `The code "${code}" has more than capital letters and digits.`
      ),
      { kind: 'permanent_code', code }
    )
  }
  const check = (37 - product(plain)) % 36
  return `${code}-${ALPHABET[check]}`
}

/** Whether a permanent code ends in its own check character; small letters and spaces are forgiven. */
export function verifyCheckCharacter(code: string): boolean {
  const plain = compact(code).toUpperCase()
  if (!/^[0-9A-Z]{2,}$/.test(plain)) return false
  const check = ALPHABET.indexOf(plain.at(-1)!)
  return (product(plain.slice(0, -1)) + check) % 36 === 1
}

/** The running product P of ISO 7064 MOD 37,36 after all characters. */
function product(plain: string): number {
  let value = 36
  for (const character of plain) {
    const sum = (value + ALPHABET.indexOf(character)) % 36 || 36
    value = (sum * 2) % 37
  }
  return value
}

/** Latin digits without spaces, hyphens and invisible marks. */
function compact(text: string): string {
  return latinDigits(stripInvisible(String(text)).normalize('NFKC')).replace(
    /[\s\u2010-\u2015\u2212-]/g,
    ''
  )
}

function refused(
  messages: Sentence,
  facts: Record<string, unknown>,
  cure?: Sentence
): IdentifierError {
  return new IdentifierError(messages, { facts, cure })
}
