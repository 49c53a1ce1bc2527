import db from '@adonisjs/lucid/services/db'
import type { ListRow } from '#core/lists/definition'
import { unitColumn, unitFilter } from '#core/lists/parts'
import { visible, type Reader } from '#identity/access/visible'
import { openSealed } from '#accounts/beneficiaries/numbers'
import { DEDUCTION_KINDS } from '#accounts/payments/deductions'
import { shareOf } from '#accounts/payments/prints/share'
import {
  column,
  dayFilter,
  spoken,
  textFilter,
  voucherNumber,
  yearFilter,
  type PaymentReport,
} from '#accounts/payments/reports/columns'

/** Beneficiaries whose numbers this person may read; of others the register shows no tax number. */
const known = (user: Reader) =>
  visible(db.from('beneficiaries'), user, 'accounts.beneficiaries.read').toSQL().sql

/** The tax number behind the row's sealed one; empty for who is not in the book of beneficiaries. */
function taxNumber({ tax_no: sealed, sealed_unit: unitId, beneficiary_no: no }: ListRow): string {
  if (!sealed) return ''
  const row = { unitId: Number(unitId), beneficiaryNo: String(no) }
  return openSealed(Buffer.from(sealed), 'tax_no', row) ?? ''
}

/**
 * سجل الاستقطاعات: what was taken of posted payments, kind by kind, with the tax number of whom it was
 * taken from. As Excel it is the file of the tax authority for what was withheld.
 */
export const deductionsRegister: PaymentReport = {
  name: 'deductions-register',
  title: 'accounts.payment_reports.names.deductions-register',
  permission: 'accounts.payments.read',
  query: (user) =>
    visible(
      db
        .from('voucher_deductions as d')
        .join('payment_vouchers as v', 'v.id', 'd.voucher_id')
        .join('deduction_rates as r', 'r.id', 'd.rate_id')
        .join('units', 'units.id', 'v.unit_id')
        .joinRaw(`LEFT JOIN (${known(user)}) b ON b.id = v.beneficiary_id`)
        .whereNotNull('v.entry_id')
        .whereNot('v.status', 'void'),
      user,
      'accounts.payments.read',
      'v.unit_id'
    ),
  key: 'd.id',
  columns: [
    column('posted_on', 'day', 'v.posted_on', { sortable: true }),
    voucherNumber(),
    column('book224', 'integer', 'v.book_224_no', { width: 8 }),
    column('payee', 'text', 'v.payee_name', { clip: true, width: 28 }),
    column('tax_no', 'text', 'b.tax_no_cipher', { words: taxNumber, width: 14 }),
    spoken('kind', 'r.name_ar', { width: 24 }),
    column('base', 'money', 'd.base_amount', { total: true }),
    column('rate', 'text', 'd.rate', {
      words: ({ rate, method, reference }) => (rate ? shareOf(rate, method) : (reference ?? '')),
      width: 14,
    }),
    column('amount', 'money', 'd.amount', { total: true, sortable: true }),
    unitColumn,
  ],
  fields: {
    ...{ unit_en: 'units.name_en', kind_en: 'r.name_en', voucher_id: 'v.id' },
    ...{ beneficiary_no: 'b.beneficiary_no', sealed_unit: 'b.unit_id' },
    ...{ method: 'r.method', reference: 'd.reference' },
  },
  filters: [
    unitFilter('v.unit_id'),
    yearFilter('v.fiscal_year'),
    {
      ...{ key: 'kind', label: 'accounts.payment_reports.columns.kind', type: 'select' },
      column: 'd.kind',
      options: ({ t }) =>
        DEDUCTION_KINDS.map((value) => ({
          ...{ value, label: t(`accounts.payment_reports.kinds.${value}`) },
        })),
    },
    dayFilter('posted_on', 'v.posted_on'),
    textFilter('payee', 'v.payee_name'),
  ],
  defaultSort: '-posted_on',
  empty: {
    title: 'accounts.payment_reports.no_deductions',
    text: 'accounts.payment_reports.no_deductions_text',
  },
}
