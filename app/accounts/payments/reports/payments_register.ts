import { unitColumn, unitFilter } from '#core/lists/parts'
import db from '@adonisjs/lucid/services/db'
import { visible } from '#identity/access/visible'
import { VOUCHER_LIFE, VOUCHER_TONES } from '#accounts/payments/life'
import {
  column,
  dayFilter,
  spoken,
  textFilter,
  typeFilter,
  voucherNumber,
  yearFilter,
  type PaymentReport,
} from '#accounts/payments/reports/columns'

/** سجل المدفوعات: every form 50 with its numbers in the books, its amounts and what the bank said. */
export const paymentsRegister: PaymentReport = {
  name: 'payments-register',
  title: 'accounts.payment_reports.names.payments-register',
  permission: 'accounts.payments.read',
  query: (user) =>
    visible(
      db
        .from('payment_vouchers as v')
        .join('units', 'units.id', 'v.unit_id')
        .join('payment_types as t', 't.code', 'v.payment_type')
        .leftJoin('budget_lines as l', 'l.id', 'v.line_id')
        .leftJoin('budget_codes as c', 'c.id', 'l.code_id')
        .leftJoin('payment_orders as o', 'o.live_voucher_id', 'v.id'),
      user,
      'accounts.payments.read',
      'v.unit_id'
    ),
  key: 'v.id',
  columns: [
    voucherNumber(),
    column('due_on', 'day', 'v.due_on', { sortable: true }),
    column('payee', 'text', 'v.payee_name', { clip: true, width: 28 }),
    spoken('type', 't.name_ar', { width: 14 }),
    column('line', 'text', "COALESCE(c.code, '')", { width: 10 }),
    column('gross', 'money', 'v.gross', { total: true, sortable: true }),
    column('deductions', 'money', 'v.deductions', { total: true }),
    column('net', 'money', 'v.net', { total: true }),
    column('book55', 'integer', 'v.book_55_no', { width: 8 }),
    column('book224', 'integer', 'v.book_224_no', { width: 8 }),
    column('posted_on', 'day', 'v.posted_on'),
    column('order', 'text', "COALESCE(o.cheque_no, CONCAT(o.number, '/', o.fiscal_year), '')", {
      width: 14,
    }),
    column('answered_on', 'day', 'o.answered_on'),
    column('state', 'badge', 'v.status', {
      texts: 'accounts.payments.states',
      tones: VOUCHER_TONES,
    }),
    unitColumn,
  ],
  fields: { unit_en: 'units.name_en', type_en: 't.name_en', voucher_id: 'v.id' },
  filters: [
    unitFilter('v.unit_id'),
    yearFilter('v.fiscal_year'),
    typeFilter('v.payment_type'),
    {
      ...{ key: 'state', label: 'accounts.payments.state', type: 'select', column: 'v.status' },
      options: ({ t }) =>
        Object.keys(VOUCHER_LIFE).map((value) => ({
          ...{ value, label: t(`accounts.payments.states.${value}`) },
        })),
    },
    dayFilter('due_on', 'v.due_on'),
    dayFilter('posted_on', 'v.posted_on'),
    textFilter('payee', 'v.payee_name'),
  ],
  defaultSort: '-due_on',
  empty: { title: 'accounts.payments.empty', text: 'accounts.payments.empty_text' },
}
