import { one, type Corruption } from '#tests/support/books/corruptions'

/** Moves a line of the ledger that an event posted to another account, entry and totals in balance. */
const posted = (key: string) =>
  `SELECT l.id, (SELECT id FROM ledger_accounts WHERE code = 'INT-DEDUCTED') AS other
   FROM ledger_lines l JOIN ledger_entries e ON e.id = l.entry_id WHERE e.business_key LIKE '${key}' AND l.debit > 0`
const ELSEWHERE = 'UPDATE ledger_lines SET account_id = :other WHERE id = :id'

/** Ways to spoil what is held; each must be named. */
export const HOLDING_CORRUPTIONS: Corruption[] = [
  one(
    'a paid advance is forgotten',
    "SELECT id FROM advances WHERE status = 'paid'",
    "UPDATE advances SET status = 'cancelled' WHERE id = :id",
    'open_advances_differ_from_ledger'
  ),
  one(
    'the payment of an advance stands on another account',
    posted('payment_voucher/%/posted'),
    ELSEWHERE,
    'open_advances_differ_from_ledger'
  ),
  one(
    'the bank’s answer on the form 50 of a paid advance is forgotten',
    "SELECT voucher_id AS id FROM advances WHERE status = 'paid'",
    "UPDATE payment_vouchers SET status = 'signed' WHERE id = :id",
    'advance_not_paid_by_its_form'
  ),
  one(
    'more is settled of an advance than its parts say',
    "SELECT id FROM advances WHERE status = 'paid'",
    'UPDATE advances SET settled = settled + 1 WHERE id = :id',
    'advance_settled_differs_from_its_parts'
  ),
  one(
    'an approved part of an advance is gone',
    "SELECT id FROM advance_settlements WHERE status = 'approved'",
    'DELETE FROM advance_settlements WHERE id = :id',
    'advance_settled_differs_from_its_parts'
  ),
  one(
    'a letter of guarantee is made larger',
    "SELECT id FROM guarantees WHERE form = 'letter'",
    'UPDATE guarantees SET amount = amount + 100 WHERE id = :id',
    'letters_held_differ_from_memo_accounts'
  ),
  one(
    'a letter leaves the memo accounts and stays held',
    `SELECT l.id, (SELECT id FROM ledger_accounts WHERE code = 'INT-DEDUCTED') AS other FROM ledger_lines l
     JOIN ledger_accounts k ON k.id = l.account_id WHERE k.code = '91130501'`,
    ELSEWHERE,
    'letters_held_differ_from_memo_accounts'
  ),
  one(
    'a deposit is made smaller',
    "SELECT id FROM guarantees WHERE form = 'cash'",
    'UPDATE guarantees SET amount = amount - 100 WHERE id = :id',
    'deposits_held_differ_from_ledger'
  ),
  one(
    'a release of a deposit is forgotten',
    "SELECT id FROM guarantees WHERE form = 'cash'",
    'UPDATE guarantees SET released = 0 WHERE id = :id',
    'guarantee_differs_from_its_acts'
  ),
  one(
    'an act that took of a deposit is gone',
    "SELECT id FROM guarantee_acts WHERE kind = 'penalise'",
    'DELETE FROM guarantee_acts WHERE id = :id',
    'guarantee_differs_from_its_acts'
  ),
  one(
    'cash on its way is said to have been received',
    "SELECT id FROM cash_transfers WHERE status = 'sent'",
    "UPDATE cash_transfers SET status = 'received', counted = amount, received_by = 999, received_on = sent_on WHERE id = :id",
    'cash_on_its_way_differs_from_ledger'
  ),
  one(
    'a transfer arrives at a unit it was not sent to',
    'SELECT a.id, (SELECT MIN(id) FROM units) AS other FROM cash_arrivals a',
    'UPDATE cash_arrivals SET unit_id = :other WHERE id = :id',
    'cash_transfer_without_its_arrival'
  ),
  one(
    'a penalty was taken otherwise than it was posted',
    "SELECT id FROM penalties WHERE executed_via = 'cash'",
    'UPDATE penalties SET executed = executed + 1 WHERE id = :id',
    'penalty_differs_from_its_entry'
  ),
  one(
    'a penalty rests on a form 50 that deducted nothing',
    "SELECT id FROM penalties WHERE executed_via = 'cash'",
    "UPDATE penalties SET executed_via = 'invoice', voucher_id = 999999 WHERE id = :id",
    'form_50_deduction_taken_twice'
  ),
  one(
    'a leaf in the middle of a cheque book is gone',
    'SELECT number AS id FROM cheque_leaves WHERE number = 1025',
    'DELETE FROM cheque_leaves WHERE number = :id',
    'cheque_leaves_with_gaps'
  ),
  one(
    'a cheque book has a leaf of another range in place of its own',
    'SELECT number AS id FROM cheque_leaves WHERE number = 1025',
    'UPDATE cheque_leaves SET number = 2000 WHERE number = :id',
    'cheque_leaves_with_gaps'
  ),
]
