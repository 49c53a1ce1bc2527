import type { Invariant, Probe } from '#reporting/books_check/invariant'

/** Accounts of fixed assets by what the asset is; named here once more, as an auditor would. */
const COST_ACCOUNT = `CASE c.subtype WHEN 'land' THEN 'INT-FA-LAND' WHEN 'building' THEN 'INT-FA-BUILDINGS'
  WHEN 'site' THEN 'INT-FA-STRUCTURES' ELSE 'INT-FA-EQUIPMENT' END`

const ASSET_ACCOUNTS = `'INT-FA-LAND', 'INT-FA-BUILDINGS', 'INT-FA-STRUCTURES', 'INT-FA-EQUIPMENT', 'INT-FA-ACCUMULATED', 'INT-FA-SURPLUS'`

const POSTED = '(SELECT id FROM depreciation_books WHERE is_posted = 1)'

/** A depreciation entry that no reversal took back. */
const STANDING = `e.kind = 'depreciation' AND NOT EXISTS (SELECT 1 FROM asset_orders r WHERE r.reverses_id = e.order_id AND r.status = 'approved')`

const VALUES: Probe[] = [
  {
    code: 'asset_value_differs_from_entries',
    sql: `SELECT CONCAT('assets/', x.asset_id, '/book/', x.book_id) AS subject,
            CONCAT('stands at ', SUM(x.cost), ' less ', SUM(x.accumulated), ', surplus ', SUM(x.surplus), ' beside its entries') AS detail
          FROM (
            SELECT asset_id, book_id, cost, accumulated, surplus FROM asset_book_values
            UNION ALL
            SELECT asset_id, book_id, -SUM(cost), -SUM(accumulated), -SUM(surplus) FROM asset_book_entries GROUP BY asset_id, book_id
          ) x GROUP BY x.asset_id, x.book_id HAVING SUM(x.cost) <> 0 OR SUM(x.accumulated) <> 0 OR SUM(x.surplus) <> 0`,
  },
  {
    code: 'asset_value_beyond_its_cost',
    sql: `SELECT CONCAT('assets/', asset_id, '/book/', book_id) AS subject, CONCAT(accumulated, ' depreciated of ', cost, ', salvage ', salvage) AS detail
          FROM asset_book_values WHERE accumulated < 0 OR cost < 0 OR (is_open = 1 AND accumulated > GREATEST(0, cost - salvage))`,
  },
  {
    code: 'disposed_asset_has_value',
    sql: `SELECT CONCAT('assets/', e.asset_id, '/book/', e.book_id) AS subject, CONCAT('went on ', e.effective_on, ', stands at ', v.cost, ' less ', v.accumulated) AS detail
          FROM asset_book_entries e LEFT JOIN asset_book_values v ON v.asset_id = e.asset_id AND v.book_id = e.book_id
          WHERE e.kind = 'disposal' AND (v.asset_id IS NULL OR v.is_open = 1 OR v.cost <> 0 OR v.accumulated <> 0 OR v.surplus <> 0)`,
  },
]

const DEPRECIATION: Probe[] = [
  {
    code: 'land_is_depreciated',
    sql: `SELECT CONCAT('assets/', e.asset_id, '/book/', e.book_id) AS subject, CONCAT(SUM(e.accumulated), ' depreciated of land') AS detail
          FROM asset_book_entries e JOIN assets a ON a.id = e.asset_id JOIN asset_classes c ON c.id = a.class_id
          WHERE (c.subtype = 'land' OR c.is_depreciable = 0) AND e.kind IN ('depreciation', 'reversal')
          GROUP BY e.asset_id, e.book_id HAVING SUM(e.accumulated) <> 0`,
  },
  {
    code: 'depreciated_out_of_service',
    sql: `SELECT CONCAT('asset_book_entries/', e.id) AS subject, CONCAT('depreciated on ', e.effective_on, ', in service from ', COALESCE(s.began, '-'), ' to ', COALESCE(s.ended, '-')) AS detail
          FROM asset_book_entries e LEFT JOIN (
            SELECT asset_id, book_id, MIN(IF(kind = 'capitalisation', effective_on, NULL)) AS began, MIN(IF(kind = 'disposal', effective_on, NULL)) AS ended
            FROM asset_book_entries GROUP BY asset_id, book_id) s ON s.asset_id = e.asset_id AND s.book_id = e.book_id
          WHERE ${STANDING} AND (s.began IS NULL OR e.effective_on < s.began OR e.effective_on >= s.ended)`,
  },
  {
    code: 'month_depreciated_twice',
    sql: `SELECT CONCAT('assets/', e.asset_id, '/book/', e.book_id) AS subject, CONCAT(COUNT(*), ' times on ', e.effective_on) AS detail
          FROM asset_book_entries e WHERE ${STANDING} GROUP BY e.asset_id, e.book_id, e.effective_on HAVING COUNT(*) > 1`,
  },
  {
    code: 'reversal_differs_from_its_run',
    sql: `SELECT CONCAT('asset_orders/', r.id) AS subject, CONCAT('reverses ', r.reverses_id, ' but for ', SUM(e.accumulated)) AS detail
          FROM asset_orders r JOIN asset_book_entries e ON e.order_id IN (r.id, r.reverses_id)
          WHERE r.kind = 'reversal' AND r.status = 'approved' GROUP BY r.id, r.reverses_id, e.asset_id, e.book_id HAVING SUM(e.accumulated) <> 0`,
  },
]

const POSTINGS: Probe[] = [
  {
    code: 'asset_accounts_differ_from_books',
    sql: `SELECT CONCAT('ledger/unit/', x.unit_id, '/', x.code) AS subject, CONCAT('books ', SUM(x.net), ', posted ', SUM(x.posted)) AS detail
          FROM (
            SELECT e.unit_id, ${COST_ACCOUNT} AS code, e.cost AS net, 0 AS posted FROM asset_book_entries e
              JOIN assets a ON a.id = e.asset_id JOIN asset_classes c ON c.id = a.class_id WHERE e.book_id = ${POSTED}
            UNION ALL SELECT unit_id, 'INT-FA-ACCUMULATED', -accumulated, 0 FROM asset_book_entries WHERE book_id = ${POSTED}
            UNION ALL SELECT unit_id, 'INT-FA-SURPLUS', -surplus, 0 FROM asset_book_entries WHERE book_id = ${POSTED}
            UNION ALL SELECT l.unit_id, k.code, 0, l.debit - l.credit FROM ledger_lines l JOIN ledger_accounts k ON k.id = l.account_id
              WHERE k.code IN (${ASSET_ACCOUNTS})
          ) x GROUP BY x.unit_id, x.code HAVING SUM(x.net) <> SUM(x.posted)`,
  },
  {
    code: 'asset_order_differs_from_its_entry',
    sql: `SELECT CONCAT('asset_orders/', o.id) AS subject, CONCAT(o.kind, ' ', o.status, ', entry ', COALESCE(o.ledger_entry_id, 'none'), ', posted book moved ', COALESCE(m.moves, 0)) AS detail
          FROM asset_orders o LEFT JOIN ledger_entries l ON l.id = o.ledger_entry_id
          LEFT JOIN (SELECT order_id, COUNT(*) AS moves FROM asset_book_entries WHERE book_id = ${POSTED} GROUP BY order_id) m ON m.order_id = o.id
          WHERE (o.ledger_entry_id IS NOT NULL) <> (m.moves IS NOT NULL) OR (m.moves > 0 AND o.status <> 'approved')
             OR (l.id IS NOT NULL AND (l.unit_id <> o.unit_id OR l.posted_on <> o.effective_on))`,
  },
  {
    code: 'asset_entry_without_approved_order',
    sql: `SELECT CONCAT('asset_book_entries/', e.id) AS subject, CONCAT('order ', COALESCE(CONCAT(o.kind, ' ', o.status), 'gone')) AS detail
          FROM asset_book_entries e LEFT JOIN asset_orders o ON o.id = e.order_id
          WHERE o.id IS NULL OR o.status <> 'approved' OR o.kind <> e.kind OR o.effective_on <> e.effective_on OR o.unit_id <> e.unit_id
             OR (o.asset_id IS NOT NULL AND o.asset_id <> e.asset_id) OR o.decided_by IS NULL OR o.decided_by = o.made_by`,
  },
  {
    code: 'two_custodians',
    sql: `SELECT CONCAT('assets/', asset_id) AS subject, CONCAT('in ', COUNT(*), ' hands') AS detail
          FROM personal_custodies WHERE returned_on IS NULL GROUP BY asset_id HAVING COUNT(*) > 1`,
  },
]

/** I11: what assets stand at is what was entered, approved and posted. */
export const ASSET_BOOKS: Invariant[] = [
  {
    id: 'I11',
    name: {
      ar: 'دفاتر الأصول متفقة مع قيودها ومع الحسابات',
      en: 'The books of assets agree with their entries and with the ledger',
    },
    probes: [...VALUES, ...DEPRECIATION, ...POSTINGS],
  },
]
