import { today, type Day } from '#core/fiscal'
import { within, type Trx } from '#core/within'
import { SYSTEM } from '#audit/actor'
import { Trail } from '#audit/trail'
import EndSessions from '#identity/actions/end_sessions'
import { GrantExistsError, NotToOneselfError, UnitClosedError } from '#identity/errors'
import Grant from '#identity/models/grant'
import Role from '#identity/models/role'
import Unit from '#identity/models/unit'
import User from '#identity/models/user'
import { assertHolds } from '#identity/reach'

export interface NewGrant {
  userId: number
  roleId: number
  unitId: number
  /** Today unless told. */
  from?: Day
  /** First day on which it no longer holds; open unless told. */
  to?: Day | null
  reason?: string | null
}

interface Act {
  /** Who grants; null is the operator of the machine (a command). */
  by: User | null
  requestId?: string
  trx?: Trx
}

/**
 * Gives a person a role in a unit and all below it. Nobody grants himself, nor what he does not hold
 * there. The person's sessions end, so that he comes back with what he may do now.
 */
export default class GiveGrant {
  /** @throws NotToOneselfError, GrantBeyondOwnError, GrantExistsError, UnitClosedError */
  async handle(input: NewGrant, act: Act): Promise<Grant> {
    return within(act.trx, async (trx) => {
      // One at a time for each person: two equal grants at once would both find none.
      const user = await User.query({ client: trx })
        .where('id', input.userId)
        .forUpdate()
        .firstOrFail()
      const role = await Role.findOrFail(input.roleId, { client: trx })
      const unit = await Unit.findOrFail(input.unitId, { client: trx })
      if (!unit.isOpen) throw new UnitClosedError(unit.code)
      if (act.by) await this.#assertMayGrant(act.by, { user, role, unit }, trx)
      const from = input.from ?? today()
      const to = input.to ?? null
      await this.#assertNew({ user, role, unit, from, to }, trx)

      const grant = await Grant.create(
        {
          userId: user.id,
          roleId: role.id,
          unitId: unit.id,
          validFrom: from,
          validTo: to,
          reason: input.reason ?? null,
          grantedBy: act.by?.id ?? null,
        },
        { client: trx }
      )
      await new EndSessions().handle({ userIds: [user.id], because: 'access_changed', trx })
      await Trail.record(
        {
          action: 'grant.given',
          unitId: unit.id,
          subjectType: 'grant',
          subjectId: grant.id,
          label: `${user.email} · ${role.code} · ${unit.code}`,
          after: { user: user.email, role: role.code, unit: unit.code, from, to },
          reason: input.reason,
        },
        { by: act.by?.asActor(act.requestId) ?? SYSTEM, trx }
      )
      return grant
    })
  }

  async #assertMayGrant(by: User, { user, role, unit }: Parties, trx: Trx) {
    if (by.id === user.id) throw new NotToOneselfError()
    // What he may do is read again here: his own grant may have ended a moment ago.
    await by.loadAccess(trx)
    assertHolds(by, ['identity.grants.manage', ...(await role.permissions(trx))], unit.id)
  }

  async #assertNew(
    { user, role, unit, from, to }: Parties & { from: Day; to: Day | null },
    trx: Trx
  ) {
    const same = await Grant.query({ client: trx })
      .where({ user_id: user.id, role_id: role.id, unit_id: unit.id })
      .whereNull('revoked_at')
      .where((query) => query.whereNull('valid_to').orWhere('valid_to', '>', from))
      .if(to !== null, (query) => query.where('valid_from', '<', to!))
      .first()
    if (same) throw new GrantExistsError()
  }
}

interface Parties {
  user: User
  role: Role
  unit: Unit
}
