import { PHASE_RULES } from '#revenue/reconciliation/match/claims'
import type { MatchScope } from '#revenue/reconciliation/match/scope'
import type { Workbench } from '#revenue/reconciliation/workbench'

const RULE_NAME = `ELT(w.phase, ${Object.values(PHASE_RULES)
  .map((name) => `'${name}'`)
  .join(', ')})`

/** The recorded allocation is what the run would write: it stays, with its id. */
const SAME = `w.receipt_id = a.receipt_id AND w.charge_id = a.charge_id AND w.amount = a.amount
  AND w.charge_share = a.charge_share AND w.receipt_share = a.receipt_share AND a.rule = ${RULE_NAME}`

/** Brings `allocations` to what was settled. Returns how many were added, removed or replaced. */
export async function applyAllocations(bench: Workbench, scope: MatchScope): Promise<number> {
  await bench.table(
    'rw_gone',
    `id BIGINT UNSIGNED NOT NULL PRIMARY KEY, charge_id BIGINT UNSIGNED NOT NULL, receipt_id BIGINT UNSIGNED NOT NULL,
     charge_share SMALLINT UNSIGNED NOT NULL, decided TINYINT NOT NULL`
  )
  await bench.table(
    'rw_new',
    'receipt_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, charge_id BIGINT UNSIGNED NOT NULL'
  )
  if (scope.hasHistory) await removeObsolete(bench, scope)
  const added = await addMissing(bench, scope)
  // One that is removed and added again for the same two papers is one change, not two.
  const removed = await bench.count(
    `SELECT COUNT(*) FROM rw_gone g LEFT JOIN rw_new n ON n.receipt_id = g.receipt_id AND n.charge_id = g.charge_id
     WHERE n.receipt_id IS NULL`
  )
  return added + removed
}

async function removeObsolete(bench: Workbench, { unitId }: MatchScope): Promise<void> {
  const gone = `INSERT IGNORE INTO rw_gone
    SELECT STRAIGHT_JOIN a.id, a.charge_id, a.receipt_id, a.charge_share, 0`
  const places = [
    `FROM charges f FORCE INDEX (charges_due) JOIN allocations a ON a.charge_id = f.id
     LEFT JOIN rw_claim w ON ${SAME}
     WHERE f.unit_id = :unit AND f.due_on BETWEEN :first AND :last`,
    `FROM receipts f FORCE INDEX (receipts_day) JOIN allocations a ON a.receipt_id = f.id
     LEFT JOIN rw_claim w ON ${SAME}
     WHERE f.unit_id = :unit AND f.received_on BETWEEN :first AND :last`,
    `FROM rw_far_charge f JOIN allocations a ON a.charge_id = f.charge_id
     LEFT JOIN rw_claim w ON ${SAME} WHERE 1 = 1`,
    `FROM rw_returned f JOIN allocations a ON a.receipt_id = f.receipt_id
     LEFT JOIN rw_claim w ON ${SAME} WHERE 1 = 1`,
  ]
  for (const place of places) {
    await bench.run(
      'allocations that no longer hold',
      `${gone} ${place} AND a.decided_by IS NULL AND w.receipt_id IS NULL`,
      { unit: unitId }
    )
  }
  await bench.run(
    'allocations that no longer hold',
    `INSERT IGNORE INTO rw_gone SELECT a.id, a.charge_id, a.receipt_id, a.charge_share, 1
     FROM rw_decided d JOIN allocations a ON a.id = d.id WHERE d.stands = 0`
  )
  // The database wants the later shares gone first.
  const levels = await bench.rows<{ decided: number; share: number }>(
    'SELECT DISTINCT decided, charge_share AS share FROM rw_gone ORDER BY decided, charge_share DESC'
  )
  for (const { decided, share } of levels) {
    await bench.run(
      'allocations that no longer hold',
      `DELETE a FROM rw_gone g JOIN allocations a ON a.id = g.id
       WHERE g.decided = :decided AND g.charge_share = :share`,
      { decided, share }
    )
  }
}

async function addMissing(bench: Workbench, { unitId, hasHistory }: MatchScope): Promise<number> {
  // On an empty ledger everything is missing, and the common case goes straight in.
  const source = hasHistory
    ? 'rw_new n JOIN rw_claim w ON w.receipt_id = n.receipt_id'
    : 'rw_claim w'
  if (hasHistory) {
    await bench.run(
      'allocations to add',
      `INSERT INTO rw_new SELECT w.receipt_id, w.charge_id FROM rw_claim w
       LEFT JOIN allocations a ON a.receipt_id = w.receipt_id AND a.receipt_share = w.receipt_share
       WHERE a.id IS NULL AND w.amount > 0`
    )
  }
  const insert = `INSERT INTO allocations (unit_id, charge_id, receipt_id, amount, charge_amount, receipt_amount,
      charge_share, receipt_share, rule, evidence, run_id)`
  const papers = 'JOIN charges c ON c.id = w.charge_id JOIN receipts r ON r.id = w.receipt_id'
  const whole = `${insert}
     SELECT STRAIGHT_JOIN :unit, w.charge_id, w.receipt_id, w.amount, c.amount, r.amount, w.charge_share, w.receipt_share, ${RULE_NAME},
       LEFT(COALESCE(w.evidence, CONCAT_WS(' · ', r.right_no, r.head_code, r.period, r.site_no, NULLIF(r.payer_name, ''))), 255), :run
     FROM ${source} ${papers} WHERE w.amount > 0`
  const plain = 'w.charge_share = 1 AND w.receipt_share = 1 AND w.phase <= 2'
  // The whole amounts are those of the papers; only claims touched by a decision need to read them.
  const added = await bench.run(
    'allocations added',
    `${insert}
     SELECT STRAIGHT_JOIN :unit, w.charge_id, w.receipt_id, w.amount, w.owed, w.paid, 1, 1, ${RULE_NAME}, w.evidence, :run
     FROM ${source} WHERE w.amount > 0 AND ${plain}`,
    { unit: unitId }
  )
  const others = await bench.count(
    `SELECT EXISTS (SELECT STRAIGHT_JOIN 1 FROM ${source} WHERE w.amount > 0 AND NOT (${plain})) AS n`
  )
  if (!others) return added
  let more = 0
  for (const which of [
    'w.charge_share = 1 AND (w.receipt_share > 1 OR w.phase > 2)',
    'w.charge_share > 1 ORDER BY w.charge_share',
  ]) {
    more += await bench.run('allocations added', `${whole} AND ${which}`, { unit: unitId })
  }
  return added + more
}
