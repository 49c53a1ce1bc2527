import db from '@adonisjs/lucid/services/db'
import type User from '#identity/models/user'
import type Round from '#registry/models/round'
import { DECIDED } from '#registry/rounds/life'
import { scopeFigures } from '#registry/rounds/queries/scope_figures'
import { figuresOf, teamFigures } from '#registry/rounds/queries/figures'

/** How many areas are offered at once for assigning. */
const AREAS = 200

/** All that the war room of a round shows (غرفة متابعة الحصر). */
export async function roundPage(round: Round, user: User, locale: 'ar' | 'en') {
  const [figures, teams, waiting, attention, areas, people, scope] = await Promise.all([
    figuresOf(round.id),
    teamFigures(round.id),
    waitingCount(round.id),
    needsAttention(round.id),
    round.isRunning ? unassignedAreas(round.id) : { streets: [], units: [], left: 0 },
    ['draft', 'running'].includes(round.status) ? peopleOffered(round) : [],
    round.status === 'draft' ? scopeFigures(round, locale) : null,
  ])
  const decided = DECIDED.reduce((sum, state) => sum + (figures.states[state] ?? 0), 0)
  const manages = user.can('registry.rounds.manage', round.unitId)
  const seen = teams.reduce((sum, team) => sum + team.seen, 0)
  return {
    figures,
    teams,
    waiting,
    attention,
    areas,
    people,
    scope,
    decided,
    seen,
    coverage: figures.total ? Math.floor((seen / figures.total) * 100) : 0,
    may: {
      edit: manages && round.status === 'draft',
      start: manages && round.status === 'draft',
      team: manages && ['draft', 'running'].includes(round.status),
      assign: manages && round.isRunning && round.teams.length > 0,
      assignAreas: areas.left > 0,
      propose: manages && round.isRunning && decided > 0,
      close: manages && round.isRunning,
      cancel: manages && ['draft', 'running'].includes(round.status),
      approve:
        user.can('registry.rounds.approve', round.unitId) &&
        round.isRunning &&
        decided > 0 &&
        round.madeBy !== user.id,
    },
  }
}

async function waitingCount(roundId: number): Promise<number> {
  const [[row]] = await db.rawQuery(
    `SELECT COUNT(*) AS n FROM round_changes c JOIN register_transactions t ON t.id = c.transaction_id
     WHERE c.round_id = ? AND t.status = 'proposed'`,
    [roundId]
  )
  return Number(row.n)
}

/** The lines somebody has to look at first: marked, gone, different, extra, disputed. */
async function needsAttention(roundId: number) {
  const [rows] = await db.rawQuery(
    `SELECT l.id, l.asset_code, l.name, l.status, l.outcome, l.is_flagged, t.name AS team
     FROM round_lines l LEFT JOIN round_teams t ON t.id = l.team_id
     WHERE l.round_id = ? AND l.status IN ('submitted', 'extra_found', 'disputed')
     ORDER BY l.is_flagged DESC, l.outcome <> 'found' DESC, l.id LIMIT 50`,
    [roundId]
  )
  return rows as Record<string, any>[]
}

/** Streets and units whose lines no team has. */
async function unassignedAreas(roundId: number) {
  const [streets] = await db.rawQuery(
    `SELECT street AS value, COUNT(*) AS n FROM round_lines WHERE round_id = ? AND status = 'listed'
     GROUP BY street ORDER BY n DESC, street LIMIT ${AREAS}`,
    [roundId]
  )
  const [units] = await db.rawQuery(
    `SELECT u.id AS value, u.name_ar, u.name_en, COUNT(*) AS n FROM round_lines l JOIN units u ON u.id = l.unit_id
     WHERE l.round_id = ? AND l.status = 'listed' GROUP BY u.id, u.name_ar, u.name_en ORDER BY n DESC LIMIT ${AREAS}`,
    [roundId]
  )
  const left = (units as { n: number }[]).reduce((sum, { n }) => sum + Number(n), 0)
  return { streets, units, left }
}

/** People who may count in the round's units and are in none of its teams. */
async function peopleOffered(round: Round) {
  const [rows] = await db.rawQuery(
    `SELECT DISTINCT u.id, u.full_name FROM users u
       JOIN grants g ON g.user_id = u.id AND g.valid_from <= CURRENT_DATE AND (g.valid_to IS NULL OR g.valid_to > CURRENT_DATE)
       JOIN role_permissions p ON p.role_id = g.role_id AND p.permission = 'registry.rounds.count'
     WHERE u.status = 'active'
       AND (g.unit_id IN (SELECT descendant_id FROM unit_closure WHERE ancestor_id = ?)
         OR g.unit_id IN (SELECT ancestor_id FROM unit_closure WHERE descendant_id = ?))
       AND u.id NOT IN (SELECT user_id FROM round_team_members WHERE round_id = ?)
     ORDER BY u.full_name LIMIT 300`,
    [round.unitId, round.unitId, round.id]
  )
  return (rows as { id: number; full_name: string }[]).map((row) => ({
    value: String(row.id),
    label: row.full_name,
  }))
}
