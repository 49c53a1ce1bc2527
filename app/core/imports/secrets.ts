import { latinDigits, stripInvisible } from '#core/arabic'
import { fieldCipher } from '#core/field_cipher'
import { Problem } from '#core/imports/problem'
import type { Parser } from '#core/imports/definition'

/** Numbers that name a person or an organisation; kept sealed, looked up by blind index. */
export type SecretKind = 'national_id' | 'tax_no' | 'commercial_register'

/** Reads such a number without ever repeating it in a sentence: digits alone, Latin. */
export const secretNumber: Parser = (input) => {
  const digits = latinDigits(stripInvisible(input)).replace(/[\s\-/.]/g, '')
  if (/^[0-9A-Za-z]{1,40}$/.test(digits)) return digits.toUpperCase()
  return new Problem('secret_unreadable')
}

/** A number on a receipt says its kind by its length: 14 digits, 9 digits, or anything else. */
export function kindOfNumber(digits: string): SecretKind {
  if (/^\d{14}$/.test(digits)) return 'national_id'
  if (/^\d{9}$/.test(digits)) return 'tax_no'
  return 'commercial_register'
}

/** Blind index as hex digits; equal numbers of one kind meet. */
export function blindIndexOf(kind: SecretKind, digits: string): string {
  return fieldCipher.blindIndex(kind, digits)
}

/** A function remembered for its last inputs: payers and names come back month after month. */
export function remembered(
  work: (text: string) => string,
  limit = 100_000
): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= limit) known.clear()
    const value = work(text)
    known.set(text, value)
    return value
  }
}
