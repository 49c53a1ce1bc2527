import { one, type Corruption } from '#tests/support/books/corruptions'

const OF = (status: string) => `SELECT id, line_id FROM commitments WHERE status = '${status}'`
const BALANCE = 'UPDATE budget_balances SET'

/** Ways to spoil the budget; each must be named. */
export const BUDGET_CORRUPTIONS: Corruption[] = [
  ...['appropriated', 'released', 'frozen', 'reserved', 'committed', 'paid'].map((figure) =>
    one(
      `a line stands at another ${figure}`,
      'SELECT line_id AS id FROM budget_balances',
      `${BALANCE} ${figure} = ${figure} + 0.01 WHERE line_id = :id`,
      'budget_balance_differs_from_movements'
    )
  ),
  one(
    'a movement is gone',
    'SELECT id FROM budget_movements',
    'DELETE FROM budget_movements WHERE id = :id',
    'budget_balance_differs_from_movements'
  ),
  one(
    'a line has lost its balance',
    'SELECT line_id AS id FROM budget_balances',
    'DELETE FROM budget_balances WHERE line_id = :id',
    'budget_line_without_balance'
  ),
  one(
    'a line is taken beyond its credit, everywhere in step',
    "SELECT id, line_id FROM budget_movements WHERE kind = 'reserve'",
    [
      'UPDATE budget_movements SET reserved = reserved + 900000 WHERE id = :id',
      `${BALANCE} reserved = reserved + 900000 WHERE line_id = :line_id`,
    ],
    'budget_line_over_its_credit'
  ),
  one(
    'a commitment claims more than its line holds for it',
    OF('committed'),
    'UPDATE commitments SET amount = amount + 1 WHERE id = :id',
    'committed_differs_from_commitments'
  ),
  one(
    'a paid part of a commitment is forgotten',
    'SELECT id FROM commitments WHERE paid > 0',
    'UPDATE commitments SET paid = paid - 1 WHERE id = :id',
    'commitment_differs_from_its_movements'
  ),
  one(
    'a cancelled commitment stands again',
    OF('cancelled'),
    "UPDATE commitments SET status = 'committed', ended_on = NULL WHERE id = :id",
    'committed_differs_from_commitments'
  ),
  one(
    'a reservation is raised on its paper alone',
    OF('reserved'),
    'UPDATE commitments SET amount = amount + 1 WHERE id = :id',
    'committed_differs_from_commitments'
  ),
  one(
    'a reservation is let go on its paper alone',
    OF('reserved'),
    "UPDATE commitments SET status = 'draft' WHERE id = :id",
    'commitment_differs_from_its_movements'
  ),
  one(
    'a commitment is approved by who asked for it',
    OF('committed'),
    'UPDATE commitments SET approved_by = made_by WHERE id = :id',
    'commitment_approved_by_its_maker'
  ),
  one(
    'a commitment has no appropriation number',
    OF('settled'),
    'UPDATE commitments SET appropriation_no = NULL WHERE id = :id',
    'commitment_approved_by_its_maker'
  ),
  one(
    'a carried commitment goes nowhere',
    'SELECT id FROM commitments WHERE carried_from_id IS NOT NULL',
    'UPDATE commitments SET carried_from_id = NULL WHERE id = :id',
    'carried_commitment_without_the_next'
  ),
  one(
    'a movement is said to be of a commitment of another line',
    `SELECT m.id, c.id AS other FROM budget_movements m JOIN commitments c ON c.line_id <> m.line_id WHERE m.document_type = 'commitment'`,
    'UPDATE budget_movements SET document_id = :other WHERE id = :id',
    'budget_movement_of_nothing_known'
  ),
  one(
    'a virement says another amount than it moved',
    "SELECT l.virement_id AS id, l.line_id FROM virement_lines l JOIN virements v ON v.id = l.virement_id WHERE v.status = 'approved'",
    'UPDATE virement_lines SET amount = amount * 2 WHERE virement_id = :id AND line_id = :line_id',
    'virement_differs_from_its_movements',
    'virement_out_of_balance'
  ),
  one(
    'an undecided virement is called approved',
    "SELECT id FROM virements WHERE status = 'proposed'",
    "UPDATE virements SET status = 'approved' WHERE id = :id",
    'virement_without_two_hands'
  ),
  one(
    'an approved virement is called refused',
    "SELECT id FROM virements WHERE status = 'approved'",
    "UPDATE virements SET status = 'refused' WHERE id = :id",
    'budget_movement_of_nothing_known'
  ),
  one(
    'a transfer between funds has one signer',
    "SELECT id FROM virements WHERE scope = 'funds' AND status = 'approved'",
    'UPDATE virements SET first_approved_by = approved_by WHERE id = :id',
    'virement_without_two_hands'
  ),
  one(
    'a virement sums to something',
    "SELECT id FROM virements WHERE status = 'proposed'",
    'UPDATE virements SET amount = amount + 1 WHERE id = :id',
    'virement_out_of_balance'
  ),
  one(
    'a transfer between funds is not in the ledger',
    "SELECT id FROM virements WHERE scope = 'funds' AND status = 'approved'",
    'UPDATE virements SET entry_id = NULL WHERE id = :id',
    'fund_transfer_differs_from_its_entry'
  ),
  one(
    'the treasury’s share says another amount than was entered',
    'SELECT id FROM fund_shares',
    'UPDATE fund_shares SET amount = amount - 0.01 WHERE id = :id',
    'fund_share_differs_from_its_entry'
  ),
  one(
    'an entered share is called refused',
    'SELECT id FROM fund_shares',
    "UPDATE fund_shares SET status = 'refused' WHERE id = :id",
    'fund_share_differs_from_its_entry'
  ),
  one(
    'a share is approved by who prepared it',
    'SELECT id FROM fund_shares',
    'UPDATE fund_shares SET approved_by = made_by WHERE id = :id',
    'fund_share_approved_by_its_maker'
  ),
]
