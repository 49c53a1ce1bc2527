import { sentence } from '#core/domain_error'
import { unitField } from '#core/imports/common_fields'
import { amount, choice, code, day, note } from '#core/imports/parsers'
import { accountNumber } from '#accounts/imports/bank_accounts'
import type { ImportField } from '#core/imports/definition'

/** What may stand in a bank's answer to a file of payment orders. */
export const paymentResultFields: readonly ImportField[] = [
  unitField,
  {
    name: 'order_no',
    labels: sentence('رقم أمر الدفع', 'Payment order'),
    synonyms: [
      'أمر الدفع',
      'رقم الأمر',
      'رقم الشيك',
      'order no',
      'order',
      'payment reference',
      'end to end id',
    ],
    required: true,
    column: 'VARCHAR(40)',
    parse: code(40),
  },
  {
    name: 'iban',
    labels: sentence('رقم الحساب الدولي IBAN', 'IBAN'),
    synonyms: [
      'حساب المستفيد',
      'رقم حساب المستفيد',
      'beneficiary account',
      'beneficiary iban',
      'creditor account',
    ],
    column: 'VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin',
    parse: (input) => accountNumber(input).slice(0, 40),
  },
  {
    name: 'amount',
    labels: sentence('المبلغ', 'Amount'),
    synonyms: ['القيمة', 'value', 'transfer amount'],
    required: true,
    column: 'DECIMAL(18,2)',
    parse: amount,
  },
  {
    name: 'result',
    labels: sentence('النتيجة', 'Result'),
    synonyms: ['الحالة', 'نتيجة التنفيذ', 'رد البنك', 'status', 'response'],
    required: true,
    column: 'VARCHAR(8) CHARACTER SET ascii',
    parse: choice({
      executed: [
        'منفذ',
        'نفذ',
        'تم التنفيذ',
        'تم',
        'مقبول',
        'ناجح',
        'paid',
        'accepted',
        'success',
        'accp',
        'acsc',
      ],
      rejected: ['مرفوض', 'رفض', 'مرتد', 'مرتجع', 'فاشل', 'failed', 'returned', 'rjct'],
    }),
  },
  {
    name: 'reason',
    labels: sentence('سبب الرفض', 'Reason'),
    synonyms: ['السبب', 'ملاحظات', 'reject reason', 'reason code', 'remarks'],
    column: 'VARCHAR(500)',
    parse: note(500),
  },
  {
    name: 'value_on',
    labels: sentence('تاريخ الحق', 'Value date'),
    synonyms: ['تاريخ التنفيذ', 'التاريخ', 'date', 'execution date', 'settlement date'],
    required: true,
    column: 'DATE',
    parse: day,
  },
  {
    name: 'bank_reference',
    labels: sentence('مرجع البنك', 'Bank reference'),
    synonyms: ['المرجع', 'رقم العملية', 'reference', 'ref', 'transaction id'],
    column: 'VARCHAR(120)',
    parse: note(120),
  },
]
