import { accountName } from '#identity/actions/sign_in_attempt'
import { UnknownNameError } from '#identity/errors'
import Role from '#identity/models/role'
import Unit from '#identity/models/unit'
import User from '#identity/models/user'

/** @throws UnknownNameError */
export async function unitWithCode(code: string): Promise<Unit> {
  const unit = await Unit.findBy('code', code.toUpperCase())
  if (!unit) throw new UnknownNameError('unit', code)
  return unit
}

/** @throws UnknownNameError */
export async function roleWithCode(code: string): Promise<Role> {
  const role = await Role.findBy('code', code)
  if (!role) throw new UnknownNameError('role', code)
  return role
}

/** @throws UnknownNameError */
export async function personWithAccount(account: string): Promise<User> {
  const user = await User.findBy('email', accountName(account))
  if (!user) throw new UnknownNameError('account', account)
  return user
}
