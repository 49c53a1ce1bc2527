import { FiscalYear } from '#core/fiscal'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import { BatchError } from '#accounts/banking/errors'
import OrderBatch from '#accounts/models/order_batch'
import PaymentOrder from '#accounts/models/payment_order'
import type { VoucherAct } from '#accounts/payments/voucher_step'

/** The book in which a unit numbers its batches, per fiscal year without gaps. */
export const BATCH_BOOK = 'order-batches'

/** Orders of a file at most: what two people can still read before they sign. */
export const LARGEST_BATCH = 1000

export interface BatchInput {
  bankAccountId: number
  orderIds: readonly number[]
  layoutCode: string
}

/** Gathers electronic orders of one account, made or signed and not with the bank yet, into one file to be. */
export default class MakeBatch {
  /** @throws BatchError naming the order that cannot go */
  async handle({ bankAccountId, orderIds, layoutCode }: BatchInput, act: VoucherAct) {
    return within(act.trx, async (trx) => {
      const layout = await trx
        .from('order_file_layouts')
        .where({ code: layoutCode, is_used: 1 })
        .first()
      if (!layout) {
        throw new BatchError(sentence('اختر شكل الملف.', 'Choose the layout of the file.'))
      }
      const orders = await ordersOf(orderIds, bankAccountId, trx)
      const { unitId } = orders[0]!
      const fiscalYear = FiscalYear.containing(act.on).label
      const batch = await OrderBatch.create(
        {
          ...{ unitId, fiscalYear, bankAccountId, layoutCode },
          number: await nextNumber({ unitId, book: BATCH_BOOK, fiscalYear }, trx),
          orderCount: orders.length,
          total: Money.sum(orders.map(({ amount }) => amount)),
          accountCheck: accountCheck(orders.map(({ payeeIban }) => payeeIban!)),
          status: 'made',
          madeBy: act.by.id,
          madeOn: act.on,
          downloads: 0,
        },
        { client: trx }
      )
      for (const order of orders) await order.merge({ batchId: batch.id }).save()
      const { label, orderCount: count, total } = batch
      await Trail.record(
        {
          action: 'order_batch.created',
          ...{ unitId, subjectType: 'order_batch', subjectId: batch.id, label },
          after: { bankAccountId, count, total: String(total) },
        },
        { by: act.by.asActor(act.requestId), trx }
      )
      return batch
    })
  }
}

/** The last ten digits of the accounts added up, of that the last ten: a slip of one digit shows. */
export function accountCheck(ibans: readonly string[]): number {
  const sum = ibans.reduce((so, iban) => so + BigInt(iban.slice(-10)), 0n)
  return Number(sum % 10_000_000_000n)
}

async function ordersOf(ids: readonly number[], bankAccountId: number, trx: Trx) {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0 || wanted.length > LARGEST_BATCH) {
    throw new BatchError(
      sentence(
        `اختر أمرًا واحدًا على الأقل و${LARGEST_BATCH} أمر على الأكثر.`,
        `Choose at least one order and at most ${LARGEST_BATCH}.`
      )
    )
  }
  const orders = await PaymentOrder.query({ client: trx })
    .whereIn('id', wanted)
    .orderBy('id')
    .forUpdate()
  const wrong = orders.find(
    (order) =>
      order.bankAccountId !== bankAccountId ||
      order.method !== 'order' ||
      order.batchId !== null ||
      !['made', 'signed'].includes(order.status)
  )
  if (wrong || orders.length !== wanted.length) {
    throw new BatchError(
      sentence(
        `الأمر ${wrong?.label ?? ''} لا يدخل هذه الدفعة: يلزم أمر إلكتروني من الحساب نفسه لم يرسل ولم يوقع توقيعًا واحدًا.`,
        `Order ${wrong?.label ?? ''} cannot go in this batch: it takes electronic orders of the account, not sent yet and not signed once only.`
      )
    )
  }
  return orders
}
