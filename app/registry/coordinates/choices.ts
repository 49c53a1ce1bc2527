import db from '@adonisjs/lucid/services/db'
import { fold } from '#core/arabic'
import type { Trx } from '#core/within'

/** A grid with the order in which its numbers come. */
export interface GridChoice {
  epsg: number
  order: 'en' | 'ne'
}

/** Names of one source meet under one key. */
function keyOf(source: string): string {
  return fold(source).slice(0, 120)
}

/** What people of a unit chose before for numbers of a source; null when nobody did. */
export async function rememberedGrid(unitId: number, source: string): Promise<GridChoice | null> {
  const row = await db
    .from('coordinate_choices')
    .where({ unit_id: unitId, source_key: keyOf(source) })
    .select('epsg', 'axis_order')
    .first()
  return row ? { epsg: Number(row.epsg), order: row.axis_order } : null
}

/** Remembers the grid of a source for a unit; the last choice holds. */
export async function rememberGrid(
  { unitId, source, userId }: { unitId: number; source: string; userId: number },
  { epsg, order }: GridChoice,
  trx: Trx
): Promise<void> {
  await trx.rawQuery(
    `INSERT INTO coordinate_choices (unit_id, source_key, epsg, axis_order, chosen_by) VALUES (?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE epsg = VALUES(epsg), axis_order = VALUES(axis_order),
       chosen_by = VALUES(chosen_by), chosen_at = CURRENT_TIMESTAMP(3)`,
    [unitId, keyOf(source), epsg, order, userId]
  )
}
