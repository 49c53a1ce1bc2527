import { FiscalYear } from '#core/fiscal'
import type { Money } from '#core/money'
import { takeNumbers } from '#core/numbering'
import type { Trx } from '#core/within'
import type { Entry, EntryLine, Posted } from '#accounts/ledger/entry'
import type { Accounts } from '#accounts/ledger/judge_entries'
import { dayLiteral, integer, integerOrNull, rowsOf, textLiteral } from '#accounts/ledger/literals'
import { addToTotals, totalsOf } from '#accounts/ledger/totals'

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
  // While the database writes the lines, their totals are added up here.
  const [sums] = await Promise.all([
    meanwhile(() => totalsOf(entries, accounts)),
    insertLines(entries, ids, accounts, trx),
  ])
  await seal(ids, trx)
  await addToTotals(sums, trx)
  return numbered.map(({ number }, at) => ({ id: ids[at]!, number }))
}

/** Runs work once what was asked of the database is on its way. */
const meanwhile = <T>(work: () => T) =>
  new Promise<T>((done, failed) =>
    setImmediate(() => {
      try {
        done(work())
      } catch (error) {
        failed(error as Error)
      }
    })
  )

/** Entries that follow one another are sealed at once; where ids have gaps, one by one. */
async function seal(ids: readonly number[], trx: Trx): Promise<void> {
  const [first, last] = [ids[0]!, ids.at(-1)!]
  if (ids.length > 1 && last - first + 1 === ids.length) {
    await trx.rawQuery(
      `INSERT INTO ledger_sealings (first_entry_id, last_entry_id) VALUES (${integer(first)}, ${integer(last)})`
    )
    return
  }
  await trx.rawQuery(
    `INSERT INTO ledger_seals (entry_id) VALUES ${rowsOf(ids.map((id) => [integer(id)]))}`
  )
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
  const rows = numbered.map(({ entry, fiscalYear, number }) => [
    integer(entry.unitId),
    dayLiteral(entry.postedOn),
    `'${fiscalYear}'`,
    integer(number),
    ...[entry.kind, entry.businessKey, entry.description].map(textLiteral),
    entry.total.toString(),
    integerOrNull(entry.reversesId),
    integerOrNull(entry.importId),
    integerOrNull(by.id),
  ])
  const [{ insertId }] = await trx.rawQuery(
    `INSERT INTO ledger_entries (unit_id, posted_on, fiscal_year, number, kind, business_key, description,
       total, reverses_id, import_id, created_by) VALUES ${rowsOf(rows)}`
  )
  if (numbered.length === 1) return [Number(insertId)]
  return idsOf(numbered, Number(insertId), trx)
}

/** The ids of one statement rise in its order; they are read, since servers may step by more than one. */
async function idsOf(numbered: readonly Numbered[], from: number, trx: Trx): Promise<number[]> {
  const keys = numbered.map(({ entry }) => entry.businessKey)
  const [next] = await trx.rawQuery(
    `SELECT id, business_key FROM ledger_entries WHERE id BETWEEN ${integer(from)} AND ${integer(from + keys.length - 1)} ORDER BY id`
  )
  const isWhole = next.every(
    (row: { business_key: string }, at: number) => row.business_key === keys[at]
  )
  if (isWhole && next.length === keys.length)
    return next.map((row: { id: number }) => Number(row.id))
  const [made] = await trx.rawQuery(
    `SELECT id FROM ledger_entries WHERE id >= ${integer(from)} AND business_key IN (${keys.map(textLiteral).join(', ')}) ORDER BY id`
  )
  if (made.length !== keys.length) throw new Error('Entries were not all written')
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
  const literal = (value: string | number | null | undefined) =>
    typeof value === 'string' ? textLiteral(value) : integerOrNull(value)
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
  await trx.rawQuery(`INSERT INTO ledger_lines (${columns.join(', ')}) VALUES ${rowsOf(rows)}`)
}
