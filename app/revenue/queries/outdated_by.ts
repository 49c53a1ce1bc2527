import db from '@adonisjs/lucid/services/db'
import type { Month } from '#core/fiscal'

/**
 * The last import that was taken back from under the figures of a month, of the unit or one below it, or
 * null while the figures are those of the papers.
 */
export async function outdatedBy(unitId: number, month: Month): Promise<number | null> {
  const row = await db
    .from('outdated_months')
    .join('unit_closure', 'unit_closure.descendant_id', 'outdated_months.unit_id')
    .where('unit_closure.ancestor_id', unitId)
    .where('outdated_months.month', month.first)
    .orderBy('outdated_months.since', 'desc')
    .select('outdated_months.import_id as importId')
    .first()
  return row ? Number(row.importId) : null
}
