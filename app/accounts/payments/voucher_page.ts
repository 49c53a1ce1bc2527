import db from '@adonisjs/lucid/services/db'
import type User from '#identity/models/user'
import PaymentVoucher from '#accounts/models/payment_voucher'
import type { Locale } from '#core/domain_error'
import { claimsShown } from '#accounts/payments/claims_shown'
import { payeeWarning } from '#accounts/payments/payee'
import { dossierOf, missingOf } from '#accounts/payments/dossier'
import { printsOf } from '#accounts/payments/prints/prints_of'

/** A form 50 with everything its page tells: invoices, deductions, dossier, chain and what comes next. */
export async function voucherPage(user: User, id: number, locale: string) {
  const voucher = await PaymentVoucher.visibleTo(user)
    .where('payment_vouchers.id', id)
    .preload('unit')
    .preload('invoices', (query) => void query.orderBy('seq'))
    .preload('taken', (query) => void query.orderBy('seq'))
    .preload('orders', (query) => void query.orderBy('id'))
    .firstOrFail()
  const [[about]] = await db.rawQuery(
    `SELECT t.name_ar AS type_ar, t.name_en AS type_en, c.code AS line_code, c.name_ar AS line_ar, c.name_en AS line_en,
       CONCAT(m.number, '/', m.fiscal_year) AS commitment_no, m.need_no, m.appropriation_no,
       CONCAT(e.number, '/', e.fiscal_year) AS entry_no, b.id AS before_id, CONCAT(b.number, '/', b.fiscal_year) AS before_no,
       n.id AS after_id, CONCAT(n.number, '/', n.fiscal_year) AS after_no,
       CONCAT(s.number, '/', s.fiscal_year) AS advance_no
     FROM payment_vouchers v JOIN payment_types t ON t.code = v.payment_type
     LEFT JOIN budget_lines l ON l.id = v.line_id LEFT JOIN budget_codes c ON c.id = l.code_id
     LEFT JOIN advances s ON s.id = v.advance_id
     LEFT JOIN commitments m ON m.id = v.commitment_id LEFT JOIN ledger_entries e ON e.id = v.entry_id
     LEFT JOIN payment_vouchers b ON b.id = v.replaces_id LEFT JOIN payment_vouchers n ON n.replaces_id = v.id
     WHERE v.id = ?`,
    [id]
  )
  const [steps] = await db.rawQuery(
    `SELECT s.from_status, s.to_status, s.made_at, s.reason, u.full_name AS who FROM voucher_steps s
     LEFT JOIN users u ON u.id = s.made_by WHERE s.voucher_id = ? ORDER BY s.id`,
    [id]
  )
  const [names] = await db.rawQuery(
    `SELECT r.id, r.name_ar, r.name_en, r.method FROM voucher_deductions d JOIN deduction_rates r ON r.id = d.rate_id
     WHERE d.voucher_id = ?`,
    [id]
  )
  const [accounts] = await db.rawQuery(
    'SELECT id, name_ar, account_no FROM bank_accounts WHERE unit_id = ? AND closed_on IS NULL ORDER BY name_ar LIMIT 100',
    [voucher.unitId]
  )
  const papers = await dossierOf(voucher, db as never)
  const order = voucher.orders.at(-1) ?? null
  return {
    ...{ voucher, about, steps, papers, accounts, missing: missingOf(papers), order },
    deductionNames: new Map(names.map((row: { id: number }) => [Number(row.id), row])),
    claims: await claimsShown(voucher, locale as Locale),
    payeeSays: UNPAID.includes(voucher.status) ? await payeeWarning(voucher, locale) : null,
    prints: await printsOf(user, voucher, order),
    may: mayOf(voucher, user),
  }
}

/** Until the order is made a change of the payee's account concerns the form. */
const UNPAID = ['draft', 'submitted', 'returned', 'reviewed', 'registered', 'cleared', 'posted']

/** What the person may do with it now: the table of steps, his permissions, and never his own check. */
function mayOf(voucher: PaymentVoucher, user: User): Record<string, boolean> {
  const can = (verb: 'manage' | 'approve' | 'sign' | 'override') =>
    user.can(`accounts.payments.${verb}`, voucher.unitId)
  const to = (state: string) => voucher.canMoveTo(state)
  const isOwn = voucher.madeBy === user.id
  const order = voucher.orders.at(-1)
  const signed = order ? [order.madeBy, order.firstSignedBy, voucher.madeBy] : []
  return {
    edit: ['draft', 'returned'].includes(voucher.status) && can('manage'),
    papers: ['draft', 'returned', 'submitted'].includes(voucher.status) && can('manage'),
    submit: to('submitted') && can('manage'),
    giveBack: to('returned') && can('approve'),
    approve: to('reviewed') && can('approve') && !isOwn,
    override: can('override'),
    register: to('registered') && can('manage'),
    clear: to('cleared') && can('approve') && !isOwn,
    post: to('posted') && can('manage'),
    order: to('ordered') && voucher.net.isPositive() && can('manage'),
    sign:
      ['ordered', 'signed_first'].includes(voucher.status) &&
      can('sign') &&
      !order?.batchId &&
      !signed.includes(user.id),
    answer: to('executed') && can('manage'),
    archive:
      to('archived') && can('manage') && (voucher.status === 'executed' || voucher.net.isZero()),
    void: to('void') && can('manage'),
  }
}
