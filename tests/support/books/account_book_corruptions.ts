import { one, type Corruption } from '#tests/support/books/corruptions'

const FOLIO = (code: string, month = '2025-08-01') =>
  `SELECT f.id FROM book_folios f JOIN account_books b ON b.id = f.book_id WHERE b.code = '${code}' AND f.month = '${month}'`
const SIGNED =
  "SELECT id FROM period_accounts WHERE status = 'signed' AND span = 'month' AND first_day = '2025-08-01'"
const CLOSING = "SELECT id, entry_id FROM year_closings WHERE status = 'approved'"
const DAY = "SELECT id FROM daily_reckonings WHERE status = 'signed' ORDER BY day DESC"
const TOTAL = (code: string, month: string) =>
  `SELECT t.account_id AS id, t.unit_id FROM ledger_totals t JOIN ledger_accounts a ON a.id = t.account_id WHERE a.code = '${code}' AND t.month = '${month}'`

/** Ways to spoil what was frozen over the ledger; each must be named. */
export const ACCOUNT_BOOK_CORRUPTIONS: Corruption[] = [
  ...['78-cash', '39-credit', '81-uses', '10'].flatMap((code) => [
    one(
      `a closed folio of book ${code} says another movement`,
      FOLIO(code),
      'UPDATE book_folios SET debit = debit + 0.01, carried_debit = carried_debit + 0.01 WHERE id = :id',
      'folio_differs_from_ledger'
    ),
    one(
      `a closed folio of book ${code} carries another balance`,
      FOLIO(code),
      'UPDATE book_folios SET carried_credit = carried_credit + 5 WHERE id = :id',
      'folio_differs_from_ledger'
    ),
  ]),
  one(
    'a closed folio of book 224 says another movement',
    FOLIO('224'),
    'UPDATE book_folios SET credit = credit - 1 WHERE id = :id',
    'folio_differs_from_entries'
  ),
  one(
    'a folio does not bring what the one before carried',
    FOLIO('78-cash', '2025-07-01'),
    'UPDATE book_folios SET carried_debit = carried_debit + 1, carried_credit = carried_credit + 1 WHERE id = :id',
    'folio_does_not_follow'
  ),
  one(
    'a folio rests on one that is open',
    FOLIO('39-credit', '2025-07-01'),
    "UPDATE book_folios SET status = 'open', document_hash = NULL, closed_by = NULL, carried_debit = NULL WHERE id = :id",
    'folio_does_not_follow'
  ),
  one(
    'money slips into a month under folios and accounts',
    TOTAL('INT-BANK', '2025-08-01'),
    "UPDATE ledger_totals SET debit = debit + 9 WHERE account_id = :id AND unit_id = :unit_id AND month = '2025-08-01'",
    'folio_differs_from_ledger',
    'period_account_differs_from_ledger'
  ),
  one(
    'a payment is posted on a reckoned day',
    "SELECT id FROM ledger_entries WHERE kind = 'payment_voucher'",
    'UPDATE ledger_entries SET total = total + 1 WHERE id = :id',
    'daily_reckoning_differs_from_books'
  ),
  one(
    'a reckoned payment is called something else',
    "SELECT id FROM ledger_entries WHERE kind = 'payment_voucher'",
    "UPDATE ledger_entries SET kind = 'test' WHERE id = :id",
    'daily_reckoning_differs_from_books',
    'folio_differs_from_entries'
  ),
  one(
    'a signed reckoning says other figures',
    DAY,
    'UPDATE daily_reckonings SET entries_gross = entries_gross + 1, entries_net = entries_net + 1 WHERE id = :id',
    'daily_reckoning_differs_from_books'
  ),
  one(
    'a signed reckoning opens elsewhere',
    DAY,
    'UPDATE daily_reckonings SET opening_gross = opening_gross + 1, opening_net = opening_net + 1 WHERE id = :id',
    'daily_reckoning_differs_from_books'
  ),
  one(
    'a difference of two books loses its explanation',
    DAY,
    'UPDATE daily_reckonings SET explanation = NULL WHERE id = :id',
    'daily_reckoning_unexplained'
  ),
  ...['brought_debit', 'debit', 'credit'].map((figure) =>
    one(
      `a line of a signed form 75 has another ${figure}`,
      SIGNED,
      `UPDATE period_account_lines SET ${figure} = ${figure} + 0.25 WHERE period_account_id = :id LIMIT 1`,
      'period_account_differs_from_ledger'
    )
  ),
  one(
    'a line of a signed form 75 is gone',
    SIGNED,
    'DELETE FROM period_account_lines WHERE period_account_id = :id LIMIT 1',
    'period_account_differs_from_ledger'
  ),
  one(
    'a form 75 does not add up to its lines',
    SIGNED,
    'UPDATE period_accounts SET debit = debit + 1, credit = credit + 1 WHERE id = :id',
    'period_account_does_not_add_up'
  ),
  one(
    'a signature on form 75 is another man’s',
    SIGNED,
    'UPDATE period_accounts SET head_by = submitted_by WHERE id = :id',
    'period_account_without_its_signature'
  ),
  one(
    'a form 75 was signed with other figures',
    SIGNED,
    "UPDATE period_accounts SET document_hash = UNHEX(SHA2('else', 256)) WHERE id = :id",
    'period_account_without_its_signature'
  ),
  one(
    'a month is open under a signed form 75',
    "SELECT unit_id FROM accounting_periods WHERE month = '2025-08-01'",
    "UPDATE accounting_periods SET state = 'open' WHERE unit_id = :unit_id AND month = '2025-08-01'",
    'month_open_under_a_signature',
    'closed_year_with_open_months'
  ),
  one(
    'a closed year has an open month',
    "SELECT unit_id FROM accounting_periods WHERE month = '2026-06-01'",
    "DELETE FROM accounting_periods WHERE unit_id = :unit_id AND month = '2026-06-01'",
    'closed_year_with_open_months'
  ),
  ...['revenue', 'expense'].map((figure) =>
    one(
      `a final account says another ${figure}`,
      CLOSING,
      `UPDATE year_closings SET ${figure} = ${figure} + 1 WHERE id = :id`,
      'year_closing_differs_from_ledger'
    )
  ),
  one(
    'an account opens the next year with another balance',
    CLOSING,
    'UPDATE year_closing_lines SET opening_debit = opening_debit + 0.01 WHERE closing_id = :id AND opening_debit > 0 LIMIT 1',
    'year_opening_differs_from_closing'
  ),
  one(
    'an account is left out of the next year’s opening',
    CLOSING,
    'DELETE FROM year_closing_lines WHERE closing_id = :id AND opening_credit > 0 LIMIT 1',
    'year_opening_differs_from_closing'
  ),
  one(
    'a closed year has lost its entry',
    CLOSING,
    'UPDATE year_closings SET entry_id = NULL WHERE id = :id',
    'year_closing_without_its_entry',
    'closing_entry_of_no_year'
  ),
  one(
    'a closing entry is of another day',
    CLOSING,
    "UPDATE ledger_entries SET posted_on = '2026-05-31' WHERE id = :entry_id",
    'year_closing_without_its_entry'
  ),
  one(
    'an approved year is called undone',
    CLOSING,
    "UPDATE year_closings SET status = 'undone', approved_by = NULL WHERE id = :id",
    'year_closing_without_its_entry'
  ),
]
