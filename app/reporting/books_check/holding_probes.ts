import type { Invariant, Probe } from '#reporting/books_check/invariant'

/** Accounts that an event of some documents debits or credits, by the posting rules of any day. */
const ruled = (documents: string, event: string, side: 'debit' | 'credit', amount = 'amount') =>
  `SELECT account_code FROM posting_rules WHERE ${documents} AND event = '${event}' AND side = '${side}' AND amount_key = '${amount}' AND account_code IS NOT NULL`

/**
 * Documents against the accounts that stand for them, unit by unit.
 * @param held SQL of `unit_id`, `code` and `amount` of what stands
 * @param accounts SQL of the codes of those accounts
 */
const against = (held: string, accounts: string, normal: 'debit' | 'credit') => `
  SELECT CONCAT('units/', x.unit_id, '/accounts/', COALESCE(x.code, 'none')) AS subject,
    CONCAT('documents hold ', SUM(x.held), ', the ledger ', SUM(x.posted)) AS detail
  FROM (
    SELECT h.unit_id, h.code, h.amount AS held, 0 AS posted FROM (${held}) h
    UNION ALL
    SELECT l.unit_id, k.code, 0, ${normal === 'debit' ? 'l.debit - l.credit' : 'l.credit - l.debit'}
    FROM ledger_accounts k JOIN ledger_lines l ON l.account_id = k.id WHERE k.code IN (${accounts})
  ) x GROUP BY x.unit_id, x.code HAVING SUM(x.held) <> SUM(x.posted)`

/** The account of the rule that held on the day a document was taken in. */
const codeOn = (document: string, event: string, side: string, day: string, amount = 'amount') =>
  `(SELECT r.account_code FROM posting_rules r WHERE r.document = ${document} AND r.event = '${event}' AND r.side = '${side}'
    AND r.amount_key = '${amount}' AND r.valid_from <= ${day} AND (r.valid_to IS NULL OR r.valid_to > ${day}) LIMIT 1)`

/** The day on which a guarantee came into the books. */
const TAKEN_IN = `(SELECT MAX(d.decided_on) FROM guarantee_acts d WHERE d.guarantee_id = guarantees.id AND d.status = 'approved' AND d.kind IN ('accept', 'clear'))`

/** Accounts on which forms 50 give money ahead. */
const ADVANCE_ACCOUNTS = `SELECT account_code FROM payment_types WHERE code LIKE 'advance%' AND account_code IS NOT NULL`

const LETTERS = "document LIKE 'guarantee.letter.%'"
const DEPOSITS = "document IN ('guarantee.cash', 'guarantee.receipt', 'guarantee.cheque')"

const CONTROL: Probe[] = [
  {
    code: 'open_advances_differ_from_ledger',
    // A form 50 that is posted has debited the account before the bank pays it.
    sql: against(
      `SELECT a.unit_id, t.account_code AS code, IF(a.status = 'paid', a.open_amount, a.amount) AS amount
       FROM advances a JOIN payment_types t ON t.code = CONCAT('advance_', a.kind)
       LEFT JOIN payment_vouchers v ON v.paying_advance_id = a.id AND v.entry_id IS NOT NULL
       WHERE a.status = 'paid' OR (a.status = 'approved' AND v.id IS NOT NULL)`,
      ADVANCE_ACCOUNTS,
      'debit'
    ),
  },
  {
    code: 'letters_held_differ_from_memo_accounts',
    sql: against(
      `SELECT unit_id, ${codeOn("CONCAT('guarantee.letter.', purpose)", 'held', 'debit', TAKEN_IN, 'memo')} AS code, open_amount AS amount
       FROM guarantees WHERE form = 'letter' AND status IN ('held', 'called')`,
      ruled(LETTERS, 'held', 'debit', 'memo'),
      'debit'
    ),
  },
  {
    code: 'deposits_held_differ_from_ledger',
    sql: against(
      `SELECT unit_id, ${codeOn("CONCAT('guarantee.', IF(receipt_id IS NULL, form, 'receipt'))", 'held', 'credit', TAKEN_IN)} AS code, open_amount AS amount
       FROM guarantees WHERE form <> 'letter' AND status = 'held'`,
      ruled(DEPOSITS, 'held', 'credit'),
      'credit'
    ),
  },
  {
    code: 'cash_on_its_way_differs_from_ledger',
    sql: against(
      `SELECT unit_id, ${codeOn("'cash_transfer'", 'sent', 'debit', 'sent_on')} AS code, amount FROM cash_transfers WHERE status = 'sent'`,
      ruled("document = 'cash_transfer'", 'sent', 'debit'),
      'debit'
    ),
  },
]

const DOCUMENTS: Probe[] = [
  {
    code: 'advance_not_paid_by_its_form',
    sql: `SELECT CONCAT('advances/', a.id) AS subject, CONCAT(a.status, ', form 50 ', COALESCE(v.status, 'none')) AS detail
          FROM advances a LEFT JOIN payment_vouchers v ON v.id = a.voucher_id
          WHERE a.voucher_id IS NOT NULL AND (a.status NOT IN ('paid', 'settled') OR v.status NOT IN ('executed', 'archived')
            OR v.gross <> a.amount OR v.entry_id <> a.ledger_entry_id)
            OR a.status = 'approved' AND EXISTS (SELECT 1 FROM payment_vouchers w WHERE w.paying_advance_id = a.id AND w.status IN ('executed', 'archived'))`,
  },
  {
    code: 'advance_settled_differs_from_its_parts',
    sql: `SELECT CONCAT('advances/', a.id) AS subject, CONCAT('settled ', a.settled, ', replenished ', a.replenished, '; parts ', COALESCE(p.settled, 0), ' and ', COALESCE(p.replenished, 0)) AS detail
          FROM advances a LEFT JOIN (
            SELECT advance_id, SUM(IF(kind = 'replenished', 0, amount)) AS settled, SUM(IF(kind = 'replenished', amount, 0)) AS replenished
            FROM advance_settlements WHERE status = 'approved' GROUP BY advance_id) p ON p.advance_id = a.id
          WHERE a.settled <> COALESCE(p.settled, 0) OR a.replenished <> COALESCE(p.replenished, 0)`,
  },
  {
    code: 'guarantee_differs_from_its_acts',
    sql: `SELECT CONCAT('guarantees/', g.id) AS subject, CONCAT('released ', g.released, ', forfeited ', g.forfeited, '; acts ', COALESCE(a.released, 0), ' and ', COALESCE(a.forfeited, 0)) AS detail
          FROM guarantees g LEFT JOIN (
            SELECT guarantee_id, SUM(IF(kind = 'release', amount, 0)) AS released, SUM(IF(kind IN ('forfeit', 'penalise'), amount, 0)) AS forfeited
            FROM guarantee_acts WHERE status = 'approved' GROUP BY guarantee_id) a ON a.guarantee_id = g.id
          WHERE g.released <> COALESCE(a.released, 0) OR g.forfeited <> COALESCE(a.forfeited, 0)`,
  },
  {
    code: 'penalty_differs_from_its_entry',
    sql: `SELECT CONCAT('penalties/', p.id) AS subject, CONCAT('taken ', p.executed, ', given back ', COALESCE(b.back, 0), '; posted ', COALESCE(e.total, 'nothing')) AS detail
          FROM penalties p
          LEFT JOIN (SELECT penalty_id, SUM(amount_before - amount_after) AS back FROM penalty_appeals
            WHERE ledger_entry_id IS NOT NULL GROUP BY penalty_id) b ON b.penalty_id = p.id
          LEFT JOIN ledger_entries e ON e.business_key = CONCAT('penalty/', p.id, '/executed')
          WHERE p.executed_via IN ('invoice', 'cash') AND (e.id IS NULL OR e.total <> p.executed + COALESCE(b.back, 0))`,
  },
  {
    code: 'form_50_deduction_taken_twice',
    sql: `SELECT CONCAT('payment_vouchers/', x.voucher_id) AS subject, CONCAT(x.kind, ' taken above what was deducted by ', SUM(x.amount)) AS detail
          FROM (
            SELECT voucher_id, 'advance' AS kind, amount FROM advance_settlements WHERE voucher_id IS NOT NULL AND status <> 'refused'
            UNION ALL SELECT voucher_id, 'penalty', executed FROM penalties WHERE voucher_id IS NOT NULL
            UNION ALL SELECT voucher_id, kind, -amount FROM voucher_deductions WHERE kind IN ('advance', 'penalty')
          ) x GROUP BY x.voucher_id, x.kind HAVING SUM(x.amount) > 0`,
  },
  {
    code: 'cheque_leaves_with_gaps',
    sql: `SELECT CONCAT('cheque_books/', b.id) AS subject, CONCAT(b.first_no, ' to ', b.last_no, ' has ', COUNT(x.number), ' leaves of its own') AS detail
          FROM cheque_books b LEFT JOIN cheque_leaves x ON x.book_id = b.id AND x.bank_account_id = b.bank_account_id
            AND x.number BETWEEN b.first_no AND b.last_no
          GROUP BY b.id, b.first_no, b.last_no HAVING COUNT(x.number) <> b.last_no - b.first_no + 1`,
  },
  {
    code: 'cash_transfer_without_its_arrival',
    sql: `SELECT CONCAT('cash_transfers/', t.id) AS subject, CONCAT('to unit ', t.to_unit_id, ', arrives at ', COALESCE(a.unit_id, 'none')) AS detail
          FROM cash_transfers t LEFT JOIN cash_arrivals a ON a.transfer_id = t.id
          WHERE a.id IS NULL OR a.unit_id <> t.to_unit_id`,
  },
]

/** I15: what is held of others and what others hold agrees with the accounts that stand for it. */
export const HOLDINGS: Invariant[] = [
  {
    id: 'I15',
    name: {
      ar: 'السلف والتأمينات والنقدية في الطريق ودفاتر الشيكات متفقة مع حساباتها',
      en: 'Advances, guarantees, cash on its way and cheque books agree with their accounts',
    },
    probes: [...CONTROL, ...DOCUMENTS],
  },
]
