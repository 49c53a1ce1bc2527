import type { Trx } from '#core/within'

/** Accounts of fixed assets by what the asset is; internal codes until the client brings his chart. */
export const COST_ACCOUNTS = {
  land: 'INT-FA-LAND',
  building: 'INT-FA-BUILDINGS',
  site: 'INT-FA-STRUCTURES',
  movable: 'INT-FA-EQUIPMENT',
} as const

export const ACCUMULATED = 'INT-FA-ACCUMULATED'
export const SOURCE = 'INT-FA-SOURCE'
export const SURPLUS = 'INT-FA-SURPLUS'
export const DEPRECIATION = 'INT-FA-DEPRECIATION'
export const LOSS = 'INT-FA-LOSS'

/** The account that carries the cost of an asset. */
export async function costAccountOf(assetId: number, trx: Trx): Promise<string> {
  const [[row]] = await trx.rawQuery(
    'SELECT c.subtype FROM assets a JOIN asset_classes c ON c.id = a.class_id WHERE a.id = ?',
    [assetId]
  )
  return COST_ACCOUNTS[row.subtype as keyof typeof COST_ACCOUNTS]
}
