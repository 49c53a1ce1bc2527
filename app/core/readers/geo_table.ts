import { type GeoColumns } from '#core/readers/geo_columns'
import {
  SAMPLE_ROWS,
  type RawRow,
  type RowProblem,
  type TableFormat,
  type TableSource,
} from '#core/readers/types'

/** Arabic rows shown first, so that a person sees at once whether the letters were read right. */
const ARABIC_SHOWN = 5
/** Rows looked through for them. */
const LOOK = 20_000

/** A table over map data; its sample begins with Arabic rows where the file has any. */
export async function geoTable(
  format: TableFormat,
  columns: GeoColumns,
  more: Pick<TableSource, 'encoding' | 'entry'>,
  rows: () => AsyncGenerator<RawRow[]>
): Promise<TableSource> {
  const table: TableSource = {
    ...more,
    format,
    headerRow: 0,
    columns: columns.names,
    sample: [],
    warnings: [],
    async *rows() {
      yield* rows()
      for (const warning of columns.warnings()) {
        if (!table.warnings.some(({ code }) => code === warning.code)) table.warnings.push(warning)
      }
    },
  }
  table.sample = await arabicFirst(rows)
  return table
}

async function arabicFirst(rows: () => AsyncGenerator<RawRow[]>): Promise<RawRow[]> {
  const arabic: RawRow[] = []
  const others: RawRow[] = []
  let seen = 0
  for await (const batch of rows()) {
    for (const row of batch) {
      if (row.blank) continue
      if (arabic.length < ARABIC_SHOWN && row.cells.some(hasArabic)) arabic.push(row)
      else if (others.length < SAMPLE_ROWS) others.push(row)
    }
    seen += batch.length
    if (arabic.length >= ARABIC_SHOWN && others.length >= SAMPLE_ROWS) break
    if (seen >= LOOK) break
  }
  return [...arabic, ...others.slice(0, SAMPLE_ROWS - arabic.length)]
}

function hasArabic(cell: string | null): boolean {
  return cell !== null && /[\u0621-\u064a]/.test(cell)
}

/** A row that cannot be read as it stands; it is delivered with its reason. */
export function problemRow(number: number, columns: GeoColumns, problem: RowProblem): RawRow {
  return { number, blank: false, cells: columns.cells([], null, null), problem }
}
