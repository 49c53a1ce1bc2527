import type { Align } from '#core/documents/pages'
import type { Face, Faces } from '#core/documents/faces'
import { valueFormat } from '#core/documents/value_format'
import type { ValueFormat } from '#core/documents/value_format'
import { valueReader } from '#core/sheets/columns'
import type { ColumnType, Locale, Row } from '#core/sheets/columns'

export interface TableColumn {
  /** The property of the row that holds the value (unused when rows are arrays). */
  key: string
  heading: string
  /** `text` when left out. Only text wraps; figures and days stay whole. */
  type?: ColumnType
  /** Points. */
  width?: number
  /** A share of the room that columns of fixed width leave. */
  weight?: number
  align?: Align
  /** Replaces the format of the type. */
  format?: ValueFormat
}

/** A column with everything decided: where it stands, how its values read and lie. */
export interface PlacedColumn {
  key: string
  heading: string
  wraps: boolean
  align: Align
  format: ValueFormat
  /** Points from the side where reading starts, and its width. */
  offset: number
  width: number
}

export const CELL_SIZE = 8.5
export const CELL_PADDING = 4

/** A long text asks for no more of the page than this, in points; it wraps. */
const WIDEST_WISH = 190
const NARROWEST = 22
/** So much a figure's heading may ask for to stand on one line. */
const WIDEST_HEADING = 100

interface Wish {
  /** Below this a word would be cut or a figure shrunk. */
  least: number
  /** At this nothing wraps. */
  best: number
  flexible: boolean
  /** Not given in points: it may take of what is left when all have what they wish. */
  grows: boolean
  weight: number
}

/**
 * Decides the widths of a table from its columns and a sample of its rows: figures and days get what
 * they need, texts share the rest by their weight or their length. Room that nobody needs is shared by all.
 */
export function placeColumns(
  columns: readonly TableColumn[],
  sample: readonly Row[],
  available: number,
  faces: Faces,
  locale: Locale
): PlacedColumn[] {
  const read = valueReader(columns)
  const formats = columns.map(
    (column) => column.format ?? valueFormat(column.type ?? 'text', locale)
  )
  const byWeight = columns.some((column) => column.weight !== undefined)
  const wishes = columns.map((column, index) => {
    const texts = sample.map((row) => formats[index]!(read(row, index)))
    return wishOf(column, texts, faces, byWeight)
  })
  const widths = shareWidths(wishes, available)

  let offset = 0
  return columns.map((column, index) => {
    const width = widths[index]!
    const placed = {
      key: column.key,
      heading: column.heading,
      wraps: wrapsIn(column),
      align: column.align ?? alignOf(column.type ?? 'text'),
      format: formats[index]!,
      offset,
      width,
    }
    offset += width
    return placed
  })
}

function wrapsIn(column: TableColumn): boolean {
  return (column.type ?? 'text') === 'text'
}

function alignOf(type: ColumnType): Align {
  if (type === 'text') return 'start'
  // Units under units: digits run from left to right in both languages.
  return type === 'date' || type === 'month' ? 'center' : 'right'
}

function wishOf(column: TableColumn, texts: string[], faces: Faces, byWeight: boolean): Wish {
  const heading = points(faces.bold.lines.widestWord(column.heading))
  const headline = points(faces.bold.lines.width(column.heading))
  if (column.width !== undefined) {
    return { least: column.width, best: column.width, flexible: false, grows: false, weight: 0 }
  }
  const whole = widest(texts, (text) => faces.regular.lines.width(text))
  if (!wrapsIn(column)) {
    // Totals are printed bold and are the widest figures of their column.
    const bold = widest(texts, (text) => widthIn(faces.bold, text))
    const need = Math.max(heading, whole, bold)
    const best = Math.max(need, Math.min(headline, WIDEST_HEADING))
    return { least: need, best, flexible: false, grows: !byWeight, weight: 0 }
  }
  const word = widest(texts, (text) => faces.regular.lines.widestWord(text))
  const best = Math.min(WIDEST_WISH, Math.max(heading, whole, NARROWEST))
  const weight = byWeight ? (column.weight ?? 1) : best
  return {
    least: Math.min(best, Math.max(heading, word, NARROWEST)),
    best,
    flexible: true,
    grows: !byWeight,
    weight,
  }
}

/** Gives every column its least, then shares what is left among the flexible ones. */
function shareWidths(wishes: readonly Wish[], available: number): number[] {
  const least = wishes.reduce((sum, wish) => sum + wish.least, 0)
  if (least >= available) return wishes.map((wish) => (wish.least / least) * available)
  const flexible = wishes.filter((wish) => wish.flexible)
  if (!flexible.length) return wishes.map((wish) => (wish.least / least) * available)

  // Where nothing has to wrap, what is left goes to everybody: a year as wide as a name reads badly.
  const best = wishes.reduce((sum, wish) => sum + wish.best, 0)
  const growing = wishes.reduce((sum, wish) => sum + (wish.grows ? wish.best : 0), 0)
  if (growing > 0 && best <= available) {
    const share = 1 + (available - best) / growing
    return wishes.map((wish) => (wish.grows ? wish.best * share : wish.best))
  }

  // Figures under headings of several words get the room of those, where every text keeps its own.
  const figures = (wish: Wish) => (best <= available ? wish.best : wish.least)
  const fixed = wishes.reduce((sum, wish) => sum + (wish.flexible ? 0 : figures(wish)), 0)
  const shares = fitShares(wishes, available - fixed)
  return wishes.map((wish) => shares.get(wish) ?? figures(wish))
}

/** Shares by weight, but nobody below his least: those are served first, the others share again. */
function fitShares(wishes: readonly Wish[], room: number): Map<Wish, number> {
  const served = new Map<Wish, number>()
  for (;;) {
    const open = wishes.filter((wish) => wish.flexible && !served.has(wish))
    const weight = open.reduce((sum, wish) => sum + wish.weight, 0)
    const left = room - [...served.values()].reduce((sum, width) => sum + width, 0)
    const short = open.find((wish) => (wish.weight / weight) * left < wish.least)
    if (!short) {
      for (const wish of open) served.set(wish, (wish.weight / weight) * left)
      return served
    }
    served.set(short, short.least)
  }
}

function widest(texts: readonly string[], measure: (text: string) => number): number {
  return points(texts.reduce((width, text) => Math.max(width, measure(text)), 0))
}

function widthIn(face: Face, text: string): number {
  return face.lines.width(text)
}

/** Thousandths of an em as points of a cell with its padding. */
function points(width: number): number {
  return (width * CELL_SIZE) / 1000 + 2 * CELL_PADDING + 0.5
}
