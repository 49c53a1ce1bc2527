import { one, type Corruption } from '#tests/support/books/corruptions'

const DEPRECIATED = "SELECT id FROM asset_book_entries WHERE kind = 'depreciation'"
const VALUES = 'SELECT asset_id AS id, book_id FROM asset_book_values'
const POSTED_LINES = `SELECT l.id FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id WHERE a.code LIKE 'INT-FA-%'
  AND a.code IN ('INT-FA-LAND', 'INT-FA-STRUCTURES', 'INT-FA-ACCUMULATED', 'INT-FA-SURPLUS')`

/** Ways to spoil the books of assets, and the bills; each must be named. */
export const ASSET_CORRUPTIONS: Corruption[] = [
  one(
    'an asset stands at another cost',
    `${VALUES} WHERE is_open = 1`,
    'UPDATE asset_book_values SET cost = cost + 0.01 WHERE asset_id = :id AND book_id = :book_id',
    'asset_value_differs_from_entries'
  ),
  one(
    'a piastre of depreciation is taken from what stands',
    `${VALUES} WHERE accumulated > 0`,
    'UPDATE asset_book_values SET accumulated = accumulated - 0.01 WHERE asset_id = :id AND book_id = :book_id',
    'asset_value_differs_from_entries'
  ),
  one(
    'the surplus of an asset is raised',
    `${VALUES} WHERE surplus > 0`,
    'UPDATE asset_book_values SET surplus = surplus + 1 WHERE asset_id = :id AND book_id = :book_id',
    'asset_value_differs_from_entries'
  ),
  one(
    'a value is gone',
    VALUES,
    'DELETE FROM asset_book_values WHERE asset_id = :id AND book_id = :book_id',
    'asset_value_differs_from_entries',
    'disposed_asset_has_value'
  ),
  one(
    'an asset is depreciated below its salvage, everywhere in step',
    `SELECT v.asset_id AS id, v.book_id, e.id AS entry FROM asset_book_values v JOIN asset_book_entries e
       ON e.asset_id = v.asset_id AND e.book_id = v.book_id AND e.kind = 'depreciation' WHERE v.is_open = 1`,
    [
      'UPDATE asset_book_entries SET accumulated = accumulated + 20000 WHERE id = :entry',
      'UPDATE asset_book_values SET accumulated = accumulated + 20000 WHERE asset_id = :id AND book_id = :book_id',
    ],
    'asset_value_beyond_its_cost'
  ),
  one(
    'what was disposed of stands again',
    `${VALUES} WHERE is_open = 0`,
    'UPDATE asset_book_values SET is_open = 1 WHERE asset_id = :id AND book_id = :book_id',
    'disposed_asset_has_value'
  ),
  one(
    'land is depreciated',
    `SELECT v.asset_id AS id, v.book_id, v.unit_id, o.id AS run FROM asset_book_values v JOIN assets a ON a.id = v.asset_id
       JOIN asset_classes c ON c.id = a.class_id AND c.subtype = 'land'
       JOIN asset_orders o ON o.unit_id = v.unit_id AND o.kind = 'depreciation' AND o.effective_on = '2026-07-31'`,
    `INSERT INTO asset_book_entries (unit_id, asset_id, book_id, order_id, kind, effective_on, accumulated)
     VALUES (:unit_id, :id, :book_id, :run, 'depreciation', '2026-07-31', 1)`,
    'land_is_depreciated'
  ),
  one(
    'a month before service is depreciated',
    DEPRECIATED,
    "UPDATE asset_book_entries SET effective_on = '2026-04-30' WHERE id = :id",
    'depreciated_out_of_service'
  ),
  one(
    'a month after the disposal is depreciated',
    `SELECT e.id FROM asset_book_entries e JOIN asset_book_values v ON v.asset_id = e.asset_id AND v.book_id = e.book_id AND v.is_open = 0
     WHERE e.kind = 'depreciation' AND e.effective_on = '2026-05-31'`,
    "UPDATE asset_book_entries SET effective_on = '2026-08-31' WHERE id = :id",
    'depreciated_out_of_service'
  ),
  one(
    'a month is depreciated twice',
    `${DEPRECIATED} AND effective_on = '2026-07-31'`,
    "UPDATE asset_book_entries SET effective_on = '2026-05-31' WHERE id = :id",
    'month_depreciated_twice'
  ),
  one(
    'a reversal takes back another amount',
    "SELECT id FROM asset_book_entries WHERE kind = 'reversal'",
    'UPDATE asset_book_entries SET accumulated = accumulated - 0.01 WHERE id = :id',
    'reversal_differs_from_its_run'
  ),
  one(
    'the ledger carries another amount of an asset account, its entry still balanced',
    POSTED_LINES,
    'UPDATE ledger_lines SET debit = IF(debit > 0, debit + 5, 0), credit = IF(credit > 0, credit + 5, 0) WHERE id = :id',
    'asset_accounts_differ_from_books'
  ),
  one(
    'the surplus is posted to another account',
    `SELECT l.id FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id AND a.code = 'INT-FA-SURPLUS'`,
    "UPDATE ledger_lines SET account_id = (SELECT id FROM ledger_accounts WHERE code = 'INT-FA-SOURCE') WHERE id = :id",
    'asset_accounts_differ_from_books'
  ),
  one(
    'an asset becomes of another kind under its books',
    "SELECT a.id FROM assets a JOIN asset_classes c ON c.id = a.class_id AND c.subtype = 'land'",
    "UPDATE assets SET class_id = (SELECT id FROM asset_classes WHERE code = 'building.admin' OR subtype = 'building' LIMIT 1) WHERE id = :id",
    'asset_accounts_differ_from_books'
  ),
  one(
    'an approved order loses its entry',
    'SELECT id FROM asset_orders WHERE ledger_entry_id IS NOT NULL',
    'UPDATE asset_orders SET ledger_entry_id = NULL WHERE id = :id',
    'asset_order_differs_from_its_entry'
  ),
  one(
    'an order that moved the books is only proposed',
    "SELECT id FROM asset_orders WHERE status = 'approved'",
    "UPDATE asset_orders SET status = 'proposed' WHERE id = :id",
    'asset_entry_without_approved_order',
    'asset_order_differs_from_its_entry'
  ),
  one(
    'an order was approved by its maker',
    "SELECT id FROM asset_orders WHERE status = 'approved'",
    'UPDATE asset_orders SET decided_by = made_by WHERE id = :id',
    'asset_entry_without_approved_order'
  ),
  one(
    'an entry belongs to another order',
    "SELECT e.id, o.id AS other FROM asset_book_entries e JOIN asset_orders o ON o.kind = 'disposal' AND o.status = 'proposed' WHERE e.kind = 'capitalisation'",
    'UPDATE asset_book_entries SET order_id = :other WHERE id = :id',
    'asset_entry_without_approved_order'
  ),
  one(
    'a bill says another amount than its charge',
    'SELECT id FROM bills WHERE charge_id IS NOT NULL',
    'UPDATE bills SET accrued = accrued + 0.01 WHERE id = :id',
    'bill_differs_from_its_charge'
  ),
  one(
    'a charge of a bill is made higher',
    'SELECT charge_id AS id FROM bills WHERE charge_id IS NOT NULL',
    'UPDATE charges SET amount = amount + 1 WHERE id = :id',
    'bill_differs_from_its_charge'
  ),
  one(
    'more credit is used than was given',
    'SELECT id FROM bill_credits',
    'UPDATE bill_credits SET amount = amount - 1 WHERE id = :id',
    'credit_used_beyond_given'
  ),
  one(
    'more is credited than was billed',
    'SELECT id FROM bill_credits',
    'UPDATE bill_credits SET amount = amount + 1000 WHERE id = :id',
    'bill_credited_beyond_it'
  ),
  one(
    'a bill is gone',
    'SELECT id FROM bills WHERE sequence = 1',
    'DELETE FROM bills WHERE id = :id',
    'bill_out_of_sequence'
  ),
]
