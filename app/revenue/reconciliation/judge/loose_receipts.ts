import type { Workbench } from '#revenue/reconciliation/workbench'

/**
 * `rw_loose`: valid receipts of which nothing is allocated, and why: a duplicate of an earlier one, on a
 * right that had ended, or naming a charge that others filled.
 */
export async function collectLoose(bench: Workbench): Promise<void> {
  await bench.table(
    'rw_loose',
    `receipt_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, charge_id BIGINT UNSIGNED NULL,
     is_duplicate TINYINT NOT NULL DEFAULT 0, is_expired TINYINT NOT NULL DEFAULT 0, is_over TINYINT NOT NULL DEFAULT 0`
  )
  await bench.run(
    'receipts that pay nothing',
    `INSERT INTO rw_loose (receipt_id) SELECT fact_id FROM rw_receipt_now
     WHERE matched = 0 AND is_void = 0 AND is_returned = 0`
  )
  await nameCharges(bench)
  await findDuplicates(bench)
  await findExpired(bench)
  // Whoever filled it: nothing is left of the charge, and this receipt is no duplicate.
  await bench.run(
    'receipts that pay nothing',
    `UPDATE rw_loose z JOIN charges c ON c.id = z.charge_id
     SET z.is_over = 1
     WHERE z.is_duplicate = 0 AND c.amount = (SELECT SUM(a.amount) FROM allocations a WHERE a.charge_id = c.id)`
  )
}

/** The charge that rules 1–3 would point to. */
async function nameCharges(bench: Workbench): Promise<void> {
  await bench.run(
    'receipts that pay nothing',
    `UPDATE rw_loose z JOIN receipts r ON r.id = z.receipt_id
     JOIN charges c ON c.unit_id = r.unit_id AND c.payment_ref = r.payment_ref AND c.status = 'open'
     SET z.charge_id = c.id`
  )
  await bench.run(
    'receipts that pay nothing',
    `UPDATE rw_loose z JOIN (
       SELECT r.id, MIN(c.id) AS charge_id FROM rw_loose o JOIN receipts r ON r.id = o.receipt_id
       JOIN revenue_heads h ON h.code = r.head_code JOIN rights g ON g.unit_id = r.unit_id AND g.right_no = r.right_no
       JOIN charges c ON c.right_id = g.id AND c.period = r.period AND c.head_id = h.id
         AND c.unit_id = r.unit_id AND c.status = 'open'
       WHERE r.payment_ref IS NULL GROUP BY r.id HAVING COUNT(*) = 1
     ) n ON n.id = z.receipt_id SET z.charge_id = n.charge_id`
  )
}

/** An earlier receipt of the same amount has paid the whole charge that this one names by reference. */
async function findDuplicates(bench: Workbench): Promise<void> {
  await bench.run(
    'receipts that pay nothing',
    `UPDATE rw_loose z STRAIGHT_JOIN receipts r ON r.id = z.receipt_id AND r.payment_ref IS NOT NULL
     STRAIGHT_JOIN receipt_books k ON k.id = r.book_id STRAIGHT_JOIN charges c ON c.id = z.charge_id
     STRAIGHT_JOIN allocations a ON a.charge_id = c.id AND a.amount = c.amount
     STRAIGHT_JOIN receipts e ON e.id = a.receipt_id AND e.amount = r.amount STRAIGHT_JOIN receipt_books ek ON ek.id = e.book_id
     SET z.is_duplicate = 1
     WHERE (e.received_on, ek.book_no, e.number) < (r.received_on, k.book_no, r.number)`
  )
}

/** It names a right that had ended, nothing replaced it, and it says it pays for the time after. */
async function findExpired(bench: Workbench): Promise<void> {
  await bench.run(
    'receipts that pay nothing',
    `UPDATE rw_loose z JOIN receipts r ON r.id = z.receipt_id
     JOIN rights g ON g.unit_id = r.unit_id AND g.right_no = r.right_no AND g.valid_to <= r.received_on
       AND COALESCE(r.period, DATE_FORMAT(r.received_on, '%Y-%m-01')) >= g.valid_to
     SET z.is_expired = 1
     WHERE z.is_duplicate = 0 AND NOT EXISTS (
       SELECT 1 FROM rights o WHERE o.asset_id = g.asset_id AND o.party_id = g.party_id AND o.id <> g.id
         AND o.status IN ('active', 'expiring', 'renewed', 'expired', 'holdover', 'vacated') AND o.valid_from <= r.received_on AND o.valid_to > r.received_on)`
  )
}
