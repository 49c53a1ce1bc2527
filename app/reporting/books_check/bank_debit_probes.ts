import type { Probe } from '#reporting/books_check/invariant'

/** Entries written by hand that settle a line, while they are not reversed. */
const EXPLAINED = `SELECT x.bank_line_id, x.entry_id FROM line_explanations x
  WHERE NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses_id = x.entry_id)`

/**
 * What stands on bank debits under settlement (`INT-BANKDEBIT`) is told by papers alone: debits of
 * statements that no order and no entry explains, less orders that the bank executed and no statement shows yet.
 */
export const BANK_DEBITS: Probe[] = [
  {
    code: 'bank_debits_under_settlement_differ',
    sql: `SELECT CONCAT('ledger/unit/', x.unit_id, '/INT-BANKDEBIT') AS subject,
        CONCAT('unknown debits less executed orders ', SUM(x.expected), ', posted ', SUM(x.posted)) AS detail
      FROM (
        SELECT l.unit_id, SUM(-l.amount) AS expected, 0 AS posted FROM bank_lines l
          LEFT JOIN payment_orders o ON o.bank_line_id = l.id AND o.status = 'executed'
          LEFT JOIN (${EXPLAINED}) x ON x.bank_line_id = l.id
          WHERE l.amount < 0 AND o.id IS NULL AND x.bank_line_id IS NULL GROUP BY l.unit_id
        UNION ALL
        SELECT unit_id, -SUM(amount), 0 FROM payment_orders WHERE status = 'executed' AND bank_line_id IS NULL GROUP BY unit_id
        UNION ALL
        SELECT l.unit_id, 0, SUM(l.debit - l.credit) FROM ledger_accounts a JOIN ledger_lines l ON l.account_id = a.id
          JOIN ledger_entries e ON e.id = l.entry_id LEFT JOIN (${EXPLAINED}) x ON x.entry_id = e.id
          WHERE a.code = 'INT-BANKDEBIT' AND (e.kind IN ('bank_debits', 'payment_order') OR x.entry_id IS NOT NULL) GROUP BY l.unit_id
      ) x GROUP BY x.unit_id HAVING SUM(x.expected) <> SUM(x.posted)`,
  },
  {
    code: 'order_proved_by_another_debit',
    sql: `SELECT CONCAT('payment_orders/', o.id) AS subject,
        CONCAT(o.status, ' ', o.amount, ' of account ', o.bank_account_id, ', proved by ', COALESCE(CONCAT(l.amount, ' of account ', l.bank_account_id), 'nothing')) AS detail
      FROM payment_orders o LEFT JOIN bank_lines l ON l.id = o.bank_line_id
      WHERE o.bank_line_id IS NOT NULL AND (l.id IS NULL OR o.status <> 'executed' OR l.bank_account_id <> o.bank_account_id
        OR (o.batch_line_id IS NULL AND l.amount <> -o.amount) OR o.batch_line_id <> o.bank_line_id)`,
  },
  {
    // One debit for a batch: the sum of its orders, of that batch and account alone, to the piastre.
    code: 'batch_debit_differs_from_its_orders',
    sql: `SELECT CONCAT('bank_lines/', x.line) AS subject, CONCAT(x.debit, ' for ', x.order_count, ' orders of batch ', x.batch_id, ', told as ', x.amount, '; there are ', x.orders, ' of ', x.paid) AS detail
      FROM (
        SELECT l.id AS line, -MIN(l.amount) AS debit, MIN(d.order_count) AS order_count, MIN(d.batch_id) AS batch_id, MIN(d.amount) AS amount,
          COUNT(o.id) AS orders, COALESCE(SUM(o.amount), 0) AS paid, COALESCE(SUM(NOT (o.batch_id <=> d.batch_id)), 0) AS strangers,
          MIN(b.bank_account_id = l.bank_account_id AND b.status = 'signed') AS is_of_account
        FROM batch_debits d JOIN bank_lines l ON l.id = d.bank_line_id JOIN order_batches b ON b.id = d.batch_id
        LEFT JOIN payment_orders o ON o.bank_line_id = l.id GROUP BY l.id
      ) x WHERE x.paid <> x.debit OR x.amount <> x.debit OR x.orders <> x.order_count OR x.strangers > 0 OR NOT x.is_of_account`,
  },
  {
    code: 'executed_order_without_its_entry',
    sql: `SELECT CONCAT('payment_orders/', o.id) AS subject, CONCAT(o.amount, ' on ', o.answered_on, ', entry ', COALESCE(CONCAT(e.total, ' on ', e.posted_on, ' of unit ', e.unit_id), 'none')) AS detail
      FROM payment_orders o LEFT JOIN ledger_entries e ON e.id = o.entry_id AND e.kind = 'payment_order' AND e.reverses_id IS NULL
      WHERE o.status = 'executed' AND (e.id IS NULL OR e.total <> o.amount OR e.unit_id <> o.unit_id OR e.posted_on <> o.answered_on)`,
  },
  {
    code: 'order_batch_differs_from_its_orders',
    sql: `SELECT CONCAT('order_batches/', b.id) AS subject, CONCAT(b.order_count, ' orders of ', b.total, '; there are ', COUNT(o.id), ' of ', COALESCE(SUM(o.amount), 0)) AS detail
      FROM order_batches b LEFT JOIN payment_orders o ON o.batch_id = b.id AND o.bank_account_id = b.bank_account_id
        AND o.status IN ('signed', 'executed', 'rejected')
      WHERE b.status = 'signed' GROUP BY b.id, b.order_count, b.total
      HAVING COUNT(o.id) <> b.order_count OR COALESCE(SUM(o.amount), 0) <> b.total`,
  },
  {
    code: 'answer_differs_from_its_order',
    sql: `SELECT CONCAT('bank_answers/', a.id) AS subject, CONCAT(a.result, ' ', a.amount, ' on ', a.value_on, '; the order is ', o.status, ' ', o.amount, ' on ', COALESCE(o.answered_on, 'no day')) AS detail
      FROM bank_answers a JOIN payment_orders o ON o.id = a.order_id
      WHERE o.status <> a.result OR o.amount <> a.amount OR NOT (o.answered_on <=> a.value_on) OR o.unit_id <> a.unit_id`,
  },
]
