import type { Trx } from '#core/within'
import type { Entry, EntryLine } from '#accounts/ledger/entry'
import type { Accounts } from '#accounts/ledger/judge_entries'
import { dayLiteral, integer, integerOrNull, textLiteral } from '#accounts/ledger/literals'

/** Columns of a line that most lines leave empty: named only where one of the batch has them. */
const TOLD = {
  memo: (line: EntryLine) => line.memo,
  fund_id: (line: EntryLine) => line.fundId,
  budget_line_id: (line: EntryLine) => line.budgetLineId,
  party_id: (line: EntryLine) => line.partyId,
  asset_id: (line: EntryLine) => line.assetId,
  centre: (line: EntryLine) => line.centre,
} as const

/** Lines as SQL writes them, but for the id of their entry: entry by entry, in the order of `columns`. */
export interface LineRows {
  columns: string
  entries: string[][]
}

/** What is known of lines before their entries have ids. */
export function lineRows(entries: readonly Entry[], accounts: Accounts): LineRows {
  const told = Object.entries(TOLD).filter(([, read]) =>
    entries.some(({ lines }) => lines.some((line) => (read(line) ?? null) !== null))
  )
  const literal = (value: string | number | null | undefined) =>
    typeof value === 'string' ? textLiteral(value) : integerOrNull(value)
  return {
    columns: [
      'line_count, unit_id, posted_on, line_no, account_id, debit, credit',
      ...told.map(([name]) => name),
    ].join(', '),
    entries: entries.map(({ unitId, postedOn, lines }) => {
      const head = `${lines.length},${integer(unitId)},${dayLiteral(postedOn)}`
      return lines.map((line, at) => {
        const sides = `${line.debit?.toString() ?? '0'},${line.credit?.toString() ?? '0'}`
        const row = `${head},${at + 1},${integer(accounts.get(line.account)!.id)},${sides}`
        return told.reduce((row_, [, read]) => `${row_},${literal(read(line))}`, row)
      })
    }),
  }
}

/** Writes the lines of entries whose ids are known now, in one statement. */
export async function insertLines(
  { columns, entries }: LineRows,
  ids: readonly number[],
  trx: Trx
): Promise<void> {
  const rows = entries.flatMap((lines, at) => {
    const id = integer(ids[at]!)
    return lines.map((line) => `(${id},${line})`)
  })
  await trx.rawQuery(`INSERT INTO ledger_lines (entry_id, ${columns}) VALUES ${rows.join(',')}`)
}
