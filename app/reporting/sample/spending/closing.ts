import db from '@adonisjs/lucid/services/db'
import { type Day } from '#core/days'
import { type Month } from '#core/fiscal'
import CloseYear from '#accounts/books/close_year'
import type { DailyStep } from '#accounts/books/daily/daily_steps'
import PrepareDaily from '#accounts/books/daily/prepare_daily'
import SignDaily from '#accounts/books/daily/sign_daily'
import KeepFolio from '#accounts/books/keep_folio'
import PreparePeriodAccount from '#accounts/books/period_account'
import SignPeriodAccount from '#accounts/books/sign_period_account'
import SubmitPeriodAccount from '#accounts/books/submit_period_account'
import DecidePeriod from '#accounts/ledger/periods/decide_period'
import ProposePeriod from '#accounts/ledger/periods/propose_period'
import AccountBook from '#accounts/models/account_book'
import { hasAny } from '#reporting/sample/office/stock'
import {
  actorOf,
  ago,
  CITY,
  GOVERNORATE,
  monthsOver,
  TOWN,
  unitId,
  yearNow,
  type Desk,
} from '#reporting/sample/spending/desk'

/** How far a form 75 goes: handed in, or with one, two or all three of its signatures. */
type Signatures = 0 | 1 | 2 | 3

/** Books whose folios the city keeps. */
const BOOKS = ['55', '224', '56', '81-uses', '10', '78-cash']

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

/** Form 69 of every day of the year so far on which forms were posted; the last of them wait for these. */
async function reckon(place: string, last: Day, desk: Desk, waits: readonly DailyStep[] = []) {
  const unit = await unitId(place)
  const days = await db
    .from('ledger_entries')
    .where({ unit_id: unit, kind: 'payment_voucher' })
    .whereBetween('posted_on', [yearNow().months[0]!.first, last])
    .whereNotIn('posted_on', db.from('daily_reckonings').where('unit_id', unit).select('day'))
    .distinct('posted_on')
    .orderBy('posted_on')
  const sign = new SignDaily()
  const signatures = [
    ['cashier', desk.cashier],
    ['accountant', desk.officer],
    ['head', desk.head],
  ] as const
  for (const [index, { posted_on: day }] of days.entries()) {
    const { id } = await new PrepareDaily().handle({ unitId: unit, day }, { by: desk.officer })
    for (const [step, by] of signatures) {
      if (step === waits[waits.length - days.length + index]) break
      await sign.sign(id, { step, by })
    }
  }
}

/** A month takes no more entries, by a decision of two. */
async function lock(unit: string, month: Month, { officer, head }: Desk): Promise<void> {
  const reason = `انتهاء أعمال شهر ${month.label('ar')}`
  const decision = { decisionNo: `${90 + month.index}`, decisionOn: ago(5), reason }
  const { id } = await new ProposePeriod().handle(
    { unitId: await unitId(unit), month, to: 'locked', ...decision },
    { by: actorOf(officer) }
  )
  await new DecidePeriod().approve(id, { by: head })
}

/** Form 75 of a locked month; with the reason why where a day of it has no signed form 69. */
async function account(
  unit: string,
  month: Month,
  signatures: Signatures,
  desk: Desk,
  daysReason?: string
) {
  const { officer, head, manager, chief } = desk
  const place = { unitId: await unitId(unit), span: 'month', month } as const
  const { id } = await new PreparePeriodAccount().prepare(place, { by: officer })
  await new SubmitPeriodAccount().handle(id, { by: officer, daysReason })
  for (const by of [head, manager, chief].slice(0, signatures)) {
    await new SignPeriodAccount().sign(id, { by })
  }
}

/** Folios of a locked month, crossed out; the head of accounts has gone over them or not yet. */
async function folios(month: Month, audited: boolean, { officer, head }: Desk): Promise<void> {
  const keep = new KeepFolio()
  const unit = await unitId(CITY)
  for (const code of BOOKS) {
    const { id: bookId } = await AccountBook.findByOrFail('code', code)
    const { id } = await keep.open({ bookId, unitId: unit, month })
    await keep.close(id, { by: officer })
    if (audited) await keep.audit(id, { by: head })
  }
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
