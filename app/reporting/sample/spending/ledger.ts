import DecideJournal from '#accounts/ledger/journals/decide_journal'
import WriteJournal, { type JournalInput } from '#accounts/ledger/journals/write_journal'
import { hasAny } from '#reporting/sample/office/stock'
import {
  actorOf,
  ago,
  OPENING,
  pounds,
  TOWN,
  unitId,
  yearNow,
  type Desk,
} from '#reporting/sample/spending/desk'

/** Entries by hand: posted, waiting, and what the accounts in the bank held when the year began. */
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
  await openAccounts({ officer, head })
}

/** What the expenditure accounts held on the first of July. */
async function openAccounts({ officer, head }: Pick<Desk, 'officer' | 'head'>): Promise<void> {
  for (const [unit, amount] of Object.entries(OPENING)) {
    const { id } = await new WriteJournal().handle(
      {
        ...{ unitId: await unitId(unit), postedOn: yearNow().months[0]!.first, kind: 'manual' },
        ...{ description: 'رصيد حساب المصروفات أول السنة', reason: 'كشف البنك رقم 0' },
        lines: [
          { account: 'INT-BANK', debit: pounds(amount) },
          { account: 'INT-RESULT', credit: pounds(amount) },
        ],
      },
      { by: actorOf(officer) }
    )
    await new DecideJournal().approve(id, { by: head })
  }
}
