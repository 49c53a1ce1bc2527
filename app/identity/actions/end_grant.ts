import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { within, type Trx } from '#core/within'
import { SYSTEM } from '#audit/actor'
import { Trail } from '#audit/trail'
import EndSessions from '#identity/actions/end_sessions'
import { GrantEndedError } from '#identity/errors'
import Grant from '#identity/models/grant'
import type User from '#identity/models/user'

/** Ends a grant now. It stays on the record; the person's sessions end. */
export default class EndGrant {
  /** @throws GrantEndedError */
  async handle(
    input: { grantId: number; reason?: string | null },
    act: { by: User | null; requestId?: string; trx?: Trx }
  ): Promise<Grant> {
    return within(act.trx, async (trx) => {
      const grant = await Grant.query({ client: trx })
        .where('id', input.grantId)
        .preload('user')
        .preload('role')
        .preload('unit')
        .forUpdate()
        .firstOrFail()
      if (grant.revokedAt) throw new GrantEndedError()
      grant.revokedAt = DateTime.fromJSDate(clock.now())
      grant.revokedBy = act.by?.id ?? null
      await grant.save()
      await new EndSessions().handle({ userIds: [grant.userId], because: 'access_changed', trx })
      await Trail.record(
        {
          action: 'grant.ended',
          unitId: grant.unitId,
          subjectType: 'grant',
          subjectId: grant.id,
          label: `${grant.user.email} · ${grant.role.code} · ${grant.unit.code}`,
          before: { from: grant.validFrom, to: grant.validTo },
          after: { revokedAt: grant.revokedAt.toUTC().toISO() },
          reason: input.reason,
        },
        { by: act.by?.asActor(act.requestId) ?? SYSTEM, trx }
      )
      return grant
    })
  }
}
