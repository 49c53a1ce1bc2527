import type { MatchScope } from '#revenue/reconciliation/match/scope'
import type { Workbench } from '#revenue/reconciliation/workbench'

/** Which rule a claim rests on; smaller goes first. */
export const PHASE_RULES = {
  1: 'reference_exact',
  2: 'reference_amount_differs',
  3: 'right_head_period',
  4: 'payer_amount',
  5: 'site_amount',
} as const

const COLUMNS =
  'receipt_id, charge_id, owed, paid, amount, phase, charge_in, receipt_in, is_cheque, evidence'

/** What a claim of receipt `r` on charge `c` is, before anyone else's claim is looked at. */
const byReference = (chargeIn: string, receiptIn: string) => `
  r.id, c.id, c.amount, r.amount, LEAST(r.amount, c.amount), IF(r.amount = c.amount, 1, 2),
  ${chargeIn}, ${receiptIn}, r.method = 'cheque', r.payment_ref`

/**
 * Rules 1–3: `rw_claim` holds every valid receipt that names a charge, where one of the two belongs to
 * the month or the charge is named by a receipt of the month. A receipt names at most one charge, so a
 * charge with all the receipts that name it can be settled alone.
 */
export async function collectClaims(bench: Workbench, scope: MatchScope): Promise<void> {
  await bench.table(
    'rw_claim',
    `receipt_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, charge_id BIGINT UNSIGNED NOT NULL,
     owed DECIMAL(18,2) NOT NULL, paid DECIMAL(18,2) NOT NULL, amount DECIMAL(18,2) NOT NULL,
     phase TINYINT UNSIGNED NOT NULL, charge_in TINYINT NOT NULL, receipt_in TINYINT NOT NULL,
     is_cheque TINYINT NOT NULL, charge_share SMALLINT UNSIGNED NOT NULL DEFAULT 1,
     receipt_share SMALLINT UNSIGNED NOT NULL DEFAULT 1,
     evidence VARCHAR(60) CHARACTER SET ascii NULL`
  )
  await bench.table('rw_far_charge', 'charge_id BIGINT UNSIGNED NOT NULL PRIMARY KEY')
  if (bench.rules.has('reference_exact')) await claimByReference(bench, scope)
  await collectNamed(bench, scope)
  await collectFarCharges(bench, scope)
  await claimTheRest(bench, scope)
}

/** The month's receipts, and receipts of other months that name the month's charges. */
async function claimByReference(bench: Workbench, { unitId }: MatchScope): Promise<void> {
  await bench.run(
    'claims of the month’s receipts',
    `INSERT INTO rw_claim (${COLUMNS})
     SELECT receipt_id, charge_id, owed, amount, LEAST(amount, owed), IF(amount = owed, 1, 2), charge_in, 1, is_cheque, payment_ref
     FROM rw_receipt WHERE charge_id IS NOT NULL`
  )
  if (!(await hasOtherMonths(bench, unitId))) return
  // The index carries the day, so receipts of the month are passed over without reading their rows.
  await bench.run(
    'claims on the month’s charges',
    `INSERT INTO rw_claim (${COLUMNS})
     SELECT STRAIGHT_JOIN ${byReference('1', '0')}
     FROM charges c FORCE INDEX (charges_due)
     JOIN receipts r FORCE INDEX (receipts_reference) ON r.unit_id = :unit AND r.payment_ref = c.payment_ref
     WHERE c.unit_id = :unit AND c.due_on BETWEEN :first AND :last AND c.status = 'open'
       AND (r.received_on < :first OR r.received_on > :last) AND r.is_void = 0`,
    { unit: unitId }
  )
}

/** Whether the unit has receipts outside the month at all. */
async function hasOtherMonths(bench: Workbench, unitId: number): Promise<boolean> {
  const found = await bench.count(
    `SELECT EXISTS (SELECT 1 FROM receipts FORCE INDEX (receipts_day) WHERE unit_id = :unit AND received_on < :first)
         OR EXISTS (SELECT 1 FROM receipts FORCE INDEX (receipts_day) WHERE unit_id = :unit AND received_on > :last) AS n`,
    { unit: unitId }
  )
  return found > 0
}

/** Rule 3: receipts without a reference whose right, head and period name exactly one open charge. */
async function collectNamed(bench: Workbench, { unitId }: MatchScope): Promise<void> {
  await bench.table(
    'rw_named',
    'receipt_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, charge_id BIGINT UNSIGNED NOT NULL, KEY (charge_id)'
  )
  if (!bench.rules.has('right_head_period')) return
  await bench.run(
    'receipts naming right, head and period',
    `INSERT INTO rw_named
     SELECT STRAIGHT_JOIN r.id, MIN(c.id)
     FROM receipts r FORCE INDEX (receipts_reference)
     JOIN revenue_heads h ON h.code = r.head_code
     JOIN rights g ON g.unit_id = :unit AND g.right_no = r.right_no
     JOIN charges c ON c.right_id = g.id AND c.period = r.period AND c.head_id = h.id
       AND c.unit_id = :unit AND c.status = 'open'
     WHERE r.unit_id = :unit AND r.payment_ref IS NULL AND r.is_void = 0
     GROUP BY r.id HAVING COUNT(*) = 1`,
    { unit: unitId }
  )
}

/** Charges of other months that this run must settle anew: all that a paper of the month points to. */
async function collectFarCharges(bench: Workbench, scope: MatchScope): Promise<void> {
  const outside = 'c.due_on NOT BETWEEN :first AND :last'
  const unit = { unit: scope.unitId }
  await bench.run(
    'far charges',
    'INSERT IGNORE INTO rw_far_charge SELECT charge_id FROM rw_claim WHERE charge_in = 0'
  )
  await bench.run(
    'far charges',
    `INSERT IGNORE INTO rw_far_charge
     SELECT c.id FROM rw_named n JOIN receipts r ON r.id = n.receipt_id JOIN charges c ON c.id = n.charge_id
     WHERE r.received_on BETWEEN :first AND :last AND ${outside}`
  )
  // Cheques that a debit of this month may have returned (rw_cheque), whatever month they are of.
  await bench.run(
    'far charges',
    `INSERT IGNORE INTO rw_far_charge
     SELECT c.id FROM rw_cheque q JOIN receipts r ON r.id = q.receipt_id
     JOIN charges c ON c.unit_id = r.unit_id AND c.payment_ref = r.payment_ref WHERE ${outside}
     UNION SELECT c.id FROM rw_cheque q JOIN rw_named n ON n.receipt_id = q.receipt_id
     JOIN charges c ON c.id = n.charge_id WHERE ${outside}`
  )
  if (!scope.hasHistory) return
  await bench.run(
    'far charges',
    `INSERT IGNORE INTO rw_far_charge
     SELECT STRAIGHT_JOIN a.charge_id FROM receipts r FORCE INDEX (receipts_day)
     JOIN allocations a ON a.receipt_id = r.id JOIN charges c ON c.id = a.charge_id
     WHERE r.unit_id = :unit AND r.received_on BETWEEN :first AND :last AND ${outside}`,
    unit
  )
}

/** The other receipts of far charges, and what rule 3 names. */
async function claimTheRest(bench: Workbench, { unitId }: MatchScope): Promise<void> {
  if (bench.rules.has('reference_exact')) {
    await bench.run(
      'claims on far charges',
      `INSERT IGNORE INTO rw_claim (${COLUMNS})
       SELECT STRAIGHT_JOIN ${byReference('0', 'r.received_on BETWEEN :first AND :last')}
       FROM rw_far_charge f JOIN charges c ON c.id = f.charge_id
       JOIN receipts r FORCE INDEX (receipts_reference) ON r.unit_id = :unit AND r.payment_ref = c.payment_ref
       WHERE c.status = 'open' AND r.is_void = 0`,
      { unit: unitId }
    )
  }
  await bench.run(
    'claims by right, head and period',
    `INSERT IGNORE INTO rw_claim (${COLUMNS})
     SELECT r.id, c.id, c.amount, r.amount, LEAST(r.amount, c.amount), 3,
       c.due_on BETWEEN :first AND :last, r.received_on BETWEEN :first AND :last, r.method = 'cheque', NULL
     FROM rw_named n JOIN receipts r ON r.id = n.receipt_id JOIN charges c ON c.id = n.charge_id
     LEFT JOIN rw_far_charge f ON f.charge_id = c.id
     WHERE r.received_on BETWEEN :first AND :last OR c.due_on BETWEEN :first AND :last OR f.charge_id IS NOT NULL`
  )
}
