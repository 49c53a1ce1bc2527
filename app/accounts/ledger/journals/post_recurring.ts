import { addDays } from '#core/days'
import { Month } from '#core/fiscal'
import type { Trx } from '#core/within'
import { postEntry } from '#accounts/actions/post_entry'
import Journal from '#accounts/models/journal'

/**
 * Posts a recurring entry for every month up to the one given that has none yet: on the day of the
 * month it began on, or the month's last. Safe to run twice: a month posts once by its key.
 * @returns the months that were posted
 * @throws PeriodLockedError, and what postEntry throws
 */
export async function postRecurring(id: number, upTo: Month, trx: Trx): Promise<Month[]> {
  const journal = await (await Journal.findOrFail(id, { client: trx })).lock(trx)
  if (journal.status !== 'active') return []
  await journal.load('lines')
  const last = Month.containing(journal.untilMonth!)
  const first = Month.containing(journal.postedOn)
  const posted: Month[] = []
  for (const month of Month.range(first, upTo.compare(last) < 0 ? upTo : last)) {
    const businessKey = `journal/${id}/${month}`
    const [[known]] = await trx.rawQuery('SELECT id FROM ledger_entries WHERE business_key = ?', [
      businessKey,
    ])
    if (known) continue
    const day = Math.min(Number(journal.postedOn.slice(8)), month.days)
    const entry = {
      unitId: journal.unitId,
      postedOn: addDays(month.first, day - 1),
      kind: 'journal_recurring',
      businessKey,
      description: journal.description,
      lines: journal.lines.map(({ posting }) => posting),
    }
    await postEntry(entry, { trx, by: { id: journal.decidedBy } })
    posted.push(month)
  }
  if (upTo.compare(last) >= 0) {
    journal.moveTo('ended')
    await journal.save()
  }
  return posted
}
