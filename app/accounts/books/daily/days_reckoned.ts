import { DomainError, sentence } from '#core/domain_error'
import { formatDay, type Day } from '#core/days'
import type { Trx } from '#core/within'

/** Entries of forms 50, which the daily reckoning counts. */
const COUNTED = 'payment_voucher'

/** A form 50 posted, or taken back, on a day whose form 69 is signed. */
export class DayReckonedError extends DomainError {
  static override code = 'E_DAY_RECKONED'

  constructor(day: Day) {
    super(
      sentence(
        `وقعت الحسبة اليومية ليوم ${formatDay(day, 'ar')}، فلا يقيد فيه صرف.`,
        `The reckoning of ${formatDay(day, 'en')} on form 69 is signed; no payment is posted on that day.`
      ),
      {
        facts: { day },
        cure: sentence(
          'قيده في يوم لم توقع حسبته، أو يسحب رئيس الحسابات الحسبة بسبب.',
          'Post it on a day that is not reckoned, or have the head of accounts withdraw the reckoning.'
        ),
      }
    )
  }
}

/**
 * What forms 50 post stands on days that are not reckoned; the trigger `ledger_entries_day_reckoned` holds it too.
 * @throws DayReckonedError
 */
export async function assertDaysOpen(
  entries: readonly { unitId: number; postedOn: Day; kind: string }[],
  trx: Pick<Trx, 'rawQuery'>
): Promise<void> {
  const days = new Map<string, [number, Day]>()
  for (const { unitId, postedOn, kind } of entries) {
    if (kind === COUNTED) days.set(`${unitId}/${postedOn}`, [unitId, postedOn])
  }
  const asked = [...days.values()]
  if (!asked.length) return
  const [[reckoned]] = await trx.rawQuery(
    `SELECT day FROM daily_reckonings WHERE status <> 'draft'
       AND (unit_id, day) IN (${asked.map(() => '(?, ?)').join(', ')}) LIMIT 1 LOCK IN SHARE MODE`,
    asked.flat()
  )
  if (reckoned) throw new DayReckonedError(reckoned.day)
}
