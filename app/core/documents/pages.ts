import type { Writable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import type { TextLine } from '#core/documents/arabic_lines'
import { openFaces } from '#core/documents/faces'
import type { Face, Faces } from '#core/documents/faces'
import PageCanvas from '#core/documents/page_canvas'
import type { Ink } from '#core/documents/page_canvas'
import { PALETTE } from '#core/documents/palette'
import type { PdfImages, PdfInternals } from '#core/documents/pdfkit_internals'
import type { Direction } from '#core/documents/text_runs'
import OutputTarget from '#core/sheets/output_target'

export type Align = 'start' | 'end' | 'center' | 'left' | 'right'

export interface LineStyle {
  size?: number
  ink?: Ink
  align?: Align
}

export interface TextStyle extends LineStyle {
  face?: Face
}

export interface PagesOptions {
  direction: Direction
  landscape: boolean
  /** A4 when left out; a paper of its own size (a cheque) in points. */
  paper?: 'A4' | 'A3' | readonly [width: number, height: number]
  language: string
  info: Record<string, string | Date>
}

/** A picture of a document: pixels, and its way onto the page being drawn (points). */
export interface Picture {
  width: number
  height: number
  put(x: number, y: number, width: number, height: number): void
}

/** Drawn on every page as it is begun (the running head) and as it is finished (the foot). */
export interface PageFurniture {
  begin(pages: Pages): void
  finish(pages: Pages): void
}

const MARGIN = 36
/** Kept free under the content for the foot of the page. */
const FOOT = 44
/** Of the font size: from the top of a line to the feet of its letters, and to the next line. */
const BASELINE = 1.12
const LINE_HEIGHT = 1.5

/**
 * The pages of a document, one at a time: where the next thing goes, whether it still fits, and the
 * way from logical places (start, end) to paper. Finished pages leave memory at once.
 */
export default class Pages {
  readonly direction: Direction
  readonly faces: Faces
  canvas!: PageCanvas
  /** The top of the free room, in points from the top of the page. */
  y = MARGIN
  /** Pages begun so far. */
  count = 0

  readonly #document: PDFKit.PDFDocument
  readonly #target: Promise<OutputTarget>
  readonly #furniture: PageFurniture

  constructor(target: string | Writable, options: PagesOptions, furniture: PageFurniture) {
    this.direction = options.direction
    this.#furniture = furniture
    this.#target = OutputTarget.open(target)
    // Its failure is met by the first call that awaits it.
    this.#target.catch(() => {})
    this.#document = new PDFDocument({
      size: (options.paper ?? 'A4') as PDFKit.PDFDocumentOptions['size'],
      layout: options.landscape ? 'landscape' : 'portrait',
      margin: 0,
      autoFirstPage: false,
      pdfVersion: '1.7',
      lang: options.language,
      displayTitle: true,
      info: options.info,
    })
    this.faces = openFaces(this.#document, options.direction)
  }

  get internals(): PdfInternals {
    return this.#document as unknown as PdfInternals
  }

  get left(): number {
    return MARGIN
  }

  get right(): number {
    return this.internals.page.width - MARGIN
  }

  get width(): number {
    return this.right - this.left
  }

  /** The lowest point content may reach. */
  get bottom(): number {
    return this.internals.page.height - FOOT
  }

  get room(): number {
    return this.bottom - this.y
  }

  /** The left edge of a box that lies so far from the side where reading starts. */
  fromStart(offset: number, width: number): number {
    return this.direction === 'rtl' ? this.right - offset - width : this.left + offset
  }

  /** Begins a page; what was gathered for the one before is written and forgotten. */
  next(): void {
    if (this.count) this.#finish()
    this.#document.addPage()
    this.canvas = new PageCanvas(this.internals.page.height)
    this.count++
    this.y = MARGIN
    this.#furniture.begin(this)
  }

  /** Begins a page unless the height still fits on this one. */
  ensure(height: number): void {
    if (this.room < height) this.next()
  }

  /** Draws one line in a box; returns nothing, moves nothing. */
  put(line: TextLine, x: number, y: number, width: number, style: LineStyle = {}): void {
    const { size = 9, ink = PALETTE.ink, align = 'start' } = style
    const drawn = (line.width * size) / 1000
    const side = this.#side(align)
    const offset = side === 'left' ? 0 : side === 'right' ? width - drawn : (width - drawn) / 2
    const place = { size, x: x + offset, baseline: y + size * BASELINE, ink }
    this.canvas.text(line, place)
  }

  /** Draws text over the lines it needs in a box, without moving on; returns the height it took. */
  block(text: string, x: number, y: number, width: number, style: TextStyle = {}): number {
    const { face = this.faces.regular, size = 9 } = style
    const lines = face.lines.wrap(text, (width * 1000) / size)
    for (const [index, line] of lines.entries()) {
      this.put(line, x, y + index * size * LINE_HEIGHT, width, style)
    }
    return lines.length * size * LINE_HEIGHT
  }

  /**
   * A JPEG or PNG made ready for this document: its size in pixels, and how it is put on the page. Null
   * when it cannot be read.
   */
  picture(bytes: Buffer): Picture | null {
    try {
      const document = this.#document as unknown as PdfImages
      const image = document.openImage(bytes)
      if (!image.obj) image.embed(document)
      return {
        width: image.width,
        height: image.height,
        put: (x, y, width, height) => {
          this.internals.page.xobjects[image.label] = image.obj
          this.canvas.image(image.label, x, y, width, height)
        },
      }
    } catch {
      return null
    }
  }

  lineHeight(size: number): number {
    return size * LINE_HEIGHT
  }

  /** Lets other work run, and waits while the reader of the file is slower than we are. */
  async breathe(): Promise<void> {
    await this.#handOver()
    await turn()
  }

  /** Writes the last page and ends the file. `complete` may still fill forms used on the pages. */
  async close(complete: () => void): Promise<number> {
    this.#finish()
    complete()
    this.#document.end()
    await this.#handOver()
    const target = await this.#target
    await target.finish()
    return target.bytes
  }

  async discard(): Promise<void> {
    const target = await this.#target
    await target.discard()
  }

  #finish(): void {
    this.#furniture.finish(this)
    this.canvas.flush(this.internals.page)
  }

  async #handOver(): Promise<void> {
    const target = await this.#target
    for (;;) {
      const chunk = this.#document.read() as Buffer | null
      if (chunk === null) return
      await target.write(chunk)
    }
  }

  #side(align: Align): 'left' | 'right' | 'center' {
    if (align === 'start') return this.direction === 'rtl' ? 'right' : 'left'
    if (align === 'end') return this.direction === 'rtl' ? 'left' : 'right'
    return align
  }
}
