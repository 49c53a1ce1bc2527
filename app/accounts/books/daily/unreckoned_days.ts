import type { Day } from '#core/days'
import { Money } from '#core/money'
import type { Trx } from '#core/within'

/** A day on which forms 50 were posted and whose form 69 is not signed by all. */
export interface UnreckonedDay {
  day: Day
  gross: Money
  /** Its form 69, where one was begun. */
  reckoningId: number | null
}

/** Days of a period whose payments no signed form 69 holds: the reckonings feed form 75. */
export async function unreckonedDays(
  { unitId, first, last }: { unitId: number; first: Day; last: Day },
  { trx }: { trx: Pick<Trx, 'rawQuery'> }
): Promise<UnreckonedDay[]> {
  const [rows] = await trx.rawQuery(
    `SELECT e.posted_on, SUM(IF(e.reverses_id IS NULL, e.total, -e.total)) AS gross, MAX(d.id) AS id
     FROM ledger_entries e LEFT JOIN daily_reckonings d ON d.unit_id = e.unit_id AND d.day = e.posted_on
     WHERE e.unit_id = ? AND e.posted_on BETWEEN ? AND ? AND e.kind = 'payment_voucher' AND NOT (d.status <=> 'signed')
     GROUP BY e.posted_on ORDER BY e.posted_on`,
    [unitId, first, last] as string[]
  )
  return rows.map((row: Record<string, string>) => ({
    day: row.posted_on!,
    gross: Money.of(row.gross!),
    reckoningId: row.id === null ? null : Number(row.id),
  }))
}
