import { binary, differingFromLog } from '#reporting/books_check/register_history'
import type { Invariant } from '#reporting/books_check/invariant'

const UNCANCELLED = `NOT EXISTS (SELECT 1 FROM register_transactions x WHERE x.cancels_id = t.id AND x.status = 'approved')`

/** I13: the register is what its log says, and the log is what was decided. */
export const REGISTER: Invariant[] = [
  {
    id: 'I13',
    name: {
      ar: 'سجل الأصول هو حصيلة تاريخه، وكل تغيير فيه له قراره',
      en: 'The asset register is the sum of its history, and every change has its decision',
    },
    probes: [
      {
        code: 'asset_without_history',
        sql: `SELECT CONCAT('assets/', a.id) AS subject, CONCAT(a.code, ' has no row in the log') AS detail
              FROM assets a LEFT JOIN asset_changes c ON c.asset_id = a.id WHERE c.id IS NULL`,
      },
      {
        code: 'asset_differs_from_its_log',
        reads: 'assets asset_changes asset_lands asset_buildings asset_sites asset_movables',
        find: differingFromLog,
      },
      {
        code: 'history_of_a_lost_asset',
        sql: `SELECT CONCAT('asset_changes/', c.id) AS subject, CONCAT('asset ', c.asset_id, ' is gone, and its log does not say so') AS detail
              FROM (SELECT asset_id, MAX(id) AS id FROM asset_changes GROUP BY asset_id) last
              JOIN asset_changes c ON c.id = last.id LEFT JOIN assets a ON a.id = c.asset_id
              WHERE a.id IS NULL AND NOT (JSON_VALUE(c.facts, '$.record_status') <=> 'superseded')`,
      },
      {
        code: 'shape_is_not_the_last_version',
        sql: `SELECT CONCAT('asset_shapes/', s.asset_id) AS subject, CONCAT('shows geometry ', s.geometry_id) AS detail
              FROM asset_shapes s JOIN assets a ON a.id = s.asset_id
              LEFT JOIN asset_geometries g ON g.id = s.geometry_id AND g.asset_id = s.asset_id
              WHERE g.id IS NULL OR a.is_current = 0 OR s.unit_id <> a.unit_id
                 OR NOT (ST_AsWKB(s.shape) <=> ST_AsWKB(g.shape)) OR NOT (s.area_m2 <=> g.area_m2)
                 OR EXISTS (SELECT 1 FROM asset_geometries n WHERE n.asset_id = s.asset_id
                      AND (n.valid_from > g.valid_from OR (n.valid_from = g.valid_from AND n.version > g.version)))
              UNION ALL
              SELECT CONCAT('assets/', a.id), CONCAT(a.code, ' stands and its shape is not shown')
              FROM assets a JOIN asset_geometries g ON g.asset_id = a.id AND g.version = 1
              LEFT JOIN asset_shapes s ON s.asset_id = a.id WHERE a.is_current = 1 AND s.asset_id IS NULL`,
      },
      {
        code: 'geometry_version_skipped',
        sql: `SELECT CONCAT('assets/', asset_id) AS subject, CONCAT(COUNT(*), ' versions, the last is ', MAX(version)) AS detail
              FROM asset_geometries GROUP BY asset_id HAVING COUNT(*) <> MAX(version)`,
      },
      {
        code: 'change_without_approval',
        sql: `SELECT CONCAT('asset_changes/', c.id) AS subject, CONCAT('names transaction ', c.transaction_id, ', ', COALESCE(t.status, 'gone')) AS detail
              FROM asset_changes c LEFT JOIN register_transactions t ON t.id = c.transaction_id
              WHERE c.transaction_id IS NOT NULL AND NOT (t.status <=> 'approved')`,
      },
      {
        code: 'transaction_without_effect',
        sql: `SELECT CONCAT('register_transactions/', t.id) AS subject, CONCAT(t.kind, ' is approved and left nothing') AS detail
              FROM register_transactions t
              WHERE t.status = 'approved'
                AND NOT EXISTS (SELECT 1 FROM asset_changes c WHERE c.transaction_id = t.id)
                AND NOT EXISTS (SELECT 1 FROM asset_geometries g WHERE g.transaction_id = t.id)`,
      },
      {
        code: 'transaction_not_bound',
        sql: `SELECT CONCAT('register_transactions/', t.id) AS subject, CONCAT(t.status, ', the decision is of another hash or person') AS detail
              FROM register_transactions t
              WHERE t.status IN ('scheduled', 'approved', 'refused') AND NOT EXISTS (
                SELECT 1 FROM approvals p WHERE p.subject_type = 'register_transaction' AND p.subject_id = t.id
                  AND p.decision = IF(t.status = 'refused', 'refused', 'approved')
                  AND p.document_hash = t.document_hash AND p.decided_by = t.decided_by AND p.made_by = t.made_by)`,
      },
      {
        code: 'transaction_hash_was_another',
        sql: `SELECT CONCAT('register_transactions/', t.id) AS subject, 'the trail tells another hash of the proposal' AS detail
              FROM register_transactions t
              LEFT JOIN trail r ON r.subject_type = 'register_transaction' AND r.subject_id = t.id AND r.action = 'register_transaction.proposed'
              WHERE t.status <> 'draft'
                AND (r.id IS NULL OR NOT (JSON_VALUE(r.after_value, '$.documentHash') <=> LOWER(HEX(t.document_hash))))`,
      },
      {
        code: 'transaction_decided_by_its_maker',
        sql: `SELECT CONCAT('register_transactions/', id) AS subject, CONCAT('made and decided by ', made_by) AS detail
              FROM register_transactions WHERE decided_by = made_by`,
      },
      {
        code: 'transaction_number_missing',
        sql: `SELECT CONCAT('register_transactions/unit/', unit_id, '/', fiscal_year) AS subject, CONCAT(COUNT(*), ' numbers, the last is ', MAX(number)) AS detail
              FROM register_transactions GROUP BY unit_id, fiscal_year HAVING COUNT(*) <> MAX(number) OR MIN(number) <> 1`,
      },
      {
        code: 'descent_incomplete',
        sql: `SELECT CONCAT('register_transactions/', t.id) AS subject, CONCAT(t.kind, ': ', i.asset_id, ' and ', o.asset_id, ' are not joined') AS detail
              FROM register_transactions t
              JOIN transaction_assets i ON i.transaction_id = t.id AND i.part = 'input'
              JOIN transaction_assets o ON o.transaction_id = t.id AND o.part = 'output'
              LEFT JOIN asset_lineage g ON g.transaction_id = t.id AND g.from_asset_id = i.asset_id AND g.to_asset_id = o.asset_id
              WHERE t.status = 'approved' AND t.kind IN ('split', 'merge') AND g.id IS NULL
              UNION ALL
              SELECT CONCAT('assets/', a.id), CONCAT(a.code, ' is ', a.life_status, ' and nothing came of it')
              FROM assets a WHERE a.life_status IN ('split', 'merged') AND NOT EXISTS (
                SELECT 1 FROM asset_lineage g JOIN register_transactions t ON t.id = g.transaction_id
                WHERE g.from_asset_id = a.id AND ${UNCANCELLED})`,
      },
      {
        code: 'holder_differs_from_log',
        sql: ['jurisdiction', 'management', 'use', 'physical']
          .map(
            (
              kind
            ) => `SELECT CONCAT('assets/', x.id) AS subject, CONCAT('${kind}: ', COALESCE(u.authority_name, 'nobody'), ', the log says ', COALESCE(x.holder, 'nobody')) AS detail
              FROM (SELECT a.id, (SELECT JSON_VALUE(c.facts, '$.custody_${kind}.name') FROM asset_changes c
                      WHERE c.asset_id = a.id AND JSON_EXISTS(c.facts, '$.custody_${kind}') ORDER BY c.valid_from DESC, c.id DESC LIMIT 1) AS holder
                    FROM assets a WHERE a.id IN (SELECT asset_id FROM custodies WHERE kind = '${kind}')
                      OR a.id IN (SELECT asset_id FROM asset_changes WHERE JSON_EXISTS(facts, '$.custody_${kind}'))) x
              LEFT JOIN custodies u ON u.asset_id = x.id AND u.kind = '${kind}' AND u.valid_to = '9999-12-31'
              WHERE NOT (${binary('u.authority_name')} <=> ${binary('x.holder')})`
          )
          .join(' UNION ALL '),
      },
    ],
  },
]
