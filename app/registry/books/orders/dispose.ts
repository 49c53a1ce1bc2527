import type { EntryLine } from '#accounts/actions/post_entry'
import type { Trx } from '#core/within'
import type AssetOrder from '#registry/models/asset_order'
import { ACCUMULATED, costAccountOf, LOSS } from '#registry/books/accounts'
import { holdValues, writeEntry } from '#registry/books/orders/values'

/**
 * Takes an asset out of every book: its cost and depreciation leave, and what was left of its value is
 * written off. The price, when there is one, comes in through its own receipts.
 */
export async function dispose(order: AssetOrder, trx: Trx): Promise<EntryLine[]> {
  const lines: EntryLine[] = []
  for (const value of await holdValues(order.assetId!, trx)) {
    await trx.rawQuery(
      `UPDATE asset_book_values SET is_open = 0, cost = 0, accumulated = 0, salvage = 0, spread = 0,
         spread_months = NULL, spread_base = 0 WHERE asset_id = ? AND book_id = ?`,
      [order.assetId!, value.bookId]
    )
    const change = { cost: value.cost.negate(), accumulated: value.accumulated.negate() }
    await writeEntry(order, value.bookId, change, trx)
    if (!value.isPosted) continue
    const left = value.cost.subtract(value.accumulated)
    lines.push({ account: await costAccountOf(order.assetId!, trx), credit: value.cost })
    if (value.accumulated.isPositive()) {
      lines.push({ account: ACCUMULATED, debit: value.accumulated })
    }
    if (left.isPositive()) lines.push({ account: LOSS, debit: left })
  }
  return lines
}
