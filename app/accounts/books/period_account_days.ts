import type { Trx } from '#core/within'
import { unreckonedDays } from '#accounts/books/daily/unreckoned_days'
import { UnreckonedDaysError } from '#accounts/books/errors'
import type PeriodAccount from '#accounts/models/period_account'

/**
 * The daily reckonings feed form 75, so each day of it on which something was paid has its signed form 69.
 * No text of law that we have read forbids the account without them: who hands it in may give the reason,
 * which is signed with the account and printed on it.
 * @throws UnreckonedDaysError
 */
export async function daysExcused(
  account: PeriodAccount,
  reason: string | null | undefined,
  trx: Trx
) {
  const without = await daysWithout(account, trx)
  if (!without.length) return { daysReason: null, unreckonedDays: null }
  const daysReason = reason?.trim().slice(0, 500)
  if (!daysReason) throw new UnreckonedDaysError(without)
  return { daysReason, unreckonedDays: without }
}

/**
 * Every day without its form 69 is one for which the account was handed in with a reason: a form 69 that was
 * withdrawn since is not covered by it.
 * @throws UnreckonedDaysError
 */
export async function assertDaysExcused(account: PeriodAccount, trx: Trx): Promise<void> {
  const excused = (account.unreckonedDays ?? []) as string[]
  const without = (await daysWithout(account, trx)).filter((day) => !excused.includes(day))
  if (without.length) throw new UnreckonedDaysError(without, { handedIn: true })
}

async function daysWithout({ unitId, firstDay, lastDay }: PeriodAccount, trx: Trx) {
  const days = await unreckonedDays({ unitId, first: firstDay, last: lastDay }, { trx })
  return days.map(({ day }) => day)
}
