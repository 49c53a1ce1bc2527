import type { ColumnType, Locale } from '#core/sheets/columns'
import { bodyStyle, STYLE, totalStyle } from '#core/sheets/sheet_styles'
import { looksLikeFormula, xmlText } from '#core/sheets/text_safety'
import {
  dayText,
  daySerial,
  decimalText,
  fitsSpreadsheetNumber,
  monthSerial,
  words,
} from '#core/sheets/values'

/** Writes one cell at a reference such as `C12`; an empty value writes nothing. */
export type CellEncoder = (value: unknown, reference: string) => string

/** Distinct days of a report are few; parsing each once is worth a bounded memory. */
const SERIALS_KEPT = 20_000

/**
 * The encoder of a column. Numbers are written digit by digit from their decimal text, never through
 * a binary fraction; what a spreadsheet cannot hold exactly, and what is not of the column's type,
 * is written as text, so that nothing is lost and nothing is run as a formula.
 */
export function cellEncoder(
  type: ColumnType,
  locale: Locale,
  place: 'body' | 'total' = 'body'
): CellEncoder {
  const style = place === 'body' ? bodyStyle(type) : totalStyle(type)
  const textStyle = place === 'body' ? bodyStyle('text') : totalStyle('text')
  const asText: CellEncoder = (value, reference) => {
    const text = words(value, locale)
    const guarded = place === 'body' && looksLikeFormula(text)
    return textCell(text, reference, guarded ? STYLE.guarded : textStyle)
  }
  const encode = encoderOf(type, style, asText)
  return (value, reference) =>
    value === null || value === undefined || value === '' ? '' : encode(value, reference)
}

/** A cell of words. Inline strings are never formulas, whatever they begin with. */
export function textCell(text: string, reference: string, style: number): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}

function encoderOf(type: ColumnType, style: number, asText: CellEncoder): CellEncoder {
  if (type === 'text') return asText
  if (type === 'date') return serialEncoder(daySerial, style, asText)
  if (type === 'month') return serialEncoder(monthSerial, style, asText)
  return (value, reference) => {
    const decimal = decimalText(value, type)
    if (decimal === null || !fitsSpreadsheetNumber(decimal)) return asText(value, reference)
    return `<c r="${reference}" s="${style}"><v>${decimal}</v></c>`
  }
}

function serialEncoder(
  parse: (text: string) => number | null,
  style: number,
  asText: CellEncoder
): CellEncoder {
  const known = new Map<string, number | null>()
  return (value, reference) => {
    const text = dayText(value)
    let serial = known.get(text)
    if (serial === undefined) {
      if (known.size >= SERIALS_KEPT) known.clear()
      serial = parse(text)
      known.set(text, serial)
    }
    return serial === null
      ? asText(value, reference)
      : `<c r="${reference}" s="${style}"><v>${serial}</v></c>`
  }
}

/** The letters of a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
