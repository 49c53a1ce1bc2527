import type { Day } from '#core/days'
import { FiscalYear, type Month } from '#core/fiscal'
import { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import type { EntryLine } from '#accounts/ledger/entry'
import {
  accountsOf,
  assertBalanced,
  assertMemoApart,
  assertMonthsOpen,
} from '#accounts/ledger/judge_entries'
import Journal, { type JournalKind } from '#accounts/models/journal'

/** The book in which a unit numbers what it writes by hand, per fiscal year without gaps. */
const JOURNAL_BOOK = 'journals'

interface JournalDraft {
  unitId: number
  kind: JournalKind
  postedOn: Day
  until?: Month | null
  description: string
  reason: string
  reversesId: number | null
  lines: readonly EntryLine[]
}

/**
 * Judges an entry written by hand as it will be judged when it is posted, numbers it and keeps it.
 * @throws UnbalancedEntryError, UnbalancedMemoError, AccountNotPostableError, PeriodLockedError
 */
export async function recordJournal(
  { lines, until, ...facts }: JournalDraft,
  { by, trx }: { by: Actor & { id: number }; trx: Trx }
): Promise<Journal> {
  const { unitId, postedOn } = facts
  const total = assertBalanced(lines)
  await assertMonthsOpen([{ unitId, postedOn }], trx)
  const accounts = await accountsOf([{ lines }], trx)
  assertMemoApart(lines, accounts)
  const fiscalYear = FiscalYear.containing(postedOn).label
  const number = await nextNumber({ unitId, book: JOURNAL_BOOK, fiscalYear }, trx)
  const numbered = { ...facts, fiscalYear, number, total, untilMonth: until?.first ?? null }
  const journal = await Journal.create(
    { ...numbered, status: 'draft', madeBy: by.id },
    { client: trx }
  )
  await journal.related('lines').createMany(
    lines.map(({ account, debit, credit, ...told }) => ({
      ...told,
      accountId: accounts.get(account)!.id,
      debit: debit ?? Money.zero,
      credit: credit ?? Money.zero,
    })),
    { client: trx }
  )
  await journal.load('lines')
  await Trail.record(
    {
      action: 'journal.written',
      unitId,
      subjectType: 'journal',
      subjectId: journal.id,
      label: journal.label,
      after: journal.picture(),
      reason: facts.reason,
    },
    { by, trx }
  )
  return journal
}
