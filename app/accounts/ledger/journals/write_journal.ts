import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { Month } from '#core/fiscal'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { AlreadyReversedError, JournalError } from '#accounts/errors'
import type { EntryLine } from '#accounts/ledger/entry'
import { recordJournal } from '#accounts/ledger/journals/record_journal'
import { YEAR_CLOSING } from '#accounts/ledger/judge_entries'
import Journal, { type JournalKind } from '#accounts/models/journal'
import LedgerEntry from '#accounts/models/ledger_entry'
import { mirrorOf } from '#accounts/actions/post_entry'

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
    return within(outer, (trx) => recordJournal({ ...input, reversesId: null }, { by, trx }))
  }

  /**
   * Asks for the mirror of a posted entry that was written by hand.
   * @throws AlreadyReversedError, PeriodLockedError, JournalError for the entry of a document
   */
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
      if (entry.kind === YEAR_CLOSING) {
        throw new JournalError(
          sentence(
            'قيد إقفال السنة يزول بالتراجع عن إقفالها من صفحة الحساب الختامي.',
            'The entry that closes a year goes by undoing the closing, from the final account.'
          )
        )
      }
      if (!isByHand(entry.kind)) throw ofDocumentError()
      const { unitId, description } = entry
      const lines = await mirrorOf(entryId, trx)
      const input = { unitId, postedOn, description, reason, lines, kind: 'reversal' as const }
      return recordJournal({ ...input, reversesId: entryId }, { by, trx })
    })
  }
}

/** Entries of documents are taken back with their document, or the two would tell different things. */
export const isByHand = (kind: string) => kind.startsWith('journal_')

const ofDocumentError = () =>
  new JournalError(
    sentence(
      'هذا القيد رُحل من مستند، ويُعكس بإلغاء مستنده لا باليد. حرر قيد تسوية إن لزم.',
      'This entry was posted by a document and is reversed by undoing it, not by hand. Write an adjusting entry if need be.'
    )
  )

const monthsError = () =>
  new JournalError(
    sentence(
      'القيد الدوري وحده له شهر أخير، ولا يسبق شهره الأول.',
      'A recurring entry, and only one, has a last month, not before its first.'
    )
  )
