import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import User from '#identity/models/user'
import RoundTeam from '#registry/models/round_team'
import { lockedRound, subject } from '#registry/rounds/actions/plan_round'
import { RoundNotReadyError, RoundNotRunningError } from '#registry/rounds/errors'

export interface TeamInput {
  name: string
  /** Ids of the people, the leader first. */
  userIds: readonly number[]
}

/** Forms the teams of a round (تشكيل الفرق). A person counts in one team of a round. */
export default class FormTeam {
  /** Adds a team, or changes the people of the one with that id. @throws RoundNotReadyError */
  async handle(
    roundId: number,
    { name, userIds }: TeamInput,
    { by, teamId, trx: outer }: { by: Actor; teamId?: number; trx?: Trx }
  ): Promise<RoundTeam> {
    return within(outer, async (trx) => {
      const round = await lockedRound(roundId, trx)
      if (!['draft', 'running'].includes(round.status)) {
        throw new RoundNotRunningError(round.label, round.status)
      }
      await assertCanCount(userIds, round.unitId, trx)
      const team = teamId
        ? await RoundTeam.query({ client: trx })
            .where({ id: teamId, round_id: roundId })
            .firstOrFail()
        : new RoundTeam().useTransaction(trx)
      team.merge({ roundId, unitId: round.unitId, name })
      await team.save()
      await trx.from('round_team_members').where('team_id', team.id).delete()
      await assertFree(roundId, userIds, trx)
      await trx
        .insertQuery()
        .table('round_team_members')
        .multiInsert(
          userIds.map((userId, index) => ({
            round_id: roundId,
            user_id: userId,
            team_id: team.id,
            is_leader: index === 0 ? 1 : 0,
          }))
        )
      await Trail.record(
        { action: 'round.team_formed', ...subject(round), after: { team: name, userIds } },
        { by, trx }
      )
      return team
    })
  }
}

/** Everybody named may count somewhere in the round's unit or below it. */
async function assertCanCount(userIds: readonly number[], unitId: number, trx: Trx) {
  if (userIds.length === 0) {
    throw new RoundNotReadyError(
      sentence('الفريق بلا أعضاء.', 'The team has no people.'),
      sentence('اختر أعضاء الفريق.', 'Choose its people.')
    )
  }
  const below = await trx
    .from('unit_closure')
    .where('ancestor_id', unitId)
    .select('descendant_id as id')
  const units = new Set(below.map(({ id }) => Number(id)))
  for (const id of userIds) {
    const user = await User.findOrFail(id, { client: trx })
    await user.loadAccess(trx)
    const where = user.unitIds('registry.rounds.count')
    if (where === 'all' || where.some((unit) => units.has(Number(unit)))) continue
    throw new RoundNotReadyError(
      sentence(
        `ليست لـ«${user.fullName}» صلاحية تسجيل نتائج الحصر في وحدات هذا الحصر.`,
        `«${user.fullName}» may not record findings in the units of this round.`
      ),
      sentence('امنحه دور المساح أولًا.', 'Give him the role of surveyor first.')
    )
  }
}

async function assertFree(roundId: number, userIds: readonly number[], trx: Trx) {
  const taken = await trx
    .from('round_team_members as m')
    .join('users as u', 'u.id', 'm.user_id')
    .join('round_teams as t', 't.id', 'm.team_id')
    .where('m.round_id', roundId)
    .whereIn('m.user_id', [...userIds])
    .select('u.full_name as person', 't.name as team')
    .first()
  if (!taken) return
  throw new RoundNotReadyError(
    sentence(
      `«${taken.person}» في فريق «${taken.team}» من الحصر نفسه.`,
      `«${taken.person}» is already in team «${taken.team}» of this round.`
    )
  )
}
