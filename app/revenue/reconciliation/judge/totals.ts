import type { Workbench } from '#revenue/reconciliation/workbench'

/**
 * `revenue_month_totals` of the run's units: due, collected, deposited and banked by revenue head. A
 * receipt that names no head counts under the head of the charge it pays; one that names an unknown head, under 0. Totals of
 * other months are made anew where a paper of theirs was judged again.
 */
export async function writeTotals(bench: Workbench): Promise<void> {
  await bench.table(
    'rw_total_month',
    'unit_id BIGINT UNSIGNED NOT NULL, month DATE NOT NULL, is_run TINYINT NOT NULL, PRIMARY KEY (unit_id, month)'
  )
  await bench.run('totals', 'INSERT INTO rw_total_month SELECT unit_id, :month, 1 FROM rw_unit')
  await bench.run(
    'totals',
    `INSERT IGNORE INTO rw_total_month SELECT DISTINCT a.unit_id, a.month, 0 FROM rw_again a`
  )
  await addMonthsBanked(bench)
  await bench.table(
    'rw_total',
    `unit_id BIGINT UNSIGNED NOT NULL, month DATE NOT NULL, head_id BIGINT UNSIGNED NOT NULL, due_count INT UNSIGNED NOT NULL,
     due DECIMAL(18,2) NOT NULL, due_matched DECIMAL(18,2) NOT NULL, collected_count INT UNSIGNED NOT NULL,
     collected DECIMAL(18,2) NOT NULL, deposited DECIMAL(18,2) NOT NULL, banked DECIMAL(18,2) NOT NULL,
     KEY (unit_id, month, head_id)`
  )
  await sumMonth(bench)
  await sumOtherMonths(bench)
  await bench.run(
    'totals',
    `DELETE o FROM rw_total_month t JOIN revenue_month_totals o ON o.unit_id = t.unit_id AND o.month = t.month`
  )
  await bench.run(
    'totals',
    `INSERT INTO revenue_month_totals (unit_id, month, head_id, due_count, due, due_matched, collected_count, collected, deposited, banked, run_id)
     SELECT unit_id, month, head_id, SUM(due_count), SUM(due), SUM(due_matched), SUM(collected_count), SUM(collected),
       SUM(deposited), SUM(banked), :run
     FROM rw_total GROUP BY unit_id, month, head_id`
  )
}

/**
 * Receipts summed by head and paper, turned into columns: what a head or a slip is has to be asked once
 * each, and not once for every receipt.
 */
const COLLECTED = (grouped: string) => `INSERT INTO rw_total
  SELECT g.unit_id, g.month, COALESCE(h.id, g.charge_head, 0) AS head_id, 0, 0, 0, SUM(g.receipts), SUM(g.amount),
    SUM(IF(g.slip_id IS NULL AND g.settlement_id IS NULL, 0, g.amount)), SUM(IF(ms.id IS NULL AND mb.id IS NULL, 0, g.amount))
  FROM (${grouped}) g LEFT JOIN revenue_heads h ON h.code = g.head_code
  LEFT JOIN bank_match_members ms ON ms.slip_id = g.slip_id
  LEFT JOIN bank_match_members mb ON mb.settlement_id = g.settlement_id
  GROUP BY g.unit_id, g.month, COALESCE(h.id, g.charge_head, 0)`

const HEAD_OF_CHARGE = (receipt: string) => `
  LEFT JOIN allocations a ON r.head_code IS NULL AND a.receipt_id = ${receipt} AND a.receipt_share = 1
  LEFT JOIN charges c ON c.id = a.charge_id`

/** The run's own month, from what was collected of it. */
async function sumMonth(bench: Workbench): Promise<void> {
  await bench.run(
    'totals',
    `INSERT INTO rw_total SELECT unit_id, month, head_id, COUNT(*), SUM(amount), SUM(matched), 0, 0, 0, 0
     FROM rw_charge_now WHERE is_again = 0 GROUP BY unit_id, month, head_id`
  )
  await bench.run(
    'totals',
    COLLECTED(`SELECT r.unit_id, r.month, r.head_code, c.head_id AS charge_head, r.slip_id, r.settlement_id,
        COUNT(*) AS receipts, SUM(r.amount) AS amount
      FROM rw_receipt_now r ${HEAD_OF_CHARGE('r.fact_id')}
      WHERE r.is_again = 0 AND r.is_void = 0 GROUP BY r.unit_id, r.month, r.head_code, c.head_id, r.slip_id, r.settlement_id`)
  )
}

async function sumOtherMonths(bench: Workbench): Promise<void> {
  await bench.run(
    'totals of other months',
    `INSERT INTO rw_total
     SELECT t.unit_id, t.month, c.head_id, COUNT(*), SUM(c.amount), SUM(p.matched), 0, 0, 0, 0
     FROM rw_total_month t JOIN dispositions p ON p.unit_id = t.unit_id AND p.month = t.month AND p.kind = 'charge'
     JOIN charges c ON c.id = p.fact_id WHERE t.is_run = 0 GROUP BY t.unit_id, t.month, c.head_id`
  )
  await bench.run(
    'totals of other months',
    COLLECTED(`SELECT t.unit_id, t.month, r.head_code, c.head_id AS charge_head, x.slip_id, x.settlement_id,
        COUNT(*) AS receipts, SUM(r.amount) AS amount
      FROM rw_total_month t JOIN receipts r FORCE INDEX (receipts_day)
        ON r.unit_id = t.unit_id AND r.received_on BETWEEN t.month AND LAST_DAY(t.month)
      ${HEAD_OF_CHARGE('r.id')} LEFT JOIN receipt_deposits x ON x.receipt_id = r.id
      WHERE t.is_run = 0 AND r.is_void = 0 GROUP BY t.unit_id, t.month, r.head_code, c.head_id, x.slip_id, x.settlement_id`)
  )
}

/** `rw_moved_dep`: slips (1) and batches (2) that came into the bank or left it. */
export async function openMovedPapers(bench: Workbench): Promise<void> {
  await bench.table(
    'rw_moved_dep',
    'kind TINYINT NOT NULL, id BIGINT UNSIGNED NOT NULL, PRIMARY KEY (kind, id)'
  )
}

/** A slip found in the bank now makes receipts of earlier months banked: their totals move, too. */
async function addMonthsBanked(bench: Workbench): Promise<void> {
  const others = await bench.count(
    `SELECT EXISTS (SELECT 1 FROM revenue_month_totals t LEFT JOIN rw_total_month m
       ON m.unit_id = t.unit_id AND m.month = t.month WHERE m.unit_id IS NULL) AS n`
  )
  if (!others) return
  for (const [kind, column] of [
    [1, 'slip_id'],
    [2, 'settlement_id'],
  ] as const) {
    await bench.run(
      'totals of other months',
      `INSERT IGNORE INTO rw_total_month
       SELECT STRAIGHT_JOIN DISTINCT t.unit_id, t.month, 0
       FROM rw_moved_dep m JOIN receipt_deposits x ON x.${column} = m.id JOIN receipts r ON r.id = x.receipt_id
       JOIN revenue_month_totals t ON t.unit_id = r.unit_id AND t.month = DATE_FORMAT(r.received_on, '%Y-%m-01')
       WHERE m.kind = ${kind}`
    )
  }
}
