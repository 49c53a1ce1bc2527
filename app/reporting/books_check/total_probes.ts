import type { Probe } from '#reporting/books_check/invariant'

const LINES = `SELECT unit_id, DATE_FORMAT(posted_on, '%Y-%m-01') AS month, account_id, COALESCE(fund_id, 0) AS fund_id,
    SUM(debit) AS debit, SUM(credit) AS credit, COUNT(*) AS line_count
  FROM ledger_lines GROUP BY unit_id, DATE_FORMAT(posted_on, '%Y-%m-01'), account_id, COALESCE(fund_id, 0)`

const KEY = (of: string) =>
  `CONCAT('ledger_totals/', ${of}.unit_id, '/', ${of}.month, '/', ${of}.account_id, '/', ${of}.fund_id)`

/** The totals of months, by which the trial balance is read, against the lines they are of. */
export const TOTALS_OF_MONTHS: Probe[] = [
  {
    code: 'ledger_total_differs',
    sql: `SELECT ${KEY('l')} AS subject,
            CONCAT('lines ', l.debit, ' and ', l.credit, ', total ', COALESCE(t.debit, 0), ' and ', COALESCE(t.credit, 0)) AS detail
          FROM (${LINES}) l LEFT JOIN ledger_totals t ON t.unit_id = l.unit_id AND t.month = l.month
            AND t.account_id = l.account_id AND t.fund_id = l.fund_id
          WHERE t.unit_id IS NULL OR t.debit <> l.debit OR t.credit <> l.credit OR t.line_count <> l.line_count`,
  },
  {
    code: 'ledger_total_without_lines',
    sql: `SELECT ${KEY('t')} AS subject, CONCAT('total ', t.debit, ' and ', t.credit, ' of no line') AS detail
          FROM ledger_totals t LEFT JOIN (${LINES}) l ON l.unit_id = t.unit_id AND l.month = t.month
            AND l.account_id = t.account_id AND l.fund_id = t.fund_id
          WHERE l.unit_id IS NULL`,
  },
]
