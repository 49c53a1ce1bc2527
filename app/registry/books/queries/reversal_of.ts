import db from '@adonisjs/lucid/services/db'
import type User from '#identity/models/user'
import AssetOrder from '#registry/models/asset_order'
import { lastDepreciated } from '#registry/books/months'
import type { Trx } from '#core/within'

/** What took a month of depreciation back, and whether this person may propose it. */
export async function reversalOf(order: AssetOrder, user: User) {
  if (order.kind !== 'depreciation' || order.status !== 'approved') {
    return { reversedBy: null, mayReverse: false }
  }
  const live = await AssetOrder.query()
    .where('reverses_id', order.id)
    .whereIn('status', ['proposed', 'approved'])
    .first()
  const last = await db.transaction((trx: Trx) => lastDepreciated(order.unitId, trx))
  return {
    reversedBy: live?.status === 'approved' ? live : null,
    mayReverse:
      live === null &&
      last?.last === order.effectiveOn &&
      user.can('registry.books.manage', order.unitId),
  }
}
