import { PALETTE } from '#core/documents/palette'
import type Pages from '#core/documents/pages'

/** A label and what stands behind it. */
export type Detail = readonly [label: string, value: string]

const SIZE = 9

/** Labels and answers in two or three columns on a tinted ground, each row as high as its longest. */
export function drawDetails(pages: Pages, details: readonly Detail[]): void {
  const { faces } = pages
  const columns = pages.width > 600 ? 3 : 2
  const cell = pages.width / columns
  for (let first = 0; first < details.length; first += columns) {
    const row = details.slice(first, first + columns).map(([label, value]) => {
      const name = faces.regular.lines.line(`${label}:`)
      const nameWidth = Math.min((name.width * SIZE) / 1000, cell / 2)
      const answer = faces.bold.lines.wrap(value, ((cell - nameWidth - 20) * 1000) / SIZE)
      return { name, nameWidth, answer }
    })
    const lines = Math.max(...row.map(({ answer }) => answer.length))
    const height = lines * pages.lineHeight(SIZE) + 6
    pages.ensure(height)
    pages.canvas.area(pages.left, pages.y, pages.width, height, PALETTE.stripe)
    for (const [index, { name, nameWidth, answer }] of row.entries()) {
      const start = index * cell + 6
      const x = pages.fromStart(start, nameWidth)
      pages.put(name, x, pages.y + 3, nameWidth, { size: SIZE, ink: PALETTE.quiet })
      const room = cell - nameWidth - 20
      const answerX = pages.fromStart(start + nameWidth + 5, room)
      for (const [number, line] of answer.entries()) {
        const y = pages.y + 3 + number * pages.lineHeight(SIZE)
        pages.put(line, answerX, y, room, { size: SIZE })
      }
    }
    pages.y += height
  }
  pages.y += 8
}
