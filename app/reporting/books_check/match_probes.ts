import type { Probe } from '#reporting/books_check/invariant'

/** What a bank line `l` says, its Arabic digits (٠–٩) as Latin ones: banks write either. */
const WRITTEN = [...'٠١٢٣٤٥٦٧٨٩'].reduce(
  (sql, digit, value) => `REPLACE(${sql}, '${digit}', '${value}')`,
  "CONCAT(l.reference, ' ', l.narrative)"
)

/** A receipt whose details an import corrected after the run waits for the next one. */
const untouched = (run: string) =>
  `NOT EXISTS (SELECT 1 FROM import_changes h JOIN imports i ON i.id = h.import_id JOIN reconciliation_runs q ON q.id = ${run}
    WHERE h.table_name = 'receipts' AND h.record_id = r.id AND i.committed_at > q.started_at)`

/** Every match holds by the rule that it names, on the papers as they stand. */
export const MATCHES_WITH_REASON: Probe[] = [
  {
    code: 'allocation_without_reason',
    sql: `SELECT CONCAT('allocations/', a.id) AS subject, CONCAT(a.rule, ': receipt says ', COALESCE(r.payment_ref, COALESCE(r.right_no, '-')), ', charge ', c.payment_ref) AS detail
          FROM allocations a JOIN receipts r ON r.id = a.receipt_id JOIN charges c ON c.id = a.charge_id
          WHERE a.decided_by IS NULL AND (
            a.rule IN ('reference_exact', 'reference_amount_differs') AND NOT (r.payment_ref <=> c.payment_ref)
            OR a.rule = 'reference_exact' AND r.amount <> c.amount
            OR a.rule = 'right_head_period' AND NOT (r.period <=> c.period)
            OR a.rule NOT IN ('reference_exact', 'reference_amount_differs', 'right_head_period', 'payer_amount', 'site_amount'))
            AND ${untouched('a.run_id')}`,
  },
  {
    code: 'allocation_shares_differ',
    sql: `SELECT CONCAT('charges/', charge_id) AS subject, CONCAT(COUNT(*), ' shares, ', MIN(charge_share), ' to ', MAX(charge_share)) AS detail
          FROM allocations GROUP BY charge_id
          HAVING MIN(charge_share) <> 1 OR MAX(charge_share) <> COUNT(*) OR COUNT(DISTINCT charge_share) <> COUNT(*)
          UNION ALL
          SELECT CONCAT('receipts/', receipt_id), CONCAT(COUNT(*), ' shares, ', MIN(receipt_share), ' to ', MAX(receipt_share))
          FROM allocations GROUP BY receipt_id
          HAVING MIN(receipt_share) <> 1 OR MAX(receipt_share) <> COUNT(*) OR COUNT(DISTINCT receipt_share) <> COUNT(*)`,
  },
  {
    code: 'match_of_unknown_run',
    sql: ['allocations', 'receipt_deposits', 'bank_matches', 'dispositions', 'revenue_month_totals']
      .map(
        (
          table
        ) => `SELECT CONCAT('${table}/run/', x.run_id) AS subject, CONCAT(x.n, ' rows of a run that is gone or failed') AS detail
          FROM (SELECT run_id, COUNT(*) AS n FROM ${table} WHERE run_id IS NOT NULL GROUP BY run_id) x
          LEFT JOIN reconciliation_runs r ON r.id = x.run_id WHERE r.id IS NULL`
      )
      .join(' UNION ALL '),
  },
  {
    code: 'deposit_without_reason',
    sql: `SELECT CONCAT('receipt_deposits/', x.receipt_id) AS subject,
            CONCAT(x.rule, ': receipt says ', COALESCE(r.slip_no, COALESCE(r.batch_no, '-')), ', paper ', COALESCE(s.number, COALESCE(t.batch_no, 'gone'))) AS detail
          FROM receipt_deposits x LEFT JOIN receipts r ON r.id = x.receipt_id
          LEFT JOIN deposit_slips s ON s.id = x.slip_id LEFT JOIN settlements t ON t.id = x.settlement_id
          WHERE r.id IS NULL OR (s.id IS NULL) = (t.id IS NULL) OR x.unit_id <> r.unit_id
             OR COALESCE(s.unit_id, t.unit_id) <> r.unit_id
             OR x.decided_by IS NULL AND (x.rule NOT IN ('slip_no', 'batch_no')
               OR s.id IS NOT NULL AND NOT (r.slip_no <=> s.number) OR t.id IS NOT NULL AND NOT (r.batch_no <=> t.batch_no))
               AND ${untouched('x.run_id')}`,
  },
  {
    code: 'bank_group_incomplete',
    sql: `SELECT CONCAT('bank_matches/', m.id) AS subject, CONCAT(COUNT(x.bank_line_id), ' lines, ', COUNT(x.slip_id) + COUNT(x.settlement_id), ' papers') AS detail
          FROM bank_matches m LEFT JOIN bank_match_members x ON x.match_id = m.id
          GROUP BY m.id HAVING COUNT(x.bank_line_id) = 0 OR COUNT(x.slip_id) + COUNT(x.settlement_id) = 0`,
  },
  {
    code: 'bank_member_orphan',
    sql: `SELECT CONCAT('bank_match_members/', x.id) AS subject, 'its group or its paper is gone' AS detail
          FROM bank_match_members x LEFT JOIN bank_matches m ON m.id = x.match_id
          LEFT JOIN deposit_slips s ON s.id = x.slip_id LEFT JOIN settlements t ON t.id = x.settlement_id LEFT JOIN bank_lines l ON l.id = x.bank_line_id
          WHERE m.id IS NULL OR (s.id IS NOT NULL) + (t.id IS NOT NULL) + (l.id IS NOT NULL) <> 1`,
  },
  {
    code: 'bank_group_without_reason',
    sql: `SELECT CONCAT('bank_match_members/', p.id) AS subject, CONCAT('no line of its group names ', COALESCE(s.number, t.batch_no)) AS detail
          FROM bank_matches m JOIN bank_match_members p ON p.match_id = m.id AND p.bank_line_id IS NULL
          LEFT JOIN deposit_slips s ON s.id = p.slip_id LEFT JOIN settlements t ON t.id = p.settlement_id
          JOIN bank_match_members q ON q.match_id = m.id AND q.bank_line_id IS NOT NULL JOIN bank_lines l ON l.id = q.bank_line_id
          WHERE m.decided_by IS NULL AND m.rule = 'deposit_reference'
          GROUP BY p.id, s.number, t.batch_no
          HAVING MAX(LOCATE(COALESCE(s.number, t.batch_no), ${WRITTEN})) = 0`,
  },
  {
    code: 'bank_group_key_differs',
    sql: `SELECT CONCAT('bank_matches/', m.id) AS subject, CONCAT(m.match_key, ' is no line of the group, or ', m.rule, ' is no rule') AS detail
          FROM bank_matches m
          LEFT JOIN bank_match_members x ON x.match_id = m.id
          LEFT JOIN bank_lines l ON l.id = x.bank_line_id LEFT JOIN bank_accounts b ON b.id = l.bank_account_id
          WHERE m.decided_by IS NULL GROUP BY m.id, m.match_key, m.rule
          HAVING MAX(COALESCE(CONCAT(b.account_no, '/', HEX(l.identity)) = m.match_key, 0)) = 0
             OR m.rule NOT IN ('deposit_reference', 'account_amount', 'slips_to_one_credit', 'one_slip_to_credits')`,
  },
  {
    code: 'returned_cheque_without_reason',
    sql: `SELECT CONCAT('returned_cheques/', y.receipt_id) AS subject, CONCAT('receipt ', COALESCE(r.amount, 'gone'), ', line ', COALESCE(l.amount, 'gone')) AS detail
          FROM returned_cheques y LEFT JOIN receipts r ON r.id = y.receipt_id LEFT JOIN bank_lines l ON l.id = y.bank_line_id
          WHERE r.id IS NULL OR l.id IS NULL OR l.amount <> -r.amount OR y.unit_id <> r.unit_id
             OR LOCATE(r.cheque_no, ${WRITTEN}) = 0`,
  },
]
