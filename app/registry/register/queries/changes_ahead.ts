import db from '@adonisjs/lucid/services/db'
import type { Day } from '#core/days'

/** A change of an asset that is decided and that the register has not taken up yet. */
export interface ChangeAhead {
  id: number
  kind: string
  label: string
  effectiveOn: Day
  hasFailed: boolean
}

/** معتمد لم يسر بعد: changes approved of an asset that wait for their day, or failed on it. */
export async function changesAhead(assetId: number): Promise<ChangeAhead[]> {
  const [rows] = await db.rawQuery(
    `SELECT DISTINCT t.id, t.kind, CONCAT(t.number, ' / ', t.fiscal_year) AS label, t.effective_on,
       t.effect_failure IS NOT NULL AS has_failed
     FROM transaction_assets x JOIN register_transactions t ON t.id = x.transaction_id
     WHERE x.asset_id = ? AND t.status = 'scheduled' ORDER BY t.effective_on, t.id`,
    [assetId]
  )
  return (rows as Record<string, any>[]).map((row) => ({
    id: Number(row.id),
    kind: row.kind,
    label: row.label,
    effectiveOn: row.effective_on,
    hasFailed: Number(row.has_failed) === 1,
  }))
}
