import type { Trx } from '#core/within'
import type { Posted } from '#accounts/ledger/entry'
import type { Accounts } from '#accounts/ledger/judge_entries'
import { dayLiteral, integer, integerOrNull, rowsOf, textLiteral } from '#accounts/ledger/literals'
import { numberEntries, type Judged, type Numbered } from '#accounts/ledger/number_entries'
import { refusingPosted } from '#accounts/ledger/posted_once'
import { insertLines, lineRows } from '#accounts/ledger/write_lines'
import { addToTotals, totalsOf } from '#accounts/ledger/totals'

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
  // While the database writes entries, their lines are made ready here, and their totals while it writes those.
  const [ids, lines] = await Promise.all([
    insertEntries(numbered, { trx, by }),
    meanwhile(() => lineRows(entries, accounts)),
  ])
  const [, sums] = await Promise.all([
    insertLines(lines, ids, trx),
    meanwhile(() => totalsOf(entries, accounts)),
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
    integer(entry.lines.length),
    integerOrNull(entry.reversesId),
    integerOrNull(entry.importId),
    integerOrNull(by.id),
  ])
  const written = numbered.map(({ entry }) => entry)
  const [{ insertId }] = await refusingPosted(written, trx, () =>
    trx.rawQuery(
      `INSERT INTO ledger_entries (unit_id, posted_on, fiscal_year, number, kind, business_key, description,
         total, line_count, reverses_id, import_id, created_by) VALUES ${rowsOf(rows)}`
    )
  )
  if (numbered.length === 1) return [Number(insertId)]
  return idsOf(numbered, Number(insertId), trx)
}

/**
 * The ids of one statement rise by one in its order where the last of them is where it must be then; they
 * are read otherwise, since servers may step by more.
 */
async function idsOf(numbered: readonly Numbered[], first: number, trx: Trx): Promise<number[]> {
  const keys = numbered.map(({ entry }) => entry.businessKey)
  const last = first + keys.length - 1
  const [[end]] = await trx.rawQuery(
    `SELECT business_key FROM ledger_entries WHERE id = ${integer(last)}`
  )
  if (end?.business_key === keys.at(-1)) return keys.map((_, at) => first + at)
  const [made] = await trx.rawQuery(
    `SELECT id FROM ledger_entries WHERE id >= ${integer(first)} AND business_key IN (${keys.map(textLiteral).join(', ')}) ORDER BY id`
  )
  if (made.length !== keys.length) throw new Error('Entries were not all written')
  return made.map((row: { id: number }) => Number(row.id))
}
