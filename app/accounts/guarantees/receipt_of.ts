import db from '@adonisjs/lucid/services/db'
import { sentence } from '#core/domain_error'
import { GuaranteePaperError } from '#accounts/guarantees/errors'

/**
 * The receipt 33 of a unit by which cash came in, as its list names it (`book/number`).
 * @throws GuaranteePaperError
 */
export async function receiptOf(unitId: number, named: string): Promise<number> {
  const [, book, number] = /^\s*(.+?)\s*\/\s*(\d{1,9})\s*$/.exec(named) ?? []
  const row =
    book &&
    (await db
      .from('receipts as r')
      .join('receipt_books as b', 'b.id', 'r.book_id')
      .where({ 'r.unit_id': unitId, 'b.book_no': book, 'r.number': number })
      .select('r.id')
      .first())
  if (row) return Number(row.id)
  throw new GuaranteePaperError(
    sentence(`لا توجد في الوحدة قسيمة 33 رقم ${named}.`, `The unit has no receipt 33 ${named}.`)
  )
}
