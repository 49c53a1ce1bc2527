import { factsOf } from '#revenue/reconciliation/judge/source'
import type { Workbench } from '#revenue/reconciliation/workbench'

/**
 * One pass over the charges and receipts of the run: `rw_charge_now` and `rw_receipt_now` hold how much
 * of each is allocated and where its money went. Dispositions, loose receipts and the month's totals
 * are read from them.
 */
export async function openCollected(bench: Workbench): Promise<void> {
  await bench.table(
    'rw_charge_now',
    `fact_id BIGINT UNSIGNED NOT NULL, unit_id BIGINT UNSIGNED NOT NULL, month DATE NOT NULL, head_id BIGINT UNSIGNED NOT NULL,
     amount DECIMAL(18,2) NOT NULL, matched DECIMAL(18,2) NOT NULL, is_again TINYINT NOT NULL`
  )
  await bench.table(
    'rw_receipt_now',
    `fact_id BIGINT UNSIGNED NOT NULL, unit_id BIGINT UNSIGNED NOT NULL, month DATE NOT NULL, head_code VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
     amount DECIMAL(18,2) NOT NULL, matched DECIMAL(18,2) NOT NULL, slip_id BIGINT UNSIGNED NULL, settlement_id BIGINT UNSIGNED NULL,
     is_void TINYINT NOT NULL, is_returned TINYINT NOT NULL, is_again TINYINT NOT NULL`
  )
}

/** The month's own, or those judged again (`rw_again`). */
export async function collectPapers(bench: Workbench, which: 'month' | 'again'): Promise<void> {
  const again = which === 'again' ? 1 : 0
  const [charges, charged] = factsOf('charge')[which]
  await bench.run(
    'what is paid of charges',
    `INSERT INTO rw_charge_now
     SELECT STRAIGHT_JOIN f.id, f.unit_id, DATE_FORMAT(f.due_on, '%Y-%m-01'), f.head_id, f.amount,
       COALESCE((SELECT SUM(a.amount) FROM allocations a WHERE a.charge_id = f.id), 0), ${again}
     FROM ${charges} WHERE ${charged}`
  )
  const [receipts, received] = factsOf('receipt')[which]
  await bench.run(
    'what receipts pay',
    `INSERT INTO rw_receipt_now
     SELECT STRAIGHT_JOIN f.id, f.unit_id, DATE_FORMAT(f.received_on, '%Y-%m-01'), f.head_code, f.amount,
       COALESCE((SELECT SUM(a.amount) FROM allocations a WHERE a.receipt_id = f.id), 0),
       x.slip_id, x.settlement_id, f.is_void, y.receipt_id IS NOT NULL, ${again}
     FROM ${receipts} LEFT JOIN receipt_deposits x ON x.receipt_id = f.id
     LEFT JOIN returned_cheques y ON y.receipt_id = f.id WHERE ${received}`
  )
}

/**
 * Slips and batches of other months that receipts of this month name: what came to them now may have
 * made them short or over. Judging one for nothing changes nothing.
 */
export async function collectFarSlips(bench: Workbench): Promise<void> {
  for (const [kind, column] of [
    ['slip', 'slip_id'],
    ['settlement', 'settlement_id'],
  ] as const) {
    await bench.run(
      'far slips',
      `INSERT IGNORE INTO rw_again
       SELECT p.kind, p.fact_id, p.unit_id, p.month
       FROM (SELECT DISTINCT ${column} AS id FROM rw_receipt_now WHERE ${column} IS NOT NULL) s
       JOIN dispositions p ON p.kind = '${kind}' AND p.fact_id = s.id AND p.month <> :month`
    )
  }
}
