import { sentence } from '#core/domain_error'
import type { Month } from '#core/fiscal'
import { openMonths } from '#accounts/books/months_locked'
import type { Finding, ObstacleLine } from '#accounts/books/obstacles/obstacle'
import { labelOfAccount, default as PeriodAccount } from '#accounts/models/period_account'

const named = (months: readonly Month[], locale: 'ar' | 'en') =>
  months.map((month) => month.label(locale)).join('، ')

/** Months of the year that still take entries. */
export const openPeriods: Finding = async ({ unitId, year }, trx) => {
  const open = await openMonths(unitId, year.months, trx)
  if (!open.length) return null
  const lines = open.map((month) => ({
    number: String(month),
    about: sentence(month.label('ar'), month.label('en')),
    amount: null,
    url: '/accounts/periods/create',
  }))
  const says = sentence(
    `أشهر مفتوحة للقيد: ${named(open, 'ar')}`,
    `months open for posting: ${named(open, 'en')}`
  )
  return { kind: 'months', says, lines, total: null }
}

/** Months whose account of form 75 does not carry its three signatures. */
export const unsignedAccounts: Finding = async ({ unitId, year }, trx) => {
  const [rows] = await trx.rawQuery(
    `SELECT id, number, status, first_day FROM period_accounts WHERE unit_id = ? AND span = 'month' AND first_day BETWEEN ? AND ?`,
    [unitId, year.first, year.last]
  )
  const known = new Map<string, { id: number; number: number; status: string }>(
    rows.map((row: { first_day: string }) => [row.first_day, row])
  )
  const missing = year.months.filter(({ first }) => known.get(first)?.status !== 'signed')
  if (!missing.length) return null
  const lines = missing.map((month): ObstacleLine => {
    const account = known.get(month.first)
    const state = account
      ? PeriodAccount.stateNames[account.status as keyof typeof PeriodAccount.stateNames]
      : sentence('لم يُعد', 'not made')
    return {
      number: account ? labelOfAccount(year.label, account.number) : String(month),
      about: sentence(`${month.label('ar')}: ${state.ar}`, `${month.label('en')}: ${state.en}`),
      amount: null,
      url: account ? `/accounts/period-accounts/${account.id}` : '/accounts/period-accounts/create',
    }
  })
  const says = sentence(
    `حسابات 75 لم يكتمل توقيعها: ${named(missing, 'ar')}`,
    `accounts of form 75 not signed by all: ${named(missing, 'en')}`
  )
  return { kind: 'accounts', says, lines, total: null }
}
