import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import PayAdvance from '#accounts/advances/pay_advance'
import { reverseEntry } from '#accounts/actions/post_entry'
import PaymentOrder from '#accounts/models/payment_order'
import type PaymentVoucher from '#accounts/models/payment_voucher'
import { VoucherInputError } from '#accounts/payments/errors'
import { voidLeaf } from '#accounts/payments/cheque_leaf'
import { assertLine, postExecution } from '#accounts/payments/execution_entry'
import { giveBackCredit } from '#accounts/payments/give_back_credit'
import { withdrawClaims } from '#accounts/payments/voucher_claims'
import { voucherStep, type BankAct, type VoucherAct } from '#accounts/payments/voucher_step'

/** How a form 50 ends: paid or refused by the bank, on the shelf, or voided with what it did undone. */
export default class EndVoucher {
  /**
   * The bank paid: payment orders are debited, bank debits under settlement credited. The bank account
   * itself is credited by its statement alone, so answer and statement may come in any order and
   * nothing is counted twice. A line of the statement proves one order only, or orders of its batch
   * together (`batchLineId`: whoever joins them answers for their sum).
   * @throws BankAnswerError where the line is of another account or amount
   */
  async execute(
    orderId: number,
    {
      reference,
      bankLineId = null,
      batchLineId = null,
      ...act
    }: BankAct & { reference: string; bankLineId?: number | null; batchLineId?: number | null }
  ): Promise<PaymentOrder> {
    return within(act.trx, async (trx) => {
      const order = await locked(orderId, trx)
      order.moveTo('executed')
      if (bankLineId !== null) await assertLine(order, bankLineId, trx)
      const entryId = await postExecution(order, { ...act, reference, trx })
      order.merge({ answeredOn: act.on, bankReference: reference, entryId })
      order.merge({ bankLineId: bankLineId ?? batchLineId, batchLineId })
      await order.save()
      const step = { ...act, trx, to: 'executed', reason: reference } as const
      const voucher = await voucherStep(order.voucherId, step)
      const by = act.by.asActor(act.requestId)
      await new PayAdvance().paid(voucher, { by, on: act.on, trx })
      return order
    })
  }

  /** The bank refused: the order is dead, the form may be ordered again as it is, or voided. */
  async reject(orderId: number, act: BankAct & { reason: string }): Promise<PaymentOrder> {
    return within(act.trx, async (trx) => {
      const order = await locked(orderId, trx)
      order.moveTo('rejected')
      order.merge({ answeredOn: act.on, rejection: act.reason.slice(0, 500) })
      await order.save()
      await voidLeaf(order, act.reason, { ...act, trx })
      await voucherStep(order.voucherId, { ...act, trx, to: 'rejected' })
      return order
    })
  }

  archive(id: number, act: VoucherAct & { shelf: string }): Promise<PaymentVoucher> {
    return voucherStep(id, { ...act, to: 'archived', reason: act.shelf }, async (voucher) => {
      if (voucher.$original.status === 'posted' && voucher.net.isPositive()) {
        throw new VoucherInputError(
          sentence('الصافي يصدر به أمر دفع أولًا.', 'The net is ordered first.')
        )
      }
      voucher.shelf = act.shelf
    })
  }

  /** Voids it: its numbers stay, its entry is reversed, its credit given back, its order dies. */
  void(id: number, act: VoucherAct & { reason: string }): Promise<PaymentVoucher> {
    return voucherStep(id, { ...act, to: 'void' }, async (voucher, trx) => {
      voucher.endReason = act.reason
      await withdrawClaims(id, act.reason, trx)
      const orders = PaymentOrder.query({ client: trx }).where('live_voucher_id', id).forUpdate()
      for (const order of await orders.whereIn('status', ['made', 'signed_first'])) {
        order.moveTo('void')
        await order.save()
        await voidLeaf(order, act.reason, { ...act, trx })
      }
      if (voucher.entryId === null) return
      const { entryId } = voucher
      await reverseEntry(entryId, { postedOn: act.on, reason: act.reason, trx, by: act.by })
      await giveBackCredit(voucher, act, trx)
    })
  }
}

async function locked(orderId: number, trx: Trx): Promise<PaymentOrder> {
  return (await PaymentOrder.findOrFail(orderId, { client: trx })).lock(trx)
}
