import { one, type Corruption } from '#tests/support/books/corruptions'

const JOURNAL = (where: string) => `SELECT id FROM journals WHERE ${where}`
const POSTED = JOURNAL("status = 'posted' AND kind <> 'reversal'")
const OPENINGS = 'SELECT id, ledger_entry_id FROM opening_balances'
const BY_HAND = "SELECT id FROM ledger_entries WHERE business_key LIKE 'journal/%/approved'"
const MONTHLY = "SELECT id FROM ledger_entries WHERE kind = 'journal_recurring'"
const TOLD = 'SELECT id FROM ledger_lines WHERE budget_line_id IS NOT NULL'
const TOTALS = 'SELECT unit_id, month, account_id, fund_id FROM ledger_totals'
const TOTAL =
  'WHERE unit_id = :unit_id AND month = :month AND account_id = :account_id AND fund_id = :fund_id'

/** Ways to spoil openings, journals, recurring entries, totals and what lines are told apart by. */
export const JOURNAL_CORRUPTIONS: Corruption[] = [
  one(
    'an opening balance says more than was posted',
    OPENINGS,
    'UPDATE opening_balances SET debit = debit + 1 WHERE id = :id AND debit > 0',
    'opening_balance_differs_from_ledger'
  ),
  one(
    'an opening balance is gone',
    OPENINGS,
    'DELETE FROM opening_balances WHERE id = :id',
    'opening_balance_differs_from_ledger'
  ),
  one(
    'an opening balance is of another account',
    "SELECT o.id, a.id AS other FROM opening_balances o JOIN ledger_accounts a ON a.code = 'INT-TRANSIT'",
    'UPDATE opening_balances SET account_id = :other WHERE id = :id',
    'opening_balance_differs_from_ledger'
  ),
  one(
    'an opening balance names the entry of something else',
    `SELECT o.id, e.id AS other FROM opening_balances o JOIN ledger_entries e ON e.kind <> 'opening_balances'`,
    'UPDATE opening_balances SET ledger_entry_id = :other WHERE id = :id',
    'opening_balance_of_another_entry'
  ),
  one(
    'an opening is posted to another account than its file said',
    `SELECT l.id, a.id AS other FROM ledger_lines l JOIN ledger_entries e ON e.id = l.entry_id AND e.kind = 'opening_balances'
     JOIN ledger_accounts a ON a.code = 'INT-TRANSIT'`,
    'UPDATE ledger_lines SET account_id = :other WHERE id = :id',
    'opening_balance_differs_from_ledger'
  ),
  one(
    'a journal says another total',
    POSTED,
    'UPDATE journals SET total = total + 0.01 WHERE id = :id',
    'journal_out_of_balance'
  ),
  one(
    'a line of a draft is gone',
    `SELECT l.id FROM journal_lines l JOIN journals j ON j.id = l.journal_id WHERE j.status = 'draft'`,
    'DELETE FROM journal_lines WHERE id = :id',
    'journal_out_of_balance'
  ),
  one(
    'a posted journal is written anew, in balance',
    POSTED,
    [
      'UPDATE journals SET total = total * 2 WHERE id = :id',
      'UPDATE journal_lines SET debit = debit * 2, credit = credit * 2 WHERE journal_id = :id',
    ],
    'entry_differs_from_its_journal'
  ),
  one(
    'a posted journal names another party than its entry',
    `SELECT l.id FROM journal_lines l JOIN journals j ON j.id = l.journal_id WHERE j.status = 'posted' AND j.kind <> 'reversal' AND l.party_id IS NOT NULL`,
    'UPDATE journal_lines SET party_id = NULL WHERE id = :id',
    'entry_differs_from_its_journal'
  ),
  one(
    'a recurring entry of a month posts to another centre',
    `SELECT l.id FROM ledger_lines l JOIN ledger_entries e ON e.id = l.entry_id WHERE e.kind = 'journal_recurring' AND l.centre IS NOT NULL`,
    "UPDATE ledger_lines SET centre = 'C-9' WHERE id = :id",
    'entry_differs_from_its_journal'
  ),
  one(
    'a recurring entry is posted for a month that is not its own',
    MONTHLY,
    "UPDATE ledger_entries SET business_key = CONCAT(SUBSTRING_INDEX(business_key, '/', 2), '/2027-05') WHERE id = :id",
    'entry_without_its_journal'
  ),
  one(
    'a recurring journal ends before what it posted',
    JOURNAL("kind = 'recurring' AND status = 'active'"),
    "UPDATE journals SET until_month = '2026-08-01' WHERE id = :id",
    'entry_without_its_journal'
  ),
  one(
    'a journal that was posted is called withdrawn',
    POSTED,
    "UPDATE journals SET status = 'withdrawn', ledger_entry_id = NULL WHERE id = :id",
    'entry_without_its_journal'
  ),
  one(
    'a draft is called posted',
    JOURNAL("status = 'draft'"),
    "UPDATE journals SET status = 'posted' WHERE id = :id",
    'journal_without_its_entry'
  ),
  one(
    'a reversal journal names another entry than it reversed',
    "SELECT j.id, e.id AS other FROM journals j JOIN ledger_entries e ON e.id <> j.reverses_id WHERE j.kind = 'reversal'",
    'UPDATE journals SET reverses_id = :other WHERE id = :id',
    'journal_without_its_entry'
  ),
  one(
    'the entry of a journal is taken for that of another',
    BY_HAND,
    "UPDATE ledger_entries SET business_key = 'journal/999999/approved' WHERE id = :id",
    'entry_without_its_journal'
  ),
  one(
    'a journal is gone',
    JOURNAL("status = 'withdrawn'"),
    'DELETE FROM journals WHERE id = :id',
    'journal_number_gap'
  ),
  one(
    'a journal is approved by who wrote it',
    POSTED,
    'UPDATE journals SET decided_by = made_by WHERE id = :id',
    'journal_without_two_hands'
  ),
  one(
    'a line names a fund that is none',
    "SELECT l.id, c.id AS other FROM ledger_lines l JOIN budget_codes c ON c.axis = 'use' WHERE l.fund_id IS NOT NULL",
    'UPDATE ledger_lines SET fund_id = :other WHERE id = :id',
    'ledger_line_of_no_fund'
  ),
  one(
    'a line of a fund is charged to the budget itself',
    TOLD,
    'UPDATE ledger_lines SET fund_id = NULL WHERE id = :id',
    'ledger_line_of_another_budget_line'
  ),
  one(
    'a line is charged to the budget line of another year',
    "SELECT l.id, b.id AS other FROM ledger_lines l JOIN budget_lines b ON b.fiscal_year = '2025/2026' WHERE l.budget_line_id IS NOT NULL",
    'UPDATE ledger_lines SET budget_line_id = :other WHERE id = :id',
    'ledger_line_of_another_budget_line'
  ),
  one(
    'a reversal takes back from another party',
    `SELECT l.id FROM ledger_lines l JOIN ledger_entries e ON e.id = l.entry_id WHERE e.reverses_id IS NOT NULL AND l.party_id IS NOT NULL`,
    'UPDATE ledger_lines SET party_id = NULL WHERE id = :id',
    'reversal_told_apart_otherwise'
  ),
  one(
    'a seal of a sealing is gone',
    'SELECT entry_id AS id FROM ledger_seals WHERE first_entry_id IS NOT NULL',
    'DELETE FROM ledger_seals WHERE entry_id = :id',
    'sealing_differs_from_its_seals',
    'ledger_entry_unsealed'
  ),
  one(
    'a sealing is gone',
    'SELECT id FROM ledger_sealings',
    'DELETE FROM ledger_sealings WHERE id = :id',
    'sealing_differs_from_its_seals'
  ),
  one(
    'a total says more lines',
    TOTALS,
    `UPDATE ledger_totals SET line_count = line_count + 1 ${TOTAL}`,
    'ledger_total_differs'
  ),
  one(
    'a total stands in another fund',
    TOTALS,
    `UPDATE ledger_totals SET fund_id = fund_id + 9000 ${TOTAL}`,
    'ledger_total_differs',
    'ledger_total_without_lines'
  ),
  one(
    'a total says less credit',
    `${TOTALS} WHERE credit > 0`,
    `UPDATE ledger_totals SET credit = credit - 0.01 ${TOTAL}`,
    'ledger_total_differs'
  ),
]
