import { type Month } from '#core/fiscal'
import type { Trx } from '#core/within'
import { MonthStillOpenError } from '#accounts/books/errors'

/**
 * Holds the months of a unit as they are until the transaction ends, every one locked.
 * @throws MonthStillOpenError naming the first that is not
 */
export async function assertLocked(unitId: number, months: readonly Month[], trx: Trx) {
  const open = await openMonths(unitId, months, trx)
  if (open.length) throw new MonthStillOpenError(open[0]!)
}

/** Which of these months still take entries. */
export async function openMonths(
  unitId: number,
  months: readonly Month[],
  trx: Trx
): Promise<Month[]> {
  const [rows] = await trx.rawQuery(
    `SELECT month FROM accounting_periods WHERE unit_id = ? AND state = 'locked' AND month BETWEEN ? AND ? LOCK IN SHARE MODE`,
    [unitId, months[0]!.first, months.at(-1)!.first]
  )
  const locked = new Set(rows.map((row: { month: string }) => row.month))
  return months.filter((month) => !locked.has(month.first))
}
