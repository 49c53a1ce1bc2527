import db from '@adonisjs/lucid/services/db'
import type User from '#identity/models/user'
import PrinterOffset from '#accounts/models/printer_offset'
import type PaymentOrder from '#accounts/models/payment_order'
import type PaymentVoucher from '#accounts/models/payment_voucher'
import { formsOf } from '#accounts/payments/prints/printable'

const WORKS = [
  'accounts.payments.manage',
  'accounts.payments.approve',
  'accounts.payments.sign',
] as const

/** Official forms of a payment as its page offers them: where each is printed, and how often it was. */
export async function printsOf(user: User, voucher: PaymentVoucher, order: PaymentOrder | null) {
  const rows = await db
    .from('form_prints')
    .where('voucher_id', voucher.id)
    .where((any) => void any.whereNull('order_id').orWhere('order_id', order?.id ?? 0))
    .groupBy('form')
    .select('form')
    .count('* as printed')
  const printed = new Map(rows.map((row) => [row.form, Number(row.printed)]))
  const base = `/accounts/payments/${voucher.id}`
  return {
    preview: `${base}/preview`,
    mayPrint: WORKS.some((permission) => user.can(permission, voucher.unitId)),
    forms: formsOf(voucher, order).map((form) => ({
      ...{ form, printed: printed.get(form) ?? 0 },
      action:
        form === 'cheque' || form === 'payment-order'
          ? `/accounts/payments/orders/${order!.id}/prints`
          : `${base}/prints`,
    })),
    printers: await PrinterOffset.query().where('user_id', user.id).orderBy('printer'),
  }
}
