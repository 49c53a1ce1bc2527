import db from '@adonisjs/lucid/services/db'
import { addDays, type Day } from '#core/days'
import { CLOSED, type CaseState } from '#registry/encroachments/life'

/** A case as it stood on a day. */
export interface CaseThen {
  id: number
  caseNo: string
  unitId: number
  kind: string
  status: CaseState
  occupierName: string
  detectedOn: Day
  closedOn: Day | null
  sharedM2: string | null
  /** Pounds of usage charge for days up to that day, that day included. */
  charged: string | null
}

/**
 * The cases on an asset's ground as they stood on a day, by what was known at a moment: state, occupier
 * and charge come from the timeline and the rows of charge, not from where the cases stand now.
 * @param known the moment (`2026-06-30 21:59:59.999999`, UTC); null: all that is known now
 */
export async function casesAsOf(
  assetId: number,
  { on, known }: { on: Day; known: string | null }
): Promise<CaseThen[]> {
  const moment = known ?? '9999-12-31'
  const [rows] = await db.rawQuery(
    `SELECT c.id, c.case_no, c.unit_id, c.kind, c.detected_on, l.shared_area_m2,
       s.to_status AS status, s.happened_on AS since,
       COALESCE((SELECT JSON_VALUE(w.facts, '$.occupierBefore') FROM encroachment_steps w
                 WHERE w.case_id = c.id AND w.id > s.id AND JSON_VALUE(w.facts, '$.occupierBefore') IS NOT NULL
                 ORDER BY w.id LIMIT 1), c.occupier_name) AS occupier,
       (SELECT SUM(a.per_day * DATEDIFF(LEAST(a.valid_to, ?), a.valid_from)) FROM usage_accruals a
        WHERE a.case_id = c.id AND a.valid_from <= ? AND a.recorded_at <= ?) AS charged
     FROM encroachment_assets l
     JOIN encroachment_cases c ON c.id = l.case_id
     JOIN encroachment_steps s ON s.id = (SELECT MAX(t.id) FROM encroachment_steps t
       WHERE t.case_id = c.id AND t.happened_on <= ? AND t.recorded_at <= ?)
     WHERE l.asset_id = ? AND c.detected_on <= ? ORDER BY c.detected_on DESC, c.id DESC`,
    [addDays(on, 1), on, moment, on, moment, assetId, on]
  )
  return (rows as Record<string, any>[]).map((row) => ({
    id: Number(row.id),
    caseNo: row.case_no,
    unitId: Number(row.unit_id),
    kind: row.kind,
    status: row.status,
    occupierName: row.occupier,
    detectedOn: row.detected_on,
    closedOn: CLOSED.includes(row.status) ? row.since : null,
    sharedM2: row.shared_area_m2,
    charged: row.charged === null ? null : String(row.charged),
  }))
}
