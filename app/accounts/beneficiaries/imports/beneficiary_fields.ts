import { sentence } from '#core/domain_error'
import { parseIban } from '#core/identifiers'
import { unitField } from '#core/imports/common_fields'
import { choice, code, day, note, text } from '#core/imports/parsers'
import { problemFrom } from '#core/imports/problem'
import { readNumber, type SealedNumber } from '#accounts/beneficiaries/numbers'
import type { ImportField } from '#core/imports/definition'

/** A number that names a person is read without ever being repeated in a sentence. */
const sealed = (name: SealedNumber, ar: string, en: string, synonyms: string[]): ImportField => ({
  name,
  labels: sentence(ar, en),
  synonyms,
  parse(input) {
    try {
      return readNumber(name, input)
    } catch (error) {
      return problemFrom(error, `${name}_wrong`, '')
    }
  },
})

const lastDay = (name: string, ar: string, en: string, synonyms: string[]): ImportField => ({
  name,
  labels: sentence(ar, en),
  synonyms,
  column: 'DATE',
  parse: day,
})

/** What may stand in a file of beneficiaries. */
export const beneficiaryFields: readonly ImportField[] = [
  unitField,
  {
    name: 'beneficiary_no',
    labels: sentence('رقم المستفيد', 'Beneficiary number'),
    synonyms: [
      'كود المستفيد',
      'كود المورد',
      'رقم المورد',
      'beneficiary no',
      'supplier no',
      'vendor no',
      'no',
    ],
    required: true,
    column: 'VARCHAR(60)',
    parse: code(60),
  },
  {
    name: 'kind',
    labels: sentence('نوع المستفيد', 'Kind'),
    synonyms: ['النوع', 'الصفة', 'type'],
    column: 'VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin',
    parse: choice({
      supplier: ['مورد', 'مقاول', 'شركة', 'vendor', 'contractor', 'company'],
      person: ['شخص', 'فرد', 'individual'],
      employee: ['موظف', 'عامل', 'staff'],
      public_body: ['جهة حكومية', 'جهة عامة', 'جهة', 'هيئة', 'public body', 'government'],
    }),
  },
  {
    name: 'name',
    labels: sentence('اسم المستفيد', 'Name'),
    synonyms: ['الاسم', 'اسم المورد', 'beneficiary name', 'supplier', 'vendor', 'full name'],
    required: true,
    column: 'VARCHAR(200)',
    parse: text(200),
  },
  sealed('national_id', 'الرقم القومي', 'National id', ['رقم البطاقة', 'national number']),
  sealed('tax_no', 'رقم التسجيل الضريبي', 'Tax number', ['الرقم الضريبي', 'tax id']),
  sealed('commercial_register', 'السجل التجاري', 'Commercial register', [
    'رقم السجل التجاري',
    'cr no',
  ]),
  lastDay('tax_card_until', 'نهاية البطاقة الضريبية', 'Tax card until', [
    'انتهاء البطاقة الضريبية',
    'tax card expiry',
  ]),
  lastDay('register_until', 'نهاية السجل التجاري', 'Commercial register until', [
    'انتهاء السجل التجاري',
    'register expiry',
  ]),
  {
    name: 'iban',
    labels: sentence('رقم الحساب الدولي', 'IBAN'),
    synonyms: ['آيبان', 'ايبان', 'رقم الحساب', 'الحساب البنكي', 'bank account', 'account'],
    column: 'CHAR(29) CHARACTER SET ascii COLLATE ascii_bin',
    parse(input) {
      try {
        return parseIban(input).compact
      } catch (error) {
        return problemFrom(error, 'iban_wrong', input.slice(0, 60))
      }
    },
  },
  {
    name: 'bank_name',
    labels: sentence('اسم البنك', 'Bank'),
    synonyms: ['البنك', 'bank name'],
    column: 'VARCHAR(160)',
    parse: text(160),
  },
  {
    name: 'phone',
    labels: sentence('التليفون', 'Phone'),
    synonyms: ['الهاتف', 'المحمول', 'mobile', 'telephone'],
    column: 'VARCHAR(30)',
    parse: code(30),
  },
  {
    name: 'address',
    labels: sentence('العنوان', 'Address'),
    synonyms: ['عنوان المستفيد', 'street address'],
    column: 'VARCHAR(255)',
    parse: note(255),
  },
]
