import db from '@adonisjs/lucid/services/db'
import type { Locale } from '#core/domain_error'

/** What an order moved, by book and, where it is one asset's, nothing finer; amounts are decimal text. */
export async function orderEntries(orderId: number, locale: Locale) {
  const [rows] = await db.rawQuery(
    `SELECT b.name_${locale} AS book, b.is_posted AS isPosted, COUNT(*) AS assets,
       SUM(e.cost) AS cost, SUM(e.accumulated) AS accumulated
     FROM asset_book_entries e JOIN depreciation_books b ON b.id = e.book_id
     WHERE e.order_id = ? GROUP BY b.id, b.name_${locale}, b.is_posted ORDER BY b.id`,
    [orderId]
  )
  return rows as {
    book: string
    isPosted: number
    assets: number
    cost: string
    accumulated: string
  }[]
}
