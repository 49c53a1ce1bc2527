import type { TextLine } from '#core/documents/arabic_lines'
import type { PdfPage } from '#core/documents/pdfkit_internals'
import type ShapedFont from '#core/documents/shaped_font'

/** A colour as PDF writes it: red, green and blue from 0 to 1. */
export type Ink = string

export interface TextPlace {
  /** Points. */
  size: number
  /** Left end of the line, in points from the left of the page. */
  x: number
  /** Foot of the letters, in points from the top of the page. */
  baseline: number
  /** Degrees clockwise about the left end of the feet. */
  turn?: number
  ink: Ink
}

/** How an outline is filled and drawn; what is left out is not done. */
export interface ShapeLook {
  fill?: Ink
  ink?: Ink
  width?: number
}

/**
 * Gathers what one page (or one form repeated on pages) shows and writes it as a single block: areas
 * first, then lines, then text, so that shading never covers words. Points, from the top left.
 */
export default class PageCanvas {
  readonly #height: number
  #areas = ''
  #lines = ''
  #text = ''
  #forms = ''
  #areaInk = ''
  #lineStyle = ''
  #dash = ''
  #textStyle = ''
  readonly #fonts = new Map<string, ShapedFont>()

  constructor(height: number) {
    this.#height = height
  }

  area(x: number, y: number, width: number, height: number, ink: Ink): void {
    if (ink !== this.#areaInk) this.#areas += `${ink} rg\n`
    this.#areaInk = ink
    this.#areas += `${n(x)} ${n(this.#height - y - height)} ${n(width)} ${n(height)} re f\n`
  }

  /** A line; `dash` are the points drawn and left out in turn. */
  line(x1: number, y1: number, x2: number, y2: number, ink: Ink, width = 0.5, dash = ''): void {
    this.#pen(ink, width, dash)
    this.#lines += `${n(x1)} ${n(this.#height - y1)} m ${n(x2)} ${n(this.#height - y2)} l S\n`
  }

  /** Closed rings as one shape: what lies inside two of them is a hole. */
  shape(
    rings: readonly (readonly (readonly [number, number])[])[],
    { fill, ink, width = 0.5 }: ShapeLook
  ): void {
    const path = rings
      .map((ring) => {
        const [first, ...rest] = ring.map(([x, y]) => `${n(x)} ${n(this.#height - y)}`)
        return `${first} m ${rest.map((place) => `${place} l `).join('')}h `
      })
      .join('')
    if (fill) {
      if (fill !== this.#areaInk) this.#areas += `${fill} rg\n`
      this.#areaInk = fill
      this.#areas += `${path}f*\n`
    }
    if (!ink) return
    this.#pen(ink, width, '')
    this.#lines += `${path}S\n`
  }

  #pen(ink: Ink, width: number, dash: string): void {
    const style = `${ink} RG ${n(width)} w\n`
    if (style !== this.#lineStyle) this.#lines += style
    this.#lineStyle = style
    if (dash !== this.#dash) this.#lines += `[${dash}] 0 d\n`
    this.#dash = dash
  }

  frame(x: number, y: number, width: number, height: number, ink: Ink, weight = 0.5): void {
    this.line(x, y, x + width, y, ink, weight)
    this.line(x, y + height, x + width, y + height, ink, weight)
    this.line(x, y, x, y + height, ink, weight)
    this.line(x + width, y, x + width, y + height, ink, weight)
  }

  text(line: TextLine, { size, x, baseline, turn = 0, ink }: TextPlace): void {
    if (!line.words.length) return
    const { font } = line
    this.#fonts.set(font.id, font)
    const style = `/${font.id} ${n(size)} Tf ${ink} rg\n`
    if (style !== this.#textStyle) this.#text += style
    this.#textStyle = style
    const place = `${n(x)} ${n(this.#height - baseline)}`
    this.#text += `${turned(turn)} ${place} Tm ${glyphs(line, size)}\n`
  }

  /** Places a form prepared elsewhere with its lower left corner at the point. */
  form(name: string, x: number, y: number): void {
    this.#forms += `q 1 0 0 1 ${n(x)} ${n(this.#height - y)} cm /${name} Do Q\n`
  }

  /** Places a picture in a box, in points from the top left. */
  image(name: string, x: number, y: number, width: number, height: number): void {
    const foot = n(this.#height - y - height)
    this.#forms += `q ${n(width)} 0 0 ${n(height)} ${n(x)} ${foot} cm /${name} Do Q\n`
  }

  /** Everything gathered, in the page's own upright coordinates. */
  content(): string {
    const text = this.#text && `BT\n${this.#text}ET\n`
    return this.#areas + this.#lines + text + this.#forms
  }

  /** The fonts used, by name, as the page's or form's resources list them. */
  fonts() {
    return Object.fromEntries([...this.#fonts].map(([id, font]) => [id, font.reference()]))
  }

  /** Writes the block to the page. */
  flush(page: PdfPage): void {
    Object.assign(page.fonts, this.fonts())
    // pdfkit has turned the page upside down; this turns it back for our block.
    page.write(Buffer.from(`q 1 0 0 -1 0 ${n(page.height)} cm\n${this.content()}Q\n`, 'latin1'))
  }
}

/** The operators that show a line, with marks raised and lowered where the font says so. */
function glyphs(line: TextLine, size: number): string {
  let operators = ''
  let body = ''
  let rise = 0
  for (const word of line.words) {
    for (const part of word.parts) {
      if (part.rise !== rise) {
        if (body) operators += `[${body}]TJ `
        body = ''
        rise = part.rise
        operators += `${n((rise * size) / 1000)} Ts `
      }
      body += part.body
    }
  }
  if (body) operators += `[${body}]TJ`
  return rise ? `${operators} 0 Ts` : operators
}

/** The first four numbers of a text matrix that turns clockwise. */
function turned(degrees: number): string {
  if (degrees === 0) return '1 0 0 1'
  const [cos, sin] = [Math.cos, Math.sin].map((of) => of((degrees * Math.PI) / 180).toFixed(4))
  return `${cos} ${-sin!} ${sin} ${cos}`
}

/** A number as PDF takes it: plain, to the hundredth. */
function n(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return rounded === 0 ? '0' : String(rounded)
}
