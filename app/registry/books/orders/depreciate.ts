import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type { EntryLine } from '#accounts/actions/post_entry'
import type { Trx } from '#core/within'
import type AssetOrder from '#registry/models/asset_order'
import { ACCUMULATED, DEPRECIATION } from '#registry/books/accounts'
import { MonthOutOfTurnError } from '#registry/books/errors'
import { nextToDepreciate } from '#registry/books/months'
import { spreadUntilSql } from '#registry/books/spread'

/**
 * One month of depreciation for every open asset of a unit, in every book, by a few statements: each
 * asset's share is what is due until the month's end less what was taken before it.
 */
export async function depreciate(order: AssetOrder, trx: Trx): Promise<EntryLine[]> {
  const month = Month.containing(order.effectiveOn)
  await trx.rawQuery('SELECT id FROM units WHERE id = ? FOR UPDATE', [order.unitId])
  const next = await nextToDepreciate(order.unitId, trx)
  if (!next?.equals(month)) throw new MonthOutOfTurnError(next)
  await beginYear(order.unitId, month, trx)

  const elapsed = `(TIMESTAMPDIFF(MONTH, v.spread_from, ?) + 1)`
  const until = spreadUntilSql('v.spread', 'v.spread_months', elapsed)
  await trx.rawQuery(
    `INSERT INTO asset_book_entries (unit_id, asset_id, book_id, order_id, kind, effective_on, cost, accumulated)
     SELECT v.unit_id, v.asset_id, v.book_id, ?, 'depreciation', ?, 0, v.spread_base + ${until} - v.accumulated
     FROM asset_book_values v JOIN depreciation_books b ON b.id = v.book_id AND (b.closed_on IS NULL OR b.closed_on > ?)
     WHERE v.unit_id = ? AND v.is_open = 1 AND v.spread_months IS NOT NULL AND v.spread_from <= ?
       AND v.spread_base + ${until} > v.accumulated`,
    [order.id, month.last, month.first, month.last, order.unitId, month.first, month.first]
  )
  await trx.rawQuery(
    `UPDATE asset_book_values v JOIN asset_book_entries e
       ON e.asset_id = v.asset_id AND e.book_id = v.book_id AND e.order_id = ?
     SET v.accumulated = v.accumulated + e.accumulated, v.last_month = ?`,
    [order.id, month.first]
  )
  const [[{ total }]] = await trx.rawQuery(
    `SELECT COALESCE(SUM(e.accumulated), 0) AS total FROM asset_book_entries e
     JOIN depreciation_books b ON b.id = e.book_id AND b.is_posted = 1 WHERE e.order_id = ?`,
    [order.id]
  )
  const amount = Money.of(String(total))
  order.amount = amount
  return amount.isZero()
    ? []
    : [
        { account: DEPRECIATION, debit: amount },
        { account: ACCUMULATED, credit: amount },
      ]
}

/** In July a declining value begins its new year: the rate of what is left, down to the salvage value. */
async function beginYear(unitId: number, month: Month, trx: Trx): Promise<void> {
  if (month.first !== month.fiscalYear.first) return
  await trx.rawQuery(
    `UPDATE asset_book_values SET
       spread = LEAST(ROUND((cost - accumulated) * yearly_rate, 2), GREATEST(cost - accumulated - salvage, 0)),
       spread_months = 12, spread_from = ?, spread_base = accumulated
     WHERE unit_id = ? AND is_open = 1 AND method = 'declining' AND spread_from < ?`,
    [month.first, unitId, month.first]
  )
}
