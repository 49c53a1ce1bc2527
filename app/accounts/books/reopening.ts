import { DomainError, sentence } from '#core/domain_error'
import type { Month } from '#core/fiscal'
import type { Trx } from '#core/within'
import { labelOfAccount } from '#accounts/models/period_account'

/** A locked month on which something signed rests. */
export class MonthRestedOnError extends DomainError {
  static override code = 'E_MONTH_RESTED_ON'
}

interface Asked {
  unitId: number
  month: Month
}

/**
 * A locked month is not opened again in a closed year, nor while an account of form 75 that covers it
 * carries a signature, nor while a folio of it is closed: each is taken back first, with its reason.
 * The trigger `accounting_periods_stay_locked` holds the first two as well.
 * @throws MonthRestedOnError
 */
export async function assertMayReopen({ unitId, month }: Asked, trx: Trx): Promise<void> {
  await assertYearOpen({ unitId, month }, trx)
  await assertUnsigned({ unitId, month }, trx)
  const [[folio]] = await trx.rawQuery(
    `SELECT f.id, f.number, b.form_no, b.name_ar, b.name_en FROM book_folios f JOIN account_books b ON b.id = f.book_id
     WHERE f.unit_id = ? AND f.month = ? AND f.status <> 'open' ORDER BY b.sort_order LIMIT 1`,
    [unitId, month.first]
  )
  if (!folio) return
  throw new MonthRestedOnError(
    sentence(
      `فولية ${month.label('ar')} من ${folio.name_ar} (${folio.form_no}) مقفلة على ما قيد في الشهر.`,
      `The folio of ${month.label('en')} in “${folio.name_en}” (${folio.form_no}) is closed on what the month holds.`
    ),
    {
      facts: { month: String(month), folio: Number(folio.id) },
      cure: sentence('أعد فتح الفولية بسبب أولًا.', 'Reopen the folio with a reason first.'),
    }
  )
}

/** @throws MonthRestedOnError when the year of the month is closed */
async function assertYearOpen({ unitId, month }: Asked, trx: Trx): Promise<void> {
  const year = month.fiscalYear
  const [[closing]] = await trx.rawQuery(
    `SELECT status, decision_no FROM year_closings WHERE unit_id = ? AND fiscal_year = ? AND status IN ('closed', 'approved') LOCK IN SHARE MODE`,
    [unitId, year.label]
  )
  if (!closing) return
  const facts = { month: String(month), fiscalYear: year.label }
  if (closing.status === 'approved') {
    throw new MonthRestedOnError(
      sentence(
        `سنة ${year.label} أقفلت واعتمد حسابها الختامي بقرار ${closing.decision_no}، فلا يعاد فتح شهر منها.`,
        `${year.label} is closed and its final account approved by decision ${closing.decision_no}; no month of it is opened again.`
      ),
      {
        facts,
        cure: sentence(
          'يُقيد التصحيح في السنة الجارية.',
          'A correction is posted in the current year.'
        ),
      }
    )
  }
  throw new MonthRestedOnError(
    sentence(
      `سنة ${year.label} مقفلة في انتظار اعتماد حسابها الختامي.`,
      `${year.label} is closed and its final account waits for approval.`
    ),
    {
      facts,
      cure: sentence('تراجع عن إقفال السنة أولًا.', 'Undo the closing of the year first.'),
    }
  )
}

/** @throws MonthRestedOnError when an account of form 75 over the month is signed */
async function assertUnsigned({ unitId, month }: Asked, trx: Trx): Promise<void> {
  const [[account]] = await trx.rawQuery(
    `SELECT id, fiscal_year, number FROM period_accounts WHERE unit_id = ? AND first_day <= ? AND last_day >= ?
       AND status IN ('controlled', 'managed', 'signed') ORDER BY first_day DESC, last_day LIMIT 1 LOCK IN SHARE MODE`,
    [unitId, month.last, month.first]
  )
  if (!account) return
  const label = labelOfAccount(account.fiscal_year, account.number)
  throw new MonthRestedOnError(
    sentence(
      `حساب ${label} يشمل شهر ${month.label('ar')} وعليه توقيع.`,
      `The account ${label} covers ${month.label('en')} and is signed.`
    ),
    {
      facts: {
        month: String(month),
        account: Number(account.id),
        url: `/accounts/period-accounts/${account.id}`,
      },
      cure: sentence(
        'يُسحب الحساب بسبب أولًا، ثم يُفتح الشهر بقرار.',
        'Withdraw the account with a reason first; then the month is opened by a decision.'
      ),
    }
  )
}
