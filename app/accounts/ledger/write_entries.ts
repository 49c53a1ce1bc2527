import { FiscalYear } from '#core/fiscal'
import type { Money } from '#core/money'
import { nextNumbers } from '#core/numbering'
import type { Trx } from '#core/within'
import type { Entry, Posted } from '#accounts/ledger/entry'
import type { Accounts } from '#accounts/ledger/judge_entries'
import { dayLiteral, integer, integerOrNull, rowsOf } from '#accounts/ledger/literals'
import { addToTotals } from '#accounts/ledger/totals'

/** The book in which a unit numbers its entries, per fiscal year without gaps. */
export const LEDGER_BOOK = 'ledger'

export type Judged = Entry & { total: Money }

/** Entries of one unit and year, with their place among all. */
interface Series {
  unitId: number
  fiscalYear: string
  entries: { at: number; entry: Judged }[]
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
  const posted: Posted[] = new Array(entries.length)
  for (const series of seriesOf(entries)) {
    const first = await nextNumbers(
      { unitId: series.unitId, book: LEDGER_BOOK, fiscalYear: series.fiscalYear },
      series.entries.length,
      trx
    )
    const ids = await insertSeries(series, first, { trx, by })
    series.entries.forEach(({ at }, place) => {
      posted[at] = { id: ids[place]!, number: first + place }
    })
  }
  await insertLines(entries, posted, accounts, trx)
  await trx.rawQuery(
    `INSERT INTO ledger_seals (entry_id) VALUES ${rowsOf(posted.map(({ id }) => [integer(id)]))}`
  )
  await addToTotals(entries, accounts, trx)
  return posted
}

/** In the order of unit and year, so that two batches take their counters in one order. */
function seriesOf(entries: readonly Judged[]): Series[] {
  const all = new Map<string, Series>()
  entries.forEach((entry, at) => {
    const fiscalYear = FiscalYear.containing(entry.postedOn).label
    const key = `${entry.unitId}/${fiscalYear}`
    const series = all.get(key) ?? { unitId: entry.unitId, fiscalYear, entries: [] }
    series.entries.push({ at, entry })
    all.set(key, series)
  })
  return [...all.values()].sort(
    (a, b) => a.unitId - b.unitId || (a.fiscalYear < b.fiscalYear ? -1 : 1)
  )
}

async function insertSeries(
  { unitId, fiscalYear, entries }: Series,
  first: number,
  { trx, by }: { trx: Trx; by: { id: number | null } }
): Promise<number[]> {
  const texts: string[] = []
  const rows = entries.map(({ entry }, place) => {
    texts.push(entry.kind, entry.businessKey, entry.description)
    return [
      integer(unitId),
      dayLiteral(entry.postedOn),
      `'${fiscalYear}'`,
      integer(first + place),
      '?',
      '?',
      '?',
      entry.total.toString(),
      integerOrNull(entry.reversesId),
      integerOrNull(entry.importId),
      integerOrNull(by.id),
    ]
  })
  await trx.rawQuery(
    `INSERT INTO ledger_entries (unit_id, posted_on, fiscal_year, number, kind, business_key, description,
       total, reverses_id, import_id, created_by) VALUES ${rowsOf(rows)}`,
    texts
  )
  const [made] = await trx.rawQuery(
    `SELECT id FROM ledger_entries WHERE unit_id = ? AND fiscal_year = ? AND number BETWEEN ? AND ? ORDER BY number`,
    [unitId, fiscalYear, first, first + entries.length - 1]
  )
  return made.map((row: { id: number }) => Number(row.id))
}

async function insertLines(
  entries: readonly Judged[],
  posted: readonly Posted[],
  accounts: Accounts,
  trx: Trx
): Promise<void> {
  const texts: string[] = []
  const text = (value: string | null | undefined) => {
    if (value === null || value === undefined) return 'NULL'
    texts.push(value)
    return '?'
  }
  const rows = entries.flatMap(({ unitId, postedOn, lines }, at) => {
    const id = integer(posted[at]!.id)
    const unit = integer(unitId)
    const day = dayLiteral(postedOn)
    return lines.map((line) => [
      id,
      integer(accounts.get(line.account)!.id),
      unit,
      day,
      line.debit?.toString() ?? '0',
      line.credit?.toString() ?? '0',
      text(line.memo),
      integerOrNull(line.fundId),
      integerOrNull(line.budgetLineId),
      integerOrNull(line.partyId),
      integerOrNull(line.assetId),
      text(line.centre),
    ])
  })
  await trx.rawQuery(
    `INSERT INTO ledger_lines (entry_id, account_id, unit_id, posted_on, debit, credit, memo, fund_id,
       budget_line_id, party_id, asset_id, centre) VALUES ${rowsOf(rows)}`,
    texts
  )
}
