import type { MatchScope } from '#revenue/reconciliation/match/scope'
import type { Workbench } from '#revenue/reconciliation/workbench'

/** Brings `returned_cheques` of the unit's cheques seen by this run to `rw_returned`. */
export async function applyReturned(bench: Workbench, { unitId }: MatchScope): Promise<number> {
  await bench.table(
    'rw_unreturned',
    'receipt_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, line_id BIGINT UNSIGNED NOT NULL'
  )
  // Ours that no longer hold, and anyone's that holds a debit which returned another cheque.
  await bench.run(
    'returned cheques',
    `INSERT INTO rw_unreturned
     SELECT y.receipt_id, y.bank_line_id FROM returned_cheques y
     LEFT JOIN rw_cheque q ON q.receipt_id = y.receipt_id
     LEFT JOIN receipts r ON r.id = y.receipt_id AND r.received_on BETWEEN :first AND :last
     LEFT JOIN rw_returned x ON x.receipt_id = y.receipt_id AND x.line_id = y.bank_line_id
     WHERE y.unit_id = :unit AND x.receipt_id IS NULL AND (q.receipt_id IS NOT NULL OR r.id IS NOT NULL)
     UNION SELECT y.receipt_id, y.bank_line_id FROM rw_returned x
     JOIN returned_cheques y ON y.bank_line_id = x.line_id AND y.receipt_id <> x.receipt_id
     WHERE x.unit_id = :unit`,
    { unit: unitId }
  )
  await noteFar(bench, 'rw_unreturned')
  const removed = await bench.run(
    'returned cheques',
    'DELETE y FROM rw_unreturned x JOIN returned_cheques y ON y.receipt_id = x.receipt_id'
  )
  await bench.table(
    'rw_newly_returned',
    'receipt_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, line_id BIGINT UNSIGNED NOT NULL'
  )
  await bench.run(
    'returned cheques',
    `INSERT INTO rw_newly_returned SELECT x.receipt_id, x.line_id FROM rw_returned x
     LEFT JOIN returned_cheques y ON y.receipt_id = x.receipt_id
     WHERE x.unit_id = :unit AND y.receipt_id IS NULL`,
    { unit: unitId }
  )
  await noteFar(bench, 'rw_newly_returned')
  const added = await bench.run(
    'returned cheques',
    `INSERT INTO returned_cheques (receipt_id, bank_line_id, unit_id, run_id)
     SELECT receipt_id, line_id, :unit, :run FROM rw_newly_returned`,
    { unit: unitId }
  )
  const replaced = await bench.count(
    'SELECT COUNT(*) FROM rw_unreturned u JOIN rw_newly_returned n ON n.receipt_id = u.receipt_id'
  )
  return removed + added - replaced
}

async function noteFar(bench: Workbench, table: string): Promise<void> {
  await bench.run(
    'far papers',
    `INSERT IGNORE INTO facts_to_judge (kind, fact_id, unit_id)
     SELECT p.kind, p.fact_id, p.unit_id FROM ${table} t
     JOIN dispositions p ON p.kind = 'receipt' AND p.fact_id = t.receipt_id
     UNION SELECT p.kind, p.fact_id, p.unit_id FROM ${table} t
     JOIN dispositions p ON p.kind = 'bank_line' AND p.fact_id = t.line_id`
  )
}
