import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import DecideApproval from '#identity/actions/decide_approval'
import type User from '#identity/models/user'
import { PeriodAccountError, SignedAlreadyError } from '#accounts/books/errors'
import { assertAsLedger, hashOf } from '#accounts/books/period_account_checks'
import { assertDaysExcused } from '#accounts/books/period_account_days'
import PeriodAccount from '#accounts/models/period_account'

export type PeriodStep = 'controller' | 'manager' | 'head'

interface Doing {
  by: User
  /** Whose signature it is given as; whichever the account waits for when left out. */
  step?: PeriodStep
  requestId?: string
  trx?: Trx
}

/** Whose signature an account waits for in a state, and what it becomes by it. */
export const SIGNATURES = {
  submitted: { step: 'controller', to: 'controlled', permission: 'accounts.books.control' },
  controlled: { step: 'manager', to: 'managed', permission: 'accounts.books.approve' },
  managed: { step: 'head', to: 'signed', permission: 'accounts.books.endorse' },
} as const

const BACK = { submitted: 'draft', controlled: 'submitted', managed: 'controlled' } as const
const NOBODY = { submitted: 'submitted', controlled: 'controller', managed: 'manager' } as const

/** The three signatures of form 75 in their order (مراقب الحسابات، مدير الحسابات، رئيس المصلحة). */
export default class SignPeriodAccount {
  /**
   * The signature the account waits for, by a person who has not signed it before.
   * @throws TransitionError, SignedAlreadyError, PeriodAccountError when its figures are not those handed in
   *   or the ledger has moved since, MonthStillOpenError, UnreckonedDaysError
   */
  async sign(id: number, { by, step, requestId, trx: outer }: Doing): Promise<PeriodAccount> {
    return within(outer, async (trx) => {
      const account = await held(id, trx)
      assertTurn(account, step)
      const signature = SIGNATURES[account.status as keyof typeof SIGNATURES]
      account.moveTo(signature?.to ?? 'controlled')
      const { submittedBy, controllerBy, managerBy } = account
      if ([submittedBy, controllerBy, managerBy].includes(by.id)) throw new SignedAlreadyError()
      if (!(await hashOf(account, trx)).equals(account.documentHash!)) {
        throw new PeriodAccountError(
          sentence(
            'أرقام الحساب ليست التي قدم بها.',
            'The figures of the account are not those it was handed in with.'
          )
        )
      }
      await assertAsLedger(account, trx)
      // From the first signature on no form 69 of its days is withdrawn.
      if (signature.step === 'controller') await assertDaysExcused(account, trx)
      account.merge({
        [`${signature.step}By`]: by.id,
        [`${signature.step}At`]: DateTime.fromJSDate(clock.now()),
        returnReason: null,
        version: account.version + 1,
      })
      await account.save()
      await new DecideApproval().approve(decision(account, signature.step, { by, requestId, trx }))
      return account
    })
  }

  /** One step back, by whom it waits for, with the reason. @throws TransitionError, SignedAlreadyError */
  async sendBack(
    id: number,
    { reason, by, step, requestId, trx: outer }: Doing & { reason: string }
  ): Promise<PeriodAccount> {
    return within(outer, async (trx) => {
      const account = await held(id, trx)
      assertTurn(account, step)
      const from = account.status as keyof typeof BACK
      account.moveTo(BACK[from] ?? 'draft')
      const { submittedBy, controllerBy, managerBy } = account
      if ([submittedBy, controllerBy, managerBy].includes(by.id)) throw new SignedAlreadyError()
      const refusal = decision(account, SIGNATURES[from].step, { by, requestId, trx })
      account.merge({
        [`${NOBODY[from]}By`]: null,
        [`${NOBODY[from]}At`]: null,
        ...(from === 'submitted' ? { documentHash: null } : {}),
        returnReason: reason.slice(0, 500),
        version: account.version + 1,
      })
      await account.save()
      await new DecideApproval().refuse({ ...refusal, reason })
      return account
    })
  }
}

/** A signature out of its turn is refused as a move its state does not allow. */
function assertTurn(account: PeriodAccount, step: Doing['step']) {
  const signature = SIGNATURES[account.status as keyof typeof SIGNATURES]
  if (!step || signature?.step === step) return
  throw new PeriodAccountError(
    sentence(
      'ليس هذا دور توقيعك: التوقيعات بترتيبها مراقب الحسابات ثم مدير الحسابات ثم رئيس المصلحة.',
      'It is not the turn of this signature: controller, then manager, then head of the authority.'
    ),
    { facts: { status: account.status, step } }
  )
}

async function held(id: number, trx: Trx): Promise<PeriodAccount> {
  return (await PeriodAccount.findOrFail(id, { client: trx })).lock(trx)
}

function decision(account: PeriodAccount, step: string, doing: Doing & { trx: Trx }) {
  const { id, unitId, label, submittedBy, documentHash } = account
  const subject = { type: 'period_account', id, unitId, label }
  return { subject, step, madeBy: submittedBy!, documentHash: documentHash!, ...doing }
}
