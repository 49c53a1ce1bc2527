/**
 * What the values of a report column are. The writers (Excel, CSV, PDF) lay out by it; they never
 * compute.
 *
 * - `text`: words; booleans become نعم/لا (yes/no).
 * - `integer`: a whole number (number, bigint or its text).
 * - `decimal`: a quantity with decimals, such as an area (number or decimal text).
 * - `money`: an amount in pounds as `Money` or decimal text, never a JavaScript number.
 * - `percent`: a fraction of one (`0.2` is 20 %), number or decimal text.
 * - `date`: a calendar day, `yyyy-mm-dd`, or a Date whose UTC day is meant.
 * - `month`: a month, `yyyy-mm`, or any day of it.
 */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'money' | 'percent' | 'date' | 'month'

export type { Locale } from '#core/domain_error'

/** A row is an object read by column key, or an array read by column position. */
export type Row = object

export type RowSource = Iterable<Row> | AsyncIterable<Row>

export interface SheetColumn {
  /** The property of the row that holds the value (unused when rows are arrays). */
  key: string
  heading: string
  /** `text` when left out. */
  type?: ColumnType
  /** In characters, as Excel counts column widths. A width by type when left out. */
  width?: number
}

/** Reads the values of a row in column order, whether the row is an object or an array. */
export function valueReader(columns: readonly { key: string }[]) {
  const keys = columns.map((column) => column.key)
  return (row: Row, index: number): unknown =>
    Array.isArray(row) ? row[index] : (row as Record<string, unknown>)[keys[index]!]
}

/** True for the types whose values are numbers to Excel. */
export function isNumeric(type: ColumnType | undefined): boolean {
  return type === 'integer' || type === 'decimal' || type === 'money' || type === 'percent'
}
