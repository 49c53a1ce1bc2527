import { Money } from '#core/money'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import { AlreadyReversedError } from '#accounts/errors'
import type { Entry, EntryLine, Posted } from '#accounts/ledger/entry'
import {
  accountsOf,
  assertBalanced,
  assertMemoApart,
  assertMonthsOpen,
} from '#accounts/ledger/judge_entries'
import { assertDaysOpen } from '#accounts/books/daily/days_reckoned'
import { writeEntries } from '#accounts/ledger/write_entries'

export type { Entry, EntryLine } from '#accounts/ledger/entry'

interface By {
  trx: Trx
  by: { id: number | null }
}

/** Entries written by one round of statements: enough to be quick, few enough for one packet. */
const BATCH = 1000

/**
 * Posts one balanced entry and seals it, in the caller's transaction. From then on nothing changes
 * it; a correction is a reversal.
 * @throws UnbalancedEntryError UnbalancedMemoError AlreadyPostedError PeriodLockedError
 *   AccountNotPostableError DayReckonedError
 */
export async function postEntry(entry: Entry, by: By): Promise<Posted> {
  const [posted] = await postEntries([entry], by)
  return posted!
}

/**
 * Posts many entries, all or none, each as `postEntry` does; in statements of a thousand entries.
 * @returns ids and numbers in the order of the entries
 * @throws as postEntry, for the first entry that cannot be posted
 */
export async function postEntries(entries: readonly Entry[], { trx, by }: By): Promise<Posted[]> {
  const posted: Posted[] = []
  for (let from = 0; from < entries.length; from += BATCH) {
    const batch = entries
      .slice(from, from + BATCH)
      .map((entry) => ({ ...entry, total: assertBalanced(entry.lines) }))
    await assertMonthsOpen(batch, trx)
    await assertDaysOpen(batch, trx)
    const accounts = await accountsOf(batch, trx)
    for (const { lines } of batch) assertMemoApart(lines, accounts)
    posted.push(...(await writeEntries(batch, accounts, { trx, by })))
  }
  return posted
}

/**
 * Posts the mirror of an entry, naming what it reverses.
 * @throws AlreadyReversedError PeriodLockedError
 */
export async function reverseEntry(
  entryId: number,
  { postedOn, reason, trx, by }: By & { postedOn?: Day; reason: string }
): Promise<Posted> {
  const [[entry]] = await trx.rawQuery('SELECT * FROM ledger_entries WHERE id = ?', [entryId])
  const [[reversed]] = await trx.rawQuery('SELECT id FROM ledger_entries WHERE reverses_id = ?', [
    entryId,
  ])
  if (reversed) throw new AlreadyReversedError(entryId)
  const reversal: Entry = {
    unitId: Number(entry.unit_id),
    postedOn: postedOn ?? entry.posted_on,
    kind: entry.kind,
    businessKey: `reversal/${entryId}`,
    description: reason.slice(0, 255),
    lines: await mirrorOf(entryId, trx),
    importId: entry.import_id === null ? null : Number(entry.import_id),
    reversesId: entryId,
  }
  return postEntry(reversal, { trx, by })
}

/** The lines of an entry with their sides exchanged. */
export async function mirrorOf(entryId: number, trx: Trx): Promise<EntryLine[]> {
  const [lines] = await trx.rawQuery('SELECT * FROM ledger_lines WHERE entry_id = ? ORDER BY id', [
    entryId,
  ])
  return lines.map(mirror)
}

/** @throws PeriodLockedError */
export async function assertOpen(unitId: number, day: Day, trx: Trx): Promise<void> {
  await assertMonthsOpen([{ unitId, postedOn: day }], trx)
}

/** A line as it is read, with its sides exchanged. */
function mirror(line: any): EntryLine {
  const id = (value: unknown) => (value === null ? null : Number(value))
  const debit = Money.of(line.credit)
  const credit = Money.of(line.debit)
  return {
    account: Number(line.account_id),
    ...(debit.isPositive() && { debit }),
    ...(credit.isPositive() && { credit }),
    memo: line.memo ?? undefined,
    fundId: id(line.fund_id),
    budgetLineId: id(line.budget_line_id),
    partyId: id(line.party_id),
    assetId: id(line.asset_id),
    centre: line.centre,
  }
}
