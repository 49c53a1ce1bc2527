import { PALETTE } from '#core/documents/palette'
import type Pages from '#core/documents/pages'

/** A place on a sheet in millimetres: to the right, then down. */
export type SheetPlace = readonly [x: number, y: number]

/** What a mark of a drawing is of: each has its look on paper and on the screen. */
export type Role =
  'parcel' | 'neighbour' | 'frame' | 'corner' | 'side' | 'words' | 'title' | 'bar' | 'ink'

/**
 * One mark of a drawing, in millimetres of the sheet from its upper left corner: the same marks are
 * drawn by the browser and printed by the PDF.
 */
export type Mark =
  | { kind: 'outline'; rings: readonly (readonly SheetPlace[])[]; role: Role }
  | { kind: 'line'; from: SheetPlace; to: SheetPlace; role: Role }
  | { kind: 'dot'; at: SheetPlace; role: Role }
  | {
      kind: 'text'
      at: SheetPlace
      text: string
      /** Height of the letters in millimetres. */
      size: number
      /** Which end of the line stands at the place. */
      hold: 'left' | 'middle' | 'right'
      /** Degrees clockwise about the place. */
      turn?: number
      role: Role
    }

/** Outlines and words on a sheet, such as the sketch of a parcel (كروكي). */
export interface Drawing {
  /** Millimetres. */
  width: number
  height: number
  marks: readonly Mark[]
}

/** Points in a millimetre: a drawing is printed in its true size, so that its scale holds. */
export const POINTS_IN_MM = 72 / 25.4

const OUTLINES: Partial<Record<Role, { fill?: string; ink?: string; width?: number }>> = {
  parcel: { fill: '0.9 0.94 0.96', ink: PALETTE.accent, width: 1.4 },
  bar: { fill: PALETTE.ink, ink: PALETTE.ink },
  ink: { fill: PALETTE.ink },
}

/** Draws a drawing in the middle of the page's width, in its true size, and moves below it. */
export function drawDrawing(pages: Pages, { width, height, marks }: Drawing): void {
  const mm = POINTS_IN_MM
  pages.ensure(height * mm)
  const left = pages.left + (pages.width - width * mm) / 2
  const top = pages.y
  const at = ([x, y]: SheetPlace): [number, number] => [left + x * mm, top + y * mm]
  for (const mark of marks) {
    if (mark.kind === 'outline') {
      const look = OUTLINES[mark.role] ?? { ink: PALETTE.ink, width: 0.7 }
      const rings = mark.rings.map((ring) => ring.map(at))
      pages.canvas.shape(rings, look)
    } else if (mark.kind === 'line') {
      const isNeighbour = mark.role === 'neighbour'
      const [[x1, y1], [x2, y2]] = [at(mark.from), at(mark.to)]
      if (isNeighbour) pages.canvas.line(x1, y1, x2, y2, PALETTE.quiet, 0.6, '4 3')
      else pages.canvas.line(x1, y1, x2, y2, PALETTE.rule, 0.6)
    } else if (mark.kind === 'dot') {
      const [x, y] = at(mark.at)
      pages.canvas.area(x - 1.7, y - 1.7, 3.4, 3.4, PALETTE.ink)
    } else putText(pages, mark, at(mark.at))
  }
  pages.y += height * mm
}

function putText(
  pages: Pages,
  { text, size, hold, turn = 0, role }: Extract<Mark, { kind: 'text' }>,
  [x, y]: [number, number]
): void {
  const bold = role === 'title' || role === 'corner'
  const line = pages.faces[bold ? 'bold' : 'regular'].lines.line(text)
  const points = size * POINTS_IN_MM
  const held = { left: 0, middle: 0.5, right: 1 }[hold] * ((line.width * points) / 1000)
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
  const ink = role === 'neighbour' ? PALETTE.quiet : PALETTE.ink
  pages.canvas.text(line, {
    size: points,
    x: x - held * cos,
    baseline: y - held * sin,
    turn,
    ink,
  })
}
