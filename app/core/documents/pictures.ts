import type Pages from '#core/documents/pages'
import { PALETTE } from '#core/documents/palette'

/** A photograph to be printed: JPEG or PNG, and what stands under it. */
export interface PrintedPicture {
  bytes: Buffer
  caption: string
}

const A_ROW = 2
const GAP = 12
const TALLEST = 190
const CAPTION = 8
/** Lines of words under a picture; the rest of a longer caption is left out. */
const CAPTION_LINES = 3

/** Photographs two by two, each as large as its half of the page allows, with its words under it. */
export function drawPictures(pages: Pages, pictures: readonly PrintedPicture[]): number {
  const ready = pictures.flatMap(({ bytes, caption }) => {
    const picture = pages.picture(bytes)
    return picture ? [{ picture, caption }] : []
  })
  const room = (pages.width - GAP * (A_ROW - 1)) / A_ROW
  for (let first = 0; first < ready.length; first += A_ROW) {
    const row = ready.slice(first, first + A_ROW).map(({ picture, caption: text }) => {
      const scale = Math.min(room / picture.width, TALLEST / picture.height)
      const caption = pages.faces.regular.lines
        .wrap(text, (room * 1000) / CAPTION)
        .slice(0, CAPTION_LINES)
      return { picture, caption, width: picture.width * scale, height: picture.height * scale }
    })
    const tall = Math.max(...row.map(({ height }) => height))
    const below = pages.lineHeight(CAPTION) * Math.max(...row.map(({ caption }) => caption.length))
    pages.ensure(tall + below + GAP)
    for (const [index, { picture, caption, width, height }] of row.entries()) {
      const x = pages.fromStart(index * (room + GAP), room) + (room - width) / 2
      picture.put(x, pages.y, width, height)
      const boxed = pages.fromStart(index * (room + GAP), room)
      const style = { size: CAPTION, ink: PALETTE.quiet, align: 'center' } as const
      for (const [under, line] of caption.entries()) {
        const y = pages.y + tall + 2 + under * pages.lineHeight(CAPTION)
        pages.put(line, boxed, y, room, style)
      }
    }
    pages.y += tall + below + GAP
  }
  return ready.length
}
