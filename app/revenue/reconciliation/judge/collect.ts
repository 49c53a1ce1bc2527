import { FACTS, factsOf } from '#revenue/reconciliation/judge/source'
import type { Bindings, Workbench } from '#revenue/reconciliation/workbench'

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
     book_id BIGINT UNSIGNED NOT NULL, number INT UNSIGNED NOT NULL,
     amount DECIMAL(18,2) NOT NULL, matched DECIMAL(18,2) NOT NULL, slip_id BIGINT UNSIGNED NULL, settlement_id BIGINT UNSIGNED NULL,
     is_void TINYINT NOT NULL, is_returned TINYINT NOT NULL, is_again TINYINT NOT NULL`
  )
}

/** The month's own: unit by unit, so that each is one range of days, read in the order of its ids. */
export async function collectMonth(bench: Workbench): Promise<void> {
  const units = await bench.rows<{ unit: number }>(
    'SELECT unit_id AS unit FROM rw_unit ORDER BY unit_id'
  )
  for (const { unit } of units) {
    await collect(bench, 'charge', 0, ofUnit('charge'), { unit })
    await collect(bench, 'receipt', 0, ofUnit('receipt'), { unit })
  }
  await addLaterShares(bench)
}

/** Those judged again (`rw_again`). */
export async function collectOthers(bench: Workbench): Promise<void> {
  await collect(bench, 'charge', 1, factsOf('charge').again)
  await collect(bench, 'receipt', 1, factsOf('receipt').again)
  await addLaterShares(bench)
}

function ofUnit(kind: 'charge' | 'receipt'): [string, string] {
  const { table, day, index, counts } = FACTS[kind]
  return [
    `${table} f FORCE INDEX (${index})`,
    `f.unit_id = :unit AND f.${day} BETWEEN :first AND :last AND ${counts}`,
  ]
}

/** With what the first share covers: nearly always all there is. */
async function collect(
  bench: Workbench,
  kind: 'charge' | 'receipt',
  again: 0 | 1,
  [from, where]: [string, string],
  bindings: Bindings = {}
): Promise<void> {
  const first = `LEFT JOIN allocations a ON a.${kind}_id = f.id AND a.${kind}_amount = f.amount AND a.${kind}_share = 1`
  if (kind === 'charge') {
    await bench.run(
      'what is paid of charges',
      `INSERT INTO rw_charge_now
       SELECT STRAIGHT_JOIN f.id, f.unit_id, DATE_FORMAT(f.due_on, '%Y-%m-01'), f.head_id, f.amount, COALESCE(a.amount, 0), ${again}
       FROM ${from} ${first} WHERE ${where}`,
      bindings
    )
    return
  }
  await bench.run(
    'what receipts pay',
    `INSERT INTO rw_receipt_now
     SELECT STRAIGHT_JOIN f.id, f.unit_id, DATE_FORMAT(f.received_on, '%Y-%m-01'), f.head_code, f.book_id, f.number, f.amount,
       COALESCE(a.amount, 0), x.slip_id, x.settlement_id, f.is_void, y.receipt_id IS NOT NULL, ${again}
     FROM ${from} ${first} LEFT JOIN receipt_deposits x ON x.receipt_id = f.id
     LEFT JOIN returned_cheques y ON y.receipt_id = f.id WHERE ${where}`,
    bindings
  )
}

/** The database lets shares follow each other from 1: only what the first left open can have more. */
async function addLaterShares(bench: Workbench): Promise<void> {
  for (const kind of ['charge', 'receipt']) {
    await bench.run(
      'later shares',
      `UPDATE rw_${kind}_now n
       SET n.matched = (SELECT SUM(a.amount) FROM allocations a WHERE a.${kind}_id = n.fact_id)
       WHERE n.matched > 0 AND n.matched < n.amount`
    )
  }
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
