import { addDays, today } from '#core/days'
import { settingAt } from '#core/settings'
import { beneficiaryPorts } from '#accounts/beneficiaries/ports'
import BeneficiaryAccount from '#accounts/models/beneficiary_account'
import type User from '#identity/models/user'

export const STANDING_TONES = {
  proposed: 'info',
  cooling: 'warning',
  holding: 'success',
  ended: 'neutral',
  refused: 'danger',
  withdrawn: 'neutral',
  stopped: 'danger',
} as const

/** What the page of a request shows: the account before, who else has this IBAN, what may be done. */
export async function accountRequest(account: BeneficiaryAccount, user: User) {
  const on = today()
  const standing = account.standing(on)
  const others = await BeneficiaryAccount.query()
    .where('iban', account.iban)
    .whereNot('beneficiary_id', account.beneficiaryId)
    .whereIn('status', ['proposed', 'approved'])
    .preload('beneficiary')
    .limit(10)
  const approved = await BeneficiaryAccount.query()
    .where({ beneficiary_id: account.beneficiaryId, status: 'approved' })
    .whereNot('id', account.id)
  const before = approved.find((one) => one.standing(on) === 'holding') ?? null
  const days = await settingAt<{ first: number; change: number }>(
    'accounts.beneficiaries.cooling_days',
    { unitId: account.unitId }
  )
  const mayApprove = user.can('accounts.beneficiaries.approve', account.unitId)
  const waits = account.status === 'proposed'
  return {
    account,
    standing,
    tone: STANDING_TONES[standing as keyof typeof STANDING_TONES],
    before,
    // Names of other units' beneficiaries are told only to who may read them.
    others: others.map(({ beneficiary }) =>
      user.can('accounts.beneficiaries.read', beneficiary.unitId) ? beneficiary.name : null
    ),
    wouldHold: waits ? addDays(on, before ? days.change : days.first) : null,
    frozen: await beneficiaryPorts.frozenPaymentsOf(account.beneficiaryId),
    mayDecide: waits && mayApprove && account.madeBy !== user.id,
    mayStop: standing === 'cooling' && mayApprove,
    mayWithdraw: waits && user.can('accounts.beneficiaries.manage', account.unitId),
  }
}
