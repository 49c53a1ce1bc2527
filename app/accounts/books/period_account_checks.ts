import { sentence } from '#core/domain_error'
import { Month } from '#core/fiscal'
import type { Trx } from '#core/within'
import { documentHash } from '#identity/actions/decide_approval'
import { PeriodAccountError } from '#accounts/books/errors'
import { assertLocked } from '#accounts/books/months_locked'
import { differencesOf } from '#accounts/books/period_account_differences'
import { linesOf } from '#accounts/books/period_account_lines'
import type PeriodAccount from '#accounts/models/period_account'

/**
 * Its figures are those of the ledger, in months that are locked: nobody signs another thing.
 * @throws PeriodAccountError MonthStillOpenError
 */
export async function assertAsLedger(account: PeriodAccount, trx: Trx): Promise<void> {
  const { unitId, firstDay, lastDay } = account
  const months = Month.range(Month.containing(firstDay), Month.containing(lastDay))
  await assertLocked(unitId, months, trx)
  const differences = await differencesOf(account, { trx })
  if (!differences.length) return
  const accounts = differences.map(({ code }) => code).join('، ')
  throw new PeriodAccountError(
    sentence(
      `تغيرت القيود بعد إعداد الحساب في: ${accounts}.`,
      `The ledger changed after the account was made, in: ${accounts}.`
    ),
    {
      facts: { accounts: differences.map(({ code }) => code) },
      cure: sentence(
        'يُرد الحساب إلى معده بسبب فيعده من جديد؛ وفي صفحته القيود التي غيرته.',
        'Send it back to be made anew; its page shows the entries that changed it.'
      ),
    }
  )
}

/** The fingerprint of an account as it stands in its table, with what excuses days without form 69. */
export async function hashOf(account: PeriodAccount, trx: Trx): Promise<Buffer> {
  const lines = await linesOf(account.id, { trx })
  const { unitId, span, firstDay, lastDay } = account
  const said = lines.map(({ code, brought, moved, carried }) => ({ code, brought, moved, carried }))
  const { daysReason, unreckonedDays } = account
  const excused = daysReason ? { daysReason, unreckonedDays } : {}
  return documentHash({ unitId, span, firstDay, lastDay, lines: said, ...excused })
}
