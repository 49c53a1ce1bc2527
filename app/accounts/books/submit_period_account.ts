import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import type User from '#identity/models/user'
import { assertAsLedger, hashOf } from '#accounts/books/period_account_checks'
import { daysExcused } from '#accounts/books/period_account_days'
import PeriodAccount from '#accounts/models/period_account'

interface Doing {
  by: User
  /** Why it is handed in while days of it have no signed form 69. */
  daysReason?: string | null
  requestId?: string
  trx?: Trx
}

/** Hands form 75 in: from here its figures are frozen, and it waits for the first signature. */
export default class SubmitPeriodAccount {
  /**
   * @throws TransitionError, PeriodAccountError when the ledger has moved since it was made,
   *   UnreckonedDaysError when days of it have no signed form 69 and no reason is given
   */
  async handle(
    id: number,
    { by, daysReason, requestId, trx: outer }: Doing
  ): Promise<PeriodAccount> {
    return within(outer, async (trx) => {
      const account = await (await PeriodAccount.findOrFail(id, { client: trx })).lock(trx)
      account.moveTo('submitted')
      await assertAsLedger(account, trx)
      account.merge(await daysExcused(account, daysReason, trx))
      const [[{ lastEntryId }]] = await trx.rawQuery(
        'SELECT COALESCE(MAX(id), 0) AS lastEntryId FROM ledger_entries'
      )
      account.merge({
        lastEntryId: Number(lastEntryId),
        documentHash: await hashOf(account, trx),
        submittedBy: by.id,
        submittedAt: DateTime.fromJSDate(clock.now()),
        returnReason: null,
        version: account.version + 1,
      })
      await account.save()
      const { unitId, label, daysReason: reason, unreckonedDays: without } = account
      await Trail.record(
        {
          action: 'period_account.proposed',
          ...{ unitId, subjectType: 'period_account', subjectId: id, label },
          after: { hash: account.documentHash!.toString('hex'), ...(reason ? { without } : {}) },
          ...(reason ? { reason } : {}),
        },
        { by: by.asActor(requestId), trx }
      )
      return account
    })
  }
}
