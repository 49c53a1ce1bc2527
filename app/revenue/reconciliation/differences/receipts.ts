import { judged, raise } from '#revenue/reconciliation/differences/desired'
import type { Workbench } from '#revenue/reconciliation/workbench'

/** A run of missing numbers longer than this is one difference: a typing error, not a lost book. */
export const LONGEST_LISTED_GAP = 500

const LOOSE = ['duplicate', 'expired_right', 'without_charge']
const NOT_HANDED_OVER = [...LOOSE, 'not_deposited']

interface ReceiptDifference {
  code: string
  among: string[]
  joins?: string
  when?: string
  amount?: string
  aroseOn?: string
}

const RAISED: ReceiptDifference[] = [
  {
    code: 'duplicate_receipt',
    among: LOOSE,
    joins: 'JOIN rw_loose z ON z.receipt_id = r.id',
    when: 'z.is_duplicate = 1',
  },
  {
    code: 'overpaid',
    among: ['not_deposited', 'overpaid'],
    when: 'p.matched > 0 AND p.matched < p.amount',
    amount: 'p.amount - p.matched',
  },
  {
    code: 'overpaid',
    among: LOOSE,
    joins: 'JOIN rw_loose z ON z.receipt_id = r.id',
    when: 'z.is_over = 1',
  },
  {
    code: 'receipt_on_expired_right',
    among: LOOSE,
    joins: 'JOIN rw_loose z ON z.receipt_id = r.id',
    when: 'z.is_expired = 1',
  },
  {
    code: 'receipt_without_charge',
    among: LOOSE,
    joins: 'JOIN rw_loose z ON z.receipt_id = r.id',
    when: 'z.is_duplicate = 0 AND z.is_over = 0 AND z.is_expired = 0',
  },
  { code: 'voided_receipt_banked', among: ['voided_banked'] },
  {
    code: 'cash_not_deposited',
    among: NOT_HANDED_OVER,
    joins: 'LEFT JOIN receipt_deposits x ON x.receipt_id = r.id',
    when: 'x.receipt_id IS NULL',
  },
  {
    code: 'returned_cheque',
    among: ['returned'],
    joins:
      'JOIN returned_cheques y ON y.receipt_id = r.id JOIN bank_lines l ON l.id = y.bank_line_id',
    aroseOn: 'l.booked_on',
  },
]

/** What single receipts raise. */
export async function raiseReceipts(bench: Workbench): Promise<void> {
  for (const { code, among, joins = '', when = '1 = 1', amount, aroseOn } of RAISED) {
    for (const [from, where] of judged('receipt', among)) {
      await raise(
        bench,
        code,
        `SELECT STRAIGHT_JOIN p.unit_id, p.month, '${code}', 'receipt', r.id, CONCAT(k.book_no, '/', r.number), h.id,
           r.payer_name, ${amount ?? 'p.amount'}, ${aroseOn ?? 'r.received_on'}
         FROM ${from} JOIN receipts r ON r.id = p.fact_id JOIN receipt_books k ON k.id = r.book_id
         LEFT JOIN revenue_heads h ON h.code = r.head_code ${joins} WHERE ${where} AND ${when}`
      )
    }
  }
}

/**
 * `receipt_number_gap`: numbers that no receipt of the book carries, told in the month of the next
 * recorded number. Found from receipts of the month whose number before theirs is not there.
 */
export async function raiseGaps(bench: Workbench): Promise<void> {
  await bench.table(
    'rw_gap',
    `unit_id BIGINT UNSIGNED NOT NULL, book_no VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     first_no INT UNSIGNED NOT NULL, last_no INT UNSIGNED NOT NULL, arose_on DATE NOT NULL`,
    { wide: true }
  )
  await bench.run(
    'differences: receipt_number_gap',
    `INSERT INTO rw_gap
     SELECT g.unit_id, k.book_no, g.before_no + 1, g.number - 1, g.received_on FROM (
       SELECT STRAIGHT_JOIN n.unit_id, n.book_id, n.number, r.received_on,
         (SELECT MAX(b.number) FROM receipts b WHERE b.unit_id = n.unit_id AND b.book_id = n.book_id AND b.number < n.number) AS before_no
       FROM rw_receipt_now n LEFT JOIN receipts e FORCE INDEX (receipts_number)
         ON e.unit_id = n.unit_id AND e.book_id = n.book_id AND e.number = n.number - 1
       JOIN receipts r ON r.id = n.fact_id
       WHERE n.is_again = 0 AND e.id IS NULL AND n.number > 1
     ) g JOIN receipt_books k ON k.id = g.book_id WHERE g.before_no IS NOT NULL`
  )
  await bench.table('rw_digit', 'n INT UNSIGNED NOT NULL PRIMARY KEY')
  await bench.fill(
    'rw_digit',
    ['n'],
    Array.from({ length: LONGEST_LISTED_GAP }, (_, n) => [n])
  )
  const select = (key: string, from: string) =>
    `SELECT g.unit_id, :month, 'receipt_number_gap', 'book_number', 0, ${key}, NULL, '', 0, g.arose_on FROM ${from}`
  await raise(
    bench,
    'receipt_number_gap',
    select(
      "CONCAT(g.book_no, '/', g.first_no + d.n)",
      `rw_gap g JOIN rw_digit d ON d.n <= g.last_no - g.first_no WHERE g.last_no - g.first_no < ${LONGEST_LISTED_GAP}`
    )
  )
  await raise(
    bench,
    'receipt_number_gap',
    select(
      "CONCAT(g.book_no, '/', g.first_no, '-', g.last_no)",
      `rw_gap g WHERE g.last_no - g.first_no >= ${LONGEST_LISTED_GAP}`
    )
  )
}
