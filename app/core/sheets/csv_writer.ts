import type { Writable } from 'node:stream'
import { isNumeric, valueReader } from '#core/sheets/columns'
import type { ColumnType, Locale, RowSource, SheetColumn } from '#core/sheets/columns'
import OutputTarget from '#core/sheets/output_target'
import RowCursor from '#core/sheets/row_cursor'
import { looksLikeFormula, stripControls } from '#core/sheets/text_safety'
import { dayText, decimalText, words } from '#core/sheets/values'

export interface CsvSpec {
  columns: readonly SheetColumn[]
  rows: RowSource
  locale?: Locale
  /** `,` when left out; `;` suits Excel set to a comma decimal. */
  separator?: ',' | ';' | '\t'
}

const CHUNK_CHARACTERS = 1 << 18
const LENGTH_OF_DAY = 10
const LENGTH_OF_MONTH = 7

/**
 * Writes rows as CSV (RFC 4180, UTF-8 with a byte-order mark so that Excel reads the Arabic).
 * Text that a spreadsheet might run as a formula is led by an apostrophe; numbers, days (`yyyy-mm-dd`)
 * and months (`yyyy-mm`) stay plain for other programs.
 *
 * @returns the rows and bytes written
 */
export default async function writeCsv(
  target: string | Writable,
  { columns, rows, locale = 'ar', separator = ',' }: CsvSpec
): Promise<{ bytes: number; rows: number }> {
  const output = await OutputTarget.open(target)
  const cursor = new RowCursor(rows)
  const read = valueReader(columns)
  const fields = columns.map((column) => fieldEncoder(column.type ?? 'text', locale))
  const heading = columns.map((column) => quoted(guarded(column.heading)))
  let text = `\uFEFF${heading.join(separator)}\r\n`
  let count = 0
  try {
    for (;;) {
      const taken = cursor.take()
      const step = taken instanceof Promise ? await taken : taken
      if (step.done) break
      for (const [index, field] of fields.entries()) {
        if (index) text += separator
        text += field(read(step.value, index))
      }
      text += '\r\n'
      count++
      if (text.length > CHUNK_CHARACTERS) {
        await output.write(Buffer.from(text))
        text = ''
      }
    }
    await output.write(Buffer.from(text))
    await output.finish()
  } catch (error) {
    await cursor.release()
    await output.discard()
    throw error
  }
  return { bytes: output.bytes, rows: count }
}

function fieldEncoder(type: ColumnType, locale: Locale): (value: unknown) => string {
  return (value) => {
    if (value === null || value === undefined || value === '') return ''
    return plainValue(value, type) ?? quoted(guarded(words(value, locale)))
  }
}

/** The value in the form other programs read, or null when it is words. */
function plainValue(value: unknown, type: ColumnType): string | null {
  if (isNumeric(type)) return decimalText(value, type)
  if (type !== 'date' && type !== 'month') return null
  const text = dayText(value).slice(0, type === 'date' ? LENGTH_OF_DAY : LENGTH_OF_MONTH)
  return /^[\d-]+$/.test(text) ? text : null
}

function guarded(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text
}

/** Quotes wherever any common separator stands, whatever the one in use, so that no cell splits. */
function quoted(text: string): string {
  const clean = stripControls(text)
  return /[",;\t\r\n]|^\s|\s$/.test(clean) ? `"${clean.replaceAll('"', '""')}"` : clean
}
