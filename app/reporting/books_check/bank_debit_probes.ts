import type { Probe } from '#reporting/books_check/invariant'

/**
 * What stands on bank debits under settlement (`INT-BANKDEBIT`) is told by papers alone: debits of
 * statements that no order explains, less orders that the bank executed and no statement shows yet.
 */
export const BANK_DEBITS: Probe[] = [
  {
    code: 'bank_debits_under_settlement_differ',
    sql: `SELECT CONCAT('ledger/unit/', x.unit_id, '/INT-BANKDEBIT') AS subject,
        CONCAT('unknown debits less executed orders ', SUM(x.expected), ', posted ', SUM(x.posted)) AS detail
      FROM (
        SELECT l.unit_id, SUM(-l.amount) AS expected, 0 AS posted FROM bank_lines l
          LEFT JOIN payment_orders o ON o.bank_line_id = l.id AND o.status = 'executed'
          WHERE l.amount < 0 AND o.id IS NULL GROUP BY l.unit_id
        UNION ALL
        SELECT unit_id, -SUM(amount), 0 FROM payment_orders WHERE status = 'executed' AND bank_line_id IS NULL GROUP BY unit_id
        UNION ALL
        SELECT l.unit_id, 0, SUM(l.debit - l.credit) FROM ledger_accounts a JOIN ledger_lines l ON l.account_id = a.id
          JOIN ledger_entries e ON e.id = l.entry_id
          WHERE a.code = 'INT-BANKDEBIT' AND e.kind IN ('bank_debits', 'payment_order') GROUP BY l.unit_id
      ) x GROUP BY x.unit_id HAVING SUM(x.expected) <> SUM(x.posted)`,
  },
  {
    code: 'order_proved_by_another_debit',
    sql: `SELECT CONCAT('payment_orders/', o.id) AS subject,
        CONCAT(o.status, ' ', o.amount, ' of account ', o.bank_account_id, ', proved by ', COALESCE(CONCAT(l.amount, ' of account ', l.bank_account_id), 'nothing')) AS detail
      FROM payment_orders o LEFT JOIN bank_lines l ON l.id = o.bank_line_id
      WHERE o.bank_line_id IS NOT NULL AND (l.id IS NULL OR o.status <> 'executed' OR l.amount <> -o.amount OR l.bank_account_id <> o.bank_account_id)`,
  },
  {
    code: 'executed_order_without_its_entry',
    sql: `SELECT CONCAT('payment_orders/', o.id) AS subject, CONCAT(o.amount, ' on ', o.answered_on, ', entry ', COALESCE(CONCAT(e.total, ' on ', e.posted_on, ' of unit ', e.unit_id), 'none')) AS detail
      FROM payment_orders o LEFT JOIN ledger_entries e ON e.id = o.entry_id AND e.kind = 'payment_order' AND e.reverses_id IS NULL
      WHERE o.status = 'executed' AND (e.id IS NULL OR e.total <> o.amount OR e.unit_id <> o.unit_id OR e.posted_on <> o.answered_on)`,
  },
]
