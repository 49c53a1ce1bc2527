import { fieldCipher } from '#core/field_cipher'
import { DomainError, type Sentence } from '#core/domain_error'
import { IdentifierError, parseNationalId, parseTaxNumber } from '#core/identifiers'
import { blindIndexOf, secretNumber, type SecretKind } from '#core/imports/secrets'

/** Numbers that name a beneficiary; kept sealed, found again by their blind index. */
export type SealedNumber = SecretKind

export const SEALED_NUMBERS: readonly SealedNumber[] = [
  'national_id',
  'tax_no',
  'commercial_register',
]

interface Row {
  unitId: number | string
  beneficiaryNo: string
}

/**
 * The number as it is kept: a national id of 14 digits that say a real birth, a tax number of 9, a
 * commercial register of letters and digits.
 * @throws IdentifierError naming the part that is wrong; never the number
 */
export function readNumber(kind: SealedNumber, text: string): string {
  if (kind === 'national_id') return parseNationalId(text).digits
  if (kind === 'tax_no') return parseTaxNumber(text)
  const plain = secretNumber(text)
  if (typeof plain === 'string') return plain
  throw new IdentifierError(UNREADABLE, { facts: { kind } })
}

const UNREADABLE: Sentence = {
  ar: 'رقم السجل التجاري حروف وأرقام بلا رموز.',
  en: 'A commercial register has letters and digits without other signs.',
}

/** Why a number is not one, or null. */
export function wrongNumber(kind: SealedNumber, text: string): Sentence | null {
  try {
    readNumber(kind, text)
    return null
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { ar: error.adviceFor('ar'), en: error.adviceFor('en') }
  }
}

/** Blind index of a number, as it is kept. */
export function indexOf(kind: SealedNumber, plain: string): Buffer {
  return Buffer.from(blindIndexOf(kind, plain), 'hex')
}

const placeOf = (kind: SealedNumber, { unitId, beneficiaryNo }: Row) => ({
  table: 'beneficiaries',
  column: kind,
  row: `${unitId}/${beneficiaryNo}`,
})

/** The number as ciphertext bound to its row. */
export function sealNumber(kind: SealedNumber, plain: string, row: Row): string {
  return fieldCipher.seal(plain, placeOf(kind, row))
}

export function openSealed(sealed: Buffer | null, kind: SealedNumber, row: Row): string | null {
  return sealed ? fieldCipher.open(sealed.toString('ascii'), placeOf(kind, row)) : null
}
