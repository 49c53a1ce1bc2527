import type { Invariant, Probe } from '#reporting/books_check/invariant'

/** States of an account of form 75 in which somebody has signed its figures. */
const SIGNED = "('controlled', 'managed', 'signed')"

/** First and last day of a fiscal year by its label. */
const FIRST_OF = (year: string) => `CONCAT(LEFT(${year}, 4), '-07-01')`
const LAST_OF = (year: string) => `CONCAT(RIGHT(${year}, 4), '-06-30')`

/**
 * What moved by month, and, to be taken out again by who reads a year as it was signed, what closed it
 * (`closes` names that year). I2 holds these totals against the lines.
 */
const MOVES = `(
    SELECT unit_id, account_id, month, debit, credit, NULL AS closes FROM ledger_totals
    UNION ALL
    SELECT l.unit_id, l.account_id, DATE_FORMAT(l.posted_on, '%Y-%m-01'), -l.debit, -l.credit, e.fiscal_year
    FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id WHERE e.kind = 'year_closing'
  ) m`

/** Codes of a JSON list as a pattern for their beginnings. */
const BEGINS = `CONCAT('^(', REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(b.account_prefixes, '[', ''), ']', ''), '"', ''), ' ', ''), ',', '|'), ')')`

const OF_BOOK = `(JSON_LENGTH(b.account_prefixes) = 0 OR a.code REGEXP ${BEGINS} OR COALESCE(a.parent_code, '') REGEXP ${BEGINS})
  AND (JSON_LENGTH(b.account_classes) = 0 OR JSON_CONTAINS(b.account_classes, JSON_QUOTE(a.class)))`

const FOLIOS: Probe[] = [
  {
    code: 'folio_differs_from_ledger',
    sql: `SELECT CONCAT('book_folios/', f.id) AS subject,
            CONCAT('closed on ', f.debit, '/', f.credit, ', carries ', f.carried_debit - f.carried_credit, '; the ledger says ',
              COALESCE(SUM(IF(x.month >= f.month, x.debit, 0)), 0), '/', COALESCE(SUM(IF(x.month >= f.month, x.credit, 0)), 0),
              ', ', COALESCE(SUM(x.debit - x.credit), 0)) AS detail
          FROM book_folios f JOIN account_books b ON b.id = f.book_id AND JSON_LENGTH(b.entry_kinds) = 0
          LEFT JOIN (
            SELECT fo.id AS folio_id, m.month, m.debit, m.credit
            FROM book_folios fo JOIN account_books b ON b.id = fo.book_id AND JSON_LENGTH(b.entry_kinds) = 0
            JOIN ${MOVES} ON m.unit_id = fo.unit_id AND m.month <= fo.month AND (m.closes IS NULL OR m.closes = fo.fiscal_year)
            JOIN ledger_accounts a ON a.id = m.account_id AND ${OF_BOOK}
            WHERE fo.status <> 'open' AND (m.month >= ${FIRST_OF('fo.fiscal_year')}
              OR (b.carries = 'balance' AND a.class NOT IN ('revenue', 'expense')))
          ) x ON x.folio_id = f.id
          WHERE f.status <> 'open'
          GROUP BY f.id, f.debit, f.credit, f.carried_debit, f.carried_credit, f.month
          HAVING COALESCE(SUM(IF(x.month >= f.month, x.debit, 0)), 0) <> f.debit
            OR COALESCE(SUM(IF(x.month >= f.month, x.credit, 0)), 0) <> f.credit
            OR COALESCE(SUM(x.debit - x.credit), 0) <> f.carried_debit - f.carried_credit`,
  },
  {
    code: 'folio_differs_from_entries',
    sql: `SELECT CONCAT('book_folios/', f.id) AS subject,
            CONCAT('closed on ', f.debit, '/', f.credit, '; the entries say ', COALESCE(SUM(l.debit), 0), '/', COALESCE(SUM(l.credit), 0)) AS detail
          FROM book_folios f JOIN account_books b ON b.id = f.book_id AND JSON_LENGTH(b.entry_kinds) > 0
          LEFT JOIN (ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id)
            ON e.unit_id = f.unit_id AND e.posted_on BETWEEN f.month AND LAST_DAY(f.month) AND JSON_CONTAINS(b.entry_kinds, JSON_QUOTE(e.kind))
            AND (b.normal_side = 'both' OR IF((b.normal_side = 'debit') = (e.reverses_id IS NULL), l.debit, l.credit) > 0)
          WHERE f.status <> 'open' GROUP BY f.id, f.debit, f.credit
          HAVING COALESCE(SUM(l.debit), 0) <> f.debit OR COALESCE(SUM(l.credit), 0) <> f.credit`,
  },
  {
    code: 'folio_does_not_follow',
    sql: `SELECT CONCAT('book_folios/', f.id) AS subject,
            CONCAT('brings ', f.brought_debit, '/', f.brought_credit, ', the one before carried ', COALESCE(p.carried_debit, 'nothing'), '/', COALESCE(p.carried_credit, 'nothing')) AS detail
          FROM book_folios f JOIN account_books b ON b.id = f.book_id
          JOIN book_folios p ON p.book_id = f.book_id AND p.unit_id = f.unit_id AND p.month = f.month - INTERVAL 1 MONTH
          WHERE f.status <> 'open' AND (p.status = 'open' OR (NOT (b.carries = 'year' AND MONTH(f.month) = 7)
            AND (f.brought_debit <> p.carried_debit OR f.brought_credit <> p.carried_credit)))`,
  },
]

const DAYS: Probe[] = [
  {
    code: 'daily_reckoning_differs_from_books',
    sql: `SELECT CONCAT('daily_reckonings/', d.id) AS subject,
            CONCAT('says 55: ', d.forms_count, ' of ', d.forms_gross, ', 224: ', d.entries_count, ' of ', d.entries_gross, ', before: ', d.opening_gross,
              '; the books say ', COALESCE(v.forms, 0), ' of ', COALESCE(v.gross, 0), ', ', COALESCE(e.entries, 0), ' of ', COALESCE(e.gross, 0), ', ', COALESCE(o.gross, 0)) AS detail
          FROM daily_reckonings d
          LEFT JOIN (
            SELECT unit_id, day, SUM(sign) AS forms, SUM(sign * gross) AS gross, SUM(sign * net) AS net FROM (
              SELECT unit_id, posted_on AS day, 1 AS sign, gross, net FROM payment_vouchers WHERE posted_on IS NOT NULL
              UNION ALL
              SELECT v.unit_id, r.posted_on, -1, v.gross, v.net FROM payment_vouchers v JOIN ledger_entries r ON r.reverses_id = v.entry_id
            ) s GROUP BY unit_id, day
          ) v ON v.unit_id = d.unit_id AND v.day = d.day
          LEFT JOIN (
            SELECT unit_id, posted_on AS day, SUM(IF(reverses_id IS NULL, 1, -1)) AS entries, SUM(IF(reverses_id IS NULL, total, -total)) AS gross
            FROM ledger_entries WHERE kind = 'payment_voucher' GROUP BY unit_id, posted_on
          ) e ON e.unit_id = d.unit_id AND e.day = d.day
          LEFT JOIN (
            SELECT y.id, SUM(IF(b.reverses_id IS NULL, b.total, -b.total)) AS gross
            FROM daily_reckonings y JOIN ledger_entries b ON b.unit_id = y.unit_id AND b.fiscal_year = y.fiscal_year AND b.posted_on < y.day AND b.kind = 'payment_voucher'
            GROUP BY y.id
          ) o ON o.id = d.id
          WHERE d.status <> 'draft' AND (d.forms_count <> COALESCE(v.forms, 0) OR d.forms_gross <> COALESCE(v.gross, 0) OR d.forms_net <> COALESCE(v.net, 0)
            OR d.entries_count <> COALESCE(e.entries, 0) OR d.entries_gross <> COALESCE(e.gross, 0) OR d.opening_gross <> COALESCE(o.gross, 0))`,
  },
  {
    code: 'daily_reckoning_unexplained',
    sql: `SELECT CONCAT('daily_reckonings/', id) AS subject, CONCAT('books differ by ', forms_gross - entries_gross, ' and nothing explains it') AS detail
          FROM daily_reckonings WHERE status <> 'draft' AND explanation IS NULL
            AND (forms_count <> entries_count OR forms_gross <> entries_gross OR forms_net <> entries_net)`,
  },
]

const ACCOUNTS: Probe[] = [
  {
    code: 'period_account_differs_from_ledger',
    sql: `SELECT CONCAT('period_accounts/', x.id, '/', a.code) AS subject,
            CONCAT('differs from the ledger by ', SUM(x.brought), ' brought, ', SUM(x.debit), ' debit, ', SUM(x.credit), ' credit') AS detail
          FROM (
            SELECT p.id, l.account_id, l.brought_debit - l.brought_credit AS brought, l.debit, l.credit
            FROM period_accounts p JOIN period_account_lines l ON l.period_account_id = p.id WHERE p.status IN ${SIGNED}
            UNION ALL
            SELECT p.id, IF(c.class IN ('revenue', 'expense') AND m.month < ${FIRST_OF('p.fiscal_year')}, r.id, c.id),
              IF(m.month < p.first_day, m.credit - m.debit, 0), IF(m.month >= p.first_day, -m.debit, 0), IF(m.month >= p.first_day, -m.credit, 0)
            FROM period_accounts p JOIN ${MOVES} ON m.unit_id = p.unit_id AND m.month <= p.last_day AND (m.closes IS NULL OR m.closes = p.fiscal_year)
            JOIN ledger_accounts c ON c.id = m.account_id JOIN ledger_accounts r ON r.code = 'INT-RESULT'
            WHERE p.status IN ${SIGNED}
          ) x JOIN ledger_accounts a ON a.id = x.account_id
          GROUP BY x.id, a.code HAVING SUM(x.brought) <> 0 OR SUM(x.debit) <> 0 OR SUM(x.credit) <> 0`,
  },
  {
    code: 'period_account_does_not_add_up',
    sql: `SELECT CONCAT('period_accounts/', p.id) AS subject, CONCAT('says ', p.debit, '/', p.credit, ', its lines ', COALESCE(SUM(l.debit), 0), '/', COALESCE(SUM(l.credit), 0)) AS detail
          FROM period_accounts p LEFT JOIN period_account_lines l ON l.period_account_id = p.id
          GROUP BY p.id, p.debit, p.credit
          HAVING COALESCE(SUM(l.debit), 0) <> p.debit OR COALESCE(SUM(l.credit), 0) <> p.credit
            OR COALESCE(SUM(l.carried_debit), 0) <> COALESCE(SUM(l.carried_credit), 0)`,
  },
  {
    code: 'period_account_without_its_signature',
    sql: `SELECT CONCAT('period_accounts/', p.id) AS subject, CONCAT(s.step, ' by ', s.signer, ' is not among the approvals of its figures') AS detail
          FROM period_accounts p JOIN (
            SELECT id, 'controller' AS step, controller_by AS signer FROM period_accounts WHERE controller_by IS NOT NULL
            UNION ALL SELECT id, 'manager', manager_by FROM period_accounts WHERE manager_by IS NOT NULL
            UNION ALL SELECT id, 'head', head_by FROM period_accounts WHERE head_by IS NOT NULL
          ) s ON s.id = p.id
          LEFT JOIN approvals a ON a.subject_type = 'period_account' AND a.subject_id = p.id AND a.step = s.step
            AND a.decided_by = s.signer AND a.decision = 'approved' AND a.document_hash = p.document_hash
          WHERE a.id IS NULL`,
  },
  {
    code: 'month_open_under_a_signature',
    sql: `SELECT CONCAT('period_accounts/', p.id) AS subject, CONCAT('signed over ', COUNT(l.month), ' locked months of ', TIMESTAMPDIFF(MONTH, p.first_day, p.last_day) + 1) AS detail
          FROM period_accounts p LEFT JOIN accounting_periods l ON l.unit_id = p.unit_id AND l.month BETWEEN p.first_day AND p.last_day AND l.state = 'locked'
          WHERE p.status IN ${SIGNED} GROUP BY p.id, p.first_day, p.last_day
          HAVING COUNT(l.month) <> TIMESTAMPDIFF(MONTH, p.first_day, p.last_day) + 1`,
  },
]

const CLOSINGS: Probe[] = [
  {
    code: 'year_closing_differs_from_ledger',
    sql: `SELECT CONCAT('year_closings/', y.id) AS subject,
            CONCAT('says ', y.revenue, ' and ', y.expense, '; the ledger ', COALESCE(SUM(IF(x.class = 'revenue', x.net, 0)), 0), ' and ', COALESCE(SUM(IF(x.class = 'expense', -x.net, 0)), 0)) AS detail
          FROM year_closings y LEFT JOIN (
            SELECT m.unit_id, m.month, m.closes, a.class, m.credit - m.debit AS net FROM ${MOVES}
            JOIN ledger_accounts a ON a.id = m.account_id AND a.class IN ('revenue', 'expense')
          ) x ON x.unit_id = y.unit_id AND x.month BETWEEN ${FIRST_OF('y.fiscal_year')} AND ${LAST_OF('y.fiscal_year')} AND (x.closes IS NULL OR x.closes = y.fiscal_year)
          WHERE y.status <> 'undone' GROUP BY y.id, y.revenue, y.expense
          HAVING COALESCE(SUM(IF(x.class = 'revenue', x.net, 0)), 0) <> y.revenue OR COALESCE(SUM(IF(x.class = 'expense', -x.net, 0)), 0) <> y.expense`,
  },
  {
    code: 'year_opening_differs_from_closing',
    sql: `SELECT CONCAT('year_closings/', x.id, '/', a.code) AS subject, CONCAT('opens ', SUM(x.amount), ' away from where the ledger closed') AS detail
          FROM (
            SELECT y.id, l.account_id, l.opening_debit - l.opening_credit AS amount FROM year_closings y JOIN year_closing_lines l ON l.closing_id = y.id WHERE y.status <> 'undone'
            UNION ALL
            SELECT y.id, t.account_id, t.credit - t.debit FROM year_closings y
            JOIN ledger_totals t ON t.unit_id = y.unit_id AND t.month <= ${LAST_OF('y.fiscal_year')} WHERE y.status <> 'undone'
          ) x JOIN ledger_accounts a ON a.id = x.account_id GROUP BY x.id, a.code HAVING SUM(x.amount) <> 0`,
  },
  {
    code: 'year_closing_without_its_entry',
    sql: `SELECT CONCAT('year_closings/', y.id) AS subject, CONCAT(y.status, ', entry ', COALESCE(y.entry_id, 'none'), ' of ', COALESCE(e.posted_on, 'no day'), IF(r.id IS NULL, '', ', taken back')) AS detail
          FROM year_closings y LEFT JOIN ledger_entries e ON e.id = y.entry_id LEFT JOIN ledger_entries r ON r.reverses_id = e.id
          WHERE (y.status <> 'undone' AND ((y.entry_id IS NULL AND (y.revenue <> 0 OR y.expense <> 0))
              OR (y.entry_id IS NOT NULL AND (r.id IS NOT NULL OR e.kind <> 'year_closing' OR e.unit_id <> y.unit_id OR e.posted_on <> ${LAST_OF('y.fiscal_year')}))))
             OR (y.status = 'undone' AND y.entry_id IS NOT NULL AND r.id IS NULL)`,
  },
  {
    code: 'closing_entry_of_no_year',
    sql: `SELECT CONCAT('ledger_entries/', e.id) AS subject, CONCAT('closes ', e.fiscal_year, ' and no closing names it') AS detail
          FROM ledger_entries e LEFT JOIN year_closings y ON y.entry_id = e.id LEFT JOIN ledger_entries r ON r.reverses_id = e.id
          WHERE e.kind = 'year_closing' AND e.reverses_id IS NULL AND y.id IS NULL AND r.id IS NULL`,
  },
  {
    code: 'closed_year_with_open_months',
    sql: `SELECT CONCAT('year_closings/', y.id) AS subject, CONCAT(y.status, ' over ', COUNT(p.month), ' locked months') AS detail
          FROM year_closings y LEFT JOIN accounting_periods p ON p.unit_id = y.unit_id AND p.state = 'locked'
            AND p.month BETWEEN ${FIRST_OF('y.fiscal_year')} AND ${LAST_OF('y.fiscal_year')}
          WHERE y.status <> 'undone' GROUP BY y.id, y.status HAVING COUNT(p.month) <> 12`,
  },
]

/** I14: what was frozen and signed over the ledger is what the ledger says. */
export const ACCOUNT_BOOKS: Invariant[] = [
  {
    id: 'I14',
    name: {
      ar: 'الفوليات والحسبات وحسابات 75 والحسابات الختامية كما في القيود',
      en: 'Folios, daily reckonings, accounts of form 75 and final accounts are what the ledger says',
    },
    probes: [...FOLIOS, ...DAYS, ...ACCOUNTS, ...CLOSINGS],
  },
]
