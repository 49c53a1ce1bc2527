import { unitColumn, unitFilter } from '#core/lists/parts'
import db from '@adonisjs/lucid/services/db'
import { visible } from '#identity/access/visible'
import { VOUCHER_TONES } from '#accounts/payments/life'
import {
  column,
  spoken,
  textFilter,
  typeFilter,
  voucherNumber,
  yearFilter,
  type PaymentReport,
} from '#accounts/payments/reports/columns'

/** Papers a form's type requires on its day, and that its dossier has not. */
const MISSING = `SELECT v.id AS voucher_id, COUNT(*) AS missing,
    GROUP_CONCAT(p.name_ar ORDER BY p.sort_order SEPARATOR '، ') AS papers_ar,
    GROUP_CONCAT(p.name_en ORDER BY p.sort_order SEPARATOR ', ') AS papers_en
  FROM payment_vouchers v JOIN payment_papers p ON p.payment_type = v.payment_type AND p.is_required = 1
    AND p.required_from <= v.gross AND p.valid_from <= v.due_on AND (p.valid_to IS NULL OR p.valid_to > v.due_on)
  LEFT JOIN voucher_papers w ON w.voucher_id = v.id AND w.code = p.code
  WHERE w.id IS NULL AND v.status <> 'void' GROUP BY v.id`

/** إضبارات ناقصة: forms whose dossier lacks a paper, those that were passed over with a reason among them. */
export const dossiersIncomplete: PaymentReport = {
  name: 'dossiers-incomplete',
  title: 'accounts.payment_reports.names.dossiers-incomplete',
  permission: 'accounts.payments.read',
  query: (user) =>
    visible(
      db
        .from('payment_vouchers as v')
        .join('units', 'units.id', 'v.unit_id')
        .join('payment_types as t', 't.code', 'v.payment_type')
        .joinRaw(`JOIN (${MISSING}) m ON m.voucher_id = v.id`)
        .join('users as p', 'p.id', 'v.made_by'),
      user,
      'accounts.payments.read',
      'v.unit_id'
    ),
  key: 'v.id',
  columns: [
    voucherNumber(),
    column('payee', 'text', 'v.payee_name', { clip: true, width: 26 }),
    spoken('type', 't.name_ar', { width: 14 }),
    column('gross', 'money', 'v.gross', { total: true, sortable: true }),
    column('missing', 'integer', 'm.missing', { sortable: true, width: 8 }),
    spoken('papers', 'm.papers_ar', { width: 40 }),
    column('override', 'text', "COALESCE(v.override_reason, '')", { clip: true, width: 24 }),
    column('clerk', 'text', 'p.full_name', { width: 20 }),
    column('state', 'badge', 'v.status', {
      texts: 'accounts.payments.states',
      tones: VOUCHER_TONES,
    }),
    column('since', 'moment', 'v.status_since', { sortable: true, width: 16 }),
    unitColumn,
  ],
  fields: {
    ...{ unit_en: 'units.name_en', type_en: 't.name_en', papers_en: 'm.papers_en' },
    voucher_id: 'v.id',
  },
  filters: [
    unitFilter('v.unit_id'),
    yearFilter('v.fiscal_year'),
    typeFilter('v.payment_type'),
    textFilter('payee', 'v.payee_name'),
    {
      key: 'passed',
      label: 'accounts.payment_reports.columns.passed',
      type: 'boolean',
      apply: (query, yes) =>
        query.whereRaw(yes ? 'v.override_reason IS NOT NULL' : 'v.override_reason IS NULL'),
    },
  ],
  defaultSort: 'since',
  empty: {
    title: 'accounts.payment_reports.all_complete',
    text: 'accounts.payment_reports.all_complete_text',
  },
}
