import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { within } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import ApiToken from '#identity/models/api_token'
import { NotFoundError } from '#identity/errors'

/** Takes a token back: from this moment it opens nothing. */
export default class RevokeToken {
  /**
   * @param userId whose token it must be; null for the operator
   * @throws NotFoundError for one that is not his, or was taken back before
   */
  async handle(id: number, userId: number | null, { by }: { by: Actor }): Promise<ApiToken> {
    return within(null, async (trx) => {
      const token = await ApiToken.query({ client: trx })
        .where('id', id)
        .if(userId !== null, (query) => query.where('user_id', userId!))
        .whereNull('revoked_at')
        .preload('user')
        .forUpdate()
        .first()
      if (!token) throw new NotFoundError()
      token.revokedAt = DateTime.fromJSDate(clock.now())
      await token.save()
      await Trail.record(
        {
          action: 'token.revoked',
          unitId: token.user.homeUnitId,
          subjectType: 'user',
          subjectId: token.userId,
          label: token.user.email,
          before: { token: token.id, scope: token.scope, name: token.name },
        },
        { by, trx }
      )
      return token
    })
  }
}
