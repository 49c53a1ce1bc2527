import { FiscalYear } from '#core/fiscal'
import type { Owner } from '../owner.js'
import type { LedgerWorld } from './world.js'

const BATCH = 1000

/**
 * The same entries and lines by bare multi-row INSERTs, a transaction for each thousand entries, into
 * tables of the same columns and keys without foreign keys and triggers: nothing is judged, numbered
 * from a counter, sealed or added to totals.
 */
export async function bareInsert(owner: Owner, world: LedgerWorld): Promise<number> {
  await owner.query('DROP TABLE IF EXISTS bench_entries, bench_lines')
  await owner.query('CREATE TABLE bench_entries LIKE ledger_entries')
  await owner.query('CREATE TABLE bench_lines LIKE ledger_lines')
  let seconds = 0
  for (let from = 0; from < world.entries; from += BATCH) {
    const entries = world.batch(from, Math.min(BATCH, world.entries - from))
    const begun = performance.now()
    await owner.query('START TRANSACTION')
    const heads = entries.map((entry, at) => [
      from + at + 1,
      entry.unitId,
      entry.postedOn,
      FiscalYear.containing(entry.postedOn).label,
      from + at + 1,
      entry.kind,
      entry.businessKey,
      entry.description,
      '1.00',
    ])
    await owner.query(
      'INSERT INTO bench_entries (id, unit_id, posted_on, fiscal_year, number, kind, business_key, description, total) VALUES ?',
      [heads]
    )
    const lines = entries.flatMap((entry, at) =>
      entry.lines.map((line) => [
        from + at + 1,
        world.accounts.get(String(line.account)),
        entry.unitId,
        entry.postedOn,
        line.debit?.toString() ?? '0',
        line.credit?.toString() ?? '0',
      ])
    )
    await owner.query(
      'INSERT INTO bench_lines (entry_id, account_id, unit_id, posted_on, debit, credit) VALUES ?',
      [lines]
    )
    await owner.query('COMMIT')
    seconds += (performance.now() - begun) / 1000
  }
  await owner.query('DROP TABLE bench_entries, bench_lines')
  return seconds
}
