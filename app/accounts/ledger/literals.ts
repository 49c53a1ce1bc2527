/** Rows of values as SQL writes them after VALUES. */
export const rowsOf = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => `(${row.join(',')})`).join(',')

/**
 * An id or a count as SQL writes it. Statements of thousands of rows hold their values as they are: to bind
 * each of them takes longer than the database needs for the rows.
 * @throws TypeError for anything that is not a whole number
 */
export function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is not a whole number`)
  return String(value)
}

export const integerOrNull = (value: number | null | undefined) =>
  value === null || value === undefined ? 'NULL' : integer(value)

/**
 * A day as SQL writes it.
 * @throws TypeError for anything else
 */
export function dayLiteral(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new TypeError(`${day} is not a day`)
  return `'${day}'`
}

/** A text as SQL writes it: its bytes, so that nothing in it is ever read as SQL. */
export const textLiteral = (text: string) =>
  text === '' ? "''" : `_utf8mb4 X'${Buffer.from(text, 'utf8').toString('hex')}'`
