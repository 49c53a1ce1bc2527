import { FiscalYear, type Day } from '#core/fiscal'
import { sentence } from '#core/domain_error'
import { nextNumber } from '#core/numbering'
import { assertTransition } from '#core/transitions'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import Round, { type RoundScope } from '#registry/models/round'
import RoundMember from '#registry/models/round_member'
import { RoundChangedError, RoundNotReadyError } from '#registry/rounds/errors'
import {
  ROUND_LIFE,
  ROUND_STATE_NAMES,
  type MemberRole,
  type RoundKind,
} from '#registry/rounds/life'

export interface RoundPlan {
  kind: RoundKind
  title: string
  cutOffOn: Day
  startsOn: Day
  endsOn: Day
  decisionNo: string
  decisionOn: Day
  decisionAuthority: string
  scope: RoundScope
  /** The committee, in the order in which it signs. */
  members: readonly { role: MemberRole; name: string; title?: string | null }[]
}

interface Act {
  by: Actor & { id: number }
  trx?: Trx
}

/** Plans a round (إعداد حصر): its decision, committee, dates and scope. Nothing is frozen yet. */
export default class PlanRound {
  /** @throws RoundNotReadyError */
  async create(unitId: number, plan: RoundPlan, { by, trx: outer }: Act): Promise<Round> {
    check(plan)
    return within(outer, async (trx) => {
      const fiscalYear = FiscalYear.current().label
      const round = new Round().useTransaction(trx)
      round.merge({
        unitId,
        fiscalYear,
        number: await nextNumber({ unitId, book: 'rounds', fiscalYear }, trx),
        status: 'draft',
        madeBy: by.id,
        ...rowOf(plan),
      })
      await round.save()
      await keepMembers(round.id, plan.members, trx)
      await this.#record('round.planned', round, plan, { by, trx })
      return round
    })
  }

  /**
   * @param version the one its page was opened on
   * @throws TransitionError once it runs, RoundNotReadyError, RoundChangedError
   */
  async change(
    roundId: number,
    plan: RoundPlan,
    { by, version, trx: outer }: Act & { version?: number }
  ): Promise<Round> {
    check(plan)
    return within(outer, async (trx) => {
      const round = await lockedRound(roundId, trx)
      assertTransition(ROUND_LIFE, round.status, 'running', ROUND_STATE_NAMES)
      if (version !== undefined && version !== round.version) {
        throw new RoundChangedError(round.label)
      }
      const before = round.picture()
      round.merge({ ...rowOf(plan), madeBy: by.id, version: round.version + 1 })
      await round.save()
      await RoundMember.query({ client: trx }).where('round_id', roundId).delete()
      await keepMembers(roundId, plan.members, trx)
      await this.#record('round.changed', round, plan, { by, trx }, before)
      return round
    })
  }

  /** Gives the round up; its lines stay readable and go nowhere. */
  async cancel(roundId: number, reason: string, { by, trx: outer }: Act): Promise<Round> {
    return within(outer, async (trx) => {
      const round = await lockedRound(roundId, trx)
      const before = { status: round.status }
      round.moveTo('cancelled')
      round.version += 1
      await round.save()
      await Trail.record(
        { action: 'round.cancelled', ...subject(round), before, reason },
        { by, trx }
      )
      return round
    })
  }

  #record(
    action: string,
    round: Round,
    plan: RoundPlan,
    { by, trx }: { by: Actor; trx: Trx },
    before?: unknown
  ) {
    const after = { ...round.picture(), members: plan.members }
    return Trail.record({ action, ...subject(round), before, after }, { by, trx })
  }
}

/** The round, held. This locking read stands first in each of its transactions. */
export async function lockedRound(id: number, trx: Trx): Promise<Round> {
  return Round.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
}

/** The round, kept as it is by everyone who records in it: telephones do not wait for one another. */
export async function sharedRound(id: number, trx: Trx): Promise<Round> {
  return Round.query({ client: trx }).where('id', id).forShare().firstOrFail()
}

/** How the trail names a round. */
export function subject(round: Round) {
  const { id, unitId, label, title } = round
  return { unitId, subjectType: 'round', subjectId: id, label: `${label} ${title}` }
}

function check({ startsOn, endsOn, cutOffOn, members }: RoundPlan): void {
  if (startsOn > endsOn || cutOffOn > endsOn) {
    throw new RoundNotReadyError(
      sentence(
        'نهاية الحصر قبل بدايته أو قبل تاريخ القطع.',
        'The round ends before it begins or before its cut-off day.'
      )
    )
  }
  if (members.filter(({ role }) => role === 'chair').length !== 1) {
    throw new RoundNotReadyError(
      sentence('للجنة الحصر رئيس واحد.', 'The committee has one chair.'),
      sentence('سمِّ رئيس اللجنة وأعضاءها.', 'Name the chair and the members.')
    )
  }
}

function rowOf({ members: _, ...plan }: RoundPlan) {
  return plan
}

async function keepMembers(roundId: number, members: RoundPlan['members'], trx: Trx) {
  await RoundMember.createMany(
    members.map(({ role, name, title }, index) => ({
      roundId,
      position: index + 1,
      role,
      name,
      title: title ?? null,
    })),
    { client: trx }
  )
}
