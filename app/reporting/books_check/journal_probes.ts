import type { Probe } from '#reporting/books_check/invariant'

/** Entries written by hand, with the journal and the step (`approved`, or a month) that their key names. */
const BY_HAND = `(SELECT e.*, CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(e.business_key, '/', 2), '/', -1) AS UNSIGNED) AS journal_id,
    SUBSTRING_INDEX(e.business_key, '/', -1) AS step
  FROM ledger_entries e WHERE e.business_key LIKE 'journal/%')`

const TOLD = 'account_id, debit, credit, fund_id, budget_line_id, party_id, asset_id, centre, memo'
const of = (table: string) => TOLD.replaceAll(/\w+/g, (column) => `${table}.${column}`)

/** What was approved is what was posted; an opening is what its file said. */
export const JOURNALS_IN_STEP: Probe[] = [
  {
    code: 'journal_out_of_balance',
    sql: `SELECT CONCAT('journals/', j.id) AS subject,
            CONCAT('total ', j.total, ', debit ', COALESCE(SUM(l.debit), 0), ', credit ', COALESCE(SUM(l.credit), 0)) AS detail
          FROM journals j LEFT JOIN journal_lines l ON l.journal_id = j.id GROUP BY j.id, j.total
          HAVING COALESCE(SUM(l.debit), 0) <> j.total OR COALESCE(SUM(l.credit), 0) <> j.total`,
  },
  {
    code: 'entry_differs_from_its_journal',
    sql: `SELECT CONCAT('ledger_entries/', x.id) AS subject, CONCAT('account ', x.account_id, ' stands otherwise in its journal') AS detail
          FROM (
            SELECT h.id, 1 AS times, ${of('l')} FROM ${BY_HAND} h JOIN ledger_lines l ON l.entry_id = h.id
            UNION ALL
            SELECT h.id, -1, ${of('l')} FROM ${BY_HAND} h JOIN journal_lines l ON l.journal_id = h.journal_id
          ) x GROUP BY x.id, ${of('x')} HAVING SUM(x.times) <> 0`,
  },
  {
    code: 'opening_balance_differs_from_ledger',
    sql: `SELECT CONCAT('opening_balances/', x.unit_id, '/', x.day, '/', x.account_id, '/', x.fund_id) AS subject,
            CONCAT('file ', SUM(x.said), ', posted ', SUM(x.posted)) AS detail
          FROM (
            SELECT unit_id, opened_on AS day, account_id, fund_id, debit - credit AS said, 0 AS posted FROM opening_balances
            UNION ALL
            SELECT e.unit_id, e.posted_on, l.account_id, COALESCE(l.fund_id, 0), 0, l.debit - l.credit
            FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id WHERE e.kind = 'opening_balances'
          ) x GROUP BY x.unit_id, x.day, x.account_id, x.fund_id HAVING SUM(x.said) <> SUM(x.posted)`,
  },
  {
    code: 'opening_balance_of_another_entry',
    sql: `SELECT CONCAT('opening_balances/', o.id) AS subject, CONCAT('entry ', o.ledger_entry_id, ' is not of this opening') AS detail
          FROM opening_balances o LEFT JOIN ledger_entries e ON e.id = o.ledger_entry_id AND e.kind = 'opening_balances'
            AND e.unit_id = o.unit_id AND e.posted_on = o.opened_on AND e.import_id = o.import_id AND e.reverses_id IS NULL
          WHERE e.id IS NULL`,
  },
]

/** Each journal reaches the ledger once, by approval, and in its months alone. */
export const JOURNALS_ONCE: Probe[] = [
  {
    code: 'entry_without_its_journal',
    sql: `SELECT CONCAT('ledger_entries/', h.id) AS subject, CONCAT(h.business_key, ' on ', h.posted_on, ' is of no such journal') AS detail
          FROM ${BY_HAND} h LEFT JOIN journals j ON j.id = h.journal_id AND j.unit_id = h.unit_id AND h.kind = CONCAT('journal_', j.kind)
          WHERE j.id IS NULL OR NOT IF(j.kind = 'recurring',
            j.status IN ('active', 'ended') AND h.step = DATE_FORMAT(h.posted_on, '%Y-%m')
              AND DATE_FORMAT(h.posted_on, '%Y-%m-01') BETWEEN DATE_FORMAT(j.posted_on, '%Y-%m-01') AND j.until_month,
            j.status = 'posted' AND h.step = 'approved' AND j.ledger_entry_id = h.id AND j.posted_on = h.posted_on)`,
  },
  {
    code: 'journal_without_its_entry',
    sql: `SELECT CONCAT('journals/', j.id) AS subject, CONCAT(j.kind, ' ', j.status, ', entry ', COALESCE(j.ledger_entry_id, 'none')) AS detail
          FROM journals j LEFT JOIN ledger_entries e ON e.id = j.ledger_entry_id
          WHERE j.status = 'posted' AND NOT COALESCE(e.unit_id = j.unit_id AND e.posted_on = j.posted_on AND e.total = j.total
            AND e.reverses_id <=> j.reverses_id
            AND e.business_key = IF(j.kind = 'reversal', CONCAT('reversal/', j.reverses_id), CONCAT('journal/', j.id, '/approved')), FALSE)
            OR j.status <> 'posted' AND j.ledger_entry_id IS NOT NULL`,
  },
  {
    code: 'journal_number_gap',
    sql: `SELECT CONCAT('journals/', j.unit_id, '/', j.fiscal_year) AS subject,
            CONCAT(COUNT(*), ' journals, numbers ', MIN(j.number), ' to ', MAX(j.number), ', counter ', COALESCE(MAX(c.last_number), 0)) AS detail
          FROM journals j LEFT JOIN number_counters c ON c.unit_id = j.unit_id AND c.book = 'journals' AND c.fiscal_year = j.fiscal_year
          GROUP BY j.unit_id, j.fiscal_year
          HAVING MIN(j.number) <> 1 OR MAX(j.number) <> COUNT(*) OR COUNT(DISTINCT j.number) <> COUNT(*)
            OR COALESCE(MAX(c.last_number), 0) <> MAX(j.number)`,
  },
  {
    code: 'journal_without_two_hands',
    sql: `SELECT CONCAT('journals/', id) AS subject, CONCAT(status, ', made by ', made_by, ', decided by ', COALESCE(decided_by, 'nobody')) AS detail
          FROM journals WHERE status IN ('posted', 'active', 'ended', 'refused') AND NOT COALESCE(decided_by <> made_by AND document_hash IS NOT NULL, FALSE)`,
  },
]

/** What lines are told apart by agrees with the entry and with the budget; a reversal takes it back alike. */
export const DIMENSIONS_OF_LINES: Probe[] = [
  {
    code: 'ledger_line_of_no_fund',
    sql: `SELECT CONCAT('ledger_lines/', l.id) AS subject, CONCAT('fund ', l.fund_id, ' is no special fund') AS detail
          FROM ledger_lines l LEFT JOIN budget_codes f ON f.id = l.fund_id AND f.axis = 'fund' AND f.code <> '00'
          WHERE l.fund_id IS NOT NULL AND f.id IS NULL`,
  },
  {
    code: 'ledger_line_of_another_budget_line',
    sql: `SELECT CONCAT('ledger_lines/', l.id) AS subject,
            CONCAT('budget line ', l.budget_line_id, ' is of unit ', COALESCE(b.unit_id, 'none'), ', ', COALESCE(b.fiscal_year, 'no year'), ', fund ', COALESCE(f.code, 'none')) AS detail
          FROM ledger_lines l JOIN ledger_entries e ON e.id = l.entry_id
          LEFT JOIN budget_lines b ON b.id = l.budget_line_id LEFT JOIN budget_codes f ON f.id = b.fund_id
          WHERE l.budget_line_id IS NOT NULL AND NOT COALESCE(b.unit_id = e.unit_id AND b.fiscal_year = e.fiscal_year
            AND COALESCE(l.fund_id, 0) = IF(f.code = '00', 0, b.fund_id), FALSE)`,
  },
  {
    code: 'reversal_told_apart_otherwise',
    sql: `SELECT CONCAT('ledger_entries/', x.id) AS subject, CONCAT('account ', x.account_id, ' is taken back from elsewhere') AS detail
          FROM (
            SELECT r.id, l.debit - l.credit AS net, l.account_id, l.fund_id, l.budget_line_id, l.party_id, l.asset_id, l.centre
            FROM ledger_entries r JOIN ledger_lines l ON l.entry_id IN (r.id, r.reverses_id)
            WHERE r.reverses_id IS NOT NULL
          ) x GROUP BY x.id, x.account_id, x.fund_id, x.budget_line_id, x.party_id, x.asset_id, x.centre HAVING SUM(x.net) <> 0`,
  },
  {
    code: 'sealing_differs_from_its_seals',
    sql: `SELECT CONCAT('ledger_sealings/', g.id) AS subject, CONCAT(g.first_entry_id, ' to ', g.last_entry_id, ', ', COUNT(s.entry_id), ' seals') AS detail
          FROM ledger_sealings g LEFT JOIN ledger_seals s ON s.first_entry_id = g.first_entry_id AND s.last_entry_id = g.last_entry_id
            AND s.entry_id BETWEEN g.first_entry_id AND g.last_entry_id
          GROUP BY g.id, g.first_entry_id, g.last_entry_id HAVING COUNT(s.entry_id) <> g.last_entry_id - g.first_entry_id + 1
          UNION ALL
          SELECT CONCAT('ledger_seals/', s.entry_id), CONCAT('sealing ', s.first_entry_id, ' to ', COALESCE(s.last_entry_id, 'nothing'), ' is gone')
          FROM ledger_seals s LEFT JOIN ledger_sealings g ON g.first_entry_id = s.first_entry_id AND g.last_entry_id = s.last_entry_id
          WHERE s.first_entry_id IS NOT NULL AND g.id IS NULL`,
  },
]
