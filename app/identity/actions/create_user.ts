import hash from '@adonisjs/core/services/hash'
import { cleanText } from '#core/arabic'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { accountName } from '#identity/actions/sign_in_attempt'
import { AccountTakenError, WeakPasswordError } from '#identity/errors'
import User from '#identity/models/user'
import { weakness } from '#identity/password_policy'
import { temporaryPassword } from '#identity/temporary_password'

export interface NewUser {
  email: string
  fullName: string
  jobTitle?: string | null
  phone?: string | null
  homeUnitId: number
  /** Without one the person gets a temporary password and must change it. */
  password?: string
}

/** Opens an account for a person. It may do nothing yet: grants come apart. */
export default class CreateUser {
  /** @throws AccountTakenError, WeakPasswordError */
  async handle(input: NewUser, act: { by: Actor; trx?: Trx }) {
    const email = accountName(input.email)
    const fullName = cleanText(input.fullName)
    const password = input.password ?? temporaryPassword()
    const fault = weakness(password, { email, fullName })
    if (fault) throw new WeakPasswordError(fault)
    const hashed = await hash.make(password)

    const user = await within(act.trx, async (trx) => {
      if (await User.findBy('email', email, { client: trx })) throw new AccountTakenError(email)
      const created = await User.create(
        {
          email,
          fullName,
          jobTitle: input.jobTitle ? cleanText(input.jobTitle) : null,
          phone: input.phone ?? null,
          homeUnitId: input.homeUnitId,
          password: hashed,
          mustChangePassword: input.password === undefined,
          status: 'active',
          locale: 'ar',
          theme: 'auto',
          searchText: User.searchTextOf({ email, fullName, jobTitle: input.jobTitle }),
        },
        { client: trx }
      )
      await Trail.record(
        {
          action: 'user.created',
          unitId: created.homeUnitId,
          subjectType: 'user',
          subjectId: created.id,
          label: created.email,
          after: created.picture(),
        },
        { by: act.by, trx }
      )
      return created
    })
    return { user, password }
  }
}
