import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { EntryLine } from '#accounts/actions/post_entry'
import type { Trx } from '#core/within'
import type AssetOrder from '#registry/models/asset_order'
import { ACCUMULATED, costAccountOf, LOSS, SURPLUS } from '#registry/books/accounts'
import { sharingOf } from '#registry/books/sharing'
import { holdValues, writeEntry, type BookValue } from '#registry/books/orders/values'

/**
 * Puts a new value in the place of the old one: the depreciation so far is set against the cost, and the
 * new value is shared out over the months that are left (or those the order gives).
 */
export async function revalue(order: AssetOrder, trx: Trx): Promise<EntryLine[]> {
  const to = order.amount!
  const from = Month.containing(order.effectiveOn)
  let lines: EntryLine[] = []
  for (const value of await holdValues(order.assetId!, trx)) {
    const salvage = order.salvage ?? (value.salvage.compare(to) < 0 ? value.salvage : Money.zero)
    const left = order.lifeMonths ?? monthsLeft(value, from)
    const { spread, spreadMonths } = sharingOf(to, salvage, { ...value, lifeMonths: left }, from)
    await trx.rawQuery(
      `UPDATE asset_book_values SET cost = ?, accumulated = 0, salvage = ?, spread = ?, spread_months = ?,
         spread_from = ?, spread_base = 0 WHERE asset_id = ? AND book_id = ?`,
      [
        to.toString(),
        salvage.toString(),
        spread.toString(),
        spreadMonths as number,
        from.first,
        order.assetId!,
        value.bookId,
      ]
    )
    const change = { cost: to.subtract(value.cost), accumulated: value.accumulated.negate() }
    await writeEntry(order, value.bookId, change, trx)
    if (value.isPosted) lines = await linesOf(order, value, change.cost, trx)
  }
  return lines
}

function monthsLeft(value: BookValue, from: Month): number | null {
  if (value.method !== 'straight_line' || value.spreadMonths === null) return null
  const passed = Month.range(Month.containing(value.spreadFrom), from).length - 1
  return Math.max(1, value.spreadMonths - passed)
}

async function linesOf(order: AssetOrder, value: BookValue, cost: Money, trx: Trx) {
  const account = await costAccountOf(order.assetId!, trx)
  const gain = cost.add(value.accumulated)
  const lines: EntryLine[] = []
  if (value.accumulated.isPositive()) lines.push({ account: ACCUMULATED, debit: value.accumulated })
  if (cost.isPositive()) lines.push({ account, debit: cost })
  if (cost.isNegative()) lines.push({ account, credit: cost.negate() })
  if (gain.isPositive()) lines.push({ account: SURPLUS, credit: gain })
  if (gain.isNegative()) lines.push({ account: LOSS, debit: gain.negate() })
  return lines
}
