import type { EntryLine } from '#accounts/actions/post_entry'
import type { Trx } from '#core/within'
import type AssetOrder from '#registry/models/asset_order'
import { ACCUMULATED, costAccountOf, LOSS, SOURCE, SURPLUS } from '#registry/books/accounts'
import { holdValues, writeEntry } from '#registry/books/orders/values'

/**
 * Takes an asset out of every book: its cost and depreciation leave, and what was left of its value is
 * written off; what revaluations left in the surplus for it becomes its source's. The price, when there is one, comes in through its own receipts.
 */
export async function dispose(order: AssetOrder, trx: Trx): Promise<EntryLine[]> {
  const lines: EntryLine[] = []
  for (const value of await holdValues(order.assetId!, order.effectiveOn, trx)) {
    await trx.rawQuery(
      `UPDATE asset_book_values SET is_open = 0, cost = 0, accumulated = 0, salvage = 0, surplus = 0, spread = 0,
         spread_months = NULL, spread_base = 0 WHERE asset_id = ? AND book_id = ?`,
      [order.assetId!, value.bookId]
    )
    const change = {
      cost: value.cost.negate(),
      accumulated: value.accumulated.negate(),
      surplus: value.surplus.negate(),
    }
    await writeEntry(order, value.bookId, change, trx)
    if (!value.isPosted) continue
    const left = value.cost.subtract(value.accumulated)
    lines.push({ account: await costAccountOf(order.assetId!, trx), credit: value.cost })
    if (value.accumulated.isPositive()) {
      lines.push({ account: ACCUMULATED, debit: value.accumulated })
    }
    if (left.isPositive()) lines.push({ account: LOSS, debit: left })
    if (value.surplus.isPositive()) {
      lines.push({ account: SURPLUS, debit: value.surplus })
      lines.push({ account: SOURCE, credit: value.surplus })
    }
  }
  return lines
}
