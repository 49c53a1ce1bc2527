import { CELL_PADDING, CELL_SIZE } from '#core/documents/table_columns'
import type { PlacedColumn } from '#core/documents/table_columns'

export type Totals = Readonly<Record<string, unknown>>

/** Where the label of a totals row may stand: from its first column without a figure to the next figure. */
export interface LabelRoom {
  /** Position of the column that holds the label. */
  column: number
  offset: number
  width: number
}

/** The room for the label of a totals row, or undefined when every column has a figure. */
export function labelRoom(columns: readonly PlacedColumn[], totals: Totals): LabelRoom | undefined {
  const first = columns.findIndex(({ key }) => isBlank(totals[key]))
  const column = columns[first]
  if (!column) return undefined
  let { width } = column
  for (const next of columns.slice(first + 1)) {
    if (!isBlank(totals[next.key])) break
    width += next.width
  }
  return { column: first, offset: column.offset, width }
}

/** How the label of such a width (in thousandths of an em) fits its room, and the edge it reaches. */
export function fitLabel(columns: readonly PlacedColumn[], room: LabelRoom, labelWidth: number) {
  const width = room.width - 2 * CELL_PADDING
  const size = Math.min(CELL_SIZE, (width * 1000) / Math.max(labelWidth, 1))
  const reach = room.offset + (labelWidth * size) / 1000 + 2 * CELL_PADDING
  const last = columns.find((column) => column.offset + column.width >= reach)
  return { width, size, edge: last ? last.offset + last.width : room.offset + room.width }
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}
