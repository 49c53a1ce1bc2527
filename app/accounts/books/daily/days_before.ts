import { formatDay } from '#core/days'
import { sentence } from '#core/domain_error'
import { FiscalYear } from '#core/fiscal'
import type { Trx } from '#core/within'
import { DailyReckoningError } from '#accounts/books/daily/prepare_daily'
import DailyReckoning from '#accounts/models/daily_reckoning'

/**
 * Days are reckoned in their order: each day before, of the fiscal year, on which forms were posted has its
 * form 69, and this one opens with what the last of them closed with.
 * @throws DailyReckoningError
 */
export async function assertDaysBefore(reckoning: DailyReckoning, trx: Trx): Promise<void> {
  const { unitId, day } = reckoning
  const { first } = FiscalYear.containing(day)
  const [[missing]] = await trx.rawQuery(
    `SELECT MIN(e.posted_on) AS day FROM ledger_entries e
     LEFT JOIN daily_reckonings d ON d.unit_id = e.unit_id AND d.day = e.posted_on AND d.status <> 'draft'
     WHERE e.unit_id = ? AND e.posted_on >= ? AND e.posted_on < ? AND e.kind = 'payment_voucher' AND d.id IS NULL`,
    [unitId, first, day] as string[]
  )
  if (missing.day) {
    throw new DailyReckoningError(
      sentence(
        `في يوم ${formatDay(missing.day, 'ar')} صرف لم توقع حسبته، والأيام بترتيبها.`,
        `Payments of ${formatDay(missing.day, 'en')} are not reckoned yet; days follow one another.`
      ),
      { facts: { day: missing.day } }
    )
  }
  const before = await DailyReckoning.query({ client: trx })
    .where('unit_id', unitId)
    .where('day', '<', day)
    .where('day', '>=', first)
    .whereNot('status', 'draft')
    .orderBy('day', 'desc')
    .first()
  if (!before) return
  const { closing } = before
  const { opening } = reckoning
  if (closing.gross.equals(opening.gross) && closing.net.equals(opening.net)) return
  throw new DailyReckoningError(
    sentence(
      `رحلت حسبة ${before.label} ${closing.gross} وتبدأ هذه بـ ${opening.gross}.`,
      `${before.label} carried ${closing.gross} and this one begins with ${opening.gross}.`
    )
  )
}
