import type { MatchScope } from '#revenue/reconciliation/match/scope'
import type { Workbench } from '#revenue/reconciliation/workbench'

/**
 * `rw_receipt`: the receipts of the unit's month, read once, each with the open charge whose reference
 * it carries (valid receipts only) and the slip or batch whose number it carries (void ones, too).
 * Claims, cheques, free receipts and deposits of the month are all taken from here.
 */
export async function collectMonth(bench: Workbench, { unitId }: MatchScope): Promise<void> {
  await bench.table(
    'rw_receipt',
    `receipt_id BIGINT UNSIGNED NOT NULL, received_on DATE NOT NULL, amount DECIMAL(18,2) NOT NULL, is_void TINYINT NOT NULL,
     is_cheque TINYINT NOT NULL, charge_id BIGINT UNSIGNED NULL, owed DECIMAL(18,2) NULL, charge_in TINYINT NULL,
     payment_ref VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
     slip_id BIGINT UNSIGNED NULL, settlement_id BIGINT UNSIGNED NULL`
  )
  const { rules } = bench
  const ways = {
    charge: rules.has('reference_exact')
      ? `LEFT JOIN charges c FORCE INDEX (charges_reference) ON c.unit_id = :unit AND c.payment_ref = r.payment_ref
           AND c.status = 'open' AND r.is_void = 0`
      : '',
    slip: rules.has('slip_no')
      ? `LEFT JOIN deposit_slips s ON s.unit_id = :unit AND s.number = r.slip_no AND r.method IN ('cash', 'cheque')`
      : '',
    batch: rules.has('batch_no')
      ? `LEFT JOIN settlements b ON b.unit_id = :unit AND b.batch_no = r.batch_no AND r.method = 'electronic'`
      : '',
  }
  await bench.run(
    'receipts of the month',
    `INSERT INTO rw_receipt
     SELECT STRAIGHT_JOIN r.id, r.received_on, r.amount, r.is_void, r.method = 'cheque',
       ${ways.charge ? 'c.id, c.amount, c.due_on BETWEEN :first AND :last, r.payment_ref' : 'NULL, NULL, NULL, NULL'},
       ${ways.slip ? 's.id' : 'NULL'}, ${ways.batch ? 'b.id' : 'NULL'}
     FROM receipts r FORCE INDEX (receipts_day) ${ways.charge} ${ways.slip} ${ways.batch}
     WHERE r.unit_id = :unit AND r.received_on BETWEEN :first AND :last`,
    { unit: unitId }
  )
}
