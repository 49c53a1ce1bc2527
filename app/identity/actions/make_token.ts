import { addDays, today, type Day } from '#core/days'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { TokenDayError } from '#identity/errors'
import ApiToken from '#identity/models/api_token'
import type User from '#identity/models/user'
import type { TokenScope } from '#identity/tokens/scopes'
import { hashOfSecret, newSecret } from '#identity/tokens/secret'

/** No token lives longer without being made anew. */
export const LONGEST_TOKEN_DAYS = 366

interface NewToken {
  scope: TokenScope
  name: string
  /** First day on which it opens nothing; a year from today unless told. */
  expiresOn?: Day
}

/** Makes a token for a person. Its secret is given back once and kept nowhere. */
export default class MakeToken {
  /** @throws TokenDayError for a day that has come or lies more than a year ahead */
  async handle(
    user: User,
    { scope, name, expiresOn = addDays(today(), 365) }: NewToken,
    { by, trx: outer }: { by: Actor; trx?: Trx }
  ): Promise<{ token: ApiToken; secret: string }> {
    const last = addDays(today(), LONGEST_TOKEN_DAYS)
    if (expiresOn <= today() || expiresOn > last) throw new TokenDayError(expiresOn, last)
    const secret = newSecret()
    const token = await within(outer, async (trx) => {
      const made = await ApiToken.create(
        {
          userId: user.id,
          scope,
          name: name.trim().slice(0, 80),
          hash: hashOfSecret(secret),
          hint: secret.slice(-4),
          expiresOn,
          createdBy: by.id,
        },
        { client: trx }
      )
      await Trail.record(
        {
          action: 'token.created',
          unitId: user.homeUnitId,
          subjectType: 'user',
          subjectId: user.id,
          label: user.email,
          after: { token: made.id, scope, name: made.name, expiresOn },
        },
        { by, trx }
      )
      return made
    })
    return { token, secret }
  }
}
