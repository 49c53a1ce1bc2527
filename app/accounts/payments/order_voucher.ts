import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { FiscalYear } from '#core/fiscal'
import { sentence } from '#core/domain_error'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import { payableAccount } from '#accounts/beneficiaries/accounts/payable_account'
import PaymentOrder from '#accounts/models/payment_order'
import type PaymentVoucher from '#accounts/models/payment_voucher'
import { takeLeaf } from '#accounts/payments/cheque_leaf'
import { InBatchError, SameSignatoryError, VoucherInputError } from '#accounts/payments/errors'
import { assertOneFund } from '#accounts/payments/one_fund'
import { assertPayee } from '#accounts/payments/payee'
import { assertUnchanged, voucherStep, type VoucherAct } from '#accounts/payments/voucher_step'

export interface OrderInput {
  /** Of the unit, from which is paid. */
  bankAccountId: number
  method: 'order' | 'cheque'
  /** Of a leaf of the stock; the next blank one unless told. */
  chequeNo?: string | null
  /** After the bank refused: to the account of the payee that holds now, not to that of the form. */
  toAccountOfNow?: boolean
}

/** The book in which a unit numbers its payment orders and cheques, per fiscal year without gaps. */
export const ORDER_BOOK = 'payment-orders'

/** Pays a form 50: an electronic payment order or a cheque, signed by two who did not make it. */
export default class OrderVoucher {
  /** @throws VoucherInputError where the account is another unit's; PayeeChangedError NotPayableError */
  async make(voucherId: number, input: OrderInput, act: VoucherAct): Promise<PaymentOrder> {
    return within(act.trx, async (trx) => {
      const { bankAccountId, method } = input
      const voucher = await voucherStep(voucherId, { ...act, trx, to: 'ordered' })
      const { unitId, payeeName, net } = voucher
      const [[account]] = await trx.rawQuery(
        'SELECT id, fund_id AS fundId FROM bank_accounts WHERE id = ? AND unit_id = ? AND closed_on IS NULL',
        [bankAccountId, unitId]
      )
      if (!account) {
        throw new VoucherInputError(
          sentence('الحساب البنكي ليس من حسابات الوحدة.', 'The bank account is not the unit’s.')
        )
      }
      const payeeIban = input.toAccountOfNow
        ? await ibanOfNow(voucher, trx)
        : (await assertPayee(voucher, trx)).account.iban
      const leaf = { bankAccountId, number: input.chequeNo ?? null, amount: net, payeeName }
      const chequeNo = method === 'cheque' ? await takeLeaf(leaf, { ...act, trx }) : null
      await assertOneFund(voucher, account, trx)
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
          ...{ unitId, fiscalYear, voucherId, bankAccountId, method, chequeNo },
          ...{ payeeName, payeeIban },
          number: await nextNumber({ unitId, book: ORDER_BOOK, fiscalYear }, trx),
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
   * is of who wrote the form or the order. An order that goes by a file is signed with its batch.
   * @throws SelfApprovalError SameSignatoryError DocumentChangedError InBatchError
   */
  async sign(
    orderId: number,
    { batchId = null, ...act }: VoucherAct & { batchId?: number | null }
  ): Promise<PaymentOrder> {
    return within(act.trx, async (trx) => {
      const order = await (await PaymentOrder.findOrFail(orderId, { client: trx })).lock(trx)
      if (order.batchId !== batchId) throw new InBatchError(order.label)
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

/**
 * The account of the payee that a second person approved since the bank refused the form's own. The
 * signatories see and sign it.
 * @throws VoucherInputError where the bank refused nothing; NotPayableError
 */
async function ibanOfNow(voucher: PaymentVoucher, trx: Trx): Promise<string> {
  const [[refused]] = await trx.rawQuery(
    "SELECT id FROM payment_orders WHERE voucher_id = ? AND status = 'rejected' LIMIT 1",
    [voucher.id]
  )
  if (!refused || voucher.beneficiaryId === null) {
    throw new VoucherInputError(
      sentence(
        'لا يصرف إلى حساب غير حساب الاستمارة إلا بعد أن يرفض البنك أمرها.',
        'Another account than that of the form is paid only after the bank refused its order.'
      )
    )
  }
  return (await payableAccount(voucher.beneficiaryId, { trx })).account.iban
}
