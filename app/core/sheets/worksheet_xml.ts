import { isNumeric, valueReader } from '#core/sheets/columns'
import type { ColumnType, Locale, SheetColumn } from '#core/sheets/columns'
import { cellEncoder, columnLetters, textCell } from '#core/sheets/cell_xml'
import type RowCursor from '#core/sheets/row_cursor'
import { STYLE, totalStyle } from '#core/sheets/sheet_styles'
import { xmlText } from '#core/sheets/text_safety'

export interface WorksheetPlan {
  columns: readonly SheetColumn[]
  title?: string
  notes?: readonly string[]
  /** Exact figures under their columns, computed by the report's query. */
  totals?: Readonly<Record<string, unknown>>
  totalsLabel?: string
  rightToLeft: boolean
  locale: Locale
  landscape: boolean
  /** Printed at the foot of each page, beside the page number. */
  footer?: string
  /** Rows a sheet may hold in all, headings and totals included. */
  rowLimit: number
}

export interface WorksheetResult {
  rows: number
  /** The row of the headings, and the last row of data, counted from 1. */
  headingRow: number
  lastRow: number
  /** True when the cursor still holds rows for a further sheet. */
  unfinished: boolean
}

/** Text gathered before it goes to the compressor. */
const CHUNK_CHARACTERS = 1 << 18

const WIDTH: Record<ColumnType, number> = {
  text: 24,
  integer: 10,
  decimal: 14,
  money: 18,
  percent: 10,
  date: 13,
  month: 11,
}

/**
 * One worksheet as XML, row after row (ECMA-376 part 1, 18.3). The result is filled while the
 * chunks are read.
 */
export default class WorksheetXml {
  readonly result: WorksheetResult

  readonly #plan: WorksheetPlan
  readonly #letters: readonly string[]

  constructor(plan: WorksheetPlan) {
    this.#plan = plan
    this.#letters = plan.columns.map((_, index) => columnLetters(index))
    const above = (plan.title ? 1 : 0) + (plan.notes?.length ?? 0)
    const headingRow = above ? above + 2 : 1
    this.result = { rows: 0, headingRow, lastRow: headingRow, unfinished: false }
  }

  async *chunks(cursor: RowCursor): AsyncGenerator<string> {
    yield this.#opening() + this.#rowsAbove()
    yield* this.#body(cursor)
    yield this.#totalsRow() + this.#closing()
  }

  async *#body(cursor: RowCursor): AsyncGenerator<string> {
    const { columns, locale, rowLimit, totals } = this.#plan
    const encoders = columns.map((column) => cellEncoder(column.type ?? 'text', locale))
    const read = valueReader(columns)
    const lastAllowed = totals ? rowLimit - 1 : rowLimit
    const { result } = this
    let xml = ''
    for (;;) {
      const taken = cursor.take()
      const step = taken instanceof Promise ? await taken : taken
      if (step.done) break
      if (result.lastRow >= lastAllowed) {
        cursor.putBack(step)
        result.unfinished = true
        break
      }
      const number = ++result.lastRow
      xml += `<row r="${number}">`
      for (const [index, encoder] of encoders.entries()) {
        xml += encoder(read(step.value, index), `${this.#letters[index]}${number}`)
      }
      xml += '</row>'
      result.rows++
      if (xml.length > CHUNK_CHARACTERS) {
        yield xml
        xml = ''
      }
    }
    yield xml
  }

  #opening(): string {
    const { columns, rightToLeft } = this.#plan
    const { headingRow } = this.result
    const widths = columns.map((column, index) => {
      const width = column.width ?? WIDTH[column.type ?? 'text']
      return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
    })
    const corner = `A${headingRow + 1}`
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
      `<sheetViews><sheetView${rightToLeft ? ' rightToLeft="1"' : ''} workbookViewId="0">` +
      `<pane ySplit="${headingRow}" topLeftCell="${corner}" activePane="bottomLeft" state="frozen"/>` +
      `<selection pane="bottomLeft" activeCell="${corner}" sqref="${corner}"/>` +
      '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
      `<cols>${widths.join('')}</cols><sheetData>`
    )
  }

  #rowsAbove(): string {
    const { title, notes = [], columns } = this.#plan
    const { headingRow } = this.result
    let xml = ''
    let number = 0
    const line = (text: string, style: number) => {
      number++
      xml += `<row r="${number}">${textCell(text, `A${number}`, style)}</row>`
    }
    if (title) line(title, STYLE.title)
    for (const note of notes) line(note, STYLE.note)
    const headings = columns.map((column, index) =>
      textCell(column.heading, `${this.#letters[index]}${headingRow}`, STYLE.heading)
    )
    return `${xml}<row r="${headingRow}" ht="30" customHeight="1">${headings.join('')}</row>`
  }

  #totalsRow(): string {
    const { columns, locale, totals } = this.#plan
    if (!totals || this.result.unfinished) return ''
    const number = this.result.lastRow + 1
    const label = this.#plan.totalsLabel ?? (locale === 'ar' ? 'الإجمالي' : 'Total')
    const labelled = columns.findIndex((column) => isBlank(totals[column.key]))
    const cells = columns.map((column, index) => {
      const reference = `${this.#letters[index]}${number}`
      if (index === labelled) return textCell(label, reference, totalStyle('text'))
      const type = column.type ?? 'text'
      const cell = cellEncoder(type, locale, 'total')(totals[column.key], reference)
      return cell || `<c r="${reference}" s="${totalStyle(isNumeric(type) ? type : 'text')}"/>`
    })
    return `<row r="${number}">${cells.join('')}</row>`
  }

  #closing(): string {
    const { landscape, locale, footer } = this.#plan
    const last = this.#letters.at(-1)
    const range = `A${this.result.headingRow}:${last}${this.result.lastRow}`
    // In a printed foot & begins a code: &P is the page, &N the count of pages.
    const page = locale === 'ar' ? 'صفحة &P من &N' : 'Page &P of &N'
    const aside = footer ? `&R${footer.replaceAll('&', '&&')}` : ''
    return (
      `</sheetData><autoFilter ref="${range}"/>` +
      '<printOptions horizontalCentered="1"/>' +
      '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
      `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
      `<headerFooter><oddFooter>${xmlText(`&C${page}${aside}`)}</oddFooter></headerFooter>` +
      '</worksheet>'
    )
  }
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}
