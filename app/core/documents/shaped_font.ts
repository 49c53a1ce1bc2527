import type { EmbeddedFont, Glyph, GlyphRun } from '#core/documents/pdfkit_internals'
import { mirrored } from '#core/documents/text_runs'

/**
 * A word turned into glyphs. `body` is the inside of a PDF `TJ` array; a word with raised or lowered
 * marks is cut into several, each at its own height. Widths and heights are thousandths of an em.
 */
export interface ShapedWord {
  width: number
  parts: { rise: number; body: string }[]
}

const ASCII = /^[\x20-\x7E]+$/
/** Words kept shaped. A register of a whole governorate has a few thousand; codes never repeat. */
const WORDS_KEPT = 20_000

/**
 * One face of the document's font, remembering each word it has shaped: shaping costs a hundred
 * times the lookup, and registers repeat their words.
 */
export default class ShapedFont {
  readonly #font: EmbeddedFont
  readonly #words = [new Map<string, ShapedWord>(), new Map<string, ShapedWord>()] as const
  readonly #ascii: { width: number; hex: string }[] = []
  /** Glyphs embedded once more under another width or meaning. */
  readonly #variants = new Map<string, number>()

  constructor(font: EmbeddedFont) {
    this.#font = font
  }

  get id(): string {
    return this.#font.id
  }

  reference() {
    return this.#font.ref()
  }

  /** Shapes a run without blanks, or a blank. */
  shape(text: string, rightToLeft: boolean): ShapedWord {
    if (!rightToLeft && ASCII.test(text)) return this.#composed(text)
    const words = this.#words[rightToLeft ? 1 : 0]
    let word = words.get(text)
    if (!word) {
      if (words.size >= WORDS_KEPT) words.clear()
      word = this.#shaped(text, rightToLeft)
      words.set(text, word)
    }
    return word
  }

  /** Latin digits and letters do not join, so they are put together character by character. */
  #composed(text: string): ShapedWord {
    let width = 0
    let hex = ''
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      const known = (this.#ascii[code] ??= this.#character(text[index]!))
      width += known.width
      hex += known.hex
    }
    return { width, parts: [{ rise: 0, body: `<${hex}>` }] }
  }

  #character(character: string): { width: number; hex: string } {
    const { glyphs } = this.#font.font.layout(character, undefined, 'latn', undefined, 'ltr')
    const glyph = glyphs[0]!
    return { width: glyph.advanceWidth * this.#font.scale, hex: this.#include(glyph) }
  }

  #shaped(text: string, rightToLeft: boolean): ShapedWord {
    const { scale } = this.#font
    const source = rightToLeft ? mirrored(text) : text
    const direction = rightToLeft ? 'rtl' : 'ltr'
    const run = this.#font.font.layout(source, undefined, 'arab', undefined, direction)
    const { glyphs, positions } = run
    const word: ShapedWord = { width: 0, parts: [] }
    let part = { rise: 0, body: '' }
    for (const [index, glyph] of glyphs.entries()) {
      const { xAdvance, xOffset, yOffset } = positions[index]!
      const rise = round(yOffset * scale)
      if (rise !== part.rise) {
        if (part.body) word.parts.push(part)
        part = { rise, body: '' }
      }
      const widened = rightToLeft ? this.#gapAfter(run, index) : 0
      const carried = rightToLeft && index > 0 && this.#gapAfter(run, index - 1) > 0
      // A TJ number moves back by thousandths: before the glyph by its offset, after it by what the
      // printed advance exceeds the wished one.
      if (xOffset && !carried) part.body += ` ${round(-xOffset * scale)}`
      part.body += `<${this.#include(glyph, rightToLeft, round(widened * scale))}>`
      const excess = round((glyph.advanceWidth - xAdvance + xOffset) * scale)
      if (excess) part.body += ` ${excess}`
      word.width += xAdvance * scale
    }
    if (part.body) word.parts.push(part)
    return word
  }

  /**
   * The gap by which the font moves the next glyph (to the right on paper) off this one. Written as a
   * wider glyph, not as a movement, because readers of the text take movements for blanks and would
   * find "أ كتوبر" instead of "أكتوبر".
   */
  #gapAfter({ glyphs, positions }: GlyphRun, index: number): number {
    const next = positions[index + 1]
    if (!next || next.xOffset <= 0 || !glyphs[index]!.advanceWidth) return 0
    const isKerning = next.xAdvance - glyphs[index + 1]!.advanceWidth === next.xOffset
    return isKerning && next.yOffset === positions[index]!.yOffset ? next.xOffset : 0
  }

  /**
   * Adds the glyph to the embedded subset and returns its number there. Readers turn right-to-left
   * runs about as a whole. So that they find the letters of a ligature in order, these are stored last
   * first; and a bracket mirrored for paper becomes a glyph of its own that still stands for the
   * bracket of the text.
   */
  #include(glyph: Glyph, rightToLeft = false, widened = 0): string {
    const codePoints = rightToLeft ? turned(glyph.codePoints) : glyph.codePoints
    const special = widened || codePoints[0] !== glyph.codePoints[0]
    if (!special || (codePoints.length > 1 && !widened)) {
      return this.#describe(this.#font.subset.includeGlyph(glyph.id), glyph, codePoints, 0)
    }
    const key = `${glyph.id}/${widened}/${codePoints.join()}`
    let gid = this.#variants.get(key)
    if (gid === undefined) {
      gid = this.#font.subset.glyphs.push(glyph.id) - 1
      this.#variants.set(key, gid)
    }
    return this.#describe(gid, glyph, codePoints, widened)
  }

  #describe(gid: number, glyph: Glyph, codePoints: number[], widened: number): string {
    this.#font.widths[gid] ??= glyph.advanceWidth * this.#font.scale + widened
    this.#font.unicode[gid] ??= codePoints
    return gid.toString(16).padStart(4, '0')
  }
}

/** What a glyph of a right-to-left run stands for, as readers of the text will turn it about. */
function turned(codePoints: number[]): number[] {
  if (codePoints.length > 1) return [...codePoints].reverse()
  return codePoints.map((code) => mirrored(String.fromCodePoint(code)).codePointAt(0)!)
}

function round(value: number): number {
  return Math.round(value * 100) / 100 || 0
}
