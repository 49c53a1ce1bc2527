import type { Probe } from '#reporting/books_check/invariant'

/** Slips and batches side by side: amount on the bank's side, and what was collected. */
const PAPERS = [
  { kind: 'slip', table: 'deposit_slips', column: 'slip_id', amount: 'amount', banked: 'amount' },
  {
    kind: 'settlement',
    table: 'settlements',
    column: 'settlement_id',
    amount: 'gross',
    banked: 'net',
  },
]

const paperJudgement = ({ kind, table, column, amount }: (typeof PAPERS)[number]): Probe => ({
  code: `${kind}_judged_wrongly`,
  sql: `SELECT CONCAT('dispositions/${kind}/', j.fact_id) AS subject, CONCAT('says ', j.disposition, ' ', j.matched, ', is ', j.rightly) AS detail
        FROM (
          SELECT d.fact_id, d.disposition, d.matched, IF(m.id IS NULL, 0, f.${amount}) AS banked, CASE
            WHEN m.id IS NULL THEN 'not_in_bank'
            WHEN g.on_account = 0 THEN 'wrong_account'
            WHEN b.deposited <> b.banked THEN 'amount_differs'
            WHEN f.${amount} < COALESCE(r.amount, 0) THEN 'short'
            WHEN f.${amount} > COALESCE(r.amount, 0) THEN 'over'
            ELSE 'matched' END AS rightly
          FROM dispositions d JOIN ${table} f ON f.id = d.fact_id
          LEFT JOIN facts_to_judge w ON w.kind = '${kind}' AND w.fact_id = f.id
          LEFT JOIN bank_match_members m ON m.${column} = f.id
          LEFT JOIN bank_matches b ON b.id = m.match_id
          LEFT JOIN (
            SELECT p.id, MAX(l.bank_account_id = p.bank_account_id) AS on_account
            FROM ${table} p JOIN bank_match_members pm ON pm.${column} = p.id
            JOIN bank_match_members lm ON lm.match_id = pm.match_id JOIN bank_lines l ON l.id = lm.bank_line_id
            GROUP BY p.id
          ) g ON g.id = f.id
          LEFT JOIN (
            SELECT x.${column} AS id, SUM(c.amount) AS amount FROM receipt_deposits x JOIN receipts c ON c.id = x.receipt_id
            WHERE x.${column} IS NOT NULL GROUP BY x.${column}
          ) r ON r.id = f.id
          WHERE d.kind = '${kind}' AND w.fact_id IS NULL
        ) j WHERE j.disposition <> j.rightly OR j.matched <> j.banked`,
})

/**
 * What became of every fact, judged anew from the matches alone. Facts whose matches changed since
 * (`facts_to_judge`) wait for their next run.
 */
export const JUDGED_RIGHTLY: Probe[] = [
  {
    code: 'charge_judged_wrongly',
    sql: `SELECT CONCAT('dispositions/charge/', fact_id) AS subject, CONCAT('says ', disposition, ' of ', amount, ', matched ', matched) AS detail
          FROM dispositions WHERE kind = 'charge'
            AND disposition <> CASE WHEN matched = 0 THEN 'unpaid' WHEN matched < amount THEN 'part_paid' ELSE 'paid' END`,
  },
  {
    code: 'receipt_judged_wrongly',
    sql: `SELECT CONCAT('dispositions/receipt/', d.fact_id) AS subject, CONCAT('says ', d.disposition, ', matched ', d.matched) AS detail
          FROM dispositions d JOIN receipts r ON r.id = d.fact_id
          LEFT JOIN returned_cheques y ON y.receipt_id = r.id LEFT JOIN receipt_deposits x ON x.receipt_id = r.id
          LEFT JOIN facts_to_judge w ON w.kind = 'receipt' AND w.fact_id = r.id
          WHERE d.kind = 'receipt' AND w.fact_id IS NULL AND NOT CASE
            WHEN y.receipt_id IS NOT NULL THEN d.disposition = 'returned'
            WHEN r.is_void = 1 THEN d.disposition = IF(x.receipt_id IS NULL, 'voided', 'voided_banked')
            WHEN d.matched = 0 THEN d.disposition IN ('duplicate', 'expired_right', 'without_charge')
            WHEN x.receipt_id IS NULL THEN d.disposition = 'not_deposited'
            ELSE d.disposition = IF(d.matched < d.amount, 'overpaid', 'matched') END
            AND NOT EXISTS (SELECT 1 FROM import_changes h JOIN imports i ON i.id = h.import_id JOIN reconciliation_runs q ON q.id = d.run_id
              WHERE h.table_name = 'receipts' AND h.record_id = r.id AND i.committed_at > q.started_at)`,
  },
  {
    code: 'receipt_matched_differs',
    sql: `SELECT CONCAT('dispositions/receipt/', d.fact_id) AS subject, CONCAT('says ', d.matched, ', allocations ', COALESCE(a.amount, 0)) AS detail
          FROM dispositions d
          LEFT JOIN (SELECT receipt_id, SUM(amount) AS amount FROM allocations GROUP BY receipt_id) a ON a.receipt_id = d.fact_id
          LEFT JOIN facts_to_judge w ON w.kind = 'receipt' AND w.fact_id = d.fact_id
          WHERE d.kind = 'receipt' AND w.fact_id IS NULL AND d.matched <> COALESCE(a.amount, 0)`,
  },
  ...PAPERS.map(paperJudgement),
  {
    code: 'bank_line_judged_wrongly',
    sql: `SELECT CONCAT('dispositions/bank_line/', j.fact_id) AS subject, CONCAT('says ', j.disposition, ' ', j.matched, ', is ', j.rightly) AS detail
          FROM (
            SELECT d.fact_id, d.disposition, d.matched, IF(m.id IS NULL AND y.receipt_id IS NULL, 0, f.amount) AS found, CASE
              WHEN y.receipt_id IS NOT NULL THEN 'returned_cheque'
              WHEN m.id IS NULL THEN IF(f.amount > 0, 'without_slip', 'outside')
              WHEN g.on_account = 0 THEN 'wrong_account'
              WHEN b.deposited <> b.banked THEN 'amount_differs'
              ELSE 'matched' END AS rightly
            FROM dispositions d JOIN bank_lines f ON f.id = d.fact_id
            LEFT JOIN returned_cheques y ON y.bank_line_id = f.id
            LEFT JOIN facts_to_judge w ON w.kind = 'bank_line' AND w.fact_id = f.id
            LEFT JOIN bank_match_members m ON m.bank_line_id = f.id
            LEFT JOIN bank_matches b ON b.id = m.match_id
            LEFT JOIN (
              SELECT lm.bank_line_id, MAX(COALESCE(s.bank_account_id, t.bank_account_id) = l.bank_account_id) AS on_account
              FROM bank_match_members lm JOIN bank_lines l ON l.id = lm.bank_line_id
              JOIN bank_match_members pm ON pm.match_id = lm.match_id AND pm.bank_line_id IS NULL
              LEFT JOIN deposit_slips s ON s.id = pm.slip_id LEFT JOIN settlements t ON t.id = pm.settlement_id
              GROUP BY lm.bank_line_id
            ) g ON g.bank_line_id = f.id
            WHERE d.kind = 'bank_line' AND w.fact_id IS NULL
          ) j WHERE j.disposition <> j.rightly OR j.matched <> j.found`,
  },
]

/** The page's totals, added up anew by unit, month and head. */
export const TOTALS_ADD_UP: Probe[] = [
  {
    code: 'month_total_differs',
    sql: `SELECT CONCAT('revenue_month_totals/', x.unit_id, '/', x.month, '/', x.head_id) AS subject,
            CONCAT('due ', SUM(x.due), ', matched ', SUM(x.due_matched), ' in ', SUM(x.due_count), ' too much') AS detail
          FROM (
            SELECT unit_id, month, head_id, due_count, due, due_matched FROM revenue_month_totals
            UNION ALL
            SELECT d.unit_id, d.month, c.head_id, -COUNT(*), -SUM(d.amount), -SUM(d.matched)
            FROM dispositions d JOIN charges c ON c.id = d.fact_id WHERE d.kind = 'charge' GROUP BY d.unit_id, d.month, c.head_id
          ) x GROUP BY x.unit_id, x.month, x.head_id HAVING SUM(x.due_count) <> 0 OR SUM(x.due) <> 0 OR SUM(x.due_matched) <> 0`,
  },
  {
    code: 'month_collected_differs',
    sql: `SELECT CONCAT('revenue_month_totals/', x.unit_id, '/', x.month) AS subject,
            CONCAT('collected ', SUM(x.collected), ', deposited ', SUM(x.deposited), ', banked ', SUM(x.banked), ' in ', SUM(x.n), ' too much') AS detail
          FROM (
            SELECT unit_id, month, collected_count AS n, collected, deposited, banked FROM revenue_month_totals
            UNION ALL
            SELECT d.unit_id, d.month, -COUNT(*), -SUM(r.amount), -SUM(IF(x.receipt_id IS NULL, 0, r.amount)),
              -SUM(IF(s.id IS NULL AND t.id IS NULL, 0, r.amount))
            FROM dispositions d JOIN receipts r ON r.id = d.fact_id AND r.is_void = 0
            LEFT JOIN receipt_deposits x ON x.receipt_id = r.id
            LEFT JOIN bank_match_members s ON s.slip_id = x.slip_id
            LEFT JOIN bank_match_members t ON t.settlement_id = x.settlement_id
            WHERE d.kind = 'receipt' GROUP BY d.unit_id, d.month
          ) x GROUP BY x.unit_id, x.month
          HAVING (SUM(x.n) <> 0 OR SUM(x.collected) <> 0 OR SUM(x.deposited) <> 0 OR SUM(x.banked) <> 0)
            AND NOT EXISTS (SELECT 1 FROM facts_to_judge w WHERE w.unit_id = x.unit_id)`,
  },
  {
    code: 'month_head_collected_differs',
    sql: `SELECT CONCAT('revenue_month_totals/', x.unit_id, '/', x.month, '/', x.head_id) AS subject,
            CONCAT('collected ', SUM(x.collected), ' in ', SUM(x.n), ' too much') AS detail
          FROM (
            SELECT unit_id, month, head_id, collected_count AS n, collected FROM revenue_month_totals
            UNION ALL
            SELECT d.unit_id, d.month, COALESCE(h.id, c.head_id, 0), -COUNT(*), -SUM(r.amount)
            FROM dispositions d JOIN receipts r ON r.id = d.fact_id AND r.is_void = 0
            LEFT JOIN revenue_heads h ON h.code = r.head_code
            LEFT JOIN allocations a ON h.id IS NULL AND a.receipt_id = r.id AND a.receipt_share = 1
            LEFT JOIN charges c ON c.id = a.charge_id
            WHERE d.kind = 'receipt' GROUP BY d.unit_id, d.month, COALESCE(h.id, c.head_id, 0)
          ) x GROUP BY x.unit_id, x.month, x.head_id HAVING SUM(x.n) <> 0 OR SUM(x.collected) <> 0`,
  },
]
