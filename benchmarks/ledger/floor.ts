import { FiscalYear } from '#core/fiscal'
import { dayLiteral, integer, integerOrNull, rowsOf, textLiteral } from '#accounts/ledger/literals'
import type { Owner } from '../owner.js'
import type { LedgerWorld } from './world.js'

const BATCH = 1000

/**
 * The same entries, lines and seals by bare multi-row INSERTs, a transaction for each thousand entries, into
 * tables of the same columns, keys and constraints, foreign keys among them: nothing is judged, numbered
 * from a counter or added to totals, and no trigger asks anything. `refusing` tables have the triggers that
 * refuse entries of a locked month and of a reckoned day, which no key can.
 */
export async function bareInsert(
  owner: Owner,
  world: LedgerWorld,
  { refusing = false }: { refusing?: boolean } = {}
): Promise<number> {
  await makeTables(owner)
  if (refusing) await makeTriggers(owner)
  let seconds = 0
  for (let from = 0; from < world.entries; from += BATCH) {
    const entries = world.batch(from, Math.min(BATCH, world.entries - from))
    const begun = performance.now()
    await owner.query('START TRANSACTION')
    const heads = entries.map((entry, at) => [
      ...[integer(from + at + 1), integer(entry.unitId), dayLiteral(entry.postedOn)],
      ...[`'${FiscalYear.containing(entry.postedOn).label}'`, integer(from + at + 1)],
      ...[
        "'payment_voucher'",
        textLiteral(entry.businessKey),
        textLiteral(entry.description),
        '1.00',
        integer(entry.lines.length),
      ],
    ])
    await owner.query(
      `INSERT INTO bench_entries (id, unit_id, posted_on, fiscal_year, number, kind, business_key, description, total, line_count) VALUES ${rowsOf(heads)}`
    )
    const lines = entries.flatMap((entry, at) =>
      entry.lines.map((line, place) => [
        ...[integer(from + at + 1), integer(entry.lines.length), integer(place + 1)],
        ...[integer(world.accounts.get(String(line.account))!), integer(entry.unitId)],
        dayLiteral(entry.postedOn),
        ...[line.debit?.toString() ?? '0', line.credit?.toString() ?? '0'],
        ...[
          integerOrNull(line.fundId),
          integerOrNull(line.budgetLineId),
          integerOrNull(line.partyId),
        ],
        line.centre ? `'${line.centre}'` : 'NULL',
      ])
    )
    await owner.query(
      `INSERT INTO bench_lines (entry_id, line_count, line_no, account_id, unit_id, posted_on, debit, credit, fund_id, budget_line_id, party_id, centre) VALUES ${rowsOf(lines)}`
    )
    await owner.query(
      `INSERT INTO bench_seals (entry_id) VALUES ${rowsOf(heads.map(([id]) => [id!]))}`
    )
    await owner.query('COMMIT')
    seconds += (performance.now() - begun) / 1000
  }
  await owner.query('DROP TABLE bench_seals, bench_lines, bench_entries')
  return seconds
}

/** `LIKE` copies columns, keys and checks; foreign keys are put as the ledger has them. */
async function makeTables(owner: Owner): Promise<void> {
  await owner.query('DROP TABLE IF EXISTS bench_seals, bench_lines, bench_entries')
  for (const part of ['entries', 'lines', 'seals']) {
    await owner.query(`CREATE TABLE bench_${part} LIKE ledger_${part}`)
    const keys = await owner.query(
      `SELECT constraint_name AS name, MAX(referenced_table_name) AS target,
         GROUP_CONCAT(column_name ORDER BY ordinal_position) AS cols,
         GROUP_CONCAT(referenced_column_name ORDER BY ordinal_position) AS theirs
       FROM information_schema.key_column_usage
       WHERE table_schema = DATABASE() AND table_name = ? AND referenced_table_name IS NOT NULL GROUP BY constraint_name`,
      [`ledger_${part}`]
    )
    for (const { name, cols, target, theirs } of keys) {
      const table = target === 'ledger_entries' ? 'bench_entries' : target
      await owner.query(
        `ALTER TABLE bench_${part} ADD CONSTRAINT bench_${name} FOREIGN KEY (${cols}) REFERENCES ${table} (${theirs})`
      )
    }
  }
}

async function makeTriggers(owner: Owner): Promise<void> {
  const triggers = await owner.query(
    `SELECT trigger_name AS name, event_object_table AS of, action_statement AS work FROM information_schema.triggers
     WHERE trigger_schema = DATABASE() AND event_manipulation = 'INSERT' AND event_object_table IN ('ledger_entries', 'ledger_lines')`
  )
  for (const { name, of, work } of triggers) {
    const table = String(of).replace('ledger_', 'bench_')
    const said = String(work).replaceAll('ledger_seals', 'bench_seals')
    await owner.query(`CREATE TRIGGER bench_${name} BEFORE INSERT ON ${table} FOR EACH ROW ${said}`)
  }
}
