import type { Probe } from '#reporting/books_check/invariant'

/** What the house bills by itself: each bill has its charge, and credit is neither lost nor used twice. */
export const BILLS: Probe[] = [
  {
    code: 'bill_differs_from_its_charge',
    sql: `SELECT CONCAT('bills/', b.id) AS subject, CONCAT('bills ', b.accrued - b.credit_used, ' of ', b.period, ', its charge ', COALESCE(CONCAT(c.amount, ' of ', c.period), 'is gone')) AS detail
          FROM bills b LEFT JOIN charges c ON c.id = b.charge_id
          WHERE (b.charge_id IS NULL AND b.credit_used <> b.accrued)
             OR (b.charge_id IS NOT NULL AND (c.id IS NULL OR c.amount <> b.accrued - b.credit_used OR c.unit_id <> b.unit_id OR c.period <> b.period))`,
  },
  {
    code: 'bill_credited_beyond_it',
    sql: `SELECT CONCAT('bills/', b.id) AS subject, CONCAT('of ', b.accrued, ' credited ', SUM(k.amount)) AS detail
          FROM bill_credits k JOIN bills b ON b.id = k.bill_id GROUP BY b.id, b.accrued HAVING SUM(k.amount) > b.accrued`,
  },
  {
    code: 'credit_used_beyond_given',
    sql: `SELECT CONCAT('bills/', source, '/', source_id) AS subject, CONCAT('used ', SUM(used), ', given ', SUM(given)) AS detail
          FROM (
            SELECT b.source, b.source_id, b.credit_used AS used, 0 AS given FROM bills b LEFT JOIN charges c ON c.id = b.charge_id
              WHERE COALESCE(c.status, 'open') = 'open'
            UNION ALL SELECT b.source, b.source_id, 0, k.amount FROM bill_credits k JOIN bills b ON b.id = k.bill_id
          ) x GROUP BY source, source_id HAVING SUM(used) > SUM(given)`,
  },
  {
    code: 'bill_out_of_sequence',
    sql: `SELECT CONCAT('bills/', source, '/', source_id, '/', period) AS subject, CONCAT(COUNT(*), ' bills, the last is ', MAX(sequence)) AS detail
          FROM bills GROUP BY source, source_id, period HAVING COUNT(*) <> MAX(sequence) OR MIN(sequence) <> 1`,
  },
]
