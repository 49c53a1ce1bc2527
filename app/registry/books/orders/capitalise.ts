import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { EntryLine } from '#accounts/actions/post_entry'
import type { Trx } from '#core/within'
import type AssetOrder from '#registry/models/asset_order'
import { costAccountOf, SOURCE } from '#registry/books/accounts'
import { methodsFor } from '#registry/books/methods'
import { sharingOf } from '#registry/books/sharing'
import { booksOf, writeEntry } from '#registry/books/orders/values'

/**
 * Brings an asset at its cost into every open book it does not stand in, each with the method that holds
 * on the day. A book opened later than the others is caught up with this way; only the posted one posts.
 */
export async function capitalise(order: AssetOrder, trx: Trx): Promise<EntryLine[]> {
  const cost = order.amount!
  const [[asset]] = await trx.rawQuery('SELECT class_id FROM assets WHERE id = ?', [order.assetId!])
  const from = Month.containing(order.effectiveOn)
  const stands = await booksOf(order.assetId!, trx)
  let lines: EntryLine[] = []
  for (const method of await methodsFor(asset.class_id, order.effectiveOn, trx)) {
    if (stands.has(method.bookId)) continue
    const salvage =
      method.method === 'none'
        ? Money.zero
        : (order.salvage ?? cost.times(method.salvageShare, { round: 'half_up' }))
    const life = method.method === 'straight_line' ? order.lifeMonths : null
    const { spread, spreadMonths } = sharingOf(cost, salvage, method, from, life)
    await trx.rawQuery(
      `INSERT INTO asset_book_values (asset_id, book_id, unit_id, cost, salvage, method, yearly_rate,
         spread, spread_months, spread_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        order.assetId!,
        method.bookId,
        order.unitId,
        cost.toString(),
        salvage.toString(),
        method.method,
        method.yearlyRate as string,
        spread.toString(),
        spreadMonths as number,
        from.first,
      ]
    )
    await writeEntry(order, method.bookId, { cost, accumulated: Money.zero }, trx)
    if (method.isPosted) {
      lines = [
        { account: await costAccountOf(order.assetId!, trx), debit: cost },
        { account: SOURCE, credit: cost },
      ]
    }
  }
  return lines
}
