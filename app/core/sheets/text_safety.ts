/** Characters XML 1.0 cannot carry at all, lone surrogates included. */
const FORBIDDEN =
  /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Quick look: most cells need no work at all. */

const NEEDS_WORK = /[&<>"\x00-\x08\x0B-\x1F\x7F\uD800-\uDFFF\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/

/**
 * A cell beginning with one of these is run as a formula by some spreadsheet when it comes from CSV
 * or is typed again: the ASCII signs, their full-width forms, and a leading tab or line end.
 */
const FORMULA_START = /^[\s\uFEFF\u200B-\u200F\u202A-\u202E\u2066-\u2069]*[=+\-@＝＋－＠]|^[\t\r\n]/

/** Excel refuses a cell of more characters. */
const CELL_LIMIT = 32_767

/** Drops the control characters that neither XML nor a reader can use; keeps tab and line ends. */
export function stripControls(text: string): string {
  return text.replace(FORBIDDEN, '')
}

/** True when a spreadsheet might take the text for a formula. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA_START.test(text)
}

/** Text made safe for XML content and attributes, cut to what one spreadsheet cell can hold. */
export function xmlText(text: string): string {
  const held = text.length > CELL_LIMIT ? `${text.slice(0, CELL_LIMIT - 1)}…` : text
  if (!NEEDS_WORK.test(held)) return held
  return (
    stripControls(held)
      .replace(/\r\n?/g, '\n')
      // Excel reads "_x0041_" as "A"; writing its underscore by code keeps the words as they are.
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  )
}
