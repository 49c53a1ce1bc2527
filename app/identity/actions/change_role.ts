import { cleanText } from '#core/arabic'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import EndSessions from '#identity/actions/end_sessions'
import { RoleCodeTakenError, RoleOutOfReachError, RoleSeededError } from '#identity/errors'
import Grant from '#identity/models/grant'
import Role from '#identity/models/role'
import type User from '#identity/models/user'
import type { Permission } from '#identity/permissions'
import { assertHolds } from '#identity/reach'

export interface RoleFacts {
  nameAr: string
  nameEn: string
  descriptionAr: string
  descriptionEn: string
  permissions: Permission[]
}

interface Act {
  by: User
  requestId?: string
}

/**
 * Makes and changes roles. A role reaches as far as its grants: who changes one must manage all the
 * units where it is granted, may not hold it himself, and adds only what he may pass on there.
 */
export default class ChangeRole {
  /** @throws RoleCodeTakenError */
  async create(code: string, facts: RoleFacts, act: Act): Promise<Role> {
    return within(null, async (trx) => {
      if (await Role.findBy('code', code, { client: trx })) throw new RoleCodeTakenError(code)
      const role = await Role.create({ code, isSeeded: false, ...texts(facts) }, { client: trx })
      await this.#save('role.created', role, facts, act, trx)
      return role
    })
  }

  /** @throws RoleSeededError, RoleOutOfReachError, GrantBeyondOwnError */
  async change(roleId: number, facts: RoleFacts, act: Act): Promise<Role> {
    return within(null, async (trx) => {
      const role = await Role.query({ client: trx }).where('id', roleId).forUpdate().firstOrFail()
      if (role.isSeeded) throw new RoleSeededError()
      const grants = await Grant.query({ client: trx })
        .where('role_id', role.id)
        .whereNull('revoked_at')
      await act.by.loadAccess(trx)
      const added = await this.#added(role, facts, trx)
      for (const grant of grants) {
        if (grant.userId === act.by.id) throw new RoleOutOfReachError()
        if (!act.by.can('identity.roles.manage', grant.unitId)) throw new RoleOutOfReachError()
        assertHolds(act.by, added, grant.unitId)
      }
      await this.#save('role.changed', role.merge(texts(facts)), facts, act, trx)
      await new EndSessions().handle({
        userIds: [...new Set(grants.map((grant) => grant.userId))],
        because: 'access_changed',
        trx,
      })
      return role
    })
  }

  async #added(role: Role, facts: RoleFacts, trx: Trx): Promise<Permission[]> {
    const before = await role.permissions(trx)
    return facts.permissions.filter((permission) => !before.includes(permission))
  }

  async #save(action: string, role: Role, facts: RoleFacts, { by, requestId }: Act, trx: Trx) {
    await role.save()
    const { before, after } = await role.setPermissions(facts.permissions, trx)
    await Trail.record(
      {
        action,
        // A role has no unit of its own: its making is told where its maker works.
        unitId: by.homeUnitId,
        subjectType: 'role',
        subjectId: role.id,
        label: role.code,
        before: { permissions: before },
        after: { ...texts(facts), permissions: after },
      },
      { by: by.asActor(requestId), trx }
    )
  }
}

function texts({ nameAr, nameEn, descriptionAr, descriptionEn }: RoleFacts) {
  return {
    nameAr: cleanText(nameAr),
    nameEn: cleanText(nameEn),
    descriptionAr: cleanText(descriptionAr),
    descriptionEn: cleanText(descriptionEn),
  }
}
