import db from '@adonisjs/lucid/services/db'
import { daysBetween, type Day } from '#core/days'
import { visible } from '#identity/access/visible'
import type User from '#identity/models/user'
import { openLines } from '#registry/rounds/open_lines'
import { DECIDED, OPEN_TO_TEAMS } from '#registry/rounds/life'

export interface RoundWaiting {
  id: number
  label: string
  title: string
  endsOn: Day
  /** Days since its field work should have ended; 0 while it may go on. */
  overdue: number
  /** Lines that wait for this person in it. */
  lines: number
  /** Of a counter: those sent back to his team. */
  returned: number
}

export interface RoundsWaiting {
  /** Rounds in whose teams he counts, with lines still to be visited. */
  counting: RoundWaiting[]
  /** Rounds whose decided lines he may approve. */
  approving: RoundWaiting[]
  /** Running rounds he manages whose last day is past. */
  overdue: RoundWaiting[]
}

/** What of all rounds waits for one person on a day. */
export async function roundsWaiting(user: User, on: Day): Promise<RoundsWaiting> {
  const [counting, approving, overdue] = await Promise.all([
    counted(user),
    user.holds('registry.rounds.approve') ? approvable(user) : [],
    user.holds('registry.rounds.manage') ? late(user, on) : [],
  ])
  const told = (rows: Record<string, any>[]) => rows.map((row) => waitingOf(row, on))
  return { counting: told(counting), approving: told(approving), overdue: told(overdue) }
}

/** Lines that wait for a supervisor's decision and that he did not find himself. */
export function toDecide<Query extends ReturnType<typeof db.from>>(
  query: Query,
  user: User
): Query {
  void query
    .whereIn('round_lines.status', ['submitted', 'extra_found'])
    .where('rounds.status', 'running')
    .whereNot('round_findings.found_by', user.id)
  return visible(query, user, 'registry.rounds.manage', 'round_lines.unit_id')
}

/** How many they are, for the first page. */
export async function toDecideCount(user: User): Promise<number> {
  const lines = openLines(
    db
      .from('round_lines')
      .join('rounds', 'rounds.id', 'round_lines.round_id')
      .join('round_findings', 'round_findings.id', 'round_lines.finding_id'),
    user
  )
  const [row] = await toDecide(lines, user).count('* as n')
  return Number(row.n)
}

async function counted(user: User): Promise<Record<string, any>[]> {
  const [rows] = await db.rawQuery(
    `SELECT r.id, r.number, r.fiscal_year, r.title, r.ends_on, COUNT(*) AS n, SUM(l.status = 'returned') AS returned
     FROM round_team_members m JOIN rounds r ON r.id = m.round_id AND r.status = 'running'
       JOIN round_lines l ON l.round_id = m.round_id AND l.team_id = m.team_id
     WHERE m.user_id = ? AND l.status IN (${OPEN_TO_TEAMS.map(() => '?').join(', ')})
     GROUP BY r.id, r.number, r.fiscal_year, r.title, r.ends_on ORDER BY r.ends_on, r.id`,
    [user.id, ...OPEN_TO_TEAMS]
  )
  return rows
}

function approvable(user: User): Promise<Record<string, any>[]> {
  return visible(
    rounds()
      .join('round_lines', 'round_lines.round_id', 'rounds.id')
      .whereIn('round_lines.status', [...DECIDED])
      .where('rounds.status', 'running')
      .whereNot('rounds.made_by', user.id)
      .whereRaw(
        'NOT EXISTS (SELECT 1 FROM round_team_members m WHERE m.round_id = rounds.id AND m.user_id = ?)',
        [user.id]
      )
      .havingRaw('COALESCE(SUM(round_lines.decided_by = ?), 0) = 0', [user.id]),
    user,
    'registry.rounds.approve',
    'rounds.unit_id'
  )
}

function late(user: User, on: Day): Promise<Record<string, any>[]> {
  return visible(
    rounds()
      .leftJoin('round_lines', (lines) => {
        lines.on('round_lines.round_id', 'rounds.id').andOnVal('round_lines.status', '<>', 'posted')
      })
      .where('rounds.status', 'running')
      .where('rounds.ends_on', '<', on),
    user,
    'registry.rounds.manage',
    'rounds.unit_id'
  )
}

function rounds() {
  return db
    .from('rounds')
    .groupBy('rounds.id', 'rounds.number', 'rounds.fiscal_year', 'rounds.title', 'rounds.ends_on')
    .orderBy('rounds.ends_on')
    .orderBy('rounds.id')
    .limit(100)
    .select('rounds.id', 'rounds.number', 'rounds.fiscal_year', 'rounds.title', 'rounds.ends_on')
    .select(db.raw('COUNT(round_lines.id) AS n'))
}

function waitingOf(row: Record<string, any>, on: Day): RoundWaiting {
  return {
    id: Number(row.id),
    label: `${row.number} / ${row.fiscal_year}`,
    title: row.title,
    endsOn: row.ends_on,
    overdue: Math.max(0, daysBetween(row.ends_on, on)),
    lines: Number(row.n),
    returned: Number(row.returned ?? 0),
  }
}
