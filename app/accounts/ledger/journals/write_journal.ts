import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { FiscalYear, Month } from '#core/fiscal'
import { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { AlreadyReversedError, JournalError } from '#accounts/errors'
import type { EntryLine } from '#accounts/ledger/entry'
import {
  accountsOf,
  assertBalanced,
  assertMemoApart,
  assertMonthsOpen,
} from '#accounts/ledger/judge_entries'
import Journal, { type JournalKind } from '#accounts/models/journal'
import LedgerEntry from '#accounts/models/ledger_entry'
import { mirrorOf } from '#accounts/actions/post_entry'

/** The book in which a unit numbers what it writes by hand, per fiscal year without gaps. */
const JOURNAL_BOOK = 'journals'

export interface JournalInput {
  unitId: number
  kind: Exclude<JournalKind, 'reversal'>
  postedOn: Day
  /** Last month of a recurring entry. */
  until?: Month | null
  description: string
  reason: string
  lines: readonly EntryLine[]
}

interface By {
  by: Actor & { id: number }
  trx?: Trx
}

/** Writes an entry down for another person to approve; nothing is posted yet. */
export default class WriteJournal {
  /**
   * @throws UnbalancedEntryError, UnbalancedMemoError, AccountNotPostableError, PeriodLockedError,
   *   JournalError when its months cannot be
   */
  async handle(input: JournalInput, { by, trx: outer }: By): Promise<Journal> {
    const { kind, postedOn, until = null } = input
    if ((kind === 'recurring') !== (until !== null)) throw monthsError()
    if (until && until.compare(Month.containing(postedOn)) < 0) throw monthsError()
    return within(outer, (trx) => this.#write({ ...input, reversesId: null }, { by, trx }))
  }

  /** Asks for the mirror of a posted entry. @throws AlreadyReversedError, PeriodLockedError */
  async reverse(
    entryId: number,
    { postedOn, reason }: { postedOn: Day; reason: string },
    { by, trx: outer }: By
  ): Promise<Journal> {
    return within(outer, async (trx) => {
      const entry = await LedgerEntry.findOrFail(entryId, { client: trx })
      const asked = await Journal.query({ client: trx })
        .where('reverses_id', entryId)
        .whereIn('status', ['draft', 'posted'])
        .first()
      const reversed = await LedgerEntry.query({ client: trx })
        .where('reverses_id', entryId)
        .first()
      if (asked || reversed) throw new AlreadyReversedError(entryId)
      if (postedOn < entry.postedOn) {
        throw new JournalError(
          sentence('العكس لا يسبق القيد.', 'A reversal is not before its entry.')
        )
      }
      const { unitId, description } = entry
      const lines = await mirrorOf(entryId, trx)
      const input = { unitId, postedOn, description, reason, lines, kind: 'reversal' as const }
      return this.#write({ ...input, reversesId: entryId }, { by, trx })
    })
  }

  async #write(
    input: Omit<JournalInput, 'kind'> & { kind: JournalKind; reversesId: number | null },
    { by, trx }: By & { trx: Trx }
  ): Promise<Journal> {
    const { lines, until, ...facts } = input
    const { unitId, postedOn } = facts
    const total = assertBalanced(lines)
    await assertMonthsOpen([{ unitId, postedOn }], trx)
    const accounts = await accountsOf([{ lines }], trx)
    assertMemoApart(lines, accounts)
    const fiscalYear = FiscalYear.containing(postedOn).label
    const number = await nextNumber({ unitId, book: JOURNAL_BOOK, fiscalYear }, trx)
    const journal = await Journal.create(
      {
        ...facts,
        untilMonth: until?.first ?? null,
        fiscalYear,
        number,
        total,
        status: 'draft',
        madeBy: by.id,
      },
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
}

const monthsError = () =>
  new JournalError(
    sentence(
      'القيد الدوري وحده له شهر أخير، ولا يسبق شهره الأول.',
      'A recurring entry, and only one, has a last month, not before its first.'
    )
  )
