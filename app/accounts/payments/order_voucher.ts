import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { FiscalYear } from '#core/fiscal'
import { sentence } from '#core/domain_error'
import { nextNumber } from '#core/numbering'
import { within } from '#core/within'
import { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import PaymentOrder from '#accounts/models/payment_order'
import { SameSignatoryError, VoucherInputError } from '#accounts/payments/errors'
import { assertPayee } from '#accounts/payments/payee'
import { assertUnchanged, voucherStep, type VoucherAct } from '#accounts/payments/voucher_step'

export interface OrderInput {
  /** Of the unit, from which is paid. */
  bankAccountId: number
  method: 'order' | 'cheque'
  chequeNo?: string | null
}

/** The book in which a unit numbers its payment orders and cheques, per fiscal year without gaps. */
export const ORDER_BOOK = 'payment-orders'

/** Pays a form 50: an electronic payment order or a cheque, signed by two who did not make it. */
export default class OrderVoucher {
  /** @throws VoucherInputError where the account is another unit's; PayeeChangedError NotPayableError */
  async make(voucherId: number, input: OrderInput, act: VoucherAct): Promise<PaymentOrder> {
    return within(act.trx, async (trx) => {
      const { bankAccountId, method, chequeNo } = input
      const voucher = await voucherStep(voucherId, { ...act, trx, to: 'ordered' })
      await assertPayee(voucher, trx)
      const { unitId, payeeName, payeeIban, net } = voucher
      const [[account]] = await trx.rawQuery(
        'SELECT id FROM bank_accounts WHERE id = ? AND unit_id = ? AND closed_on IS NULL',
        [bankAccountId, unitId]
      )
      if (!account) {
        throw new VoucherInputError(
          sentence('الحساب البنكي ليس من حسابات الوحدة.', 'The bank account is not the unit’s.')
        )
      }
      if (method === 'order' ? !payeeIban : !chequeNo?.trim()) {
        throw new VoucherInputError(
          sentence(
            'أمر الدفع يلزمه رقم الحساب الدولي للمستفيد، والشيك رقمه.',
            'An order needs the payee’s IBAN, a cheque its number.'
          )
        )
      }
      const fiscalYear = FiscalYear.containing(act.on).label
      return PaymentOrder.create(
        {
          ...{ unitId, fiscalYear, voucherId, bankAccountId, method, payeeName, payeeIban },
          number: await nextNumber({ unitId, book: ORDER_BOOK, fiscalYear }, trx),
          chequeNo: method === 'cheque' ? chequeNo!.trim() : null,
          amount: net,
          status: 'made',
          madeBy: act.by.id,
          madeOn: act.on,
        },
        { client: trx }
      )
    })
  }

  /**
   * The next signature: the first, or the second by somebody else, which sends it to the bank. Neither
   * is of who wrote the form or the order.
   * @throws SelfApprovalError SameSignatoryError DocumentChangedError
   */
  async sign(orderId: number, act: VoucherAct): Promise<PaymentOrder> {
    return within(act.trx, async (trx) => {
      const order = await (await PaymentOrder.findOrFail(orderId, { client: trx })).lock(trx)
      const isSecond = order.status === 'signed_first'
      order.moveTo(isSecond ? 'signed' : 'signed_first')
      if (order.madeBy === act.by.id) throw new SelfApprovalError()
      if (isSecond && order.firstSignedBy === act.by.id) throw new SameSignatoryError()
      assertUnchanged(order, order.documentHash)
      const step = { ...act, trx, to: isSecond ? 'signed' : 'signed_first' } as const
      await voucherStep(order.voucherId, step, async (voucher) => {
        if (voucher.madeBy === act.by.id) throw new SelfApprovalError()
      })
      const now = DateTime.fromJSDate(clock.now())
      if (isSecond) order.merge({ secondSignedBy: act.by.id, secondSignedAt: now })
      else {
        const hash = documentHash(order.picture())
        order.merge({ firstSignedBy: act.by.id, firstSignedAt: now, documentHash: hash })
      }
      return order.save()
    })
  }
}
