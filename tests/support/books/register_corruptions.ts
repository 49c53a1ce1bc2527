import { one, type Corruption } from '#tests/support/books/corruptions'

const ASSETS = 'SELECT id FROM assets'
const SHAPES = 'SELECT asset_id AS id FROM asset_shapes'
const APPROVED = "SELECT id FROM register_transactions WHERE status = 'approved'"
const DECIDED = "SELECT id FROM register_transactions WHERE status IN ('approved', 'refused')"

export const REGISTER_CORRUPTIONS: Corruption[] = [
  one(
    'an asset is renamed behind the log',
    ASSETS,
    "UPDATE assets SET name = 'غيره' WHERE id = :id",
    'asset_differs_from_its_log'
  ),
  one(
    'an asset changes its domain',
    ASSETS,
    "UPDATE assets SET domain = 'private' WHERE id = :id",
    'asset_differs_from_its_log'
  ),
  one(
    'an area is made larger',
    `${ASSETS} WHERE area_m2 IS NOT NULL`,
    'UPDATE assets SET area_m2 = area_m2 + 0.001 WHERE id = :id',
    'asset_differs_from_its_log'
  ),
  one(
    'a plot gets another number',
    'SELECT asset_id AS id FROM asset_lands',
    "UPDATE asset_lands SET plot_no = '999' WHERE asset_id = :id",
    'asset_differs_from_its_log'
  ),
  one(
    'an ended asset stands again',
    `${ASSETS} WHERE life_status = 'merged'`,
    "UPDATE assets SET life_status = 'in_service' WHERE id = :id",
    'asset_differs_from_its_log'
  ),
  one(
    'a row of the log is rewritten',
    'SELECT id FROM asset_changes',
    "UPDATE asset_changes SET facts = JSON_SET(facts, '$.name', 'س') WHERE id = :id",
    'asset_differs_from_its_log'
  ),
  one(
    'the first row of an asset is gone',
    'SELECT MIN(id) AS id FROM asset_changes GROUP BY asset_id',
    'DELETE FROM asset_changes WHERE id = :id',
    'asset_without_history',
    'asset_differs_from_its_log'
  ),
  one(
    'an asset is deleted with its details',
    `${ASSETS} a WHERE record_status <> 'superseded' AND NOT EXISTS (SELECT 1 FROM asset_lineage l WHERE a.id IN (l.from_asset_id, l.to_asset_id))`,
    ['DELETE FROM transaction_assets WHERE asset_id = :id', 'DELETE FROM assets WHERE id = :id'],
    'history_of_a_lost_asset'
  ),
  one(
    'a shape is drawn elsewhere',
    SHAPES,
    "UPDATE asset_shapes SET shape = ST_GeomFromText('POINT(30 30)') WHERE asset_id = :id",
    'shape_is_not_the_last_version'
  ),
  one(
    'a shape is hidden',
    SHAPES,
    'DELETE FROM asset_shapes WHERE asset_id = :id',
    'shape_is_not_the_last_version'
  ),
  one(
    'an earlier version is shown',
    'SELECT g.asset_id AS id, g.id AS geometry FROM asset_geometries g JOIN asset_shapes s ON s.asset_id = g.asset_id AND s.geometry_id <> g.id',
    'UPDATE asset_shapes s JOIN asset_geometries g ON g.id = :geometry SET s.geometry_id = g.id, s.shape = g.shape, s.area_m2 = g.area_m2 WHERE s.asset_id = :id',
    'shape_is_not_the_last_version'
  ),
  one(
    'a version is taken out',
    'SELECT id FROM asset_geometries WHERE version = 1 AND asset_id IN (SELECT asset_id FROM asset_geometries WHERE version = 2)',
    'DELETE FROM asset_geometries WHERE id = :id',
    'geometry_version_skipped'
  ),
  one(
    'a change names a refused transaction',
    "SELECT c.id, t.id AS refused FROM asset_changes c JOIN register_transactions t ON t.status = 'refused'",
    'UPDATE asset_changes SET transaction_id = :refused WHERE id = :id',
    'change_without_approval'
  ),
  one(
    'an approved transaction loses its rows',
    `${APPROVED} AND kind IN ('correction', 'allocation')`,
    ['UPDATE asset_changes SET transaction_id = NULL WHERE transaction_id = :id'],
    'transaction_without_effect'
  ),
  one(
    'a proposal gets another hash',
    DECIDED,
    'UPDATE register_transactions SET document_hash = RANDOM_BYTES(32) WHERE id = :id',
    'transaction_not_bound'
  ),
  one(
    'proposal and approval get another hash',
    DECIDED,
    [
      'UPDATE register_transactions SET document_hash = UNHEX(SHA2(id, 256)) WHERE id = :id',
      "UPDATE approvals SET document_hash = UNHEX(SHA2(subject_id, 256)) WHERE subject_type = 'register_transaction' AND subject_id = :id",
    ],
    'transaction_hash_was_another'
  ),
  one(
    'an approval is gone',
    DECIDED,
    "DELETE FROM approvals WHERE subject_type = 'register_transaction' AND subject_id = :id",
    'transaction_not_bound'
  ),
  one(
    'another is said to have decided',
    DECIDED,
    'UPDATE register_transactions SET decided_by = decided_by + 1000 WHERE id = :id',
    'transaction_not_bound'
  ),
  one(
    'the maker decided himself',
    DECIDED,
    'UPDATE register_transactions SET decided_by = made_by WHERE id = :id',
    'transaction_decided_by_its_maker'
  ),
  one(
    'a refusal is turned into an approval',
    "SELECT id FROM register_transactions WHERE status = 'refused'",
    "UPDATE register_transactions SET status = 'approved' WHERE id = :id",
    'transaction_without_effect'
  ),
  one(
    'a proposal is approved by nobody',
    "SELECT id FROM register_transactions WHERE status = 'proposed'",
    "UPDATE register_transactions SET status = 'approved', decided_by = 99 WHERE id = :id",
    'transaction_not_bound'
  ),
  one(
    'a number is jumped',
    'SELECT MAX(id) AS id FROM register_transactions',
    'UPDATE register_transactions SET number = number + 7 WHERE id = :id',
    'transaction_number_missing'
  ),
  one(
    'a descent is gone',
    "SELECT l.id FROM asset_lineage l JOIN assets a ON a.id = l.from_asset_id WHERE a.life_status = 'merged'",
    'DELETE FROM asset_lineage WHERE id = :id',
    'descent_incomplete'
  ),
  one(
    'a holder is changed',
    'SELECT id FROM custodies',
    "UPDATE custodies SET authority_name = 'آخر' WHERE id = :id",
    'holder_differs_from_log'
  ),
  one(
    'a holder is gone',
    'SELECT id FROM custodies',
    'DELETE FROM custodies WHERE id = :id',
    'holder_differs_from_log'
  ),
]
