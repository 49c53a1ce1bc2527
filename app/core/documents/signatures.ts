import { PALETTE } from '#core/documents/palette'
import type Pages from '#core/documents/pages'
import type { Wording } from '#core/documents/wording'

export interface Signatory {
  /** معد التقرير, المراجع, السكرتير العام. */
  role: string
  name?: string
  /** The day it was signed in the house; left open for a signature by hand. */
  on?: string
}

const GAP = 12
const HEIGHT = 74
const LINES = 3

/** What the boxes take of a page, with the space before them. */
export const SIGNATURES_ROOM = HEIGHT + GAP

/** Boxes of signatures, beside one another and never parted by a page's end. */
export function drawSignatures(
  pages: Pages,
  signatories: readonly Signatory[],
  wording: Wording
): void {
  if (!signatories.length) return
  pages.ensure(SIGNATURES_ROOM)
  pages.y += GAP
  const width = (pages.width - GAP * (signatories.length - 1)) / signatories.length
  for (const [index, { role, name, on }] of signatories.entries()) {
    const x = pages.fromStart(index * (width + GAP), width)
    const { faces, y } = pages
    pages.canvas.frame(x, y, width, HEIGHT, PALETTE.rule)
    pages.canvas.area(x, y, width, 18, PALETTE.tint)
    const title = faces.bold.lines.line(role)
    const size = Math.min(9, ((width - 12) * 1000) / Math.max(title.width, 1))
    pages.put(title, x + 6, y + 2, width - 12, { size, align: 'center' })
    const lines = [
      `${wording.name}: ${name ?? ''}`,
      `${wording.signature}:`,
      `${wording.date}: ${on ?? ''}`,
    ]
    for (let number = 0; number < LINES; number++) {
      const line = faces.regular.lines.line(lines[number]!)
      const lineSize = Math.min(8.5, ((width - 16) * 1000) / Math.max(line.width, 1))
      pages.put(line, x + 8, y + 22 + number * 17, width - 16, { size: lineSize })
    }
  }
  pages.y += HEIGHT + GAP
}
