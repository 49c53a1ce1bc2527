import { ofRevenue } from '#revenue/reconciliation/bank/of_revenue'
import { foldNumber, numbersIn } from '#core/paper_numbers'
import type { MatchScope } from '#revenue/reconciliation/match/scope'
import type { Workbench } from '#revenue/reconciliation/workbench'

const PAGE = 5000

/**
 * Rule 10, first half: debits of the month on the governorate's accounts whose text holds the number of
 * a cheque (`rw_cheque` gets the unit's receipts that they may have returned, of any month).
 */
export async function openReturned(bench: Workbench, scope: MatchScope): Promise<void> {
  await bench.table('rw_cheque', 'receipt_id BIGINT UNSIGNED NOT NULL PRIMARY KEY')
  await bench.table(
    'rw_debit',
    'line_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, booked_on DATE NOT NULL, amount DECIMAL(18,2) NOT NULL, is_read TINYINT NOT NULL DEFAULT 0'
  )
  await bench.table(
    'rw_debit_word',
    'line_id BIGINT UNSIGNED NOT NULL, word VARCHAR(60) NOT NULL, KEY (line_id)',
    { wide: true }
  )
  await bench.table(
    'rw_may_return',
    'line_id BIGINT UNSIGNED NOT NULL, receipt_id BIGINT UNSIGNED NOT NULL, PRIMARY KEY (line_id, receipt_id)'
  )
  await bench.table(
    'rw_returned',
    'receipt_id BIGINT UNSIGNED NOT NULL PRIMARY KEY, line_id BIGINT UNSIGNED NOT NULL, unit_id BIGINT UNSIGNED NOT NULL'
  )
  if (!bench.rules.has('returned_cheque')) return
  await bench.run(
    'debits of the month',
    `INSERT IGNORE INTO rw_debit (line_id, booked_on, amount)
     SELECT l.id, l.booked_on, l.amount FROM rw_gov g
     JOIN bank_lines l FORCE INDEX (bank_lines_day) ON l.unit_id = g.unit_id AND l.booked_on BETWEEN :first AND :last
     WHERE l.amount < 0 AND ${ofRevenue('l')}`
  )
  await readDebits(bench)
  await bench.run(
    'cheques returned in the month',
    `INSERT IGNORE INTO rw_cheque SELECT m.receipt_id FROM rw_may_return m
     JOIN receipts r ON r.id = m.receipt_id WHERE r.unit_id = :unit`,
    { unit: scope.unitId }
  )
}

/**
 * Rule 10, second half: `rw_returned` says which cheques came back and by which debit. A debit returns
 * the latest cheque receipt before it; a receipt is returned by its earliest debit; so each is used
 * once, and the answer does not depend on which month is run.
 */
export async function settleReturned(bench: Workbench): Promise<void> {
  if (!bench.rules.has('returned_cheque')) return
  await bench.run(
    'cheques of the month',
    `INSERT IGNORE INTO rw_cheque SELECT receipt_id FROM rw_claim WHERE is_cheque = 1`
  )
  await bench.run(
    'cheques of the month',
    'INSERT IGNORE INTO rw_cheque SELECT receipt_id FROM rw_receipt WHERE is_cheque = 1 AND is_void = 0'
  )
  await bench.run(
    'debits around cheques',
    `INSERT IGNORE INTO rw_debit (line_id, booked_on, amount)
     SELECT STRAIGHT_JOIN l.id, l.booked_on, l.amount FROM (
       SELECT MIN(r.received_on) AS earliest, MAX(r.received_on) AS latest
       FROM rw_cheque q JOIN receipts r ON r.id = q.receipt_id
     ) w JOIN rw_gov g JOIN bank_lines l FORCE INDEX (bank_lines_day) ON l.unit_id = g.unit_id
       AND l.booked_on BETWEEN w.earliest - INTERVAL :before DAY AND w.latest + INTERVAL :after DAY
     WHERE l.amount < 0 AND ${ofRevenue('l')}`,
    { ...bench.rules.window('returned_cheque') }
  )
  await readDebits(bench, await chequeNumbers(bench))
  await bench.run(
    'cheques returned',
    `INSERT INTO rw_returned (receipt_id, line_id, unit_id)
     SELECT receipt_id, line_id, unit_id FROM (
       SELECT p.receipt_id, p.line_id, p.unit_id,
         ROW_NUMBER() OVER (PARTITION BY p.receipt_id ORDER BY l.booked_on, b.account_no, l.identity) AS place
       FROM (
         SELECT m.line_id, m.receipt_id, r.unit_id,
           ROW_NUMBER() OVER (PARTITION BY m.line_id ORDER BY r.received_on DESC, u.code, k.book_no, r.number) AS place
         FROM rw_may_return m JOIN receipts r ON r.id = m.receipt_id
         JOIN receipt_books k ON k.id = r.book_id JOIN units u ON u.id = r.unit_id
       ) p JOIN bank_lines l ON l.id = p.line_id JOIN bank_accounts b ON b.id = l.bank_account_id
       WHERE p.place = 1
     ) f WHERE f.place = 1`
  )
}

async function chequeNumbers(bench: Workbench): Promise<Set<string>> {
  const rows = await bench.rows<{ number: string }>(
    `SELECT DISTINCT r.cheque_no AS number FROM rw_cheque q JOIN receipts r ON r.id = q.receipt_id
     WHERE r.cheque_no IS NOT NULL`
  )
  return new Set(rows.map((row) => foldNumber(row.number)))
}

/**
 * Reads the debits not read yet and notes which cheques they may return: all numbers of each, so that
 * the latest of them is known, but only of those that hold one of the `wanted`.
 */
async function readDebits(bench: Workbench, wanted?: ReadonlySet<string>): Promise<void> {
  for (;;) {
    const lines = await bench.rows<{ id: number; text: string }>(
      `SELECT l.id, CONCAT(l.reference, ' | ', l.narrative) AS text FROM rw_debit d
       JOIN bank_lines l ON l.id = d.line_id WHERE d.is_read = 0 LIMIT ${PAGE}`
    )
    if (lines.length === 0) return
    await bench.run('debits read', 'DELETE FROM rw_debit_word')
    await bench.fill('rw_debit_word', ['line_id', 'word'], wordsOf(lines, wanted))
    await bench.run(
      'debits read',
      `INSERT IGNORE INTO rw_may_return
       SELECT STRAIGHT_JOIN w.line_id, r.id FROM rw_debit_word w JOIN rw_debit d ON d.line_id = w.line_id
       JOIN receipts r FORCE INDEX (receipts_cheque) ON r.cheque_no = w.word
       JOIN rw_gov g ON g.unit_id = r.unit_id
       WHERE r.method = 'cheque' AND r.is_void = 0 AND r.amount = -d.amount
         AND d.booked_on BETWEEN r.received_on - INTERVAL :before DAY AND r.received_on + INTERVAL :after DAY`,
      { ...bench.rules.window('returned_cheque') }
    )
    await bench.trx.rawQuery(
      `UPDATE rw_debit SET is_read = 1 WHERE line_id IN (${lines.map(() => '?').join(',')})`,
      lines.map((line) => line.id)
    )
  }
}

function* wordsOf(lines: { id: number; text: string }[], wanted?: ReadonlySet<string>) {
  for (const line of lines) {
    if (wanted && numbersIn(line.text, wanted).size === 0) continue
    for (const word of numbersIn(line.text)) yield [line.id, word]
  }
}
