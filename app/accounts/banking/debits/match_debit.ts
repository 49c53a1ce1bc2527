import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import { pairsOf } from '#accounts/banking/debits/open_facts'
import { DebitMatchError } from '#accounts/banking/errors'
import PaymentOrder from '#accounts/models/payment_order'
import EndVoucher, { assertLine } from '#accounts/payments/end_voucher'
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
      const [[line]] = await trx.rawQuery(
        'SELECT booked_on, statement_no FROM bank_lines WHERE id = ? FOR UPDATE',
        [lineId]
      )
      const [[other]] = await trx.rawQuery('SELECT id FROM payment_orders WHERE bank_line_id = ?', [
        lineId,
      ])
      const [[told]] = await trx.rawQuery(
        'SELECT entry_id FROM line_explanations WHERE bank_line_id = ?',
        [lineId]
      )
      if (!line || other || told || order.bankLineId !== null) {
        throw new DebitMatchError(
          sentence('السطر أو الأمر مطابق بغيره.', 'The line or the order is matched with another.')
        )
      }
      if (order.status === 'executed') {
        await assertLine(order, lineId, trx)
        await order.merge({ bankLineId: lineId }).save()
      } else {
        const reference = `كشف ${line.statement_no || line.booked_on}`
        const paid = { ...act, trx, on: line.booked_on, reference, bankLineId: lineId }
        await new EndVoucher().execute(orderId, paid)
      }
      await tell(order, 'matched', { bankLineId: lineId }, { ...act, trx })
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
      await tell(order, 'match_refused', { bankLineId: lineId }, { ...act, trx })
    })
  }

  /** The debit is not this order's after all: it is unknown again, the order executed without its line. */
  async unmatch(lineId: number, act: Act & { reason: string }) {
    return within(act.trx, async (trx) => {
      const found = await PaymentOrder.query({ client: trx })
        .where('bank_line_id', lineId)
        .forUpdate()
        .first()
      if (!found) {
        throw new DebitMatchError(
          sentence('السطر غير مطابق لأمر.', 'The line is matched with no order.')
        )
      }
      await found.merge({ bankLineId: null }).save()
      await tell(found, 'unmatched', { bankLineId: lineId }, { ...act, trx })
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
        for (const { lineId, orderId, certain } of await pairsOf(account, trx)) {
          if (!certain) continue
          await this.match({ lineId, orderId }, { ...act, trx })
          matched++
        }
      }
      return matched
    })
  }
}

const tell = (
  order: PaymentOrder,
  action: string,
  after: object,
  { by, requestId, trx, reason }: Act & { trx: Trx; reason?: string }
) =>
  Trail.record(
    {
      action: `payment_order.${action}`,
      unitId: order.unitId,
      subjectType: 'payment_order',
      subjectId: order.id,
      label: order.label,
      after,
      reason,
    },
    { by: by.asActor(requestId), trx }
  )
