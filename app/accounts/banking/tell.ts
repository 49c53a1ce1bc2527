import type { Trx } from '#core/within'
import { Trail } from '#audit/trail'
import type BankReconciliation from '#accounts/models/bank_reconciliation'
import type OrderBatch from '#accounts/models/order_batch'
import type PaymentOrder from '#accounts/models/payment_order'
import type { BankAct } from '#accounts/payments/voucher_step'

type Telling = Omit<BankAct, 'on'> & { trx: Trx; reason?: string }

/** What became of an order by a line of a statement. */
export const tellOrder = (order: PaymentOrder, action: string, after: object, act: Telling) =>
  tell('payment_order', order, action, after, act)

/** What became of a batch: signed, taken, cancelled, matched. */
export const tellBatch = (batch: OrderBatch, action: string, after: object, act: Telling) =>
  tell('order_batch', batch, action, after, act)

/** What became of a reconciliation statement. */
export const tellReconciliation = (
  one: BankReconciliation,
  action: string,
  after: object,
  act: Telling
) => tell('bank_reconciliation', one, action, after, act)

const tell = (
  subjectType: string,
  { unitId, id, label }: { unitId: number; id: number; label: string },
  action: string,
  after: object,
  { by, requestId, trx, reason }: Telling
) =>
  Trail.record(
    {
      action: `${subjectType}.${action}`,
      ...{ unitId, subjectType, subjectId: id, label, after, reason },
    },
    { by: by.asActor(requestId), trx }
  )
