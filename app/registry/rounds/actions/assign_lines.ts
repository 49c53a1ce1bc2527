import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { lockedRound, subject } from '#registry/rounds/actions/plan_round'
import { RoundNotReadyError, RoundNotRunningError } from '#registry/rounds/errors'

/** Which lines: those of an area, or picked by hand. */
export type Area =
  | { by: 'cell'; cells: readonly number[] }
  | { by: 'street'; streets: readonly string[] }
  | { by: 'unit'; unitIds: readonly number[] }
  | { by: 'hand'; lineIds: readonly number[] }

/** States whose line may still be given to a team, or to another one. */
const GIVEABLE = "('listed', 'assigned', 'visited', 'returned')"

/**
 * Assigns lines to a team (إسناد البنود) by cell of the ground, street, district or by hand. Lines
 * already with another team are moved only by hand, so that one area does not take another's work. What was
 * found stays with its line, and what the former team still has on its telephones is not refused.
 */
export default class AssignLines {
  /** @returns how many lines changed hands. @throws RoundNotRunningError, RoundNotReadyError */
  async handle(
    roundId: number,
    teamId: number,
    area: Area,
    { by, trx: outer }: { by: Actor; trx?: Trx }
  ): Promise<number> {
    return within(outer, async (trx) => {
      const round = await lockedRound(roundId, trx)
      if (!round.isRunning) throw new RoundNotRunningError(round.label, round.status)
      const team = await trx
        .from('round_teams')
        .where({ id: teamId, round_id: roundId })
        .select('name')
        .firstOrFail()
      const { column, values } = condition(area)
      if (values.length === 0) {
        throw new RoundNotReadyError(
          sentence('لم تختر بنودًا.', 'No lines were chosen.'),
          sentence('اختر منطقة أو بنودًا.', 'Choose an area or lines.')
        )
      }
      const states = area.by === 'hand' ? GIVEABLE : "('listed')"
      const which = `round_id = ? AND status IN ${states} AND NOT (team_id <=> ?)
           AND ${column} IN (${values.map(() => '?').join(', ')})`
      // The round is held: no finding comes between the two statements.
      await trx.rawQuery(
        `INSERT INTO round_assignments (round_id, line_id, team_id) SELECT round_id, id, ? FROM round_lines WHERE ${which}`,
        [teamId, roundId, teamId, ...values] as string[]
      )
      const [done] = await trx.rawQuery(
        `UPDATE round_lines SET team_id = ?, status = IF(status IN ('listed', 'assigned'), 'assigned', status),
           version = version + 1
         WHERE ${which}`,
        [teamId, roundId, teamId, ...values] as string[]
      )
      const count = Number(done.affectedRows)
      await Trail.record(
        {
          action: 'round.lines_assigned',
          ...subject(round),
          after: { team: team.name, by: area.by, asked: values.slice(0, 200), lines: count },
        },
        { by, trx }
      )
      return count
    })
  }
}

function condition(area: Area): { column: string; values: readonly unknown[] } {
  switch (area.by) {
    case 'cell':
      return { column: 'cell', values: area.cells }
    case 'street':
      return { column: 'street', values: area.streets }
    case 'unit':
      return { column: 'unit_id', values: area.unitIds }
    case 'hand':
      return { column: 'id', values: area.lineIds }
  }
}
