import PageCanvas from '#core/documents/page_canvas'
import { PALETTE } from '#core/documents/palette'
import type { PdfReference } from '#core/documents/pdfkit_internals'
import type Pages from '#core/documents/pages'
import type { Wording } from '#core/documents/wording'

const SIZE = 7.5
/** Room for the count of all pages, after the number of this one. */
const COUNT_ROOM = 28
const HEIGHT = 26

/**
 * The foot of every page: report number, when it was made, seal, page x of y. What is the same on all
 * pages, and the count of pages known only at the end, are two forms that pages merely point to and
 * that are filled last; so no page waits in memory for its foot.
 */
export default class PageFoot {
  readonly #wording: Wording
  #same?: PdfReference
  #count?: PdfReference

  constructor(wording: Wording) {
    this.#wording = wording
  }

  draw(pages: Pages): void {
    const { page } = pages.internals
    this.#same ??= form(pages, pages.width, HEIGHT)
    this.#count ??= form(pages, COUNT_ROOM, HEIGHT)
    page.xobjects.FootSame = this.#same
    page.xobjects.FootCount = this.#count
    const top = pages.bottom + 8
    pages.canvas.line(pages.left, top, pages.right, top, PALETTE.rule)
    pages.canvas.form('FootSame', pages.left, top + HEIGHT)
    pages.canvas.form(
      'FootCount',
      pages.fromStart(pages.width - COUNT_ROOM, COUNT_ROOM),
      top + HEIGHT
    )

    const line = pages.faces.regular.lines.line(this.#wording.page(String(pages.count)))
    const room = pages.width / 3
    const x = pages.fromStart(pages.width - COUNT_ROOM - room, room)
    pages.put(line, x, top + 3, room, { size: SIZE, align: 'end', ink: PALETTE.quiet })
  }

  /** Fills the forms; called once, after the last page. */
  complete(pages: Pages, said: { start: string; middle: string; seal: string }): void {
    const { lines } = pages.faces.regular
    const style = { ink: PALETTE.quiet }
    const rtl = pages.direction === 'rtl'

    const same = new PageCanvas(HEIGHT)
    const start = lines.line(said.start)
    const startX = rtl ? pages.width - (start.width * SIZE) / 1000 : 0
    same.text(start, { ...style, size: SIZE, x: startX, baseline: 3 + SIZE * 1.12 })
    const middle = lines.line(said.middle)
    const middleX = (pages.width - (middle.width * SIZE) / 1000) / 2
    same.text(middle, { ...style, size: SIZE, x: middleX, baseline: 3 + SIZE * 1.12 })
    const seal = lines.line(said.seal)
    const sealSize = Math.min(6.5, (pages.width * 1000) / Math.max(seal.width, 1))
    const sealX = (pages.width - (seal.width * sealSize) / 1000) / 2
    same.text(seal, { ...style, size: sealSize, x: sealX, baseline: HEIGHT - 4 })
    fill(this.#same!, same)

    const count = new PageCanvas(HEIGHT)
    const total = lines.line(String(pages.count))
    const gap = 2
    const totalX = rtl ? COUNT_ROOM - gap - (total.width * SIZE) / 1000 : gap
    count.text(total, { ...style, size: SIZE, x: totalX, baseline: 3 + SIZE * 1.12 })
    fill(this.#count!, count)
  }
}

function form(pages: Pages, width: number, height: number): PdfReference {
  return pages.internals.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, height],
    Resources: {},
  })
}

function fill(reference: PdfReference, canvas: PageCanvas): void {
  reference.data.Resources = { Font: canvas.fonts() }
  reference.write(canvas.content())
  reference.end()
}
