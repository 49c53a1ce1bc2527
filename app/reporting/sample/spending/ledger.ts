import { today } from '#core/days'
import { Month } from '#core/fiscal'
import KeepFolio from '#accounts/books/keep_folio'
import PreparePeriodAccount from '#accounts/books/period_account'
import SignPeriodAccount from '#accounts/books/sign_period_account'
import SubmitPeriodAccount from '#accounts/books/submit_period_account'
import DecideJournal from '#accounts/ledger/journals/decide_journal'
import WriteJournal, { type JournalInput } from '#accounts/ledger/journals/write_journal'
import DecidePeriod from '#accounts/ledger/periods/decide_period'
import ProposePeriod from '#accounts/ledger/periods/propose_period'
import AccountBook from '#accounts/models/account_book'
import { hasAny } from '#reporting/sample/office/stock'
import {
  actorOf,
  ago,
  pounds,
  TOWN,
  unitId,
  yearNow,
  type Desk,
} from '#reporting/sample/spending/desk'

/** Entries by hand, a month locked by decision, its form 75 with a first signature, folios of book 55. */
export async function keepSampleBooks(desk: Desk): Promise<void> {
  if (await hasAny('journals')) return
  const { officer, head } = desk
  const unit = await unitId(TOWN)
  const by = actorOf(officer)
  const write = (
    rest: Pick<JournalInput, 'kind' | 'description' | 'reason' | 'until'>,
    amount: string
  ) =>
    new WriteJournal().handle(
      {
        ...{ unitId: unit, postedOn: ago(6), ...rest },
        lines: [
          { account: 'INT-CASH', debit: pounds(amount) },
          { account: 'INT-DEPOSITS', credit: pounds(amount) },
        ],
      },
      { by }
    )
  const posted = await write(
    { kind: 'manual', description: 'تأمين نقدي لمزاد السيارات', reason: 'محضر المزاد 5' },
    '1500.00'
  )
  await new DecideJournal().approve(posted.id, { by: head })
  await write(
    { kind: 'adjusting', description: 'تسوية فرق جرد الخزينة', reason: 'محضر جرد الخزينة 9' },
    '20.00'
  )
  await closeFirstMonth(unit, desk)
  const { id: bookId } = await AccountBook.findByOrFail('code', '55')
  await new KeepFolio().open({ bookId, unitId: unit, month: Month.containing(today()) })
}

/** The first month of the year, once it is over. */
async function closeFirstMonth(unit: number, { officer, head }: Desk): Promise<void> {
  const month = yearNow().months[0]!
  if (month.compare(Month.containing(today())) >= 0) return
  const decision = { decisionNo: '96', decisionOn: ago(5), reason: 'انتهاء أعمال الشهر' }
  const { id } = await new ProposePeriod().handle(
    { unitId: unit, month, to: 'locked', ...decision },
    { by: actorOf(officer) }
  )
  await new DecidePeriod().approve(id, { by: head })
  const prepare = new PreparePeriodAccount()
  const account = await prepare.prepare({ unitId: unit, span: 'month', month }, { by: officer })
  await new SubmitPeriodAccount().handle(account.id, { by: officer })
  await new SignPeriodAccount().sign(account.id, { by: head })
  const { id: bookId } = await AccountBook.findByOrFail('code', '55')
  const keep = new KeepFolio()
  const folio = await keep.open({ bookId, unitId: unit, month })
  await keep.close(folio.id, { by: officer })
  await keep.audit(folio.id, { by: head })
}
