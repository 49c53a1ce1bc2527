import db from '@adonisjs/lucid/services/db'
import type { Day } from '#core/days'
import { Money } from '#core/money'
import type { Locale } from '#core/domain_error'

export interface ValueAsOf {
  bookId: number
  book: string
  cost: Money
  accumulated: Money
  /** What it stands at: cost less depreciation. */
  value: Money
}

/** Where an asset stood in each book at the end of a day, from its entries alone. */
export async function valueAsOf(assetId: number, on: Day, locale: Locale): Promise<ValueAsOf[]> {
  const [rows] = await db.rawQuery(
    `SELECT b.id, b.name_${locale} AS name, SUM(e.cost) AS cost, SUM(e.accumulated) AS accumulated
     FROM asset_book_entries e JOIN depreciation_books b ON b.id = e.book_id
     WHERE e.asset_id = ? AND e.effective_on <= ? GROUP BY b.id, b.name_${locale} ORDER BY b.id`,
    [assetId, on]
  )
  return (rows as Record<string, any>[]).map((row) => {
    const cost = Money.of(String(row.cost))
    const accumulated = Money.of(String(row.accumulated))
    return {
      bookId: Number(row.id),
      book: row.name,
      cost,
      accumulated,
      value: cost.subtract(accumulated),
    }
  })
}
