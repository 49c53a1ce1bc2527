import type { Trx } from '#core/within'

/** A numbered book of one unit in one fiscal year (`2026/2027`). */
export interface NumberedBook {
  unitId: number
  book: string
  fiscalYear: string
}

/**
 * The next number of a gapless series. The counter row stays locked until the caller's transaction
 * ends: a rollback gives the number back, so no gap is possible (law 9).
 */
export async function nextNumber(series: NumberedBook, trx: Trx): Promise<number> {
  return nextNumbers(series, 1, trx)
}

/** Takes `count` numbers at once and returns the first of them. */
export async function nextNumbers(series: NumberedBook, count: number, trx: Trx): Promise<number> {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`Cannot take ${count} numbers`)
  const key = [series.unitId, series.book, series.fiscalYear]
  // One statement makes the row or locks and raises it: a missing row cannot be locked.
  await trx.rawQuery(
    `INSERT INTO number_counters (unit_id, book, fiscal_year, last_number) VALUES (?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE last_number = last_number + VALUES(last_number)`,
    [...key, count]
  )
  const [[row]] = await trx.rawQuery(
    'SELECT last_number AS last FROM number_counters WHERE unit_id = ? AND book = ? AND fiscal_year = ?',
    key
  )
  return Number(row.last) - count + 1
}
