import { sentence } from '#core/domain_error'
import { within } from '#core/within'
import { takeExplanationBack } from '#accounts/banking/debits/explain_line'
import { freeLine, MatchedAlreadyError } from '#accounts/banking/debits/free_line'
import MatchBatch from '#accounts/banking/debits/match_batch'
import { findingsOf } from '#accounts/banking/debits/open_facts'
import { tellBatch, tellOrder } from '#accounts/banking/tell'
import { DebitMatchError } from '#accounts/banking/errors'
import OrderBatch from '#accounts/models/order_batch'
import PaymentOrder from '#accounts/models/payment_order'
import EndVoucher from '#accounts/payments/end_voucher'
import { assertLine } from '#accounts/payments/execution_entry'
import type { BankAct } from '#accounts/payments/voucher_step'

type Act = Omit<BankAct, 'on'>

/** Debits of statements and the orders they pay. */
export default class MatchDebit {
  /**
   * A debit is this order's. An order that the bank has not answered is executed by it, on the day of the
   * line; one that is executed already has found its line.
   * @throws BankAnswerError DebitMatchError PeriodLockedError
   */
  async match({ lineId, orderId }: { lineId: number; orderId: number }, act: Act) {
    return within(act.trx, async (trx) => {
      const order = await (await PaymentOrder.findOrFail(orderId, { client: trx })).lock(trx)
      const { bookedOn: on, reference } = await freeLine(lineId, trx)
      if (order.bankLineId !== null) throw new MatchedAlreadyError()
      if (order.status === 'executed') {
        await assertLine(order, lineId, trx)
        await order.merge({ bankLineId: lineId }).save()
      } else {
        await new EndVoucher().execute(orderId, { ...act, trx, on, reference, bankLineId: lineId })
      }
      await tellOrder(order, 'matched', { bankLineId: lineId }, { ...act, trx })
    })
  }

  /** The suggestion does not return. */
  async refuse({ lineId, orderId }: { lineId: number; orderId: number }, act: Act) {
    return within(act.trx, async (trx) => {
      const line = await trx.from('bank_lines').where('id', lineId).firstOrFail()
      const order = await PaymentOrder.query({ client: trx })
        .where({ id: orderId, bank_account_id: line.bank_account_id })
        .firstOrFail()
      await trx.rawQuery(
        `INSERT INTO debit_refusals (bank_line_id, order_id, refused_by) VALUES (?, ?, ?)
         ON DUPLICATE KEY UPDATE debit_refusals.order_id = debit_refusals.order_id`,
        [lineId, orderId, act.by.id!]
      )
      await tellOrder(order, 'match_refused', { bankLineId: lineId }, { ...act, trx })
    })
  }

  /**
   * The debit is not this order's after all, or not its batch's, or not what the entry settles: it is
   * unknown again, every order that it showed executed without its line.
   */
  async unmatch(lineId: number, act: Act & { reason: string }) {
    return within(act.trx, async (trx) => {
      const orders = await PaymentOrder.query({ client: trx })
        .where('bank_line_id', lineId)
        .orderBy('id')
        .forUpdate()
      if (orders.length === 0) {
        if (await takeExplanationBack(lineId, { ...act, trx })) return
        throw new DebitMatchError(
          sentence('السطر غير مطابق ولا مسوى.', 'The line is neither matched nor settled.')
        )
      }
      for (const order of orders) {
        await order.merge({ bankLineId: null, batchLineId: null }).save()
        await tellOrder(order, 'unmatched', { bankLineId: lineId }, { ...act, trx })
      }
      const debit = await trx.from('batch_debits').where('bank_line_id', lineId).first()
      if (!debit) return
      await trx.from('batch_debits').where('bank_line_id', lineId).delete()
      const batch = await OrderBatch.findOrFail(debit.batch_id, { client: trx })
      await tellBatch(
        batch,
        'unmatched',
        { bankLineId: lineId, count: orders.length },
        { ...act, trx }
      )
    })
  }

  /** Matches what is certain in accounts that just received lines or answers. @returns how many */
  async matchCertain(
    accounts: readonly { bankAccountId: number; unitId: number }[],
    act: Act
  ): Promise<number> {
    return within(act.trx, async (trx) => {
      let matched = 0
      for (const account of accounts) {
        const { orders, batches } = await findingsOf(account, trx)
        for (const { lineId, orderId } of orders.filter(({ certain }) => certain)) {
          await this.match({ lineId, orderId }, { ...act, trx })
          matched++
        }
        for (const { lineId, batchId } of batches.filter(({ certain }) => certain)) {
          await new MatchBatch().match({ lineId, batchId }, { ...act, trx })
          matched++
        }
      }
      return matched
    })
  }
}
