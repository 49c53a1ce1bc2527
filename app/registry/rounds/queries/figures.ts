import db from '@adonisjs/lucid/services/db'
import type { Trx } from '#core/within'
import type { LineState, Result } from '#registry/rounds/life'

/** A team's work, or that of no team: how many lines in which state. */
export interface TeamFigures {
  teamId: number | null
  name: string | null
  people: string[]
  total: number
  /** Lines somebody has brought a finding of. */
  seen: number
  decided: number
  extra: number
  missing: number
  different: number
  disputed: number
  returned: number
  flagged: number
  lastFoundAt: Date | null
}

export interface RoundFigures {
  total: number
  /** Lines frozen at the start; the rest was found in the field. */
  frozen: number
  states: Partial<Record<LineState, number>>
  outcomes: Partial<Record<Result, number>>
  flagged: number
  desk: number
}

/** The figures of a round, for its page, its minutes and its end. */
export async function figuresOf(roundId: number, trx?: Trx): Promise<RoundFigures> {
  const [rows] = await (trx ?? db).rawQuery(
    `SELECT l.status, l.outcome, l.is_flagged, l.asset_code IS NULL AS is_extra,
       f.desk_reason IS NOT NULL AS is_desk, COUNT(*) AS n
     FROM round_lines l LEFT JOIN round_findings f ON f.id = l.finding_id
     WHERE l.round_id = ? GROUP BY 1, 2, 3, 4, 5`,
    [roundId]
  )
  const figures: RoundFigures = {
    total: 0,
    frozen: 0,
    states: {},
    outcomes: {},
    flagged: 0,
    desk: 0,
  }
  for (const row of rows as Record<string, any>[]) {
    const n = Number(row.n)
    figures.total += n
    if (!row.is_extra) figures.frozen += n
    if (row.is_flagged) figures.flagged += n
    if (row.is_desk) figures.desk += n
    figures.states[row.status as LineState] = (figures.states[row.status as LineState] ?? 0) + n
    if (!row.outcome) continue
    figures.outcomes[row.outcome as Result] = (figures.outcomes[row.outcome as Result] ?? 0) + n
  }
  return figures
}

/** The same by team, the lines of no team last. */
export async function teamFigures(roundId: number, trx?: Trx): Promise<TeamFigures[]> {
  const client = trx ?? db
  const [rows] = await client.rawQuery(
    `SELECT t.id, t.name, COUNT(l.id) AS total, SUM(l.finding_id IS NOT NULL) AS seen,
       SUM(l.status IN ('verified', 'disputed', 'not_found', 'posted')) AS decided,
       SUM(l.asset_code IS NULL) AS extra, SUM(l.outcome = 'not_found') AS missing,
       SUM(l.outcome = 'different') AS different, SUM(l.status = 'disputed') AS disputed,
       SUM(l.status = 'returned') AS returned, SUM(l.is_flagged) AS flagged, MAX(f.received_at) AS last_at
     FROM round_lines l LEFT JOIN round_teams t ON t.id = l.team_id
       LEFT JOIN round_findings f ON f.id = l.finding_id
     WHERE l.round_id = ? GROUP BY t.id, t.name
     UNION ALL
     SELECT t.id, t.name, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL FROM round_teams t
     WHERE t.round_id = ? AND NOT EXISTS (SELECT 1 FROM round_lines l WHERE l.round_id = t.round_id AND l.team_id = t.id)
     ORDER BY 1 IS NULL, 2`,
    [roundId, roundId]
  )
  const [people] = await client.rawQuery(
    `SELECT m.team_id, u.full_name FROM round_team_members m JOIN users u ON u.id = m.user_id
     WHERE m.round_id = ? ORDER BY m.is_leader DESC, u.full_name`,
    [roundId]
  )
  return (rows as Record<string, any>[]).map((row) => ({
    teamId: row.id === null ? null : Number(row.id),
    name: row.name,
    people: (people as { team_id: number; full_name: string }[])
      .filter((person) => Number(person.team_id) === Number(row.id))
      .map((person) => person.full_name),
    ...Object.fromEntries(FIGURES.map((name) => [name, Number(row[name] ?? 0)])),
    lastFoundAt: row.last_at,
  })) as TeamFigures[]
}

const FIGURES = [
  ...['total', 'seen', 'decided', 'extra', 'missing'],
  ...['different', 'disputed', 'returned', 'flagged'],
]
