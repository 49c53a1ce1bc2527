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

/** A block of numbers of one book: `count` of them from `first` on. */
export interface NumberBlock extends NumberedBook {
  first: number
  count: number
}

/**
 * Takes numbers from several books at once, in the order of their keys so that two takers never wait for
 * each other. The result stands in the order asked.
 */
export async function takeNumbers(
  asked: readonly (NumberedBook & { count: number })[],
  trx: Trx
): Promise<NumberBlock[]> {
  const ordered = [...asked].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  await trx.rawQuery(
    `INSERT INTO number_counters (unit_id, book, fiscal_year, last_number) VALUES ${ordered.map(() => '(?, ?, ?, ?)').join(', ')}
     ON DUPLICATE KEY UPDATE last_number = last_number + VALUES(last_number)`,
    ordered.flatMap(({ unitId, book, fiscalYear, count }) => [unitId, book, fiscalYear, count])
  )
  const [rows] = await trx.rawQuery(
    `SELECT unit_id AS unitId, book, fiscal_year AS fiscalYear, last_number AS last FROM number_counters
     WHERE (unit_id, book, fiscal_year) IN (${ordered.map(() => '(?, ?, ?)').join(', ')})`,
    ordered.flatMap(({ unitId, book, fiscalYear }) => [unitId, book, fiscalYear])
  )
  const last = new Map(
    rows.map((row: NumberedBook & { last: number }) => [keyOf(row), Number(row.last)])
  )
  return asked.map((book) => ({
    ...book,
    first: (last.get(keyOf(book)) as number) - book.count + 1,
  }))
}

const keyOf = ({ unitId, book, fiscalYear }: NumberedBook) =>
  `${String(unitId).padStart(12, '0')}/${book}/${fiscalYear}`
