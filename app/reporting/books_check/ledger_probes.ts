import type { Invariant } from '#reporting/books_check/invariant'
import { BANK_DEBITS } from '#reporting/books_check/bank_debit_probes'
import { TOTALS_ADD_UP } from '#reporting/books_check/judgement_probes'
import {
  DIMENSIONS_OF_LINES,
  JOURNALS_IN_STEP,
  JOURNALS_ONCE,
} from '#reporting/books_check/journal_probes'
import { TOTALS_OF_MONTHS } from '#reporting/books_check/total_probes'
import {
  DAYS_OF_POSTINGS,
  ENTRIES_OF_THEIR_KEYS,
  POSTINGS_OF_FACTS,
} from '#reporting/books_check/posting_probes'

const POSTED_FACTS: { table: string; amount: string; where: string }[] = [
  { table: 'receipts', amount: 'amount', where: '1 = 1' },
  { table: 'deposit_slips', amount: 'amount', where: '1 = 1' },
  { table: 'settlements', amount: 'gross', where: '1 = 1' },
  { table: 'bank_lines', amount: 'ABS(amount)', where: '1 = 1' },
]

/** I1, I2, I7, I10: the ledger balances, is whole, is numbered without gaps and posted in open periods. */
/** Only the closing of a year, and its undoing, enter a June that is locked: on its last day, for the year that is closed. */
const NOT_CLOSING_A_YEAR = `NOT (e.kind = 'year_closing' AND EXISTS (
                SELECT 1 FROM year_closings y WHERE y.unit_id = e.unit_id
                AND e.posted_on = CONCAT(RIGHT(y.fiscal_year, 4), '-06-30')))`

export const LEDGER: Invariant[] = [
  {
    id: 'I1',
    name: { ar: 'كل قيد متوازن', en: 'Every entry balances' },
    probes: [
      {
        code: 'ledger_entry_unbalanced',
        sql: `SELECT CONCAT('ledger_entries/', e.id) AS subject,
                CONCAT('total ', e.total, ', debit ', COALESCE(SUM(l.debit), 0), ', credit ', COALESCE(SUM(l.credit), 0)) AS detail
              FROM ledger_entries e LEFT JOIN ledger_lines l ON l.entry_id = e.id
              GROUP BY e.id, e.total
              HAVING COALESCE(SUM(l.debit), 0) <> e.total OR COALESCE(SUM(l.credit), 0) <> e.total`,
      },
      {
        code: 'ledger_line_two_sided',
        sql: `SELECT CONCAT('ledger_lines/', id) AS subject, CONCAT('debit ', debit, ', credit ', credit) AS detail
              FROM ledger_lines WHERE debit < 0 OR credit < 0 OR (debit = 0) = (credit = 0)`,
      },
      {
        code: 'ledger_line_without_entry',
        sql: `SELECT CONCAT('ledger_lines/', l.id) AS subject, CONCAT('entry ', l.entry_id, ' is gone') AS detail
              FROM ledger_lines l LEFT JOIN ledger_entries e ON e.id = l.entry_id WHERE e.id IS NULL`,
      },
      {
        code: 'ledger_entry_unsealed',
        sql: `SELECT CONCAT('ledger_entries/', e.id) AS subject, 'not sealed' AS detail
              FROM ledger_entries e LEFT JOIN ledger_seals s ON s.entry_id = e.id WHERE s.entry_id IS NULL`,
      },
      {
        code: 'ledger_entry_places_differ',
        sql: `SELECT CONCAT('ledger_entries/', e.id) AS subject, CONCAT(e.line_count, ' places, ', COUNT(l.id), ' lines') AS detail
              FROM ledger_entries e LEFT JOIN ledger_lines l ON l.entry_id = e.id GROUP BY e.id, e.line_count
              HAVING COUNT(l.id) <> e.line_count OR COUNT(DISTINCT l.line_no) <> e.line_count
                OR MAX(l.line_no) <> e.line_count OR MAX(l.line_count) <> e.line_count OR MIN(l.line_count) <> e.line_count`,
      },
      {
        code: 'ledger_line_differs_from_entry',
        sql: `SELECT CONCAT('ledger_lines/', l.id) AS subject,
                CONCAT('unit ', l.unit_id, ' day ', l.posted_on, ', entry unit ', e.unit_id, ' day ', e.posted_on) AS detail
              FROM ledger_lines l JOIN ledger_entries e ON e.id = l.entry_id
              WHERE l.unit_id <> e.unit_id OR l.posted_on <> e.posted_on`,
      },
      {
        code: 'memo_accounts_against_money',
        sql: `SELECT CONCAT('ledger_entries/', l.entry_id) AS subject,
                CONCAT('memo debit ', SUM(l.debit), ', memo credit ', SUM(l.credit)) AS detail
              FROM ledger_accounts a JOIN ledger_lines l ON l.account_id = a.id
              WHERE a.class = 'memo' GROUP BY l.entry_id HAVING SUM(l.debit) <> SUM(l.credit)`,
      },
      ...DIMENSIONS_OF_LINES,
    ],
  },
  {
    id: 'I2',
    name: {
      ar: 'كل رصيد محفوظ يساوي مجموع حركاته',
      en: 'Every stored total is the sum of its rows',
    },
    probes: [
      ...POSTED_FACTS.map(({ table, amount, where }) => ({
        code: `${table}_differ_from_ledger`,
        sql: `SELECT CONCAT('ledger_entries/', e.id) AS subject,
                CONCAT('entry ', e.total, ', its ${table} ', SUM(${amount})) AS detail
              FROM ${table} f JOIN ledger_entries e ON e.id = f.ledger_entry_id
              WHERE ${where} GROUP BY e.id, e.total HAVING SUM(${amount}) <> e.total`,
      })),
      ...POSTINGS_OF_FACTS,
      ...DAYS_OF_POSTINGS,
      {
        code: 'settlement_net_differs',
        sql: `SELECT CONCAT('settlements/', id) AS subject, CONCAT('gross ', gross, ' less ', commission, ' is not ', net) AS detail
              FROM settlements WHERE net <> gross - commission OR commission < 0`,
      },
      {
        code: 'statement_does_not_balance',
        sql: `SELECT CONCAT('bank_statements/', s.id) AS subject,
                CONCAT(s.opening_balance, ' and lines of ', COALESCE(SUM(l.amount), 0), ' do not make ', s.closing_balance) AS detail
              FROM bank_statements s
              LEFT JOIN bank_lines l ON l.bank_account_id = s.bank_account_id AND l.statement_no = s.statement_no AND l.import_id = s.import_id
              WHERE s.balances = 1 GROUP BY s.id, s.opening_balance, s.closing_balance
              HAVING s.opening_balance + COALESCE(SUM(l.amount), 0) <> s.closing_balance`,
      },
      {
        code: 'bank_line_of_another_unit',
        sql: `SELECT CONCAT('bank_lines/', l.id) AS subject, CONCAT('unit ', l.unit_id, ', account ', COALESCE(b.account_no, 'gone')) AS detail
              FROM bank_lines l LEFT JOIN bank_accounts b ON b.id = l.bank_account_id WHERE b.id IS NULL OR b.unit_id <> l.unit_id`,
      },
      ...TOTALS_ADD_UP,
      ...TOTALS_OF_MONTHS,
      ...JOURNALS_IN_STEP,
      ...BANK_DEBITS,
    ],
  },
  {
    id: 'I7',
    name: { ar: 'لا أثر مكرر ولا رقم مفقود', en: 'No effect twice and no number missing' },
    probes: [
      {
        code: 'ledger_number_gap',
        sql: `SELECT CONCAT('ledger/', unit_id, '/', fiscal_year) AS subject,
                CONCAT(COUNT(*), ' entries, numbers ', MIN(number), ' to ', MAX(number)) AS detail
              FROM ledger_entries GROUP BY unit_id, fiscal_year
              HAVING MIN(number) <> 1 OR MAX(number) <> COUNT(*) OR COUNT(DISTINCT number) <> COUNT(*)`,
      },
      {
        code: 'ledger_counter_differs',
        sql: `SELECT CONCAT('number_counters/', e.unit_id, '/ledger/', e.fiscal_year) AS subject,
                CONCAT('counter ', COALESCE(MAX(c.last_number), 0), ', last entry ', MAX(e.number)) AS detail
              FROM ledger_entries e
              LEFT JOIN number_counters c ON c.unit_id = e.unit_id AND c.book = 'ledger' AND c.fiscal_year = e.fiscal_year
              GROUP BY e.unit_id, e.fiscal_year HAVING COALESCE(MAX(c.last_number), 0) <> MAX(e.number)`,
      },
      {
        code: 'ledger_business_key_twice',
        sql: `SELECT CONCAT('ledger_entries/', MAX(id)) AS subject, CONCAT(business_key, ' posted ', COUNT(*), ' times') AS detail
              FROM ledger_entries GROUP BY business_key HAVING COUNT(*) > 1`,
      },
      ...POSTED_FACTS.map(({ table }) => ({
        code: `${table}_not_posted`,
        sql: `SELECT CONCAT('${table}/', f.id) AS subject, 'not posted to the ledger' AS detail
              FROM ${table} f LEFT JOIN ledger_entries e ON e.id = f.ledger_entry_id
              WHERE e.id IS NULL ${table === 'receipts' ? 'AND f.is_void = 0' : ''}${table === 'bank_lines' ? 'AND f.amount <> 0' : ''}`,
      })),
      {
        code: 'run_number_gap',
        sql: `SELECT CONCAT('reconciliation_runs/', unit_id, '/', month) AS subject,
                CONCAT(COUNT(*), ' runs, last number ', MAX(run_no)) AS detail
              FROM reconciliation_runs GROUP BY unit_id, month HAVING MIN(run_no) <> 1 OR MAX(run_no) <> COUNT(*)`,
      },
      {
        code: 'receipt_number_twice',
        sql: `SELECT CONCAT('receipts/', MAX(id)) AS subject, CONCAT('book ', book_id, ' number ', number, ' ', COUNT(*), ' times') AS detail
              FROM receipts GROUP BY unit_id, book_id, number HAVING COUNT(*) > 1`,
      },
      ...ENTRIES_OF_THEIR_KEYS,
      ...JOURNALS_ONCE,
    ],
  },
  {
    id: 'I10',
    name: {
      ar: 'لا ترحيل في فترة مغلقة، ولا يعتمد أحد ما أعده',
      en: 'Nothing is posted in a closed period; nobody approves what he made',
    },
    probes: [
      {
        code: 'posted_in_locked_period',
        sql: `SELECT CONCAT('ledger_entries/', e.id) AS subject, CONCAT('posted on ', e.posted_on, ' after the month was locked') AS detail
              FROM ledger_entries e
              JOIN accounting_periods p ON p.unit_id = e.unit_id AND p.month = DATE_FORMAT(e.posted_on, '%Y-%m-01')
              WHERE p.state = 'locked' AND e.created_at > p.changed_at AND ${NOT_CLOSING_A_YEAR}`,
      },
      {
        code: 'approved_own_work',
        sql: `SELECT CONCAT('approvals/', id) AS subject, CONCAT('made and decided by ', made_by) AS detail
              FROM approvals WHERE made_by = decided_by
              UNION ALL
              SELECT CONCAT('imports/', id), CONCAT('made and approved by ', created_by)
              FROM imports WHERE created_by = approved_by
              UNION ALL
              SELECT CONCAT('grants/', id), CONCAT('granted to himself by ', granted_by)
              FROM grants WHERE granted_by = user_id`,
      },
      {
        code: 'approval_differs_from_trail',
        sql: `SELECT CONCAT('approvals/', a.id) AS subject, CONCAT(a.subject_type, ' ', a.subject_id, ' ', a.decision, ' is not what the trail says') AS detail
              FROM approvals a
              LEFT JOIN trail t ON t.subject_type = a.subject_type AND t.subject_id = a.subject_id AND t.unit_id = a.unit_id
                AND t.action = CONCAT(a.subject_type, '.', a.decision) AND t.actor_id = a.decided_by
                AND JSON_VALUE(t.after_value, '$.madeBy') = a.made_by AND JSON_VALUE(t.after_value, '$.step') = a.step
                AND JSON_VALUE(t.after_value, '$.documentHash') = LOWER(HEX(a.document_hash))
              WHERE t.id IS NULL`,
      },
      {
        code: 'approval_lost',
        sql: `SELECT CONCAT('trail/', t.id) AS subject, CONCAT(t.action, ' of ', t.subject_id, ' without its approval') AS detail
              FROM trail t LEFT JOIN approvals a ON a.subject_type = t.subject_type AND a.subject_id = t.subject_id
                AND a.decided_by = t.actor_id AND a.decision = SUBSTRING_INDEX(t.action, '.', -1)
              WHERE t.action LIKE '%.approved' AND JSON_VALUE(t.after_value, '$.documentHash') IS NOT NULL AND a.id IS NULL
                 OR t.action LIKE '%.refused' AND JSON_VALUE(t.after_value, '$.documentHash') IS NOT NULL AND a.id IS NULL`,
      },
    ],
  },
]
