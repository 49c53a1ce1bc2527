import { GrantBeyondOwnError, NotToOneselfError, PersonOutOfReachError } from '#identity/errors'
import Grant from '#identity/models/grant'
import type User from '#identity/models/user'
import { permissionName, type Permission } from '#identity/permissions'

/**
 * Nobody manages himself, nor a person who is more than he: one whose home or grants lie outside the
 * units where the manager holds `identity.people.manage`. Otherwise a supervisor of a village unit
 * could give the governor a new password.
 * @throws NotToOneselfError, PersonOutOfReachError
 */
export async function assertReaches(manager: User, person: User): Promise<void> {
  if (manager.id === person.id) throw new NotToOneselfError()
  if (!(await reaches(manager, person))) throw new PersonOutOfReachError()
}

/** Whether the manager may change this person's account. */
export async function reaches(manager: User, person: User): Promise<boolean> {
  if (manager.id === person.id) return false
  const grants = await Grant.query()
    .where('user_id', person.id)
    .whereNull('revoked_at')
    .select('unit_id')
  const units = [person.homeUnitId, ...grants.map((grant) => grant.unitId)]
  return units.every((unitId) => manager.can('identity.people.manage', unitId))
}

/**
 * Nobody passes on what he does not hold in that unit, unless his office is to assign roles
 * (`identity.grants.delegate` there).
 * @throws GrantBeyondOwnError naming what he lacks
 */
export function assertHolds(
  granter: User,
  permissions: readonly Permission[],
  unitId: number | null
): void {
  if (granter.can('identity.grants.delegate', unitId)) return
  const lacking = permissions.filter((permission) => !granter.can(permission, unitId))
  if (lacking.length > 0) throw new GrantBeyondOwnError(lacking.map(permissionName))
}
