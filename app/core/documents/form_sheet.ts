import type { Writable } from 'node:stream'
import { POINTS_IN_MM as MM } from '#core/documents/drawing'
import { PALETTE } from '#core/documents/palette'
import Pages from '#core/documents/pages'

/**
 * One mark of an official form, in millimetres from the upper left corner of its paper. Words, lines and
 * boxes are what the printed paper already has; a value is written into it, a field of rows again each
 * `rowStep` below.
 */
export interface FormMark {
  kind: 'value' | 'words' | 'line' | 'box'
  /** Which value: `number`, or `invoices.no` of a row. */
  field: string | null
  words: string | null
  x: number
  y: number
  width: number
  height: number
  /** Points. */
  size: number
  align: 'right' | 'left' | 'center'
  isBold: boolean
  rowCount: number | null
  rowStep: number | null
  /** A line that lies under everything and is not of the paper: the grid of a test print. */
  isPale?: boolean
}

export type FormValues = Readonly<Record<string, string | null | undefined>>

/** One sheet of paper: its marks, its values, and the values of its rows by their prefix. */
export interface FormSheet {
  marks: readonly FormMark[]
  values: FormValues
  rows: Readonly<Record<string, readonly FormValues[]>>
}

export interface FormPrint {
  title: string
  author: string
  /** Size of the paper in millimetres. */
  width: number
  height: number
  /** Values alone, because the paper is printed already. */
  onPaper: boolean
  /** What the printer is off by, in millimetres to the right and down. */
  offset?: { x: number; y: number }
  /** Large and pale across every sheet: a copy, a preview. */
  stamp?: string | null
}

const SMALLEST = 5.5
const PALE = '0.88 0.89 0.9'
const LINE = 1.25

/** Writes an official form, sheet by sheet, in the true places of its paper. */
export async function printForm(
  target: string | Writable,
  { title, author, width, height, onPaper, offset = { x: 0, y: 0 }, stamp }: FormPrint,
  sheets: readonly FormSheet[]
): Promise<number> {
  const pages = new Pages(
    target,
    {
      direction: 'rtl',
      landscape: false,
      paper: [width * MM, height * MM],
      language: 'ar',
      info: { Title: title, Author: author, Creator: 'Diwan', Producer: 'Diwan' },
    },
    { begin: () => {}, finish: () => {} }
  )
  for (const sheet of sheets) {
    pages.next()
    if (stamp) drawStamp(pages, stamp)
    for (const mark of sheet.marks) {
      if (onPaper && mark.kind !== 'value') continue
      drawMark(pages, mark, sheet, offset)
    }
  }
  return pages.close(() => {})
}

function drawMark(
  pages: Pages,
  mark: FormMark,
  { values, rows }: FormSheet,
  offset: { x: number; y: number }
): void {
  const place = { ...mark, x: mark.x + offset.x, y: mark.y + offset.y }
  const [x, y, width, height] = [place.x, place.y, place.width, place.height].map((mm) => mm * MM)
  if (mark.kind === 'box') pages.canvas.frame(x!, y!, width!, height!, PALETTE.quiet, 0.7)
  else if (mark.kind === 'line') {
    const ink = mark.isPale ? PALE : PALETTE.quiet
    pages.canvas.line(x!, y!, x! + width!, y! + height!, ink, 0.4)
  } else if (mark.kind === 'words') putText(pages, mark.words!, place)
  else if (mark.rowCount === null) putText(pages, values[mark.field!] ?? '', place)
  else {
    const [prefix, key] = mark.field!.split('.') as [string, string]
    for (const [index, row] of (rows[prefix] ?? []).slice(0, mark.rowCount).entries()) {
      putText(pages, row[key] ?? '', { ...place, y: place.y + index * mark.rowStep! })
    }
  }
}

/** A text in its box: over the lines that fit, smaller where it must be, never outside of it. */
function putText(pages: Pages, text: string, { x, y, width, height, ...mark }: FormMark): void {
  if (!text) return
  const face = mark.isBold ? pages.faces.bold : pages.faces.regular
  const room = { width: width * MM, height: Math.max(height * MM, mark.size * LINE) }
  let size = mark.size
  let lines = face.lines.wrap(text, (room.width * 1000) / size)
  while (size > SMALLEST && lines.length * size * LINE > room.height + 0.01) {
    size -= 0.5
    lines = face.lines.wrap(text, (room.width * 1000) / size)
  }
  for (const [index, line] of lines.entries()) {
    const top = y * MM + index * size * LINE
    pages.put(line, x * MM, top, room.width, { size, align: mark.align })
  }
}

function drawStamp(pages: Pages, text: string): void {
  const { width, height } = pages.internals.page
  const line = pages.faces.bold.lines.line(text)
  const size = Math.min(90, (Math.min(width, height) * 0.85 * 1000) / line.width)
  const [cos, sin] = [Math.cos(-Math.PI / 6), Math.sin(-Math.PI / 6)]
  const half = (line.width * size) / 2000
  const [x, baseline] = [width / 2 - half * cos, height / 2 - half * sin + size / 3]
  pages.canvas.text(line, { size, x, baseline, turn: -30, ink: PALE })
}
