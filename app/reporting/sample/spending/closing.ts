import type { Month } from '#core/fiscal'
import CloseYear from '#accounts/books/close_year'
import KeepFolio from '#accounts/books/keep_folio'
import AccountBook from '#accounts/models/account_book'
import { hasAny } from '#reporting/sample/office/stock'
import {
  CITY,
  GOVERNORATE,
  monthsOver,
  TOWN,
  unitId,
  yearNow,
  type Desk,
} from '#reporting/sample/spending/desk'
import { account, folios, lock, reckon } from '#reporting/sample/spending/month_papers'

/**
 * Months that are over: days reckoned on form 69, months locked, forms 75 signed by all or waiting for each
 * signature, folios closed and audited; and a town's year before, closed.
 */
export async function closeSampleMonths(desk: Desk): Promise<void> {
  if (await hasAny('period_accounts')) return
  const [first, second, third] = monthsOver()
  if (first) await closeCity([first, second, third], desk)
  const { id: bookId } = await AccountBook.findByOrFail('code', '55')
  const now = { bookId, month: yearNow().months.at(0)! }
  for (const unit of [CITY, TOWN]) {
    const month = monthsOver().at(-1)?.plus(1) ?? now.month
    await new KeepFolio().open({ bookId, unitId: await unitId(unit), month })
  }
  await closeYearBefore(desk)
  if (!first) return
  await lock(TOWN, first, desk)
  await account(TOWN, first, 1, desk)
  await reckon(GOVERNORATE, first.last, desk)
  await lock(GOVERNORATE, first, desk)
  await account(GOVERNORATE, first, 2, desk)
}

async function closeCity(
  [first, second, third]: readonly [Month, Month?, Month?],
  desk: Desk
): Promise<void> {
  await reckon(CITY, first.last, desk)
  await lock(CITY, first, desk)
  await account(CITY, first, 3, desk)
  await folios(first, true, desk)
  if (!second) return
  await reckon(CITY, second.last, desk, ['head'])
  await lock(CITY, second, desk)
  await account(CITY, second, 0, desk, 'حسبة آخر أيام الصرف لدى رئيس الحسابات للتوقيع')
  await folios(second, false, desk)
  if (third) await reckon(CITY, third.last, desk, ['head', 'accountant', 'cashier'])
}

/** The town's year before: every month locked and on form 75, the year closed and its final account approved. */
async function closeYearBefore(desk: Desk): Promise<void> {
  const unit = await unitId(TOWN)
  const year = yearNow().previous()
  for (const month of year.months) {
    await lock(TOWN, month, desk)
    await account(TOWN, month, 3, desk)
  }
  const { id } = await new CloseYear().close({ unitId: unit, year }, { by: desk.manager })
  await new CloseYear().approve(id, { by: desk.chief, decisionNo: '412' })
}
