import { sentence } from '#core/domain_error'
import { code } from '#core/imports/parsers'
import type { ImportField } from '#core/imports/definition'

/** The bank account a paper names, by number or IBAN. */
export const accountField: ImportField = {
  name: 'account',
  labels: sentence('الحساب البنكي', 'Bank account'),
  synonyms: [
    'رقم الحساب',
    'الحساب',
    'iban',
    'آيبان',
    'account no',
    'account number',
    'bank account',
  ],
  required: true,
  parse: code(60),
}
