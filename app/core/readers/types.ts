import type { Sentence } from '#core/domain_error'

/** The formats a table may come in. */
export type TableFormat =
  'csv' | 'xlsx' | 'mt940' | 'camt053' | 'ofx' | 'geojson' | 'shapefile' | 'kml'

/** Why a row cannot be trusted as it stands. The row is still delivered, never dropped. */
export interface RowProblem extends Sentence {
  code: string
}

/** Something the person should know about the file as a whole. */
export interface ReaderWarning extends Sentence {
  code: string
  /** The first row or line it was seen on, where there is one. */
  line?: number
  /** How many rows it touches, where that is counted. */
  count?: number
}

/**
 * One row before it has any meaning.
 *
 * `number` is what the person sees in his own program: the line in a text file (the line the
 * record starts on when a cell spans lines), the row in a sheet. `cells` line up with the
 * columns of the table; an empty cell is null, every other one is trimmed text.
 */
export interface RawRow {
  number: number
  cells: (string | null)[]
  blank: boolean
  problem?: RowProblem
}

/** What a bank statement inside the file says about itself, and whether its lines add up to it. */
export interface StatementSummary {
  account: string | null
  statementNo: string | null
  currency: string | null
  /** Signed decimal text, at least two decimals; null when the bank left it out. */
  openingBalance: string | null
  closingBalance: string | null
  lines: number
  /** Σ of the signed amounts of its lines. */
  movement: string
  /** null when one of the balances is missing. */
  balanced: boolean | null
  /** The line of the file the statement starts on. */
  line: number
}

export interface OpenOptions {
  /** Read the file as this format whatever its content looks like. */
  format?: TableFormat
  /** Sheet of a workbook, by name or by number from 1. */
  sheet?: string | number
  /** Encoding of a text file, any name iconv knows. */
  encoding?: string
  delimiter?: string
  /** Number of the row with the headings, as the person sees it; 0 when the file has none. */
  headerRow?: number
  /** Name of the file inside a zip that holds several. */
  entry?: string
}

/**
 * A table that was opened and looked at, and whose rows can be read, more than once.
 *
 * `warnings` may grow while the rows are read: what a later row shows is added there.
 */
export interface TableSource {
  format: TableFormat
  /** The name inside the zip, when the table came out of one. */
  entry?: string
  encoding?: string
  delimiter?: string
  sheet?: string
  sheets?: string[]
  /** 0 when the file has no row of headings. */
  headerRow: number
  columns: string[]
  /** The first rows that are not blank, at most twenty. */
  sample: RawRow[]
  /** Batches of at most two thousand rows, in file order, blank ones included. */
  rows(): AsyncIterable<RawRow[]>
  warnings: ReaderWarning[]
  /** Bank formats only: the statements of the file, in order. */
  statements?: StatementSummary[]
}

/** Rows per batch: big enough that awaiting a batch costs nothing beside its rows. */
export const BATCH_ROWS = 1000

/** Rows shown as a sample. */
export const SAMPLE_ROWS = 20
