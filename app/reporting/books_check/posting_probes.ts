import type { Probe } from '#reporting/books_check/invariant'

const account = (code: string) => `(SELECT id FROM ledger_accounts WHERE code = '${code}')`

interface Posting {
  /** What the probe is called after. */
  name: string
  /** Kinds of its entries, their reversals among them. */
  kinds: string[]
  /** SELECT of (unit_id, day, account_id, net): what docs/imports.md says the facts post, debit positive. */
  expected: string
}

const POSTINGS: Posting[] = [
  {
    name: 'receipts',
    kinds: ['receipts', 'receipts_corrected'],
    expected: `SELECT s.unit_id, s.day, IF(s.method = 'electronic', ${account('INT-ECOLLECT')}, ${account('INT-CASH')}) AS account_id, s.amount AS net
        FROM receipt_sums s
      UNION ALL
      SELECT s.unit_id, s.day, COALESCE(h.ledger_account_id, ${account('INT-REVSETTLE')}), -s.amount
        FROM receipt_sums s LEFT JOIN revenue_heads h ON h.code = s.head_code`,
  },
  {
    name: 'deposit_slips',
    kinds: ['deposit_slips'],
    expected: `SELECT unit_id, deposited_on AS day, ${account('INT-TRANSIT')} AS account_id, amount AS net FROM deposit_slips
      UNION ALL SELECT unit_id, deposited_on, ${account('INT-CASH')}, -amount FROM deposit_slips`,
  },
  {
    name: 'settlements',
    kinds: ['settlements'],
    expected: `SELECT unit_id, settled_on AS day, ${account('INT-TRANSIT')} AS account_id, net AS net FROM settlements
      UNION ALL SELECT unit_id, settled_on, ${account('INT-COMMISSION')}, commission FROM settlements
      UNION ALL SELECT unit_id, settled_on, ${account('INT-ECOLLECT')}, -gross FROM settlements`,
  },
  {
    name: 'bank_lines',
    kinds: ['bank_credits', 'bank_debits'],
    expected: `SELECT l.unit_id, l.booked_on AS day, b.ledger_account_id AS account_id, l.amount AS net
        FROM bank_lines l JOIN bank_accounts b ON b.id = l.bank_account_id
      UNION ALL
      SELECT unit_id, booked_on, IF(amount > 0, ${account('INT-TRANSIT')}, ${account('INT-BANKDEBIT')}), -amount FROM bank_lines`,
  },
  {
    name: 'payment_orders',
    kinds: ['payment_order'],
    expected: `SELECT unit_id, answered_on AS day, ${account('INT-PAYORDERS')} AS account_id, amount AS net
        FROM payment_orders WHERE status = 'executed'
      UNION ALL
      SELECT unit_id, answered_on, ${account('INT-BANKDEBIT')}, -amount FROM payment_orders WHERE status = 'executed'`,
  },
]

/** Receipts summed once: the two sides of their entries read a few thousand rows instead of all. */
const RECEIPT_SUMS = `WITH receipt_sums AS (
  SELECT unit_id, received_on AS day, method, head_code, SUM(amount) AS amount FROM receipts
  WHERE is_void = 0 GROUP BY unit_id, received_on, method, head_code)`

/**
 * What every unit's accounts must have moved by, day by day, computed from the facts as they stand and
 * held against the ledger: a moved amount, a swapped side, another account or day shows, though every
 * entry balances.
 */
export const POSTINGS_OF_FACTS: Probe[] = POSTINGS.map(({ name, kinds, expected }) => ({
  code: `${name}_posted_otherwise`,
  sql: `${name === 'receipts' ? RECEIPT_SUMS : ''}
    SELECT CONCAT('ledger/unit/', x.unit_id, '/', x.day) AS subject,
      CONCAT('account ', x.account_id, ': facts ', SUM(x.net), ', posted ', SUM(x.posted)) AS detail
    FROM (
      SELECT unit_id, day, account_id, SUM(net) AS net, 0 AS posted FROM (${expected}) f GROUP BY unit_id, day, account_id
      UNION ALL
      SELECT l.unit_id, l.posted_on, l.account_id, 0, SUM(l.debit - l.credit)
      FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id
      WHERE e.kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})
      GROUP BY l.unit_id, l.posted_on, l.account_id
    ) x GROUP BY x.unit_id, x.day, x.account_id HAVING SUM(x.net) <> SUM(x.posted)`,
}))

/** The fact and its entry are of one unit and one day. */
export const DAYS_OF_POSTINGS: Probe[] = [
  ['receipts', 'received_on'],
  ['deposit_slips', 'deposited_on'],
  ['settlements', 'settled_on'],
  ['bank_lines', 'booked_on'],
].map(([table, day]) => ({
  code: `${table}_posted_elsewhere`,
  sql: `SELECT CONCAT('${table}/', f.id) AS subject,
      CONCAT('unit ', f.unit_id, ' on ', f.${day}, ', its entry ', e.unit_id, ' on ', e.posted_on) AS detail
    FROM ${table} f JOIN ledger_entries e ON e.id = f.ledger_entry_id
    WHERE f.unit_id <> e.unit_id OR f.${day} <> e.posted_on
      OR NOT (f.import_id <=> e.import_id) AND e.import_id IS NOT NULL`,
}))

const FISCAL_YEAR = `IF(MONTH(posted_on) >= 7, CONCAT(YEAR(posted_on), '/', YEAR(posted_on) + 1), CONCAT(YEAR(posted_on) - 1, '/', YEAR(posted_on)))`

/** What an entry says of itself holds: its year, its business key, the entry that it reverses. */
export const ENTRIES_OF_THEIR_KEYS: Probe[] = [
  {
    code: 'ledger_year_differs_from_day',
    sql: `SELECT CONCAT('ledger_entries/', id) AS subject, CONCAT(posted_on, ' in ', fiscal_year) AS detail
          FROM ledger_entries WHERE fiscal_year <> ${FISCAL_YEAR}`,
  },
  {
    code: 'ledger_key_differs_from_entry',
    sql: `SELECT CONCAT('ledger_entries/', id) AS subject, CONCAT(business_key, ' on ', kind, ' of unit ', unit_id, ', ', posted_on) AS detail
          FROM ledger_entries
          WHERE reverses_id IS NOT NULL AND business_key <> CONCAT('reversal/', reverses_id)
             OR reverses_id IS NULL AND import_id IS NOT NULL
               AND business_key <> CONCAT('import/', import_id, '/', kind, '/', unit_id, '/', posted_on)`,
  },
  {
    code: 'reversal_differs',
    sql: `SELECT CONCAT('ledger_entries/', r.id) AS subject, CONCAT('is no mirror of ', r.reverses_id) AS detail
          FROM ledger_entries r LEFT JOIN ledger_entries o ON o.id = r.reverses_id
          WHERE r.reverses_id IS NOT NULL AND (o.id IS NULL OR r.total <> o.total OR r.unit_id <> o.unit_id OR r.kind <> o.kind OR r.posted_on < o.posted_on)
          UNION ALL
          SELECT CONCAT('ledger_entries/', x.id), CONCAT('account ', x.account_id, ' is not mirrored')
          FROM (
            SELECT r.id, l.account_id, SUM(l.debit - l.credit) AS net FROM ledger_entries r JOIN ledger_lines l ON l.entry_id IN (r.id, r.reverses_id)
            WHERE r.reverses_id IS NOT NULL GROUP BY r.id, l.account_id
          ) x WHERE x.net <> 0`,
  },
  {
    code: 'ledger_seal_without_entry',
    sql: `SELECT CONCAT('ledger_seals/', s.entry_id) AS subject, 'its entry is gone' AS detail
          FROM ledger_seals s LEFT JOIN ledger_entries e ON e.id = s.entry_id WHERE e.id IS NULL`,
  },
  {
    code: 'counter_without_entries',
    sql: `SELECT CONCAT('number_counters/', c.unit_id, '/', c.book, '/', c.fiscal_year) AS subject, CONCAT('stands at ', c.last_number, ', no entry') AS detail
          FROM number_counters c LEFT JOIN ledger_entries e ON e.unit_id = c.unit_id AND e.fiscal_year = c.fiscal_year
          WHERE c.book = 'ledger' AND c.last_number > 0 AND e.id IS NULL`,
  },
  {
    code: 'receipt_outside_its_book',
    sql: `SELECT CONCAT('receipts/', r.id) AS subject, CONCAT('number ', r.number, ', book ', COALESCE(CONCAT(k.first_no, ' to ', k.last_no, ' of unit ', k.unit_id), 'gone')) AS detail
          FROM receipts r LEFT JOIN receipt_books k ON k.id = r.book_id
          WHERE k.id IS NULL OR k.unit_id <> r.unit_id OR r.number NOT BETWEEN k.first_no AND k.last_no`,
  },
]
