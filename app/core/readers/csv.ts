import RecordSplitter, { type Flaw } from '#core/readers/record_splitter'
import { decodeStream, detectEncoding, headText, knownEncoding } from '#core/readers/encoding'
import { findHeading, type LooseRow } from '#core/readers/header'
import { sniffDelimiter } from '#core/readers/delimiter'
import { takeSample } from '#core/readers/sample'
import { emptyFile } from '#core/readers/sniff'
import {
  cellTooLong,
  damagedCharacters,
  fewFields,
  manyFields,
  notATable,
} from '#core/readers/csv_sentences'
import { nulBytes, shortRows, strayQuotes, unclosedQuote } from '#core/readers/csv_sentences'
import { BATCH_ROWS } from '#core/readers/types'
import type {
  OpenOptions,
  RawRow,
  ReaderWarning,
  RowProblem,
  TableSource,
} from '#core/readers/types'
import type { ByteSource } from '#core/readers/byte_source'

/** What one cell may hold, the same as Excel's own limit. */
export const MAX_CELL = 32_767

/** Separator of a table with a single column: a character no text holds. */
const NOWHERE = '\u001f'

const LOOK_CHARS = 128 * 1024
const LOOK_ROWS = 200

interface Layout {
  encoding: string
  delimiter: string
  /** Line ends are lone carriage returns, as old Macintosh programs write them. */
  carriageReturns: boolean
  /** Lines before the table that belong to no row: `sep=;`. */
  skip: number
  headerRow: number
  columns: string[]
  /** Rows that leave out their last empty cells are usual in this file. */
  shortRowsUsual: boolean
}

/**
 * Separated text: finds encoding, separator and headings by looking at it, then streams rows.
 * @throws FileError `file_empty`, `not_a_table`, `line_too_long`, `header_row_missing`,
 *   `encoding_unknown`
 */
export async function openCsv(source: ByteSource, options: OpenOptions = {}): Promise<TableSource> {
  const warnings: ReaderWarning[] = []
  const detected = options.encoding
    ? { encoding: knownEncoding(options.encoding), damaged: false }
    : await detectEncoding(source)
  const layout = await look(source, detected.encoding, options)
  if (layout.shortRowsUsual) warnings.push(shortRows())
  const table: TableSource = {
    format: 'csv',
    encoding: layout.encoding,
    delimiter: layout.delimiter === NOWHERE ? undefined : layout.delimiter,
    headerRow: layout.headerRow,
    columns: layout.columns,
    sample: [],
    warnings,
    rows: () => readRows(source, layout, warnings),
  }
  table.sample = await takeSample(table)
  return table
}

async function look(source: ByteSource, encoding: string, options: OpenOptions): Promise<Layout> {
  const head = await headText(source, encoding, LOOK_CHARS)
  const carriageReturns = head.text.includes('\r') && !head.text.includes('\n')
  let text = clean(head.text, carriageReturns)
  if (!head.whole) text = text.slice(0, text.lastIndexOf('\n') + 1) || text
  if (!/[^\s,;|؛،"]/.test(text)) throw emptyFile()
  const declared = /^sep=(.)[ \t]*\r?\n/i.exec(text)
  if (declared) text = text.slice(declared[0].length)
  const skip = declared ? 1 : 0
  const found = options.delimiter ?? declared?.[1] ?? sniffDelimiter(text)
  if (found === null && options.format !== 'csv' && isProse(text)) throw notATable()
  const delimiter = found ?? NOWHERE
  const rows = looseRows(text, delimiter, skip)
  if (!rows.some((row) => row.cells.some(Boolean))) throw emptyFile()
  const heading = findHeading(rows, options.headerRow)
  const data = rows.filter((row) => row.number > heading.headerRow && row.cells.some(Boolean))
  const short = data.filter((row) => row.cells.length < heading.columns.length).length
  return {
    encoding,
    delimiter,
    carriageReturns,
    skip,
    ...heading,
    shortRowsUsual: data.length >= 3 && short * 2 >= data.length,
  }
}

function looseRows(text: string, delimiter: string, skip: number): LooseRow[] {
  const rows: LooseRow[] = []
  const splitter = new RecordSplitter(delimiter, (line, fields) => {
    if (rows.length < LOOK_ROWS) rows.push({ number: line + skip, cells: fields.map(tidy) })
  })
  splitter.push(text)
  splitter.end()
  return rows
}

/** Sentences under one another and no separator: a letter or a licence, not a table. */
function isProse(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim())
  const wordy = lines.filter((line) => line.trim().split(/\s+/).length >= 6).length
  return lines.length >= 3 && wordy * 2 > lines.length
}

function clean(text: string, carriageReturns: boolean): string {
  const plain = text.includes('\0') ? text.replaceAll('\0', '') : text
  return carriageReturns ? plain.replaceAll('\r', '\n') : plain
}

function tidy(field: string): string | null {
  const text = field.trim()
  if (text === '') return null
  return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text
}

async function* readRows(
  source: ByteSource,
  layout: Layout,
  warnings: ReaderWarning[]
): AsyncIterable<RawRow[]> {
  const reader = new RowReader(layout, new WarningCounter(warnings))
  const splitter = new RecordSplitter(layout.delimiter, reader.take)
  for await (const piece of decodeStream(source, layout.encoding)) {
    if (piece.includes('\0')) reader.counter.add(nulBytes())
    splitter.push(clean(piece, layout.carriageReturns))
    yield* reader.batches(BATCH_ROWS)
  }
  splitter.end()
  yield* reader.batches(1)
}

/** Turns records into rows that line up with the columns. */
class RowReader {
  private rows: RawRow[] = []
  private skipLeft: number

  constructor(
    private readonly layout: Layout,
    readonly counter: WarningCounter
  ) {
    this.skipLeft = layout.skip
  }

  *batches(least: number): Iterable<RawRow[]> {
    if (this.rows.length < least) return
    const ready = this.rows
    this.rows = []
    for (let at = 0; at < ready.length; at += BATCH_ROWS) {
      const batch = ready.slice(at, at + BATCH_ROWS)
      if (batch.length < least) this.rows = batch
      else yield batch
    }
  }

  readonly take = (line: number, fields: string[], flaw?: Flaw): void => {
    if (this.skipLeft > 0) {
      this.skipLeft--
      return
    }
    if (line <= this.layout.headerRow) return
    const width = this.layout.columns.length
    const found = fields.length
    const cells: (string | null)[] = fields
    let blank = true
    let problem: RowProblem | undefined
    for (let i = 0; i < found; i++) {
      const raw = fields[i]!
      const cell = raw === '' ? null : tidy(raw)
      if (cell === null) {
        cells[i] = null
        continue
      }
      blank = false
      cells[i] = cell
      if (cell.length > MAX_CELL) {
        problem ??= cellTooLong(line, this.layout.columns[i] ?? String(i + 1), cell.length)
        cells[i] = cell.slice(0, MAX_CELL)
      }
      if (cell.includes('\ufffd')) this.counter.add(damagedCharacters(line))
    }
    if (flaw === 'unclosed_quote') problem ??= unclosedQuote(line)
    else if (flaw) this.counter.add(strayQuotes(line))
    if (!blank && found !== width) problem ??= this.ragged(line, cells, found)
    while (cells.length < width) cells.push(null)
    if (cells.length > width) cells.length = width
    const row: RawRow = { number: line, cells, blank }
    if (problem) row.problem = problem
    this.rows.push(row)
  }

  private ragged(line: number, cells: (string | null)[], found: number): RowProblem | undefined {
    const width = this.layout.columns.length
    if (found < width) return this.layout.shortRowsUsual ? undefined : fewFields(line, found, width)
    for (let i = width; i < found; i++) if (cells[i] !== null) return manyFields(line, found, width)
    return undefined
  }
}

/** One warning per kind, with the first line and how many rows it touched in this reading. */
class WarningCounter {
  private readonly mine = new Map<string, ReaderWarning>()

  constructor(private readonly warnings: ReaderWarning[]) {}

  add(warning: ReaderWarning): void {
    const known = this.mine.get(warning.code)
    if (known) {
      known.count = (known.count ?? 0) + 1
      return
    }
    warning.count = 1
    this.mine.set(warning.code, warning)
    const at = this.warnings.findIndex((other) => other.code === warning.code)
    if (at === -1) this.warnings.push(warning)
    else this.warnings[at] = warning
  }
}
