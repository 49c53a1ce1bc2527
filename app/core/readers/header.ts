import FileError from '#core/readers/file_error'
import { latinDigits, stripInvisible } from '#core/arabic'

/** A row looked at before the headings are known. */
export interface LooseRow {
  number: number
  cells: (string | null)[]
}

export interface Heading {
  /** Row of the headings as the person sees it; 0 when there is none. */
  headerRow: number
  columns: string[]
}

const LOOK_AHEAD = 40
const MAX_NAME = 120
/** A table wider than this is a drawing or a damaged file. */
export const MAX_COLUMNS = 2000

const NUMBER = /^[-+(]?\s*[£$€]?\s*[-+]?\d[\d.,٬٫'’\s]*[%)-]?$/
const DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T\s].*)?$/
const YEAR = /^(19|20)\d\d([-/](\d\d|(19|20)\d\d))?$/
const EMAIL = /^\S+@\S+\.\S+$/
const ACCOUNT = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/

/**
 * Finds the row of headings in the first rows of a table: the first well filled row of words,
 * whatever titles and blank rows stand above it. A table whose first full row already holds
 * figures or dates has no headings, and its columns are called column_1, column_2, …
 * @param forced the row the person chose, 0 for none
 * @throws FileError `header_row_missing`, `too_many_columns`
 */
export function findHeading(rows: LooseRow[], forced?: number): Heading {
  const filledRows = rows.filter((row) => filled(row) > 0)
  const header = forced === undefined ? guess(filledRows) : choose(rows, forced)
  const below = header ? filledRows.filter((row) => row.number > header.number) : filledRows
  const columns = nameColumns(header?.cells ?? [], below)
  if (columns.length > MAX_COLUMNS) {
    throw new FileError('too_many_columns', {
      ar: `في الجدول ${columns.length} عموداً، والحد الأقصى ${MAX_COLUMNS}. احذف الأعمدة الزائدة ثم أعد رفعه.`,
      en: `The table has ${columns.length} columns; at most ${MAX_COLUMNS} are accepted. Remove the columns you do not need and upload it again.`,
    })
  }
  return { headerRow: header?.number ?? 0, columns }
}

function choose(rows: LooseRow[], forced: number): LooseRow | null {
  if (forced === 0) return null
  const row = rows.find((candidate) => candidate.number === forced)
  if (row && filled(row) > 0) return row
  throw new FileError('header_row_missing', {
    ar: `لا توجد عناوين في الصف ${forced}. اختر رقم الصف الذي فيه أسماء الأعمدة، أو 0 إن لم يكن في الملف عناوين.`,
    en: `Row ${forced} holds no headings. Choose the row with the column names, or 0 when the file has none.`,
  })
}

function guess(rows: LooseRow[]): LooseRow | null {
  const look = rows.slice(0, LOOK_AHEAD)
  const counts = look.map(filled).sort((a, b) => a - b)
  const usual = counts[counts.length >> 1] ?? 0
  const enough = Math.max(Math.min(2, usual), usual * 0.6)
  const index = look.findIndex((row) => filled(row) >= enough)
  if (index === -1) return null
  const words = isHeading(look[index]!)
  const current = filled(look[index]!)
  const fullest = counts.at(-1)!
  if (words && current >= fullest * 0.8) return look[index]!
  // Perhaps a line such as "Month: | 2026-10" above the real headings, which are fuller and have
  // figures under them.
  const later = look.slice(index + 1, index + 16).find((row, ahead) => {
    const under = look[index + ahead + 2]
    const full = filled(row) > current && filled(row) >= fullest * 0.8
    return full && isHeading(row) && (!words || (under !== undefined && !isHeading(under)))
  })
  return later ?? (words ? look[index]! : null)
}

function filled(row: LooseRow): number {
  let count = 0
  for (const cell of row.cells) if (cell) count++
  return count
}

function isHeading(row: LooseRow): boolean {
  const cells = row.cells.filter((cell): cell is string => !!cell)
  const values = cells.filter(isValue).length
  const distinct = new Set(cells.map((cell) => cell.toLowerCase())).size
  return values <= cells.length * 0.1 && distinct > cells.length * 0.5
}

function isValue(cell: string): boolean {
  const text = latinDigits(stripInvisible(cell)).trim()
  if (YEAR.test(text)) return false
  return NUMBER.test(text) || DATE.test(text) || EMAIL.test(text) || ACCOUNT.test(text)
}

/** One clean, unique, non-empty name per column that is named or used. */
function nameColumns(header: (string | null)[], below: LooseRow[]): string[] {
  const names: string[] = []
  const taken = new Set<string>()
  const width = Math.max(lastFilled(header), usedWidth(header, below))
  for (let i = 0; i < width; i++) {
    const base = cleanName(header[i] ?? '') || `column_${i + 1}`
    let name = base
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base} (${n})`
    taken.add(name.toLowerCase())
    names.push(name)
  }
  return names
}

/**
 * How far the rows really reach. Beyond the headings a column counts only when most rows use it:
 * one row that is too long is a broken row, not a new column.
 */
function usedWidth(header: (string | null)[], below: LooseRow[]): number {
  const widths = below.map((row) => lastFilled(row.cells)).sort((a, b) => a - b)
  if (!widths.length) return 0
  const named = lastFilled(header)
  if (!named) return widths.at(-1)!
  const unnamed = Math.min(header.length, widths.at(-1)!)
  const most = widths.length >= 3 ? widths[widths.length >> 1]! : 0
  return Math.max(unnamed, most)
}

function lastFilled(cells: (string | null)[]): number {
  for (let i = cells.length; i > 0; i--) if (cells[i - 1]) return i
  return 0
}

function cleanName(text: string): string {
  const name = stripInvisible(text)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
  return name.length > MAX_NAME ? name.slice(0, MAX_NAME).trim() : name
}
