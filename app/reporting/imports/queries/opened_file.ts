import { openTable } from '#core/readers/open_table'
import type { OpenOptions, RawRow, TableSource } from '#core/readers/types'
import type ImportBatch from '#core/imports/import_batch'

const PREVIEW_ROWS = 20
const PREVIEW_COLUMNS = 40
const SAMPLES = 3
const LONGEST = 100
const BEGINNING = 18

export interface RawPreview {
  /** Rows as they stand in the file, titles and headings included. */
  rows: { number: number; cells: string[]; isHeading: boolean }[]
  width: number
  /** Columns beyond the shown ones. */
  hidden: number
}

/** The file of an import, opened as it is to be read. @throws FileError */
export function openFile(batch: ImportBatch): Promise<TableSource> {
  return openTable(batch.file.absolutePath, batch.reading as OpenOptions)
}

/** The first rows of the file as they stand, so that a person sees where the headings are. */
export async function rawPreview(batch: ImportBatch, table: TableSource): Promise<RawPreview> {
  const plain = hasHeadings(table)
    ? await openTable(batch.file.absolutePath, { ...batch.reading, headerRow: 0 })
    : table
  const rows = plain.sample.slice(0, PREVIEW_ROWS)
  const full = Math.max(0, ...rows.map((row) => lastFilled(row)))
  const width = Math.min(full, PREVIEW_COLUMNS)
  return {
    width,
    hidden: full - width,
    rows: rows.map(({ number, cells }) => ({
      number,
      isHeading: number === table.headerRow,
      cells: Array.from({ length: width }, (_, index) => cells[index] ?? ''),
    })),
  }
}

/** Whether a person may choose the row of headings: bank formats have none. */
export function hasHeadings(table: TableSource): boolean {
  return table.format === 'csv' || table.format === 'xlsx'
}

/** By column, up to three different values of it from the first rows. */
export function columnSamples(table: TableSource): string[][] {
  return table.columns.map((_, index) => {
    const values = table.sample.map((row) => row.cells[index]).filter((cell) => cell !== null)
    return [...new Set(values as string[])].slice(0, SAMPLES).map(shortened)
  })
}

/** Outlines and projections are thousands of letters; their beginning says what they are. */
function shortened(cell: string): string {
  return cell.length > LONGEST ? `${cell.slice(0, BEGINNING)}…` : cell
}

function lastFilled(row: RawRow): number {
  return row.cells.findLastIndex((cell) => cell !== null && cell !== '') + 1
}
