import { FiscalYear } from '#core/fiscal'
import type { Money } from '#core/money'
import { takeNumbers } from '#core/numbering'
import type { Trx } from '#core/within'
import type { Entry, EntryLine, Posted } from '#accounts/ledger/entry'
import type { Accounts } from '#accounts/ledger/judge_entries'
import { dayLiteral, integer, integerOrNull, rowsOf } from '#accounts/ledger/literals'
import { addToTotals } from '#accounts/ledger/totals'

/** The book in which a unit numbers its entries, per fiscal year without gaps. */
export const LEDGER_BOOK = 'ledger'

export type Judged = Entry & { total: Money }

interface Numbered {
  entry: Judged
  fiscalYear: string
  number: number
}

/**
 * Writes judged entries, their lines, their seals and their totals: one statement each, and one block
 * of numbers per unit and fiscal year. The result stands in the order of the entries.
 */
export async function writeEntries(
  entries: readonly Judged[],
  accounts: Accounts,
  { trx, by }: { trx: Trx; by: { id: number | null } }
): Promise<Posted[]> {
  const numbered = await numberEntries(entries, trx)
  const ids = await insertEntries(numbered, { trx, by })
  await insertLines(entries, ids, accounts, trx)
  await trx.rawQuery(
    `INSERT INTO ledger_seals (entry_id) VALUES ${rowsOf(ids.map((id) => [integer(id)]))}`
  )
  await addToTotals(entries, accounts, trx)
  return numbered.map(({ number }, at) => ({ id: ids[at]!, number }))
}

async function numberEntries(entries: readonly Judged[], trx: Trx): Promise<Numbered[]> {
  const years = entries.map(({ postedOn }) => FiscalYear.containing(postedOn).label)
  const keys = entries.map(({ unitId }, at) => `${unitId}/${years[at]}`)
  const books = new Map<string, { unitId: number; fiscalYear: string; count: number }>()
  keys.forEach((key, at) => {
    const { unitId } = entries[at]!
    const book = books.get(key) ?? { unitId, fiscalYear: years[at]!, count: 0 }
    book.count++
    books.set(key, book)
  })
  const asked = [...books.values()].map((book) => ({ ...book, book: LEDGER_BOOK }))
  const blocks = await takeNumbers(asked, trx)
  const next = new Map(blocks.map((block) => [`${block.unitId}/${block.fiscalYear}`, block.first]))
  return entries.map((entry, at) => {
    const number = next.get(keys[at]!)!
    next.set(keys[at]!, number + 1)
    return { entry, fiscalYear: years[at]!, number }
  })
}

async function insertEntries(
  numbered: readonly Numbered[],
  { trx, by }: { trx: Trx; by: { id: number | null } }
): Promise<number[]> {
  const texts: string[] = []
  const rows = numbered.map(({ entry, fiscalYear, number }) => {
    texts.push(entry.kind, entry.businessKey, entry.description)
    return [
      integer(entry.unitId),
      dayLiteral(entry.postedOn),
      `'${fiscalYear}'`,
      integer(number),
      '?',
      '?',
      '?',
      entry.total.toString(),
      integerOrNull(entry.reversesId),
      integerOrNull(entry.importId),
      integerOrNull(by.id),
    ]
  })
  const [{ insertId }] = await trx.rawQuery(
    `INSERT INTO ledger_entries (unit_id, posted_on, fiscal_year, number, kind, business_key, description,
       total, reverses_id, import_id, created_by) VALUES ${rowsOf(rows)}`,
    texts
  )
  if (numbered.length === 1) return [Number(insertId)]
  // The ids of one statement rise in its order; they are read, since servers may step by more than one.
  const [made] = await trx.rawQuery(
    `SELECT id FROM ledger_entries WHERE id >= ? AND business_key IN (${numbered.map(() => '?').join(', ')}) ORDER BY id`,
    [Number(insertId), ...numbered.map(({ entry }) => entry.businessKey)]
  )
  if (made.length !== numbered.length) throw new Error('Entries were not all written')
  return made.map((row: { id: number }) => Number(row.id))
}

/** Columns of a line that most lines leave empty: named only where one of the batch has them. */
const TOLD = {
  memo: (line: EntryLine) => line.memo,
  fund_id: (line: EntryLine) => line.fundId,
  budget_line_id: (line: EntryLine) => line.budgetLineId,
  party_id: (line: EntryLine) => line.partyId,
  asset_id: (line: EntryLine) => line.assetId,
  centre: (line: EntryLine) => line.centre,
} as const

async function insertLines(
  entries: readonly Judged[],
  ids: readonly number[],
  accounts: Accounts,
  trx: Trx
): Promise<void> {
  const told = Object.entries(TOLD).filter(([, read]) =>
    entries.some(({ lines }) => lines.some((line) => (read(line) ?? null) !== null))
  )
  const texts: string[] = []
  const literal = (value: string | number | null | undefined) => {
    if (typeof value !== 'string') return integerOrNull(value)
    texts.push(value)
    return '?'
  }
  const rows = entries.flatMap(({ unitId, postedOn, lines }, at) => {
    const head = [integer(ids[at]!), integer(unitId), dayLiteral(postedOn)]
    return lines.map((line) => [
      ...head,
      integer(accounts.get(line.account)!.id),
      line.debit?.toString() ?? '0',
      line.credit?.toString() ?? '0',
      ...told.map(([, read]) => literal(read(line))),
    ])
  })
  const columns = [
    'entry_id, unit_id, posted_on, account_id, debit, credit',
    ...told.map(([name]) => name),
  ]
  await trx.rawQuery(
    `INSERT INTO ledger_lines (${columns.join(', ')}) VALUES ${rowsOf(rows)}`,
    texts
  )
}
