import { sentence, type Sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import PaymentOrder from '#accounts/models/payment_order'
import PaymentVoucher from '#accounts/models/payment_voucher'
import { FormNotDueError } from '#accounts/payments/prints/errors'
import type { FormName } from '#accounts/payments/prints/layouts'

/** What is printed: a form of a voucher, or of one of its orders. */
export interface Asked {
  form: FormName
  voucherId: number
  orderId?: number | null
}

type Facts = Pick<PaymentVoucher, 'status' | 'book55No' | 'entryId'>

/** Which forms a voucher has come far enough for, and its order with them. */
export function formsOf(voucher: Facts, order: { method: string } | null): FormName[] {
  const forms: FormName[] = []
  if (!['draft', 'returned'].includes(voucher.status)) forms.push('form-50')
  if (voucher.book55No !== null) forms.push('extract-55')
  if (voucher.entryId !== null) forms.push('entry-224')
  if (order) forms.push(order.method === 'cheque' ? 'cheque' : 'payment-order')
  return forms
}

const NOT_DUE: Sentence = sentence(
  'لم يبلغ المستند المرحلة التي يطبع فيها هذا النموذج.',
  'The document has not come to the step at which this form is printed.'
)

/**
 * The voucher with what its forms tell, locked, and the order asked for.
 * @throws FormNotDueError where it has no such form, or not yet
 */
export async function printable(
  { form, voucherId, orderId }: Asked,
  trx: Trx
): Promise<{ voucher: PaymentVoucher; order: PaymentOrder | null }> {
  const { voucher, order } = await withOrder({ voucherId, orderId }, trx)
  const isOfOrder = form === 'cheque' || form === 'payment-order'
  if (!formsOf(voucher, order).includes(form) || (isOfOrder && !orderId)) {
    throw new FormNotDueError(NOT_DUE)
  }
  return { voucher, order }
}

/** The voucher with invoices, deductions and an order: the one asked for, or its last. */
export async function withOrder(
  { voucherId, orderId }: Omit<Asked, 'form'>,
  trx: Trx
): Promise<{ voucher: PaymentVoucher; order: PaymentOrder | null }> {
  const voucher = await (await PaymentVoucher.findOrFail(voucherId, { client: trx })).lock(trx)
  await voucher.load('invoices', (query) => void query.orderBy('seq'))
  await voucher.load('taken', (query) => void query.orderBy('seq'))
  const orders = PaymentOrder.query({ client: trx }).where('voucher_id', voucherId)
  const order = orderId
    ? await orders.where('id', orderId).firstOrFail()
    : await orders.orderBy('id', 'desc').first()
  return { voucher, order }
}
