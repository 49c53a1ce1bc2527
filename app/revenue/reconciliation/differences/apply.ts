import { COLUMNS, PRINT } from '#revenue/reconciliation/differences/desired'
import type { Workbench } from '#revenue/reconciliation/workbench'

const SAME = `d.unit_id = e.unit_id AND d.month = e.month AND d.code = e.code AND d.subject_type = e.subject_type
  AND d.subject_key = e.subject_key`

/**
 * Brings `differences` to what the facts raise: opens, alters, clears and opens again. Assignment,
 * notes and the state `explained` are people's and stay. Returns how many rows changed.
 */
export async function applyDifferences(bench: Workbench): Promise<number> {
  const cleared = await clearGone(bench)
  const altered = await bench.run(
    'differences applied',
    `UPDATE rw_difference d JOIN differences e ON ${SAME}
     SET e.opened_run_id = IF(e.state = 'cleared', :run, e.opened_run_id),
       e.cleared_run_id = NULL, e.amount = d.amount, e.subject_id = d.subject_id, e.head_id = d.head_id,
       e.party_name = d.party_name, e.arose_on = d.arose_on, e.state = IF(e.state = 'cleared', 'open', e.state)
     WHERE e.state = 'cleared' OR e.amount <> d.amount OR e.subject_id <> d.subject_id OR NOT (e.head_id <=> d.head_id)
       OR BINARY e.party_name <> BINARY d.party_name OR e.arose_on <> d.arose_on`
  )
  const opened = await bench.run(
    'differences applied',
    `INSERT INTO differences (${COLUMNS}, opened_run_id)
     SELECT ${COLUMNS.split(', ')
       .map((column) => `d.${column}`)
       .join(', ')}, :run
     FROM rw_difference d LEFT JOIN differences e ON ${SAME}
     WHERE e.id IS NULL ORDER BY d.unit_id, d.month, d.code, d.subject_type, d.subject_key`
  )
  return cleared + altered + opened
}

/** Differences of the month, and of subjects judged again, that nothing raises any more. */
async function clearGone(bench: Workbench): Promise<number> {
  const clear = (step: string, from: string, where: string) =>
    bench.run(
      step,
      `UPDATE ${from} LEFT JOIN rw_difference d ON d.print = ${PRINT('e')}
       SET e.state = 'cleared', e.cleared_run_id = :run
       WHERE ${where} AND e.state <> 'cleared' AND d.unit_id IS NULL`
    )
  const ofMonth = await clear(
    'differences cleared',
    'rw_unit u JOIN differences e ON e.unit_id = u.unit_id',
    'e.month = :month'
  )
  const ofAgain = await clear(
    'differences cleared',
    'rw_again t JOIN differences e ON e.subject_type = t.kind AND e.subject_id = t.fact_id',
    "e.month = t.month AND e.subject_type IN ('charge', 'receipt', 'slip', 'settlement', 'bank_line')"
  )
  // A missing number that was found is no gap, in whatever month it was told.
  const found = await bench.run(
    'gaps filled',
    `UPDATE rw_unit u STRAIGHT_JOIN revenue_month_totals t ON t.unit_id = u.unit_id
     STRAIGHT_JOIN differences e ON e.unit_id = t.unit_id AND e.month = t.month AND e.code = 'receipt_number_gap'
     STRAIGHT_JOIN receipt_books k ON k.unit_id = e.unit_id AND k.book_no = CONVERT(
       LEFT(e.subject_key, CHAR_LENGTH(e.subject_key) - LOCATE('/', REVERSE(e.subject_key))) USING ascii)
     STRAIGHT_JOIN receipts r ON r.unit_id = k.unit_id AND r.book_id = k.id
       AND r.number = CAST(REGEXP_SUBSTR(e.subject_key, '[0-9]+$') AS UNSIGNED)
     SET e.state = 'cleared', e.cleared_run_id = :run
     WHERE e.state <> 'cleared' AND e.subject_key = CONCAT(k.book_no, '/', r.number)`
  )
  return ofMonth + ofAgain + found
}
