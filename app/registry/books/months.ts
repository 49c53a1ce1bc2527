import { Month } from '#core/fiscal'
import type { Trx } from '#core/within'

/** A depreciation `o` that no approved reversal took back. */
export const NOT_TAKEN_BACK = `NOT EXISTS (SELECT 1 FROM asset_orders r WHERE r.reverses_id = o.id AND r.status = 'approved')`

/** The last month of a unit whose depreciation is in the books; null when none is. */
export async function lastDepreciated(unitId: number, trx: Trx): Promise<Month | null> {
  const [[row]] = await trx.rawQuery(
    `SELECT MAX(o.effective_on) AS day FROM asset_orders o
     WHERE o.unit_id = ? AND o.kind = 'depreciation' AND o.status = 'approved' AND ${NOT_TAKEN_BACK}`,
    [unitId]
  )
  return row.day ? Month.containing(row.day) : null
}

/** The month whose turn it is: after the last one, else the first in which an asset stands in the books. */
export async function nextToDepreciate(unitId: number, trx: Trx): Promise<Month | null> {
  const last = await lastDepreciated(unitId, trx)
  if (last) return last.next()
  const [[row]] = await trx.rawQuery(
    'SELECT MIN(spread_from) AS day FROM asset_book_values WHERE unit_id = ? AND is_open = 1',
    [unitId]
  )
  return row.day ? Month.containing(row.day) : null
}
