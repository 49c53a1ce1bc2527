import { formatDay } from '#core/days'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import { openSets, type BatchSet } from '#accounts/banking/debits/batch_sets'
import { freeLine, type FreeLine } from '#accounts/banking/debits/free_line'
import { tellBatch, tellOrder } from '#accounts/banking/tell'
import { DebitMatchError } from '#accounts/banking/errors'
import OrderBatch from '#accounts/models/order_batch'
import PaymentOrder from '#accounts/models/payment_order'
import EndVoucher from '#accounts/payments/end_voucher'
import type { BankAct } from '#accounts/payments/voucher_step'

type Act = Omit<BankAct, 'on'>

/** One debit for the file of a batch: it is that of every order which it paid. */
export default class MatchBatch {
  /**
   * A debit paid orders of the batch together: all that the bank has not refused, or those that its answer
   * says executed, whichever add up to it to the piastre. Each order not answered yet is executed on the
   * day of the line by an entry of its own, so that the debit under settlement is cleared order by order.
   * @throws DebitMatchError with the sums that it could have been
   */
  async match({ lineId, batchId }: { lineId: number; batchId: number }, act: Act): Promise<void> {
    await within(act.trx, async (trx) => {
      const batch = await (await OrderBatch.findOrFail(batchId, { client: trx })).lock(trx)
      const line = await freeLine(lineId, trx)
      const orders = await PaymentOrder.query({ client: trx })
        .whereIn('id', (await setOf(batch, line, trx)).orderIds as number[])
        .orderBy('id')
        .forUpdate()
      await trx.rawQuery(
        'INSERT INTO batch_debits (bank_line_id, batch_id, order_count, amount, matched_by) VALUES (?, ?, ?, ?, ?)',
        [lineId, batchId, orders.length, String(line.amount.negate()), act.by.id] as never
      )
      for (const order of orders) await this.#join(order, { lineId, line }, { ...act, trx })
      await tellBatch(
        batch,
        'matched',
        { bankLineId: lineId, count: orders.length, amount: String(line.amount.negate()) },
        { ...act, trx }
      )
    })
  }

  /** The suggestion does not return: none of the batch's orders is this line's. */
  async refuse({ lineId, batchId }: { lineId: number; batchId: number }, act: Act): Promise<void> {
    await within(act.trx, async (trx) => {
      const line = await trx.from('bank_lines').where('id', lineId).firstOrFail()
      const batch = await OrderBatch.query({ client: trx })
        .where({ id: batchId, bank_account_id: line.bank_account_id })
        .firstOrFail()
      await trx.rawQuery(
        `INSERT INTO debit_refusals (bank_line_id, order_id, refused_by)
         SELECT ?, o.id, ? FROM payment_orders o WHERE o.batch_id = ?
         ON DUPLICATE KEY UPDATE debit_refusals.order_id = debit_refusals.order_id`,
        [lineId, act.by.id!, batchId]
      )
      await tellBatch(batch, 'match_refused', { bankLineId: lineId }, { ...act, trx })
    })
  }

  async #join(
    order: PaymentOrder,
    { lineId, line }: { lineId: number; line: FreeLine },
    act: Act & { trx: Trx }
  ): Promise<void> {
    if (order.status === 'executed') {
      await order.merge({ bankLineId: lineId, batchLineId: lineId }).save()
    } else {
      const { bookedOn: on, reference } = line
      await new EndVoucher().execute(order.id, { ...act, on, reference, batchLineId: lineId })
    }
    await tellOrder(order, 'matched', { bankLineId: lineId, batchId: order.batchId }, act)
  }
}

/** Which orders of the batch add up to the line. @throws DebitMatchError */
async function setOf(batch: OrderBatch, line: FreeLine, trx: Trx): Promise<BatchSet> {
  const debit = line.amount.negate()
  const { id: batchId, bankAccountId, label } = batch
  const sets = await openSets({ bankAccountId, batchId }, trx)
  const found = sets.find(({ amount }) => Money.of(amount).equals(debit))
  if (!found || line.bankAccountId !== bankAccountId) {
    const sum = (of: BatchSet['of']) =>
      Money.of(sets.find((set) => set.of === of)?.amount ?? sets[0]?.amount ?? '0.00')
    const [whole, executed] = [sum('whole'), sum('executed')]
    throw new DebitMatchError(
      sentence(
        `الخصم ${debit.format('ar')} ليس من حساب الدفعة ${label} بجملة أوامرها التي لم يرفضها البنك ولم تظهر في كشف (${whole.format('ar')}) ولا بجملة ما نفذه منها (${executed.format('ar')}).`,
        `The debit of ${debit.format('en')} is not one on the account of batch ${label} of its orders that are neither refused nor on a statement (${whole.format('en')}), nor of those executed (${executed.format('en')}).`
      ),
      {
        facts: { debit: String(debit), whole: String(whole), executed: String(executed) },
        cure: sentence(
          'استورد رد البنك على الدفعة أولًا، أو طابق كل أمر بخصمه.',
          'Import the bank’s answer on the batch first, or match each order with its own debit.'
        ),
      }
    )
  }
  if (line.bookedOn < batch.madeOn) {
    throw new DebitMatchError(
      sentence(
        `الخصم في ${formatDay(line.bookedOn, 'ar')} قبل تحرير الدفعة ${label} في ${formatDay(batch.madeOn, 'ar')}.`,
        `The debit of ${formatDay(line.bookedOn, 'en')} is before batch ${label} was made on ${formatDay(batch.madeOn, 'en')}.`
      )
    )
  }
  return found
}
