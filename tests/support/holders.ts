import type User from '#identity/models/user'
import type { Permission } from '#identity/permissions'
import { aPerson, aRole } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

/** A person who holds just these permissions in one unit (a new one at the top unless given). */
export async function aHolder(
  permissions: readonly Permission[],
  { unitId, fullName }: { unitId?: number; fullName?: string } = {}
): Promise<User> {
  const role = await aRole([...permissions])
  return aPerson({ unitId: unitId ?? (await aUnit()), roles: [role.code], fullName })
}
