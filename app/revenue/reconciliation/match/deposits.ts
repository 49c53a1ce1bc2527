import type { MatchScope } from '#revenue/reconciliation/match/scope'
import type { Workbench } from '#revenue/reconciliation/workbench'

/** How each kind of receipt reaches the bank: which number it carries and where that is recorded. */
const WAYS = [
  {
    rule: 'slip_no',
    methods: "('cash', 'cheque')",
    back: 'receipts r FORCE INDEX (receipts_slip) ON r.unit_id = :unit AND r.slip_no = d.number',
    facts: 'deposit_slips d FORCE INDEX (deposit_slips_day)',
    day: 'd.deposited_on',
    ids: 'd.id, NULL',
    column: 'slip_id',
  },
  {
    rule: 'batch_no',
    methods: "('electronic')",
    back: 'receipts r FORCE INDEX (receipts_batch) ON r.unit_id = :unit AND r.batch_no = d.batch_no',
    facts: 'settlements d FORCE INDEX (settlements_day)',
    day: 'd.settled_on',
    ids: 'NULL, d.id',
    column: 'settlement_id',
  },
] as const

/**
 * Leg 2, rule 6: each receipt, void ones too, goes to the slip or batch whose number it carries.
 * Brings `receipt_deposits` to that and returns how many rows changed.
 */
export async function applyDeposits(bench: Workbench, { unitId }: MatchScope): Promise<number> {
  const unit = { unit: unitId }
  await bench.table(
    'rw_moved',
    'receipt_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, slip_id BIGINT UNSIGNED NULL, settlement_id BIGINT UNSIGNED NULL'
  )
  await bench.table(
    'rw_far_receipt',
    `receipt_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, slip_id BIGINT UNSIGNED NULL, settlement_id BIGINT UNSIGNED NULL,
     rule VARCHAR(40) CHARACTER SET ascii NOT NULL`
  )
  const known = await bench.count('SELECT EXISTS (SELECT 1 FROM receipt_deposits) AS n')
  if (known) await removeObsolete(bench, unitId)
  const missing = known
    ? 'LEFT JOIN receipt_deposits x ON x.receipt_id = m.receipt_id WHERE x.receipt_id IS NULL AND'
    : 'WHERE'
  let added = await bench.run(
    'receipts by slip or batch',
    `INSERT INTO receipt_deposits (receipt_id, unit_id, slip_id, settlement_id, rule, run_id)
     SELECT STRAIGHT_JOIN m.receipt_id, :unit, m.slip_id, m.settlement_id, IF(m.slip_id IS NULL, 'batch_no', 'slip_no'), :run
     FROM rw_receipt m ${missing} (m.slip_id IS NOT NULL OR m.settlement_id IS NOT NULL)`,
    unit
  )
  for (const way of WAYS) {
    if (!bench.rules.has(way.rule)) continue
    // The index carries the day: receipts of the month are passed over without reading their rows.
    await bench.run(
      `far receipts by ${way.rule}`,
      `INSERT INTO rw_far_receipt
       SELECT STRAIGHT_JOIN r.id, ${way.ids}, '${way.rule}'
       FROM ${way.facts} JOIN ${way.back} LEFT JOIN receipt_deposits x ON x.receipt_id = r.id
       WHERE d.unit_id = :unit AND ${way.day} BETWEEN :first AND :last
         AND (r.received_on < :first OR r.received_on > :last) AND r.method IN ${way.methods} AND x.receipt_id IS NULL`,
      unit
    )
  }
  added += await bench.run(
    'far receipts',
    `INSERT INTO receipt_deposits (receipt_id, unit_id, slip_id, settlement_id, rule, run_id)
     SELECT receipt_id, :unit, slip_id, settlement_id, rule, :run FROM rw_far_receipt`,
    unit
  )
  const replaced = await bench.count(
    'SELECT COUNT(*) FROM rw_moved m JOIN receipt_deposits x ON x.receipt_id = m.receipt_id'
  )
  const removed = await bench.count('SELECT COUNT(*) FROM rw_moved')
  await noteFar(bench)
  return added + removed - replaced
}

/** A receipt whose number or method no longer leads where it was put. */
async function removeObsolete(bench: Workbench, unitId: number): Promise<void> {
  const dead = `(
    (x.slip_id IS NOT NULL AND (s.id IS NULL OR s.number <> r.slip_no OR r.slip_no IS NULL))
    OR (x.settlement_id IS NOT NULL AND (b.id IS NULL OR b.batch_no <> r.batch_no OR r.batch_no IS NULL)))`
  const joins = `LEFT JOIN deposit_slips s ON s.id = x.slip_id LEFT JOIN settlements b ON b.id = x.settlement_id`
  await bench.run(
    'deposits that no longer hold',
    `INSERT IGNORE INTO rw_moved
     SELECT STRAIGHT_JOIN r.id, x.slip_id, x.settlement_id FROM receipts r FORCE INDEX (receipts_day)
     JOIN receipt_deposits x ON x.receipt_id = r.id ${joins}
     WHERE r.unit_id = :unit AND r.received_on BETWEEN :first AND :last AND x.decided_by IS NULL AND ${dead}`,
    { unit: unitId }
  )
  for (const way of WAYS) {
    await bench.run(
      'deposits that no longer hold',
      `INSERT IGNORE INTO rw_moved
       SELECT STRAIGHT_JOIN r.id, x.slip_id, x.settlement_id FROM ${way.facts}
       JOIN receipt_deposits x ON x.${way.column} = d.id JOIN receipts r ON r.id = x.receipt_id ${joins}
       WHERE d.unit_id = :unit AND ${way.day} BETWEEN :first AND :last AND x.decided_by IS NULL AND ${dead}`,
      { unit: unitId }
    )
  }
  await bench.run(
    'deposits that no longer hold',
    'DELETE x FROM rw_moved m JOIN receipt_deposits x ON x.receipt_id = m.receipt_id'
  )
}

/** Papers of other months that gained or lost something here, and were judged before. */
async function noteFar(bench: Workbench): Promise<void> {
  const judged = (kind: string, source: string) =>
    bench.run(
      'far papers',
      `INSERT IGNORE INTO facts_to_judge (kind, fact_id, unit_id)
       SELECT p.kind, p.fact_id, p.unit_id FROM (${source}) f
       JOIN dispositions p ON p.kind = '${kind}' AND p.fact_id = f.id AND p.month <> :month`
    )
  await judged(
    'receipt',
    'SELECT receipt_id AS id FROM rw_far_receipt UNION SELECT receipt_id FROM rw_moved'
  )
  // Far slips that receipts of the month came to are found where the month is judged.
  await judged('slip', 'SELECT DISTINCT slip_id AS id FROM rw_moved WHERE slip_id IS NOT NULL')
  await judged(
    'settlement',
    'SELECT DISTINCT settlement_id AS id FROM rw_moved WHERE settlement_id IS NOT NULL'
  )
}
