import { ofRevenue } from '#revenue/reconciliation/bank/of_revenue'
import type { Invariant, Probe } from '#reporting/books_check/invariant'
import { BILLS } from '#reporting/books_check/bill_probes'
import { JUDGED_RIGHTLY } from '#reporting/books_check/judgement_probes'
import { MATCHES_WITH_REASON } from '#reporting/books_check/match_probes'

interface Fact {
  kind: string
  table: string
  amount: string
  day: string
  where: string
}

/** The five kinds of fact, as docs/reconciliation.md defines their month and amount. */
const FACTS: Fact[] = [
  {
    kind: 'charge',
    table: 'charges',
    amount: 'f.amount',
    day: 'f.due_on',
    where: "f.status = 'open'",
  },
  { kind: 'receipt', table: 'receipts', amount: 'f.amount', day: 'f.received_on', where: '1 = 1' },
  {
    kind: 'slip',
    table: 'deposit_slips',
    amount: 'f.amount',
    day: 'f.deposited_on',
    where: '1 = 1',
  },
  {
    kind: 'settlement',
    table: 'settlements',
    amount: 'f.gross',
    day: 'f.settled_on',
    where: '1 = 1',
  },
  {
    kind: 'bank_line',
    table: 'bank_lines',
    amount: 'f.amount',
    day: 'f.booked_on',
    where: ofRevenue('f'),
  },
]

/** Units and months whose latest run ended well: their facts must all be disposed of. */
const COVERED = `(
  SELECT DISTINCT c.descendant_id AS unit_id, r.month, MAX(r.started_at) AS ran_at
  FROM reconciliation_runs r JOIN unit_closure c ON c.ancestor_id = r.unit_id
  WHERE r.state = 'done' GROUP BY c.descendant_id, r.month
)`

const oneDisposition = (fact: Fact): Probe[] => [
  {
    code: `${fact.kind}_without_disposition`,
    sql: `SELECT CONCAT('${fact.table}/', f.id) AS subject, 'reconciled month, no disposition' AS detail
          FROM ${fact.table} f
          JOIN ${COVERED} r ON r.unit_id = f.unit_id AND r.month = DATE_FORMAT(${fact.day}, '%Y-%m-01') AND f.created_at < r.ran_at
          LEFT JOIN dispositions d ON d.kind = '${fact.kind}' AND d.fact_id = f.id
          WHERE ${fact.where} AND d.fact_id IS NULL`,
  },
  {
    code: `${fact.kind}_disposition_differs`,
    sql: `SELECT CONCAT('dispositions/${fact.kind}/', d.fact_id) AS subject,
            IF(f.id IS NULL, 'the fact is gone', CONCAT('disposed ', d.amount, ' in ', d.month, ', the fact is ', ${fact.amount}, ' on ', ${fact.day})) AS detail
          FROM dispositions d LEFT JOIN ${fact.table} f ON f.id = d.fact_id
          WHERE d.kind = '${fact.kind}'
            AND (f.id IS NULL OR d.amount <> ${fact.amount} OR d.unit_id <> f.unit_id OR d.month <> DATE_FORMAT(${fact.day}, '%Y-%m-01'))`,
  },
]

/** I4, I5, I6: what came in is there once, has one disposition, and is not consumed beyond its amount. */
export const REVENUE: Invariant[] = [
  {
    id: 'I4',
    name: { ar: 'كل صف وارد موجود مرة واحدة', en: 'Every row that came in is there exactly once' },
    probes: [
      {
        code: 'import_rows_do_not_add_up',
        sql: `SELECT CONCAT('imports/', id) AS subject,
                CONCAT(row_count, ' rows, ', landed + updated + unchanged + rejected + blank, ' accounted for') AS detail
              FROM imports WHERE state = 'committed' AND row_count <> landed + updated + unchanged + rejected + blank`,
      },
      ...[
        ['charges', 'charges'],
        ['receipts', 'receipts'],
        ['deposit-slips', 'deposit_slips'],
        ['settlements', 'settlements'],
        ['bank-statement', 'bank_lines'],
        ['parties', 'parties'],
      ].map(([kind, table]) => ({
        code: `imported_${table}_lost`,
        // Counted in one pass: the large tables have no key by import.
        sql: `SELECT CONCAT('imports/', i.id) AS subject, CONCAT(i.landed, ' landed, ', COALESCE(f.n, 0), ' in the table') AS detail
              FROM imports i
              LEFT JOIN (SELECT import_id, COUNT(*) AS n FROM ${table} WHERE import_id IS NOT NULL GROUP BY import_id) f ON f.import_id = i.id
              WHERE i.kind = '${kind}' AND i.state = 'committed' AND COALESCE(f.n, 0) <> i.landed`,
      })),
      {
        code: 'facts_of_unknown_import',
        sql: ['charges', 'receipts', 'deposit_slips', 'settlements', 'bank_lines']
          .map(
            (
              table
            ) => `SELECT CONCAT('${table}/', f.id) AS subject, CONCAT('import ', f.import_id, ' ', COALESCE(i.state, 'is gone')) AS detail
              FROM ${table} f LEFT JOIN imports i ON i.id = f.import_id
              WHERE f.import_id IS NOT NULL AND (i.id IS NULL OR i.state NOT IN ('committed', 'undoing'))`
          )
          .join(' UNION ALL '),
      },
      {
        code: 'import_differs_from_trail',
        sql: `SELECT CONCAT('imports/', i.id) AS subject, CONCAT(i.landed, ' landed of ', i.row_count, ', the trail says ', t.after_value) AS detail
              FROM imports i JOIN trail t ON t.subject_type = 'import' AND t.subject_id = i.id AND t.unit_id = i.unit_id AND t.action = 'import.committed'
              WHERE i.state IN ('committed', 'undone') AND (
                JSON_VALUE(t.after_value, '$.rows') <> i.row_count OR JSON_VALUE(t.after_value, '$.landed') <> i.landed
                OR JSON_VALUE(t.after_value, '$.updated') <> i.updated OR JSON_VALUE(t.after_value, '$.rejected') <> i.rejected)`,
      },
      {
        code: 'import_lost',
        sql: `SELECT CONCAT('imports/', t.subject_id) AS subject, CONCAT(t.action, ', but it ', COALESCE(CONCAT('is ', i.state), 'is gone')) AS detail
              FROM trail t LEFT JOIN imports i ON i.id = t.subject_id
              WHERE t.action = 'import.committed' AND (i.id IS NULL OR i.state NOT IN ('committed', 'undoing', 'undone'))
                 OR t.action = 'import.undone' AND (i.id IS NULL OR i.state <> 'undone')`,
      },
      {
        code: 'import_of_another_file',
        sql: `SELECT CONCAT('imports/', i.id) AS subject, CONCAT('file ', i.file_id, ' is not the one of the trail') AS detail
              FROM imports i LEFT JOIN stored_files f ON f.id = i.file_id
              LEFT JOIN trail t ON t.subject_type = 'import' AND t.subject_id = i.id AND t.unit_id = i.unit_id AND t.action = 'import.committed'
              WHERE f.id IS NULL OR t.id IS NOT NULL AND JSON_VALUE(t.after_value, '$.sha256') <> LOWER(HEX(f.sha256))`,
      },
      {
        code: 'import_moment_missing',
        sql: `SELECT CONCAT('imports/', id) AS subject, CONCAT(state, ', committed ', COALESCE(committed_at, '-'), ', undone ', COALESCE(undone_at, '-')) AS detail
              FROM imports WHERE (state IN ('committed', 'undone')) <> (committed_at IS NOT NULL) AND state <> 'undoing'
                 OR (state = 'undone') <> (undone_at IS NOT NULL)`,
      },
      {
        code: 'bank_line_twice',
        sql: `SELECT CONCAT('bank_lines/', MAX(id)) AS subject, CONCAT('one identity, ', COUNT(*), ' lines') AS detail
              FROM bank_lines GROUP BY bank_account_id, identity HAVING COUNT(*) > 1`,
      },
    ],
  },
  {
    id: 'I5',
    name: { ar: 'لكل واقعة مصير واحد', en: 'Every fact has exactly one disposition' },
    probes: [...FACTS.flatMap(oneDisposition), ...JUDGED_RIGHTLY],
  },
  {
    id: 'I6',
    name: { ar: 'لا يستهلك شيء بأكثر من قيمته', en: 'Nothing is consumed beyond its amount' },
    probes: [
      {
        code: 'receipt_overconsumed',
        sql: `SELECT CONCAT('receipts/', r.id) AS subject, CONCAT('amount ', r.amount, ', allocated ', SUM(a.amount)) AS detail
              FROM allocations a JOIN receipts r ON r.id = a.receipt_id GROUP BY r.id, r.amount HAVING SUM(a.amount) > r.amount`,
      },
      {
        code: 'charge_overpaid_by_allocations',
        sql: `SELECT CONCAT('charges/', c.id) AS subject, CONCAT('amount ', c.amount, ', allocated ', SUM(a.amount)) AS detail
              FROM allocations a JOIN charges c ON c.id = a.charge_id GROUP BY c.id, c.amount HAVING SUM(a.amount) > c.amount`,
      },
      {
        code: 'allocation_of_void_or_cancelled',
        sql: `SELECT CONCAT('allocations/', a.id) AS subject,
                CONCAT('receipt void: ', r.is_void, ', charge ', c.status) AS detail
              FROM allocations a JOIN receipts r ON r.id = a.receipt_id JOIN charges c ON c.id = a.charge_id
              WHERE r.is_void = 1 OR c.status <> 'open'`,
      },
      {
        code: 'allocation_orphan',
        sql: `SELECT CONCAT('allocations/', a.id) AS subject, 'its receipt or charge is gone' AS detail
              FROM allocations a LEFT JOIN receipts r ON r.id = a.receipt_id LEFT JOIN charges c ON c.id = a.charge_id
              WHERE r.id IS NULL OR c.id IS NULL`,
      },
      {
        code: 'allocation_across_units',
        sql: `SELECT CONCAT('allocations/', a.id) AS subject, CONCAT('charge of unit ', c.unit_id, ', receipt of unit ', r.unit_id) AS detail
              FROM allocations a JOIN receipts r ON r.id = a.receipt_id JOIN charges c ON c.id = a.charge_id
              WHERE c.unit_id <> r.unit_id OR a.unit_id <> c.unit_id`,
      },
      {
        code: 'charge_matched_differs',
        sql: `SELECT CONCAT('dispositions/charge/', d.fact_id) AS subject,
                CONCAT('says ', d.matched, ', allocations ', COALESCE(SUM(a.amount), 0)) AS detail
              FROM dispositions d LEFT JOIN allocations a ON a.charge_id = d.fact_id
              WHERE d.kind = 'charge' GROUP BY d.fact_id, d.matched HAVING d.matched <> COALESCE(SUM(a.amount), 0)`,
      },
      {
        code: 'deposited_twice',
        sql: `SELECT CONCAT('receipts/', receipt_id) AS subject, CONCAT(COUNT(*), ' deposits') AS detail
              FROM receipt_deposits GROUP BY receipt_id HAVING COUNT(*) > 1`,
      },
      {
        code: 'banked_twice',
        sql: `SELECT CONCAT('deposit_slips/', slip_id) AS subject, CONCAT(COUNT(*), ' bank groups') AS detail
              FROM bank_match_members WHERE slip_id IS NOT NULL GROUP BY slip_id HAVING COUNT(*) > 1
              UNION ALL
              SELECT CONCAT('settlements/', settlement_id), CONCAT(COUNT(*), ' bank groups')
              FROM bank_match_members WHERE settlement_id IS NOT NULL GROUP BY settlement_id HAVING COUNT(*) > 1
              UNION ALL
              SELECT CONCAT('bank_lines/', bank_line_id), CONCAT(COUNT(*), ' bank groups')
              FROM bank_match_members WHERE bank_line_id IS NOT NULL GROUP BY bank_line_id HAVING COUNT(*) > 1`,
      },
      {
        code: 'bank_group_differs',
        sql: `SELECT CONCAT('bank_matches/', m.id) AS subject,
                CONCAT('says ', m.deposited, ' and ', m.banked, ', members ', COALESCE(SUM(COALESCE(s.amount, t.net)), 0), ' and ', COALESCE(SUM(l.amount), 0)) AS detail
              FROM bank_matches m LEFT JOIN bank_match_members x ON x.match_id = m.id
              LEFT JOIN deposit_slips s ON s.id = x.slip_id LEFT JOIN settlements t ON t.id = x.settlement_id
              LEFT JOIN bank_lines l ON l.id = x.bank_line_id
              GROUP BY m.id, m.deposited, m.banked
              HAVING m.deposited <> COALESCE(SUM(COALESCE(s.amount, t.net)), 0) OR m.banked <> COALESCE(SUM(l.amount), 0)`,
      },
      ...BILLS,
      ...MATCHES_WITH_REASON,
    ],
  },
]
