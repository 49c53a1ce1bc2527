import { PALETTE } from '#core/documents/palette'
import type Pages from '#core/documents/pages'
import type { PlacedColumn } from '#core/documents/table_columns'

/** A place where words run over several columns: no upright rule crosses it. */
export interface Span {
  top: number
  bottom: number
  /** Points from the side where reading starts. */
  from: number
  to: number
}

const WEIGHT = 0.4

/** The thin rules of one table: one below each row, upright ones drawn once a page is full. */
export default class TableRules {
  readonly #pages: Pages
  readonly #edges: readonly number[]
  #top = 0
  #spans: Span[] = []

  constructor(pages: Pages, columns: readonly PlacedColumn[]) {
    this.#pages = pages
    this.#edges = [0, ...columns.map((column) => column.offset + column.width)]
  }

  /** The table begins, or goes on, at the top of the free room. */
  begin(): void {
    this.#top = this.#pages.y
    this.#spans = []
  }

  span(span: Span): void {
    this.#spans.push(span)
  }

  /** A rule across the table where the free room begins. */
  across(): void {
    const { canvas, left, right, y } = this.#pages
    canvas.line(left, y, right, y, PALETTE.rule, WEIGHT)
  }

  /** Draws the upright rules of the part of the table on this page. */
  close(): void {
    const { canvas, y } = this.#pages
    for (const edge of this.#edges) {
      const x = this.#pages.fromStart(edge, 0)
      let top = this.#top
      for (const span of this.#spans) {
        if (edge <= span.from || edge >= span.to - 0.01) continue
        if (span.top > top) canvas.line(x, top, x, span.top, PALETTE.rule, WEIGHT)
        top = span.bottom
      }
      if (y > top) canvas.line(x, top, x, y, PALETTE.rule, WEIGHT)
    }
  }
}
