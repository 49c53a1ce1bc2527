import type { Ink } from '#core/documents/page_canvas'
import { PALETTE } from '#core/documents/palette'
import type Pages from '#core/documents/pages'
import { CELL_PADDING, placeColumns } from '#core/documents/table_columns'
import type { PlacedColumn, TableColumn } from '#core/documents/table_columns'
import { SIGNATURES_ROOM } from '#core/documents/signatures'
import TableRows, { PADDING_ABOVE } from '#core/documents/table_rows'
import type { RowLook, SetRow } from '#core/documents/table_rows'
import TableRules from '#core/documents/table_rules'
import { fitLabel, labelRoom } from '#core/documents/table_totals'
import type { Totals } from '#core/documents/table_totals'
import type { Wording } from '#core/documents/wording'
import { valueReader } from '#core/sheets/columns'
import type { Locale, Row, RowSource } from '#core/sheets/columns'
import RowCursor from '#core/sheets/row_cursor'

export interface TableSpec {
  columns: readonly TableColumn[]
  rows: RowSource
  /** Figures of the totals row by column key, computed by the report's query. */
  totals?: Totals
  totalsLabel?: string
  /** True when left out. */
  repeatHeader?: boolean
  /** Rows of one group follow one another; each group gets a band with its name. */
  groupBy?: string | ((row: Row) => string)
  /** Figures under a group, computed by the report's query. */
  groupTotals?: (group: string) => Totals | undefined
  /** Said in place of rows when there are none. */
  empty?: string
  /** Boxes for signatures follow: its last rows go with them to a page, no box stands alone (rows as an array). */
  signedBelow?: boolean
}

/** Space after a table. */
const AFTER = 10
/** Rows looked at before the widths are decided. */
const SAMPLE = 60
/** Rows that stand above boxes of signatures on their page. */
const ROWS_OF_TAIL = 3
/** Rows between two chances for other work to run. */
const ROWS_A_BREATH = 200

/** Lays one table over as many pages as it needs. */
export default class TablePrinter {
  readonly #pages: Pages
  readonly #spec: TableSpec
  readonly #locale: Locale
  readonly #wording: Wording
  #columns: PlacedColumn[] = []
  #rows!: TableRows
  #rules!: TableRules
  #header!: SetRow
  #group?: string
  #striped = false
  #headerPrinted = false

  constructor(pages: Pages, spec: TableSpec, locale: Locale, wording: Wording) {
    this.#pages = pages
    this.#spec = spec
    this.#locale = locale
    this.#wording = wording
  }

  /** @returns the rows printed */
  async print(): Promise<number> {
    const cursor = new RowCursor(this.#spec.rows)
    try {
      const sample = await takeSome(cursor)
      this.#place(sample)
      this.#begin()
      let count = 0
      for (const row of sample) await this.#step(row, ++count)
      while (sample.length === SAMPLE) {
        const taken = cursor.take()
        const step = taken instanceof Promise ? await taken : taken
        if (step.done) break
        await this.#step(step.value, ++count)
      }
      this.#end(count)
      return count
    } catch (error) {
      await cursor.release()
      throw error
    }
  }

  #place(sample: readonly Row[]): void {
    const { columns, totals } = this.#spec
    const pages = this.#pages
    const seen = totals ? [...sample.map((row) => this.#plain(row)), totals] : sample
    this.#columns = placeColumns(columns, seen, pages.width, pages.faces, this.#locale)
    this.#rows = new TableRows(pages, this.#columns)
    this.#rules = new TableRules(pages, this.#columns)
    const headings = columns.map((column) => column.heading)
    this.#header = this.#rows.set(headings, pages.faces.bold, true)
  }

  /** An array row by its column keys, so that it can stand beside the totals. */
  #plain(row: Row): Row {
    if (!Array.isArray(row)) return row
    return Object.fromEntries(this.#spec.columns.map(({ key }, index) => [key, row[index]]))
  }

  /** Starts where the heading and a few rows fit, never with a heading alone at the foot. */
  #begin(): void {
    this.#pages.ensure(this.#rows.height(this.#header) + 3 * 18)
    this.#startSegment()
  }

  async #step(row: Row, count: number): Promise<void> {
    this.#enterGroup(row)
    this.#keepTail(count)
    this.#printRow(row)
    if (count % ROWS_A_BREATH === 0) await this.#pages.breathe()
  }

  #enterGroup(row: Row): void {
    const { groupBy } = this.#spec
    if (!groupBy) return
    const group =
      typeof groupBy === 'function'
        ? groupBy(row)
        : String((row as Record<string, unknown>)[groupBy] ?? '')
    if (group === this.#group) return
    this.#leaveGroup()
    this.#group = group
    this.#striped = false
    const band = this.#rows.band(group, this.#pages.faces.bold)
    this.#fit(this.#rows.height(band) + 2 * 18, true)
    this.#printBand(band)
  }

  #leaveGroup(): void {
    if (this.#group === undefined) return
    const totals = this.#spec.groupTotals?.(this.#group)
    if (totals) this.#printTotals(totals, `${this.#wording.total} ${this.#group}`, PALETTE.stripe)
  }

  /** Before the last rows of a table that is signed below: they, the totals and the boxes on one page. */
  #keepTail(count: number): void {
    const { rows, signedBelow, totals } = this.#spec
    if (!signedBelow || !Array.isArray(rows)) return
    if (count !== Math.max(rows.length - ROWS_OF_TAIL, 0) + 1) return
    const tail = rows.slice(count - 1) as Row[]
    const heights = tail.map((row) => this.#rows.height(this.#setRow(row)))
    const rowsHigh = heights.reduce((sum, height) => sum + height, 0)
    const needed = rowsHigh + (totals ? Math.max(...heights) : 0) + AFTER + SIGNATURES_ROOM
    // What no page holds is not kept together.
    if (count > 1 && needed <= this.#pageRoom()) this.#fit(needed)
  }

  #setRow(row: Row): SetRow {
    const read = valueReader(this.#columns)
    const texts = this.#columns.map((column, index) => column.format(read(row, index)))
    return this.#rows.set(texts, this.#pages.faces.regular)
  }

  #printRow(row: Row): void {
    const set = this.#setRow(row)
    const look = { ground: this.#striped ? PALETTE.stripe : undefined }
    this.#striped = !this.#striped
    this.#printWhole(set, look)
  }

  /** A row goes to the next page whole; only one too high for a page of its own is cut. */
  #printWhole(row: SetRow, look: RowLook): void {
    const free = this.#pageRoom()
    if (this.#rows.height(row) <= free) {
      this.#fit(this.#rows.height(row))
      this.#draw(row, look)
      return
    }
    for (let from = 0; from < row.lines;) {
      const count = this.#rows.linesIn(this.#pages.room)
      const piece = this.#rows.slice(row, from, count)
      if (this.#rows.height(piece) > this.#pages.room) {
        this.#turnPage()
        continue
      }
      this.#draw(piece, look)
      from += count
      if (from < row.lines) this.#turnPage()
    }
  }

  #printTotals(totals: Totals, label: string, ground: Ink): void {
    const { bold } = this.#pages.faces
    const room = labelRoom(this.#columns, totals)
    const texts = this.#columns.map((column, index) =>
      index === room?.column ? '' : column.format(totals[column.key])
    )
    const row = this.#rows.set(texts, bold)
    this.#fit(this.#rows.height(row))
    const top = this.#pages.y
    this.#draw(row, { ground })
    if (!room) return
    const line = bold.lines.line(label)
    const { width, size, edge } = fitLabel(this.#columns, room, line.width)
    const x = this.#pages.fromStart(room.offset + CELL_PADDING, width)
    this.#pages.put(line, x, top + PADDING_ABOVE, width, { size })
    this.#rules.span({ top, bottom: this.#pages.y, from: room.offset, to: edge })
  }

  #end(count: number): void {
    const { totals, totalsLabel, empty } = this.#spec
    const { faces } = this.#pages
    if (!count) this.#printBand(this.#rows.band(empty ?? this.#wording.noRows, faces.regular))
    this.#leaveGroup()
    if (totals) this.#printTotals(totals, totalsLabel ?? this.#wording.total, PALETTE.tint)
    this.#rules.close()
    this.#pages.y += AFTER
  }

  #fit(height: number, newGroup = false): void {
    if (this.#pages.room >= height) return
    this.#turnPage(newGroup)
  }

  #turnPage(newGroup = false): void {
    this.#rules.close()
    this.#pages.next()
    this.#startSegment()
    if (this.#group === undefined || newGroup) return
    const text = `${this.#group} (${this.#wording.continued})`
    this.#printBand(this.#rows.band(text, this.#pages.faces.bold))
  }

  #printBand(band: SetRow): void {
    const top = this.#pages.y
    this.#rows.drawBand(band)
    this.#rules.span({ top, bottom: this.#pages.y, from: 0, to: this.#pages.width })
    this.#rules.across()
  }

  #draw(row: SetRow, look: RowLook): void {
    this.#rows.draw(row, look)
    this.#rules.across()
  }

  #startSegment(): void {
    this.#rules.begin()
    if (this.#headerPrinted && this.#spec.repeatHeader === false) return
    this.#headerPrinted = true
    const look = { ink: PALETTE.white, ground: PALETTE.heading, centered: true }
    this.#rows.draw(this.#header, look)
  }

  /** The room a page offers below its running head and the table's heading. */
  #pageRoom(): number {
    return this.#pages.bottom - 60 - this.#rows.height(this.#header)
  }
}

async function takeSome(cursor: RowCursor): Promise<Row[]> {
  const rows: Row[] = []
  while (rows.length < SAMPLE) {
    const step = await cursor.take()
    if (step.done) break
    rows.push(step.value)
  }
  return rows
}
