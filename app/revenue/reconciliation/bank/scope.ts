import { addDays, type Day } from '#core/days'
import { LIVE } from '#accounts/banking/debits/explaining_entries'
import { ofRevenue } from '#revenue/reconciliation/bank/of_revenue'
import type { Workbench } from '#revenue/reconciliation/workbench'

/** Kinds in the temporary tables of leg 3. */
export const LINE = 0
export const SLIP = 1
export const SETTLEMENT = 2

/** What an entry settles (a transfer that came back, a letter that the bank paid) carries no slip. */
const UNSETTLED = `NOT EXISTS (SELECT 1 FROM line_explanations x WHERE x.bank_line_id = l.id AND ${LIVE})`

/** The days whose papers are read; groups may reach beyond the month. */
export interface BankRange {
  from: Day
  to: Day
}

/** The run's units (`rw_unit`) and all units of their governorates (`rw_gov`). */
export async function openUnits(bench: Workbench, rootId: number): Promise<void> {
  await sizeUp(bench, rootId)
  for (const table of ['rw_unit', 'rw_gov']) {
    await bench.table(
      table,
      'unit_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, gov_id BIGINT UNSIGNED NOT NULL'
    )
  }
  await bench.run(
    'units',
    `INSERT INTO rw_unit
     SELECT d.descendant_id, COALESCE(
       (SELECT u.id FROM unit_closure c JOIN units u ON u.id = c.ancestor_id AND u.kind = 'governorate'
        WHERE c.descendant_id = d.descendant_id ORDER BY c.depth LIMIT 1), d.descendant_id)
     FROM unit_closure d WHERE d.ancestor_id = :root`,
    { root: rootId }
  )
  await bench.run(
    'units',
    `INSERT IGNORE INTO rw_gov
     SELECT c.descendant_id, g.gov_id FROM (SELECT DISTINCT gov_id FROM rw_unit) g
     JOIN units u ON u.id = g.gov_id AND u.kind = 'governorate' JOIN unit_closure c ON c.ancestor_id = g.gov_id
     UNION SELECT unit_id, gov_id FROM rw_unit`
  )
}

async function sizeUp(bench: Workbench, rootId: number): Promise<void> {
  const rows = await bench.count(
    `SELECT COALESCE(SUM((SELECT COUNT(*) FROM charges FORCE INDEX (charges_due) WHERE unit_id = d.descendant_id AND due_on BETWEEN :first AND :last)
       + (SELECT COUNT(*) FROM receipts FORCE INDEX (receipts_day) WHERE unit_id = d.descendant_id AND received_on BETWEEN :first AND :last)), 0) AS n
     FROM unit_closure d WHERE d.ancestor_id = :root`,
    { root: rootId }
  )
  bench.expect(rows)
}

/** A stretch of days around the month: `days` before and after it. */
export function rangeAround(bench: Workbench, days: number): BankRange {
  return { from: addDays(bench.month.first, -days), to: addDays(bench.month.last, days) }
}

/**
 * Slips and batches (`rw_dep`, batches by their net) and credits (`rw_line`) of the range, without
 * those that a person joined: people's groups stay as they are.
 */
export async function loadRange(bench: Workbench, range: BankRange): Promise<void> {
  await bench.table(
    'rw_dep',
    `kind TINYINT NOT NULL, id BIGINT UNSIGNED NOT NULL, unit_id BIGINT UNSIGNED NOT NULL, gov_id BIGINT UNSIGNED NOT NULL,
     account_id BIGINT UNSIGNED NOT NULL, day DATE NOT NULL, amount DECIMAL(18,2) NOT NULL, number VARCHAR(60) NOT NULL,
     is_seed TINYINT NOT NULL, PRIMARY KEY (kind, id), KEY (number), KEY (account_id, amount)`,
    { wide: true }
  )
  await bench.table(
    'rw_line',
    `id BIGINT UNSIGNED NOT NULL PRIMARY KEY, unit_id BIGINT UNSIGNED NOT NULL, gov_id BIGINT UNSIGNED NOT NULL,
     account_id BIGINT UNSIGNED NOT NULL, day DATE NOT NULL, amount DECIMAL(18,2) NOT NULL, is_seed TINYINT NOT NULL,
     KEY (account_id, amount)`,
    { wide: true }
  )
  const days = { from: range.from, to: range.to }
  const seed = (day: string) => `(u.unit_id IS NOT NULL AND ${day} BETWEEN :first AND :last)`
  const free = (column: string, id: string) => `NOT EXISTS (
    SELECT 1 FROM bank_match_members m JOIN bank_matches b ON b.id = m.match_id
    WHERE m.${column} = ${id} AND b.decided_by IS NOT NULL)`
  await bench.run(
    'deposits of the range',
    `INSERT INTO rw_dep
     SELECT ${SLIP}, s.id, s.unit_id, g.gov_id, s.bank_account_id, s.deposited_on, s.amount, UPPER(TRIM(s.number)), ${seed('s.deposited_on')}
     FROM rw_gov g JOIN deposit_slips s FORCE INDEX (deposit_slips_day)
       ON s.unit_id = g.unit_id AND s.deposited_on BETWEEN :from AND :to
     LEFT JOIN rw_unit u ON u.unit_id = s.unit_id WHERE ${free('slip_id', 's.id')}`,
    days
  )
  await bench.run(
    'deposits of the range',
    `INSERT INTO rw_dep
     SELECT ${SETTLEMENT}, s.id, s.unit_id, g.gov_id, s.bank_account_id, s.settled_on, s.net, UPPER(TRIM(s.batch_no)), ${seed('s.settled_on')}
     FROM rw_gov g JOIN settlements s FORCE INDEX (settlements_day)
       ON s.unit_id = g.unit_id AND s.settled_on BETWEEN :from AND :to
     LEFT JOIN rw_unit u ON u.unit_id = s.unit_id WHERE ${free('settlement_id', 's.id')}`,
    days
  )
  await bench.run(
    'credits of the range',
    `INSERT INTO rw_line
     SELECT l.id, l.unit_id, g.gov_id, l.bank_account_id, l.booked_on, l.amount, ${seed('l.booked_on')}
     FROM rw_gov g JOIN bank_lines l FORCE INDEX (bank_lines_day)
       ON l.unit_id = g.unit_id AND l.booked_on BETWEEN :from AND :to
     LEFT JOIN rw_unit u ON u.unit_id = l.unit_id WHERE l.amount > 0 AND ${ofRevenue('l')} AND ${free('bank_line_id', 'l.id')} AND ${UNSETTLED}`,
    days
  )
}
