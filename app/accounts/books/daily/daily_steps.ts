import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import type User from '#identity/models/user'
import { DailyReckoningError } from '#accounts/books/daily/prepare_daily'
import DailyReckoning from '#accounts/models/daily_reckoning'

export type DailyStep = 'cashier' | 'accountant' | 'head'

export interface Doing {
  by: User
  requestId?: string
  trx?: Trx
}

/** Whose signature form 69 waits for in a state, and what it becomes by it. */
export const DAILY_SIGNATURES = {
  draft: { step: 'cashier', to: 'counted', permission: 'accounts.books.cash' },
  counted: { step: 'accountant', to: 'checked', permission: 'accounts.books.manage' },
  checked: { step: 'head', to: 'signed', permission: 'accounts.books.control' },
} as const

/** @throws DailyReckoningError */
export function assertTurn(reckoning: DailyReckoning, step: DailyStep): void {
  const { status } = reckoning
  if (DAILY_SIGNATURES[status as keyof typeof DAILY_SIGNATURES]?.step === step) return
  throw new DailyReckoningError(
    sentence(
      'ليس هذا دور توقيعك: الصراف ثم المحاسب ثم رئيس الحسابات.',
      'It is not the turn of this signature: cashier, then accountant, then head of accounts.'
    ),
    { facts: { status, step } }
  )
}

/** The fresh row, held until the transaction ends. */
export async function held(id: number, trx: Trx): Promise<DailyReckoning> {
  return (await DailyReckoning.findOrFail(id, { client: trx })).lock(trx)
}

/** What the approvals of the house keep of a signature. */
export function decision(
  reckoning: DailyReckoning,
  step: DailyStep,
  madeBy: number,
  doing: Doing & { trx: Trx }
) {
  const { id, unitId, label, documentHash: hash } = reckoning
  const subject = { type: 'daily_reckoning', id, unitId, label }
  return { subject, step, madeBy, documentHash: hash!, ...doing }
}
