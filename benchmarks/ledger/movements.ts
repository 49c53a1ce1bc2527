import type { Owner } from '../owner.js'

/**
 * What the budget moved for the entries of the ledger: its credit in July, and a payment for each line that
 * names a budget line. Put by the database from the lines themselves.
 */
export async function fillMovements(owner: Owner): Promise<void> {
  await owner.query('SET SESSION foreign_key_checks = 0')
  await owner.query('TRUNCATE TABLE budget_movements')
  await owner.query('TRUNCATE TABLE budget_balances')
  await owner.query('SET SESSION foreign_key_checks = 1')
  await owner.query(
    `INSERT INTO budget_movements (line_id, kind, effective_on, appropriated, released, document_type, document_id, business_key)
     SELECT id, 'appropriation', CONCAT(LEFT(fiscal_year, 4), '-07-01'), 9000000000, 9000000000, 'bench', id, CONCAT('bench/credit/', id)
     FROM budget_lines`
  )
  await owner.query(
    `INSERT INTO budget_movements (line_id, kind, effective_on, paid, document_type, document_id, business_key)
     SELECT budget_line_id, 'pay', posted_on, debit, 'bench', entry_id, CONCAT('bench/pay/', id)
     FROM ledger_lines WHERE budget_line_id IS NOT NULL`
  )
  await owner.query(
    `INSERT INTO budget_balances (line_id, appropriated, released, paid, moves)
     SELECT line_id, SUM(appropriated), SUM(released), SUM(paid), COUNT(*) FROM budget_movements GROUP BY line_id`
  )
}
