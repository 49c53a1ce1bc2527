import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { within, type Trx } from '#core/within'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import type User from '#identity/models/user'
import { pictureOf } from '#accounts/banking/reconciliation/frozen'
import { prepareReconciliation } from '#accounts/banking/reconciliation/prepare_reconciliation'
import { assertSignable } from '#accounts/banking/reconciliation/signable'
import type { Stated } from '#accounts/banking/reconciliation/stated_balance'
import { tellReconciliation } from '#accounts/banking/tell'
import BankReconciliation from '#accounts/models/bank_reconciliation'

interface Act {
  by: User
  requestId?: string
  trx?: Trx
}

/** Makes the reconciliation statement of an account and month, and takes its two signatures. */
export default class ReconcileBank {
  prepare(stated: Stated, act: Act): Promise<BankReconciliation> {
    return prepareReconciliation(stated, act)
  }

  /**
   * The first signature freezes the figures, the second, of another person, closes them for good.
   * @throws ReconciliationError while the month runs, where a difference is left or the figures changed
   */
  async sign(
    id: number,
    { from, ...act }: Act & { from?: 'draft' | 'signed' }
  ): Promise<BankReconciliation> {
    return within(act.trx, async (trx) => {
      const one = await (await BankReconciliation.findOrFail(id, { client: trx })).lock(trx)
      // A route gives the right to one signature: out of its turn it is no step of the statement.
      const isSecond = (from ?? one.status) === 'signed'
      one.moveTo(isSecond ? 'closed' : 'signed')
      const place = { bankAccountId: one.bankAccountId, month: one.period }
      const frozen = await pictureOf(place, one.statedBalance, trx)
      assertSignable(one, frozen, isSecond)
      const now = DateTime.fromJSDate(clock.now())
      if (isSecond) {
        one.merge({ secondSignedBy: act.by.id, secondSignedAt: now, version: one.version + 1 })
        await decide(one, act, trx)
      } else {
        one.merge({
          figures: JSON.stringify(frozen),
          difference: frozen.difference,
          documentHash: documentHash(frozen),
          firstSignedBy: act.by.id,
          firstSignedAt: now,
          returnReason: null,
          version: one.version + 1,
        })
        await tellReconciliation(
          one,
          'signed_first',
          { balance: String(one.statedBalance) },
          { ...act, trx }
        )
      }
      return one.save()
    })
  }

  /** Back to who prepared it, with what is wrong. @throws TransitionError */
  async sendBack(id: number, act: Act & { reason: string }): Promise<BankReconciliation> {
    return within(act.trx, async (trx) => {
      const one = await (await BankReconciliation.findOrFail(id, { client: trx })).lock(trx)
      one.moveTo('draft')
      one.merge({
        ...{ firstSignedBy: null, firstSignedAt: null, documentHash: null, figures: null },
        ...{ returnReason: act.reason.slice(0, 500), version: one.version + 1 },
      })
      await one.save()
      await tellReconciliation(one, 'returned', {}, { ...act, trx })
      return one
    })
  }
}

const decide = (one: BankReconciliation, { by, requestId }: Act, trx: Trx) =>
  new DecideApproval().approve({
    subject: { type: 'bank_reconciliation', id: one.id, unitId: one.unitId, label: one.label },
    step: 'close',
    madeBy: one.firstSignedBy!,
    documentHash: one.documentHash!,
    ...{ by, requestId, trx },
  })
