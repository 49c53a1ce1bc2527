import { createRequire } from 'node:module'
import ArabicLines from '#core/documents/arabic_lines'
import type { PdfInternals } from '#core/documents/pdfkit_internals'
import ShapedFont from '#core/documents/shaped_font'
import type { Direction } from '#core/documents/text_runs'

/** A face of the document: its glyphs and how lines are set in it. */
export interface Face {
  font: ShapedFont
  lines: ArabicLines
}

export interface Faces {
  regular: Face
  bold: Face
}

const require = createRequire(import.meta.url)
/** IBM Plex Sans Arabic carries Latin letters and figures of equal width besides the Arabic. */
const FONT = '@expo-google-fonts/ibm-plex-sans-arabic'
const FILES = {
  regular: `${FONT}/400Regular/IBMPlexSansArabic_400Regular.ttf`,
  bold: `${FONT}/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf`,
}

/** Opens the document's two faces. Each document embeds only the glyphs it used. */
export function openFaces(document: PDFKit.PDFDocument, direction: Direction): Faces {
  const open = (name: keyof Faces): Face => {
    document.font(require.resolve(FILES[name]))
    const font = new ShapedFont((document as unknown as PdfInternals)._font)
    return { font, lines: new ArabicLines(font, direction) }
  }
  return { regular: open('regular'), bold: open('bold') }
}
