import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { addDays, today } from '#core/days'
import { settingAt } from '#core/settings'
import { within, type Trx } from '#core/within'
import { lastAccount } from '#accounts/beneficiaries/accounts/propose_account'
import { holdClaimsOf } from '#accounts/beneficiaries/claims/record_claim'
import { AccountHoldsError, PaymentsFrozenError } from '#accounts/beneficiaries/errors'
import { beneficiaryPorts } from '#accounts/beneficiaries/ports'
import BeneficiaryAccount from '#accounts/models/beneficiary_account'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'

interface Deciding {
  by: User
  requestId?: string
  trx?: Trx
}

/** A second person's word on the account of a beneficiary. */
export default class DecideAccount {
  /**
   * He is paid into it once the cooling days are over; the account before holds until that day. It waits
   * as long as approved payments are on their way into the account before.
   * @throws SelfApprovalError, TransitionError, PaymentsFrozenError
   */
  async approve(id: number, deciding: Deciding): Promise<BeneficiaryAccount> {
    return this.#decide(id, 'approved', deciding, async (account, trx) => {
      const { unitId, beneficiaryId } = account
      const days = await settingAt<{ first: number; change: number }>(
        'accounts.beneficiaries.cooling_days',
        { unitId, trx }
      )
      const last = await lastAccount(beneficiaryId, trx)
      const frozen = await beneficiaryPorts.frozenPaymentsOf(beneficiaryId, trx)
      if (frozen.length > 0) throw new PaymentsFrozenError(frozen.map(({ label }) => label))
      const holdsFrom = addDays(today(), last ? days.change : days.first)
      if (last) await last.useTransaction(trx).merge({ holdsUntil: holdsFrom }).save()
      account.merge({ holdsFrom })
    })
  }

  /** @throws SelfApprovalError, TransitionError */
  async refuse(id: number, { reason, ...deciding }: Deciding & { reason: string }) {
    return this.#decide(id, 'refused', { ...deciding, reason }, async (account) => {
      account.refusal = reason
    })
  }

  /** Takes an approved change back while it cools: the account before goes on holding. */
  async stop(
    id: number,
    { by, requestId, reason, trx: outer }: Deciding & { reason: string }
  ): Promise<BeneficiaryAccount> {
    return within(outer, async (trx) => {
      const account = await held(id, trx)
      account.moveTo('stopped')
      if (account.holdsFrom! <= today()) throw new AccountHoldsError(account.holdsFrom!)
      account.merge({ refusal: reason, stoppedBy: by.id, version: account.version + 1 })
      await account.save()
      await BeneficiaryAccount.query({ client: trx })
        .where({ beneficiary_id: account.beneficiaryId, status: 'approved' })
        .where('holds_until', account.holdsFrom!)
        .whereNot('id', id)
        .update({ holds_until: null })
      await told('beneficiary_account.stopped', account, { by: by.asActor(requestId), reason, trx })
      return account
    })
  }

  /** Its maker, or another who may propose, takes a request back before it is decided. */
  async withdraw(id: number, { by, trx: outer }: { by: Actor; trx?: Trx }) {
    return within(outer, async (trx) => {
      const account = await held(id, trx)
      account.moveTo('withdrawn')
      account.version += 1
      await account.save()
      await told('beneficiary_account.withdrawn', account, { by, trx })
      return account
    })
  }

  async #decide(
    id: number,
    verdict: 'approved' | 'refused',
    { by, requestId, trx: outer, reason }: Deciding & { reason?: string },
    work: (account: BeneficiaryAccount, trx: Trx) => Promise<void>
  ): Promise<BeneficiaryAccount> {
    return within(outer, async (trx) => {
      const account = await held(id, trx)
      if (account.madeBy === by.id) throw new SelfApprovalError()
      account.moveTo(verdict)
      const hash = documentHash(account.picture())
      await work(account, trx)
      const approvedAt = DateTime.fromJSDate(clock.now())
      account.merge({ approvedBy: by.id, approvedAt, documentHash: hash })
      account.version += 1
      await account.save()
      const { unitId, iban: label } = account
      const decision = {
        subject: { type: 'beneficiary_account', id, unitId, label },
        step: 'approve',
        madeBy: account.madeBy ?? 0,
        by,
        documentHash: hash,
        requestId,
        trx,
      }
      if (account.madeBy === null) {
        const action = `beneficiary_account.${verdict}`
        await told(action, account, { by: by.asActor(requestId), reason, trx })
      } else if (verdict === 'approved') await new DecideApproval().approve(decision)
      else await new DecideApproval().refuse({ ...decision, reason: reason! })
      return account
    })
  }
}

/** The account, with the claims of its beneficiary held: no form of his is approved meanwhile. */
async function held(id: number, trx: Trx): Promise<BeneficiaryAccount> {
  const account = await BeneficiaryAccount.findOrFail(id, { client: trx })
  await holdClaimsOf(account.beneficiaryId, trx)
  return account.lock(trx)
}

async function told(
  action: string,
  account: BeneficiaryAccount,
  { by, reason, trx }: { by: Actor; reason?: string; trx: Trx }
): Promise<void> {
  await Trail.record(
    {
      action,
      unitId: account.unitId,
      subjectType: 'beneficiary_account',
      subjectId: account.id,
      label: account.iban,
      after: account.picture(),
      reason,
    },
    { by, trx }
  )
}
