import type { MatchScope } from '#revenue/reconciliation/match/scope'
import type { Workbench } from '#revenue/reconciliation/workbench'

/**
 * Settles who gets what. People's decisions come first and stay; then, charge by charge, receipts of
 * exactly its amount, others with its reference, those that name it by right, head and period, each in
 * the order of date, book and number, until the charge is filled. What is over stays on the receipt.
 */
export async function settleShares(bench: Workbench, scope: MatchScope): Promise<void> {
  await bench.run(
    'returned cheques claim nothing',
    'DELETE w FROM rw_claim w JOIN rw_returned x ON x.receipt_id = w.receipt_id'
  )
  if (!bench.rules.has('reference_amount_differs')) {
    // Switched off: another amount under the reference is then left to a person.
    await bench.run('claims', 'DELETE FROM rw_claim WHERE phase = 2')
  }
  const decided = await deductDecisions(bench, scope)
  await bench.table(
    'rw_contested',
    'charge_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, decided TINYINT NOT NULL'
  )
  // The common case is one receipt per charge and is settled already; only the rest is ordered.
  await bench.run(
    'contested charges',
    'INSERT INTO rw_contested SELECT charge_id, 0 FROM rw_claim GROUP BY charge_id HAVING COUNT(*) > 1'
  )
  if (decided) {
    await bench.run(
      'contested charges',
      `INSERT INTO rw_contested
       SELECT DISTINCT w.charge_id, 1 FROM rw_claim w JOIN rw_decided_charge d ON d.charge_id = w.charge_id
       ON DUPLICATE KEY UPDATE decided = 1`
    )
  }
  await bench.table(
    'rw_order',
    'receipt_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, amount DECIMAL(18,2) NOT NULL, share SMALLINT UNSIGNED NOT NULL'
  )
  await bench.run(
    'contested charges',
    `INSERT INTO rw_order
     SELECT receipt_id, GREATEST(0, LEAST(paid, owed - earlier)), place + decided FROM (
       SELECT w.receipt_id, w.paid, w.owed, c.decided,
         COALESCE(SUM(w.paid) OVER (PARTITION BY w.charge_id ORDER BY w.phase, r.received_on, k.book_no, r.number
           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS earlier,
         ROW_NUMBER() OVER (PARTITION BY w.charge_id ORDER BY w.phase, r.received_on, k.book_no, r.number) AS place
       FROM rw_contested c JOIN rw_claim w ON w.charge_id = c.charge_id
       JOIN receipts r ON r.id = w.receipt_id JOIN receipt_books k ON k.id = r.book_id
     ) o`
  )
  await bench.run(
    'contested charges',
    'UPDATE rw_order o JOIN rw_claim w ON w.receipt_id = o.receipt_id SET w.amount = o.amount, w.charge_share = o.share'
  )
}

/** What people decided is taken off the charge and the receipt; decisions about dead papers fall. */
async function deductDecisions(
  bench: Workbench,
  { unitId, hasHistory }: MatchScope
): Promise<boolean> {
  await bench.table(
    'rw_decided',
    `id BIGINT UNSIGNED NOT NULL PRIMARY KEY, charge_id BIGINT UNSIGNED NOT NULL, receipt_id BIGINT UNSIGNED NOT NULL,
     amount DECIMAL(18,2) NOT NULL, stands TINYINT NOT NULL`
  )
  const totals = 'BIGINT UNSIGNED NOT NULL PRIMARY KEY, amount DECIMAL(18,2) NOT NULL'
  await bench.table('rw_decided_charge', `charge_id ${totals}`)
  await bench.table('rw_decided_receipt', `receipt_id ${totals}`)
  if (!hasHistory) return false
  const decided = await bench.run(
    'decisions',
    `INSERT INTO rw_decided
     SELECT a.id, a.charge_id, a.receipt_id, a.amount,
       c.status = 'open' AND r.is_void = 0 AND x.receipt_id IS NULL AND (y.receipt_id IS NULL OR q.receipt_id IS NOT NULL)
     FROM allocations a FORCE INDEX (allocations_decided)
     JOIN charges c ON c.id = a.charge_id JOIN receipts r ON r.id = a.receipt_id
     LEFT JOIN rw_returned x ON x.receipt_id = a.receipt_id
     LEFT JOIN rw_cheque q ON q.receipt_id = a.receipt_id
     LEFT JOIN returned_cheques y ON y.receipt_id = a.receipt_id
     WHERE a.decided_by IS NOT NULL AND a.unit_id = :unit`,
    { unit: unitId }
  )
  if (decided === 0) return false
  await bench.run(
    'decisions',
    'INSERT INTO rw_decided_charge SELECT charge_id, SUM(amount) FROM rw_decided WHERE stands = 1 GROUP BY charge_id'
  )
  await bench.run(
    'decisions',
    'INSERT INTO rw_decided_receipt SELECT receipt_id, SUM(amount) FROM rw_decided WHERE stands = 1 GROUP BY receipt_id'
  )
  await bench.run(
    'decisions',
    `UPDATE rw_claim w JOIN rw_decided_charge d ON d.charge_id = w.charge_id
     SET w.owed = w.owed - d.amount, w.phase = IF(w.phase = 1, 2, w.phase)`
  )
  await bench.run(
    'decisions',
    `UPDATE rw_claim w JOIN rw_decided_receipt d ON d.receipt_id = w.receipt_id
     SET w.paid = w.paid - d.amount, w.phase = IF(w.phase = 1, 2, w.phase), w.receipt_share = 2`
  )
  // A receipt that a person used up claims nothing more.
  await bench.run('decisions', 'DELETE FROM rw_claim WHERE paid <= 0')
  await bench.run(
    'decisions',
    `UPDATE rw_claim w JOIN rw_decided_receipt d ON d.receipt_id = w.receipt_id
     SET w.amount = LEAST(w.paid, w.owed)`
  )
  return true
}
