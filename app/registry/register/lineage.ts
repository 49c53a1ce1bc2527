import db from '@adonisjs/lucid/services/db'
import type { Trx } from '#core/within'

/** One step in the descent of assets: what of one became another, by which change. */
export interface Descent {
  fromAssetId: number
  toAssetId: number
  transactionId: number
  areaM2: string | null
}

/** Transactions that were taken back by a cancellation in force left no descent. */
const STANDING = `NOT EXISTS (
  SELECT 1 FROM register_transactions x WHERE x.live_cancels_id = l.transaction_id AND x.status = 'approved')`

/** What an asset came from, step by step to its first origins. */
export function ancestorsOf(assetId: number, trx?: Trx): Promise<Descent[]> {
  return walk(assetId, 'to_asset_id', 'from_asset_id', trx)
}

/** What became of an asset, step by step to what stands now. */
export function descendantsOf(assetId: number, trx?: Trx): Promise<Descent[]> {
  return walk(assetId, 'from_asset_id', 'to_asset_id', trx)
}

async function walk(assetId: number, at: string, next: string, trx?: Trx): Promise<Descent[]> {
  const [rows] = await (trx ?? db).rawQuery(
    `WITH RECURSIVE line AS (
       SELECT l.* FROM asset_lineage l WHERE l.${at} = ? AND ${STANDING}
       UNION
       SELECT l.* FROM asset_lineage l JOIN line p ON l.${at} = p.${next} WHERE ${STANDING}
     ) SELECT * FROM line ORDER BY id`,
    [assetId]
  )
  return (rows as Record<string, number | string | null>[]).map((row) => ({
    fromAssetId: Number(row.from_asset_id),
    toAssetId: Number(row.to_asset_id),
    transactionId: Number(row.transaction_id),
    areaM2: row.area_m2 as string | null,
  }))
}

/** Adds the descent that a change makes. */
export async function recordLineage(
  descents: readonly Omit<Descent, 'transactionId'>[],
  transactionId: number,
  trx: Trx
): Promise<void> {
  for (const { fromAssetId, toAssetId, areaM2 } of descents) {
    await trx.rawQuery(
      'INSERT INTO asset_lineage (from_asset_id, to_asset_id, transaction_id, area_m2) VALUES (?, ?, ?, ?)',
      [fromAssetId, toAssetId, transactionId, areaM2] as string[]
    )
  }
}
