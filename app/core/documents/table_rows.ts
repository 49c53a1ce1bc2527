import type { TextLine } from '#core/documents/arabic_lines'
import type { Face } from '#core/documents/faces'
import { PALETTE } from '#core/documents/palette'
import type Pages from '#core/documents/pages'
import type { Ink } from '#core/documents/page_canvas'
import { CELL_PADDING, CELL_SIZE } from '#core/documents/table_columns'
import type { PlacedColumn } from '#core/documents/table_columns'

/** A row whose cells are already broken into lines. */
export interface SetRow {
  cells: TextLine[][]
  lines: number
}

export interface RowLook {
  ink?: Ink
  ground?: Ink
  centered?: boolean
}

export const PADDING_ABOVE = 2.2
const LINE = CELL_SIZE * 1.45

/** Sets and draws the rows of one table; knows nothing of pages that end. */
export default class TableRows {
  readonly #pages: Pages
  readonly #columns: readonly PlacedColumn[]

  constructor(pages: Pages, columns: readonly PlacedColumn[]) {
    this.#pages = pages
    this.#columns = columns
  }

  /** Breaks the texts of a row into lines; figures, which must not break, stay on one. */
  set(texts: readonly string[], face: Face, allWrap = false): SetRow {
    let lines = 1
    const cells = this.#columns.map((column, index) => {
      const text = texts[index] ?? ''
      if (!text) return []
      if (!column.wraps && !allWrap) return [face.lines.line(text)]
      const room = ((column.width - 2 * CELL_PADDING) * 1000) / CELL_SIZE
      const cell = face.lines.wrap(text, room)
      if (cell.length > lines) lines = cell.length
      return cell
    })
    return { cells, lines }
  }

  /** A band of the whole width, such as the name of a group. */
  band(text: string, face: Face): SetRow {
    const room = ((this.#pages.width - 2 * CELL_PADDING) * 1000) / CELL_SIZE
    const lines = face.lines.wrap(text, room)
    return { cells: [lines], lines: lines.length }
  }

  height(row: SetRow): number {
    return row.lines * LINE + 2 * PADDING_ABOVE
  }

  /** Lines of a row that a page of such height can hold. */
  linesIn(height: number): number {
    return Math.max(1, Math.floor((height - 2 * PADDING_ABOVE) / LINE))
  }

  /** A piece of a row too high for any page. */
  slice(row: SetRow, from: number, count: number): SetRow {
    const cells = row.cells.map((cell) => cell.slice(from, from + count))
    return { cells, lines: Math.max(...cells.map((cell) => cell.length), 1) }
  }

  /** Draws the row at the top of the free room and moves below it. */
  draw(row: SetRow, look: RowLook): void {
    const pages = this.#pages
    const height = this.height(row)
    if (look.ground) pages.canvas.area(pages.left, pages.y, pages.width, height, look.ground)
    for (const [index, column] of this.#columns.entries()) {
      this.#drawCell(row.cells[index] ?? [], column, row.lines, look)
    }
    pages.y += height
  }

  drawBand(row: SetRow): void {
    const pages = this.#pages
    const height = this.height(row)
    pages.canvas.area(pages.left, pages.y, pages.width, height, PALETTE.tint)
    const width = pages.width - 2 * CELL_PADDING
    for (const [number, line] of (row.cells[0] ?? []).entries()) {
      const y = pages.y + PADDING_ABOVE + number * LINE
      pages.put(line, pages.left + CELL_PADDING, y, width, { size: CELL_SIZE })
    }
    pages.y += height
  }

  #drawCell(cell: TextLine[], column: PlacedColumn, lines: number, look: RowLook): void {
    const { ink, centered } = look
    const width = column.width - 2 * CELL_PADDING
    const x = this.#pages.fromStart(column.offset, column.width) + CELL_PADDING
    // Headings stand in the middle of their row, values begin at its top.
    const down = centered ? ((lines - cell.length) * LINE) / 2 : 0
    for (const [number, line] of cell.entries()) {
      const size = Math.min(CELL_SIZE, (width * 1000) / Math.max(line.width, 1))
      const y = this.#pages.y + PADDING_ABOVE + down + number * LINE + (CELL_SIZE - size)
      const align = centered ? 'center' : column.align
      this.#pages.put(line, x, y, width, { ink, align, size })
    }
  }
}
