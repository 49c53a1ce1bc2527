import db from '@adonisjs/lucid/services/db'
import type { UnitIds } from '#identity/access/access'
import { factLabel } from '#registry/register/attributes'
import { parsedFacts } from '#registry/register/changes'
import type { Facts } from '#registry/register/facts'
import { DETAIL_JOINS, fieldFacts, factsOfAnySql, type Subtype } from '#registry/rounds/field_facts'
import { OPEN_TO_TEAMS } from '#registry/rounds/life'

/** Whether an asset moves by a finding: of class `c`, its current shape `s` a point, or none. */
export const CAN_MOVE =
  "(JSON_CONTAINS(c.geometries, '\"point\"') AND (s.asset_id IS NULL OR ST_GeometryType(s.shape) = 'POINT'))"

/** A line as the telephone keeps it. */
export interface FieldLine {
  id: number
  code: string | null
  name: string
  street: string
  latitude: string | null
  longitude: string | null
  subtype: Subtype
  facts: Facts
  status: string
  outcome: string | null
  note: string | null
  photos: number
  gpsLimit: number | null
  /** Recorded as a point: it may be found elsewhere. */
  canMove: boolean
  /** Versions the finder looks at. */
  version: number
  baseVersion: number | null
}

/**
 * The lines of one person of a round: those of his team, in units where he may count, that are still to
 * be visited or were returned. Nothing of other teams ever reaches the telephone.
 */
export async function fieldLines(
  roundId: number,
  userId: number,
  units: UnitIds
): Promise<FieldLine[]> {
  const [rows] = await db.rawQuery(
    `SELECT l.id, l.asset_code, COALESCE(a.name, l.name) AS name, COALESCE(a.street, l.street) AS street,
       COALESCE(a.latitude, l.latitude) AS latitude, COALESCE(a.longitude, l.longitude) AS longitude,
       c.subtype, l.status, l.outcome, l.decision_note, l.photos_required, l.gps_limit_m, l.version,
       a.version AS base_version, l.unit_id, a.id IS NOT NULL AND ${CAN_MOVE} AS can_move, IF(a.id IS NULL, '{}', ${factsOfAnySql()}) AS facts
     FROM round_team_members m
       JOIN round_lines l ON l.round_id = m.round_id AND l.team_id = m.team_id
       JOIN asset_classes c ON c.id = l.class_id
       LEFT JOIN assets a ON a.id = l.asset_id LEFT JOIN asset_shapes s ON s.asset_id = l.asset_id ${DETAIL_JOINS}
     WHERE m.round_id = ? AND m.user_id = ? AND l.status IN (${OPEN_TO_TEAMS.map(() => '?').join(', ')})
       AND (a.id IS NULL OR a.security_class = 'normal')
     ORDER BY l.street, l.id LIMIT 5000`,
    [roundId, userId, ...OPEN_TO_TEAMS]
  )
  const mine = units === 'all' ? null : new Set(units.map(Number))
  return (rows as Record<string, any>[])
    .filter((row) => mine === null || mine.has(Number(row.unit_id)))
    .map((row) => ({
      id: Number(row.id),
      code: row.asset_code,
      name: row.name,
      street: row.street,
      latitude: row.latitude,
      longitude: row.longitude,
      subtype: row.subtype,
      facts: parsedFacts(row.facts),
      status: row.status,
      outcome: row.outcome,
      note: row.decision_note,
      photos: Number(row.photos_required),
      gpsLimit: row.gps_limit_m,
      canMove: Number(row.can_move) === 1,
      version: Number(row.version),
      baseVersion: row.base_version === null ? null : Number(row.base_version),
    }))
}

/** The classes a person may say an extra thing is of, with the facts asked of each. */
export async function fieldClasses(locale: 'ar' | 'en') {
  const rows: Record<string, any>[] = await db
    .from('asset_classes')
    .whereNotIn('id', (parents) => {
      void parents.from('asset_classes').whereNotNull('parent_id').select('parent_id')
    })
    .orderBy('sort_order')
    .select('id', 'name_ar', 'name_en', 'subtype', 'photos_required')
  return rows.map((row) => ({
    id: Number(row.id),
    name: locale === 'ar' ? row.name_ar : row.name_en,
    subtype: row.subtype as Subtype,
    photos: Number(row.photos_required),
  }))
}

/** How the facts of the field are called, by kind of thing. */
export function fieldLabels(locale: 'ar' | 'en') {
  const kinds: Subtype[] = ['land', 'building', 'site', 'movable']
  return Object.fromEntries(
    kinds.map((subtype) => [
      subtype,
      fieldFacts(subtype).map((name) => ({ name, label: factLabel(name)[locale] })),
    ])
  )
}
