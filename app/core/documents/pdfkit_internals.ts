/**
 * The parts of pdfkit 0.20 and fontkit 2 that their published types leave out and that writing
 * glyphs ourselves needs. Kept in one place, so that an upgrade is checked in one place.
 */
export interface Glyph {
  id: number
  advanceWidth: number
  codePoints: number[]
}

export interface GlyphRun {
  glyphs: Glyph[]
  positions: { xAdvance: number; xOffset: number; yOffset: number }[]
}

export interface EmbeddedFont {
  id: string
  /** Thousandths of an em per unit of the font. */
  scale: number
  widths: (number | undefined)[]
  unicode: (number[] | undefined)[]
  subset: { glyphs: number[]; includeGlyph(id: number): number }
  font: {
    layout(
      text: string,
      features: undefined,
      script: string,
      language: undefined,
      direction: 'rtl' | 'ltr'
    ): GlyphRun
  }
  ref(): PdfReference
}

export interface PdfReference {
  data: Record<string, unknown>
  write(content: string): void
  end(): void
}

export interface PdfPage {
  width: number
  height: number
  fonts: Record<string, PdfReference>
  xobjects: Record<string, PdfReference>
  write(content: Uint8Array): void
}

export interface PdfInternals {
  _font: EmbeddedFont
  page: PdfPage
  ref(data: Record<string, unknown>): PdfReference
}

/** How pdfkit keeps pictures; placing them is ours, because pages are written as one block. */
export interface PdfImages {
  openImage(bytes: Buffer): PdfImage
}

export interface PdfImage {
  label: string
  width: number
  height: number
  obj: PdfReference
  embed(document: PdfImages): void
}
