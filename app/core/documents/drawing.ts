import { PALETTE } from '#core/documents/palette'
import type Pages from '#core/documents/pages'

/** Outlines in drawing units (x to the right, y down, the longer side 1) with numbered places. */
export interface Drawing {
  rings: readonly (readonly (readonly [number, number])[])[]
  width: number
  height: number
  places: readonly (readonly [number, number])[]
}

const LONGEST = 210

/** Draws outlines in the middle of the page, north up, with the numbers of their corners. */
export function drawDrawing(pages: Pages, { rings, width, height, places }: Drawing): void {
  const tall = height * LONGEST + 24
  pages.ensure(tall)
  const left = pages.left + (pages.width - width * LONGEST) / 2
  const top = pages.y + 12
  const x = (value: number) => left + value * LONGEST
  const y = (value: number) => top + value * LONGEST
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index++) {
      const [from, to] = [ring[index - 1]!, ring[index]!]
      pages.canvas.line(x(from[0]), y(from[1]), x(to[0]), y(to[1]), PALETTE.accent, 1)
    }
  }
  for (const [index, place] of places.entries()) {
    pages.canvas.area(x(place[0]) - 1.5, y(place[1]) - 1.5, 3, 3, PALETTE.ink)
    const label = pages.faces.regular.lines.line(String(index + 1))
    pages.put(label, x(place[0]) + 2, y(place[1]) - 10, 20, { size: 7, align: 'left' })
  }
  pages.y += tall
}
