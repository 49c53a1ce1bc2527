import type { Day } from '#core/days'
import { settingAt } from '#core/settings'
import type { Trx } from '#core/within'
import type { CaseState } from '#registry/encroachments/life'
import { boxAround } from '#registry/geo/candidates'
import { distanceMetres, overlapArea } from '#registry/geo/overlay'
import { ellipsoidArea, fromDb, type Shape } from '#registry/geo/shape'
import { ruleParameters } from '#registry/rules/parameters'

/** When two reports are of one place. */
export interface PlaceRule {
  /** Areas: shared ground above the tolerance of rule R2. */
  area_m2: number
  share: number
  /** Where one of them is a point: metres between them. */
  metres: number
}

/** The rule as it holds on a day (R2 and `registry.encroachments.same_place`). */
export async function placeRule(asked: { on?: Day; unitId: number; trx: Trx }): Promise<PlaceRule> {
  const { area_m2: area, share } = await ruleParameters('R2', asked)
  const near = await settingAt<{ metres: number }>('registry.encroachments.same_place', asked)
  return { area_m2: area, share, metres: near.metres }
}

/**
 * How much two places are one: shared square metres, 0 for points within the distance; null when they
 * are two places. Touching edges do not count.
 */
export function samePlace(one: Shape, other: Shape, rule: PlaceRule): number | null {
  if (one.type === 'Point' || other.type === 'Point') {
    return distanceMetres(one, other) <= rule.metres ? 0 : null
  }
  const shared = overlapArea(one, other)
  const smaller = Math.min(ellipsoidArea(one), ellipsoidArea(other))
  return shared > Math.max(rule.area_m2, rule.share * smaller) ? shared : null
}

/** A case whose ground is the place that was asked about. */
export interface CaseHere {
  id: number
  unitId: number
  caseNo: string
  status: CaseState
  statusSince: Day
  occupierName: string
  shared: number
}

/** The open cases of a place, and the removed ones that a relapse would open again; open ones first. */
export async function casesAt(shape: Shape, rule: PlaceRule, trx: Trx): Promise<CaseHere[]> {
  const [rows] = await trx.rawQuery(
    `SELECT c.id, c.unit_id, c.case_no, c.status, c.status_since, c.occupier_name, ST_AsBinary(s.shape) AS shape
     FROM encroachment_shapes s STRAIGHT_JOIN encroachment_cases c ON c.id = s.case_id
     WHERE MBRIntersects(s.shape, ST_GeomFromWKB(?)) AND (c.closed_on IS NULL OR c.status = 'removed')`,
    [boxAround(shape, rule.metres)]
  )
  return (rows as Record<string, any>[])
    .flatMap((row) => {
      const shared = samePlace(shape, fromDb(row.shape), rule)
      return shared === null ? [] : [{ ...caseOf(row), shared }]
    })
    .sort(
      (a, b) =>
        Number(a.status === 'removed') - Number(b.status === 'removed') ||
        b.shared - a.shared ||
        a.id - b.id
    )
}

function caseOf(row: Record<string, any>): Omit<CaseHere, 'shared'> {
  return {
    id: Number(row.id),
    unitId: Number(row.unit_id),
    caseNo: row.case_no,
    status: row.status,
    statusSince: row.status_since,
    occupierName: row.occupier_name,
  }
}
