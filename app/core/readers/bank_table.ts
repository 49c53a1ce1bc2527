import type FileError from '#core/readers/file_error'
import {
  BANK_COLUMNS,
  bankRows,
  statementWarnings,
  type BankStatement,
} from '#core/readers/bank_rows'
import { takeSample } from '#core/readers/sample'
import type { StatementSummary, TableFormat, TableSource } from '#core/readers/types'

/**
 * A table over bank statements. The whole file is read once when it is opened, so the summaries
 * and the warnings are complete before the first row is asked for.
 * @throws FileError what `refuse` makes, when there is no statement in it
 */
export async function finishBankTable(
  format: TableFormat,
  read: () => AsyncIterable<BankStatement>,
  encoding: string,
  refuse: () => FileError
): Promise<TableSource> {
  const statements: StatementSummary[] = []
  for await (const { pending, ...summary } of read())
    statements.push({ ...summary, lines: pending.length })
  if (!statements.length) throw refuse()
  const table: TableSource = {
    format,
    encoding,
    headerRow: 0,
    columns: [...BANK_COLUMNS],
    sample: [],
    warnings: statements.flatMap(statementWarnings),
    statements,
    rows: () => bankRows(read()),
  }
  table.sample = await takeSample(table)
  return table
}
