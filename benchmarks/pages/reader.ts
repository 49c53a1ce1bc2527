import { SYSTEM } from '#audit/actor'
import CreateUser from '#identity/actions/create_user'
import GiveGrant from '#identity/actions/give_grant'
import Role from '#identity/models/role'
import { temporaryPassword } from '#identity/temporary_password'

/** A secretary-general of the unit, made as the house makes people. */
export async function aReader(unitId: number): Promise<{ email: string; password: string }> {
  const email = `reader-${Date.now()}@bench.example`
  const password = temporaryPassword()
  const role = await Role.findByOrFail('code', 'secretary_general')
  const { user } = await new CreateUser().handle(
    { email, fullName: 'قارئ القياس', jobTitle: role.nameAr, homeUnitId: unitId, password },
    { by: SYSTEM }
  )
  await new GiveGrant().handle(
    { userId: user.id, roleId: role.id, unitId, reason: 'قياس' },
    { by: null }
  )
  return { email, password }
}
