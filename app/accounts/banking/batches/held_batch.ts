import type { Trx } from '#core/within'
import OrderBatch from '#accounts/models/order_batch'

/** A batch and its orders, locked, the orders in their order. */
export async function heldBatch(id: number, trx: Trx): Promise<OrderBatch> {
  const batch = await (await OrderBatch.findOrFail(id, { client: trx })).lock(trx)
  await batch.load('orders', (orders) => void orders.orderBy('id').forUpdate())
  return batch
}
