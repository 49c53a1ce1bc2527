import db from '@adonisjs/lucid/services/db'
import { today, type Day } from '#core/days'
import { assetAsOf } from '#registry/register/as_of'

/** Facts of an asset by attribute; those of its subtype among them. */
export type AssetFacts = Record<string, unknown>

const TABLES = {
  land: 'asset_lands',
  building: 'asset_buildings',
  site: 'asset_sites',
  movable: 'asset_movables',
} as const

export type Subtype = keyof typeof TABLES

/** The facts as the register shows them now. */
export async function presentFacts(id: number, subtype: Subtype): Promise<AssetFacts> {
  const [[row]] = await db.rawQuery(
    `SELECT d.*, a.* FROM assets a LEFT JOIN ${TABLES[subtype]} d ON d.asset_id = a.id WHERE a.id = ?`,
    [id]
  )
  return row
}

/**
 * The facts of a day as they were known at a moment, null when the asset was not in the register. An
 * asset that was written before its log was kept has only its present facts.
 */
export async function factsAsOf(
  id: number,
  subtype: Subtype,
  { on, known }: { on: Day; known: string | null }
): Promise<AssetFacts | null> {
  if (on === today() && known === null) return presentFacts(id, subtype)
  const logged = await db.from('asset_changes').where('asset_id', id).select('id').first()
  if (!logged) return presentFacts(id, subtype)
  return assetAsOf(id, { on, known: known ? new Date(`${known.replace(' ', 'T')}Z`) : undefined })
}
