import { judgeRecorded, type Landing } from '#core/imports/landing'
import type { Stage } from '#core/imports/stage'

/** A right keeps its site, party, days and amount; status, kind and billing may be corrected. */
export const RIGHT: Landing = {
  table: 'rights',
  joins: `LEFT JOIN assets a ON a.unit_id = s.unit_id AND a.site_no = s.site_no
    LEFT JOIN parties p ON p.unit_id = s.unit_id AND p.party_no = s.party_no`,
  key: { unit_id: 's.unit_id', right_no: 's.right_no' },
  facts: {
    asset_id: 'a.id',
    party_id: 'p.id',
    valid_from: 's.valid_from',
    valid_to: 's.valid_to',
    period_amount: 's.period_amount',
  },
  details: {
    kind: 's.right_kind',
    // What the house itself has moved on (expired, renewed, vacated …) is not taken back by an older file.
    status: `IF(t.status IN ('draft', 'active', 'suspended', 'terminated'), s.status, t.status)`,
    billing: 's.billing',
  },
  names: { asset_id: 'site_no', party_id: 'party_no', valid_to: 'valid_until' },
}

/** Parties that are neither recorded nor named are unknown; then rights are compared. */
export async function judgeRights(stage: Stage): Promise<void> {
  if (!stage.has('right_no')) return
  await stage.reject(
    'unknown_party',
    'party_no',
    `FROM import_stage s LEFT JOIN parties p ON p.unit_id = s.unit_id AND p.party_no = s.party_no
     WHERE s.right_no IS NOT NULL AND s.party_name IS NULL AND p.id IS NULL
       AND NOT EXISTS (SELECT 1 FROM import_stage n WHERE n.unit_id = s.unit_id AND n.party_no = s.party_no
         AND n.party_name IS NOT NULL AND n.problem_code IS NULL)`,
    's.party_no'
  )
  await judgeRecorded(stage, RIGHT)
}

/** Parties a register names and nobody recorded, made from the first name given. */
export async function landParties(stage: Stage): Promise<void> {
  if (!stage.has('right_no')) return
  await stage.sql(
    `INSERT INTO parties (unit_id, party_no, kind, name, folded_name, import_id)
     SELECT s.unit_id, s.party_no, s.party_kind, s.party_name, s.party_folded, ${stage.importId}
     FROM import_stage s JOIN (
       SELECT MIN(s.seq) AS seq FROM import_stage s
       LEFT JOIN parties p ON p.unit_id = s.unit_id AND p.party_no = s.party_no
       WHERE s.right_no IS NOT NULL AND s.party_name IS NOT NULL AND s.problem_code IS NULL AND p.id IS NULL
         AND EXISTS (SELECT 1 FROM import_stage n LEFT JOIN import_verdicts y ON y.seq = n.seq
           WHERE n.unit_id = s.unit_id AND n.party_no = s.party_no AND n.right_no IS NOT NULL AND y.seq IS NULL)
       GROUP BY s.unit_id, s.party_no) f ON f.seq = s.seq ORDER BY s.seq`
  )
}

export async function landRights(stage: Stage): Promise<void> {
  if (!stage.has('right_no')) return
  await stage.sql(
    `INSERT INTO rights (unit_id, asset_id, party_id, right_no, kind, valid_from, valid_to, status, billing, period_amount, import_id)
     SELECT s.unit_id, a.id, p.id, s.right_no, s.right_kind, s.valid_from, s.valid_to, s.status, s.billing,
       s.period_amount, ${stage.importId}
     FROM import_stage s ${RIGHT.joins} LEFT JOIN import_verdicts x ON x.seq = s.seq
     WHERE x.seq IS NULL AND s.right_no IS NOT NULL ORDER BY s.seq`
  )
}
