import { LINE, SETTLEMENT, SLIP } from '#revenue/reconciliation/bank/scope'
import { openMovedPapers } from '#revenue/reconciliation/judge/totals'
import type { Workbench } from '#revenue/reconciliation/workbench'

/** A line's place among lines, by what the statement says and never by the order of import. */
const LINE_ORDER = 'b.account_no, l.booked_on, l.reference, l.amount, l.identity'

const MEMBER_FACTS = `LEFT JOIN rw_line l ON m.kind = ${LINE} AND l.id = m.fact_id
  LEFT JOIN rw_dep d ON d.kind = m.kind AND d.id = m.fact_id`

/** Brings `bank_matches` to the groups that touch the month. Returns how many groups changed. */
export async function applyGroups(bench: Workbench): Promise<number> {
  await describeGroups(bench)
  await findRecorded(bench)
  await bench.table(
    'rw_altered_key',
    'match_key VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY'
  )
  await bench.run(
    'bank groups 1',
    `INSERT IGNORE INTO rw_altered_key
     SELECT b.match_key FROM rw_recorded o JOIN bank_matches b ON b.id = o.match_id WHERE o.stays = 0
     UNION SELECT match_key FROM rw_group WHERE stays = 0`
  )
  await noteFar(bench)
  await bench.run(
    'bank groups 2',
    'DELETE m FROM rw_recorded o JOIN bank_match_members m ON m.match_id = o.match_id WHERE o.stays = 0'
  )
  await bench.run(
    'bank groups 3',
    'DELETE b FROM rw_recorded o JOIN bank_matches b ON b.id = o.match_id WHERE o.stays = 0'
  )
  await bench.run(
    'bank groups 4',
    `INSERT INTO bank_matches (unit_id, match_key, rule, evidence, deposited, banked, run_id)
     SELECT unit_id, match_key, rule, evidence, deposited, banked, :run FROM rw_group WHERE stays = 0 ORDER BY match_key`
  )
  await bench.run(
    'bank groups 5',
    `INSERT INTO bank_match_members (match_id, slip_id, settlement_id, bank_line_id)
     SELECT b.id, IF(m.kind = ${SLIP}, m.fact_id, NULL), IF(m.kind = ${SETTLEMENT}, m.fact_id, NULL), IF(m.kind = ${LINE}, m.fact_id, NULL)
     FROM rw_group g JOIN bank_matches b ON b.match_key = g.match_key JOIN rw_member m ON m.group_no = g.group_no
     WHERE g.stays = 0 ORDER BY b.id, m.kind, m.fact_id`
  )
  return bench.count('SELECT COUNT(*) FROM rw_altered_key')
}

/** `rw_group`: the groups of the month with their natural key, sums and the print of their members. */
async function describeGroups(bench: Workbench): Promise<void> {
  await bench.table(
    'rw_group',
    `group_no BIGINT UNSIGNED NOT NULL PRIMARY KEY, match_key VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
     unit_id BIGINT UNSIGNED NOT NULL DEFAULT 0, rule VARCHAR(40) CHARACTER SET ascii NOT NULL, evidence VARCHAR(255) NOT NULL DEFAULT '',
     deposited DECIMAL(18,2) NOT NULL, banked DECIMAL(18,2) NOT NULL, print CHAR(32) NOT NULL,
     stays TINYINT NOT NULL DEFAULT 0, KEY (match_key)`,
    { wide: true }
  )
  await bench.run(
    'bank groups 6',
    `INSERT INTO rw_group (group_no, rule, deposited, banked, print)
     SELECT m.group_no, MIN(m.rule), COALESCE(SUM(d.amount), 0), COALESCE(SUM(l.amount), 0),
       MD5(GROUP_CONCAT(m.kind, '/', m.fact_id ORDER BY m.kind, m.fact_id))
     FROM rw_member m ${MEMBER_FACTS}
     GROUP BY m.group_no HAVING MAX(COALESCE(l.is_seed, 0)) = 1 OR MAX(COALESCE(d.is_seed, 0)) = 1`
  )
  await bench.run(
    'bank groups 7',
    `UPDATE rw_group g JOIN (
       SELECT m.group_no, CONCAT(b.account_no, '/', HEX(l.identity)) AS match_key,
         ROW_NUMBER() OVER (PARTITION BY m.group_no ORDER BY ${LINE_ORDER}) AS place
       FROM rw_member m JOIN bank_lines l ON l.id = m.fact_id JOIN bank_accounts b ON b.id = l.bank_account_id
       WHERE m.kind = ${LINE}
     ) f ON f.group_no = g.group_no AND f.place = 1 SET g.match_key = f.match_key`
  )
  await bench.run(
    'bank groups 8',
    `UPDATE rw_group g JOIN (
       SELECT m.group_no, d.unit_id, d.number, ROW_NUMBER() OVER (PARTITION BY m.group_no ORDER BY d.day, u.code, d.number) AS place
       FROM rw_member m JOIN rw_dep d ON d.kind = m.kind AND d.id = m.fact_id JOIN units u ON u.id = d.unit_id
     ) f ON f.group_no = g.group_no AND f.place = 1 SET g.unit_id = f.unit_id, g.evidence = f.number`
  )
}

/** `rw_recorded`: groups of earlier runs that touch the month or share a member with a new one. */
async function findRecorded(bench: Workbench): Promise<void> {
  await bench.table(
    'rw_recorded',
    'match_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, stays TINYINT NOT NULL DEFAULT 0'
  )
  const columns = { [LINE]: 'bank_line_id', [SLIP]: 'slip_id', [SETTLEMENT]: 'settlement_id' }
  for (const [kind, column] of Object.entries(columns)) {
    const seeds =
      Number(kind) === LINE
        ? 'SELECT id FROM rw_line WHERE is_seed = 1'
        : `SELECT id FROM rw_dep WHERE kind = ${kind} AND is_seed = 1`
    await bench.run(
      'bank groups 9',
      `INSERT IGNORE INTO rw_recorded (match_id)
       SELECT b.id FROM (${seeds} UNION SELECT m.fact_id FROM rw_group g
         JOIN rw_member m ON m.group_no = g.group_no AND m.kind = ${kind}) f
       JOIN bank_match_members x ON x.${column} = f.id JOIN bank_matches b ON b.id = x.match_id
       WHERE b.decided_by IS NULL`
    )
  }
  await bench.run(
    'bank groups 10',
    `UPDATE rw_recorded o JOIN bank_matches b ON b.id = o.match_id
     JOIN rw_group g ON g.match_key = b.match_key AND g.rule = b.rule AND g.deposited = b.deposited AND g.banked = b.banked
     JOIN (SELECT x.match_id, MD5(GROUP_CONCAT(
         IF(x.slip_id IS NOT NULL, ${SLIP}, IF(x.settlement_id IS NOT NULL, ${SETTLEMENT}, ${LINE})), '/',
         COALESCE(x.slip_id, x.settlement_id, x.bank_line_id)
         ORDER BY IF(x.slip_id IS NOT NULL, ${SLIP}, IF(x.settlement_id IS NOT NULL, ${SETTLEMENT}, ${LINE})),
         COALESCE(x.slip_id, x.settlement_id, x.bank_line_id))) AS print
       FROM rw_recorded r JOIN bank_match_members x ON x.match_id = r.match_id GROUP BY x.match_id
     ) p ON p.match_id = o.match_id AND p.print = g.print
     SET o.stays = 1, g.stays = 1`
  )
}

/** Members of changed groups that lie outside this run and were judged before. */
async function noteFar(bench: Workbench): Promise<void> {
  await openMovedPapers(bench)
  const judged = (kind: string, source: string) =>
    bench.run(
      'far papers',
      `INSERT IGNORE INTO facts_to_judge (kind, fact_id, unit_id)
       SELECT p.kind, p.fact_id, p.unit_id FROM (${source}) f
       JOIN dispositions p ON p.kind = '${kind}' AND p.fact_id = f.id
       LEFT JOIN rw_unit u ON u.unit_id = p.unit_id
       WHERE p.month <> :month OR u.unit_id IS NULL`
    )
  const kinds = [
    ['bank_line', 'bank_line_id', LINE],
    ['slip', 'slip_id', SLIP],
    ['settlement', 'settlement_id', SETTLEMENT],
  ] as const
  for (const [kind, column, number] of kinds) {
    const members = `SELECT x.${column} AS id FROM rw_recorded o JOIN bank_match_members x ON x.match_id = o.match_id
      WHERE o.stays = 0 AND x.${column} IS NOT NULL
      UNION SELECT m.fact_id FROM rw_group g JOIN rw_member m ON m.group_no = g.group_no AND m.kind = ${number}
      WHERE g.stays = 0`
    await judged(kind, members)
    // Whether a paper is in the bank decides what its receipts count as in the totals of their months.
    if (number !== LINE) {
      await bench.run(
        'far papers',
        `INSERT INTO rw_moved_dep SELECT ${number}, f.id FROM (${members}) f`
      )
    }
  }
}
