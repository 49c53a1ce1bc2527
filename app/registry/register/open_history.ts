import { dayOf } from '#core/days'
import type { Trx } from '#core/within'
import { ATTRIBUTES } from '#registry/register/attributes'
import { readFacts, type Facts } from '#registry/register/facts'

/**
 * An asset that was written before the log was kept: what its row says, from the day on which it was
 * entered, is the first change of its history. One that has a history is left as it is.
 */
export async function openHistory(assetId: number, trx: Trx): Promise<void> {
  const [[known]] = await trx.rawQuery('SELECT id FROM asset_changes WHERE asset_id = ? LIMIT 1', [
    assetId,
  ])
  if (known) return
  const [[row]] = await trx.rawQuery(
    `SELECT a.*, l.*, b.*, s.*, m.*, a.id AS id, a.created_at AS entered_at FROM assets a
     LEFT JOIN asset_lands l ON l.asset_id = a.id LEFT JOIN asset_buildings b ON b.asset_id = a.id
     LEFT JOIN asset_sites s ON s.asset_id = a.id LEFT JOIN asset_movables m ON m.asset_id = a.id
     WHERE a.id = ?`,
    [assetId]
  )
  const given: Record<string, unknown> = {}
  for (const name of Object.keys(ATTRIBUTES)) {
    if (row[name] !== undefined && row[name] !== null) given[name] = row[name]
  }
  if (typeof given.activities === 'string') given.activities = JSON.parse(given.activities)
  const facts: Facts = readFacts(given)
  const entered = row.entered_at as Date
  await trx.rawQuery(
    `INSERT INTO asset_changes (asset_id, import_id, valid_from, recorded_at, facts) VALUES (?, ?, ?, ?, ?)`,
    [
      assetId,
      row.import_id,
      dayOf(entered),
      entered.toISOString().replace('T', ' ').replace('Z', ''),
      JSON.stringify(facts),
    ]
  )
}
