import type { Invariant } from '#reporting/books_check/invariant'

const POSTED_FACTS: { table: string; amount: string; where: string }[] = [
  { table: 'receipts', amount: 'amount', where: '1 = 1' },
  { table: 'deposit_slips', amount: 'amount', where: '1 = 1' },
  { table: 'settlements', amount: 'gross', where: '1 = 1' },
  { table: 'bank_lines', amount: 'ABS(amount)', where: '1 = 1' },
]

/** I1, I2, I7, I10: the ledger balances, is whole, is numbered without gaps and posted in open periods. */
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
        code: 'ledger_line_differs_from_entry',
        sql: `SELECT CONCAT('ledger_lines/', l.id) AS subject,
                CONCAT('unit ', l.unit_id, ' day ', l.posted_on, ', entry unit ', e.unit_id, ' day ', e.posted_on) AS detail
              FROM ledger_lines l JOIN ledger_entries e ON e.id = l.entry_id
              WHERE l.unit_id <> e.unit_id OR l.posted_on <> e.posted_on`,
      },
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
      {
        code: 'month_total_differs',
        sql: `SELECT CONCAT('revenue_month_totals/', t.unit_id, '/', t.month, '/', t.head_id) AS subject,
                CONCAT('stored due ', t.due_count, ' × ', t.due, ', charges ', COALESCE(c.n, 0), ' × ', COALESCE(c.amount, 0)) AS detail
              FROM revenue_month_totals t
              LEFT JOIN (
                SELECT d.unit_id, d.month, ch.head_id, COUNT(*) AS n, SUM(d.amount) AS amount
                FROM dispositions d JOIN charges ch ON ch.id = d.fact_id WHERE d.kind = 'charge'
                GROUP BY d.unit_id, d.month, ch.head_id
              ) c ON c.unit_id = t.unit_id AND c.month = t.month AND c.head_id = t.head_id
              WHERE t.due <> COALESCE(c.amount, 0) OR t.due_count <> COALESCE(c.n, 0)`,
      },
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
      {
        code: 'reversal_differs',
        sql: `SELECT CONCAT('ledger_entries/', r.id) AS subject, CONCAT('reverses ', r.total, ' of ', o.total) AS detail
              FROM ledger_entries r JOIN ledger_entries o ON o.id = r.reverses_id
              WHERE r.total <> o.total OR r.unit_id <> o.unit_id`,
      },
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
              WHERE p.state = 'locked' AND e.created_at > p.changed_at`,
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
    ],
  },
]
