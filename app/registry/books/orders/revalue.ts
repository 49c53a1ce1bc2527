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
 * new value is shared out over the months that are left (or those the order gives). A gain goes to the
 * surplus; a loss is taken first from what earlier revaluations of the same asset left there.
 */
export async function revalue(order: AssetOrder, trx: Trx): Promise<EntryLine[]> {
  const to = order.amount!
  const from = Month.containing(order.effectiveOn)
  let lines: EntryLine[] = []
  for (const value of await holdValues(order.assetId!, order.effectiveOn, trx)) {
    const salvage = order.salvage ?? (value.salvage.compare(to) < 0 ? value.salvage : Money.zero)
    const left = order.lifeMonths ?? monthsLeft(value, from)
    const { spread, spreadMonths } = sharingOf(to, salvage, { ...value, lifeMonths: left }, from)
    const cost = to.subtract(value.cost)
    const gain = cost.add(value.accumulated)
    const surplus = surplusOf(gain, value.surplus)
    await trx.rawQuery(
      `UPDATE asset_book_values SET cost = ?, accumulated = 0, salvage = ?, surplus = ?, spread = ?, spread_months = ?,
         spread_from = ?, spread_base = 0 WHERE asset_id = ? AND book_id = ?`,
      [
        to.toString(),
        salvage.toString(),
        value.surplus.add(surplus).toString(),
        spread.toString(),
        spreadMonths as number,
        from.first,
        order.assetId!,
        value.bookId,
      ]
    )
    await writeEntry(
      order,
      value.bookId,
      { cost, accumulated: value.accumulated.negate(), surplus },
      trx
    )
    if (value.isPosted) lines = await linesOf(order, value, { cost, gain, surplus }, trx)
  }
  return lines
}

function monthsLeft(value: BookValue, from: Month): number | null {
  if (value.method !== 'straight_line' || value.spreadMonths === null) return null
  const passed = Month.range(Month.containing(value.spreadFrom), from).length - 1
  return Math.max(1, value.spreadMonths - passed)
}

/** What the surplus moves by: a gain goes there, a loss is taken from what it holds for this asset. */
function surplusOf(gain: Money, held: Money): Money {
  if (!gain.isNegative()) return gain
  return gain.negate().compare(held) > 0 ? held.negate() : gain
}

async function linesOf(
  order: AssetOrder,
  value: BookValue,
  { cost, gain, surplus }: { cost: Money; gain: Money; surplus: Money },
  trx: Trx
) {
  const account = await costAccountOf(order.assetId!, trx)
  const loss = gain.subtract(surplus).negate()
  const lines: EntryLine[] = []
  if (value.accumulated.isPositive()) lines.push({ account: ACCUMULATED, debit: value.accumulated })
  if (cost.isPositive()) lines.push({ account, debit: cost })
  if (cost.isNegative()) lines.push({ account, credit: cost.negate() })
  if (surplus.isPositive()) lines.push({ account: SURPLUS, credit: surplus })
  if (surplus.isNegative()) lines.push({ account: SURPLUS, debit: surplus.negate() })
  if (loss.isPositive()) lines.push({ account: LOSS, debit: loss })
  return lines
}
