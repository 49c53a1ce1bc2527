import db from '@adonisjs/lucid/services/db'
import type { Locale } from '#core/domain_error'
import type { Month } from '#core/fiscal'
import { Money } from '#core/money'
import { spreadUntilSql } from '#registry/books/spread'

/** What a month of depreciation would come to in one book of a unit. */
export interface PreviewOfBook {
  bookId: number
  book: string
  isPosted: boolean
  /** Assets that take a share. */
  assets: number
  amount: Money
  /** What stands after it: cost less depreciation of every open asset. */
  valueAfter: Money
}

/**
 * A month's depreciation as the run would make it, without making it: the same shares, the new year of
 * declining values in July included.
 */
export async function runPreview(
  unitId: number,
  month: Month,
  locale: Locale
): Promise<PreviewOfBook[]> {
  const isJuly = month.first === month.fiscalYear.first ? 1 : 0
  const elapsed = '(TIMESTAMPDIFF(MONTH, s.spread_from, ?) + 1)'
  const [rows] = await db.rawQuery(
    `SELECT b.id, b.name_${locale} AS name, b.is_posted, SUM(d.due > 0) AS assets, SUM(d.due) AS amount,
       SUM(d.standing - d.due) AS after_run
     FROM (
       SELECT s.book_id, s.standing, IF(s.spread_months IS NULL OR s.spread_from > ?, 0, GREATEST(0,
         s.spread_base + ${spreadUntilSql('s.spread', 's.spread_months', elapsed)} - s.accumulated)) AS due
       FROM (
         SELECT v.book_id, v.accumulated, v.cost - v.accumulated AS standing,
           IF(n.anew, 12, v.spread_months) AS spread_months, IF(n.anew, ?, v.spread_from) AS spread_from,
           IF(n.anew, v.accumulated, v.spread_base) AS spread_base,
           IF(n.anew, LEAST(ROUND((v.cost - v.accumulated) * v.yearly_rate, 2), GREATEST(v.cost - v.accumulated - v.salvage, 0)), v.spread) AS spread
         FROM asset_book_values v
         JOIN (SELECT asset_id, book_id, (? AND method = 'declining' AND spread_from < ?) AS anew
               FROM asset_book_values WHERE unit_id = ? AND is_open = 1) n ON n.asset_id = v.asset_id AND n.book_id = v.book_id
       ) s
     ) d JOIN depreciation_books b ON b.id = d.book_id AND (b.closed_on IS NULL OR b.closed_on > ?)
     GROUP BY b.id, b.name_${locale}, b.is_posted ORDER BY b.id`,
    [month.first, month.first, month.first, isJuly, month.first, unitId, month.last]
  )
  return (rows as Record<string, any>[]).map((row) => ({
    bookId: Number(row.id),
    book: row.name,
    isPosted: Boolean(row.is_posted),
    assets: Number(row.assets),
    amount: Money.of(fixed(row.amount)),
    valueAfter: Money.of(fixed(row.after_run)),
  }))
}

/** Sums of quotients carry more places than piastres; the figures themselves are whole piastres. */
function fixed(sum: string): string {
  return String(sum).replace(/(\.\d{2})0+$/, '$1')
}
