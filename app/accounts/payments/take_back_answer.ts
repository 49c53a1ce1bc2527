import { sentence } from '#core/domain_error'
import { within } from '#core/within'
import PayAdvance from '#accounts/advances/pay_advance'
import { reverseEntry } from '#accounts/actions/post_entry'
import PaymentOrder from '#accounts/models/payment_order'
import PaymentVoucher from '#accounts/models/payment_voucher'
import { BankAnswerError } from '#accounts/payments/errors'
import { voucherStep, type BankAct } from '#accounts/payments/voucher_step'

/**
 * Takes the bank's answer on an order back (its file was wrong): the entry is mirrored on its own day,
 * order and form wait for the bank again.
 * @throws BankAnswerError where the form has gone on, or a line of a statement proves the order
 * @throws PeriodLockedError AdvanceFormError
 */
export async function takeBackAnswer(
  orderId: number,
  act: Omit<BankAct, 'on'> & { reason: string }
): Promise<PaymentOrder> {
  return within(act.trx, async (trx) => {
    const order = await (await PaymentOrder.findOrFail(orderId, { client: trx })).lock(trx)
    const voucher = await PaymentVoucher.findOrFail(order.voucherId, { client: trx })
    const { status, answeredOn, entryId } = order
    if (voucher.status !== status || (order.method === 'cheque' && status === 'rejected')) {
      throw new BankAnswerError(
        sentence(
          `الاستمارة ${voucher.label} مضت بعد رد البنك على الأمر ${order.label}.`,
          `Form ${voucher.label} has gone on since the bank answered on order ${order.label}.`
        )
      )
    }
    if (order.bankLineId !== null) {
      throw new BankAnswerError(
        sentence(
          `الأمر ${order.label} مطابق لسطر من كشف البنك؛ ألغ مطابقته أولًا.`,
          `Order ${order.label} is matched with a line of the statement: unmatch it first.`
        )
      )
    }
    order.moveTo('signed')
    order.merge({ answeredOn: null, rejection: null, bankReference: null, entryId: null })
    await order.save()
    if (status === 'executed') {
      await reverseEntry(entryId!, { reason: act.reason, trx, by: act.by })
    }
    const back = await voucherStep(order.voucherId, { ...act, trx, on: answeredOn!, to: 'signed' })
    if (status === 'executed') {
      await new PayAdvance().takenBack(back, { by: act.by.asActor(act.requestId), trx })
    }
    return order
  })
}
