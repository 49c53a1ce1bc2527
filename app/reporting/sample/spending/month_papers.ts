import db from '@adonisjs/lucid/services/db'
import type { Day } from '#core/days'
import type { Month } from '#core/fiscal'
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
import { actorOf, ago, CITY, unitId, yearNow, type Desk } from '#reporting/sample/spending/desk'

/** How far a form 75 goes: handed in, or with one, two or all three of its signatures. */
type Signatures = 0 | 1 | 2 | 3

/** Books whose folios the city keeps. */
const BOOKS = ['55', '224', '56', '81-uses', '10', '78-cash']

/** Form 69 of every day of the year so far on which forms were posted; the last of them wait for these. */
export async function reckon(
  place: string,
  last: Day,
  desk: Desk,
  waits: readonly DailyStep[] = []
) {
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
export async function lock(unit: string, month: Month, { officer, head }: Desk): Promise<void> {
  const reason = `انتهاء أعمال شهر ${month.label('ar')}`
  const decision = { decisionNo: `${90 + month.index}`, decisionOn: ago(5), reason }
  const { id } = await new ProposePeriod().handle(
    { unitId: await unitId(unit), month, to: 'locked', ...decision },
    { by: actorOf(officer) }
  )
  await new DecidePeriod().approve(id, { by: head })
}

/** Form 75 of a locked month; with the reason why where a day of it has no signed form 69. */
export async function account(
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
export async function folios(
  month: Month,
  audited: boolean,
  { officer, head }: Desk
): Promise<void> {
  const keep = new KeepFolio()
  const unit = await unitId(CITY)
  for (const code of BOOKS) {
    const { id: bookId } = await AccountBook.findByOrFail('code', code)
    const { id } = await keep.open({ bookId, unitId: unit, month })
    await keep.close(id, { by: officer })
    if (audited) await keep.audit(id, { by: head })
  }
}
