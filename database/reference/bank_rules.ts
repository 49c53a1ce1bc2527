import type { Trx } from '#core/within'
import type { DebitRule } from '#accounts/banking/debits/rules'

const LEGAL = 'قواعد عمل ديوان؛ يؤكدها البنك الذي فيه الحساب والوحدة الحسابية'

const COLUMNS = [
  { field: 'seq', heading: 'م' },
  { field: 'order_no', heading: 'رقم أمر الدفع' },
  { field: 'order_date', heading: 'تاريخه' },
  { field: 'payee', heading: 'المستفيد' },
  { field: 'iban', heading: 'رقم الحساب الدولي IBAN' },
  { field: 'amount', heading: 'المبلغ' },
  { field: 'currency', heading: 'العملة' },
  { field: 'purpose', heading: 'البيان' },
]

const TRAILER = [
  'جملة',
  '{batch}',
  '{date}',
  '{account}',
  '{account_check}',
  '{total}',
  'EGP',
  '{count}',
]

const LAYOUTS = [
  { code: 'general-csv', ar: 'ملف نصي CSV عام', en: 'General CSV', format: 'csv' },
  { code: 'general-xlsx', ar: 'جدول Excel عام', en: 'General Excel', format: 'xlsx' },
] as const

/** How a debit of a statement finds its order: what rests on the order's own number is certain. */
const RULES: readonly DebitRule[] = [
  { id: 'order_reference', certain: true, window_before_days: 0, window_after_days: 180 },
  { id: 'amount_iban', certain: false, window_before_days: 0, window_after_days: 60 },
  { id: 'amount_date', certain: false, window_before_days: 0, window_after_days: 10 },
]

/** Layouts of files to banks, and the rules of matching debits. What is there stays. */
export default async function loadBankRules(trx: Trx): Promise<void> {
  for (const { code, ar, en, format } of LAYOUTS) {
    await trx.rawQuery(
      `INSERT INTO order_file_layouts (code, name_ar, name_en, format, columns, trailer_row, legal_reference)
       VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE order_file_layouts.code = order_file_layouts.code`,
      [code, ar, en, format, JSON.stringify(COLUMNS), JSON.stringify(TRAILER), LEGAL]
    )
  }
  await trx.rawQuery(
    `INSERT INTO dated_settings (name, unit_id, value, valid_from, legal_reference, confirmed, note)
     VALUES ('accounts.bank_debits.rules', NULL, ?, '2000-07-01', ?, 0, ?)
     ON DUPLICATE KEY UPDATE dated_settings.name = dated_settings.name`,
    [
      JSON.stringify(RULES),
      LEGAL,
      'كيف يطابق خصم كشف البنك بأمر دفعه: برقم الأمر قطعًا، وبالمبلغ والحساب أو بالمبلغ والمدة اقتراحًا؛ المدد بالأيام حول تحرير الأمر.',
    ]
  )
}
