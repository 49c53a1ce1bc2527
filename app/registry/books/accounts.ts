import type { Trx } from '#core/within'
import { KindInBooksError } from '#registry/books/errors'

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

/**
 * An asset in the books keeps the account that carries its cost: it becomes of another kind (land, building
 * …) only after it left them. @throws KindInBooksError
 */
export async function assertSameAccount(assetId: number, subtype: string, trx: Trx): Promise<void> {
  const [[row]] = await trx.rawQuery(
    `SELECT a.code, c.subtype FROM assets a JOIN asset_classes c ON c.id = a.class_id
     WHERE a.id = ? AND EXISTS (SELECT 1 FROM asset_book_values v WHERE v.asset_id = a.id)`,
    [assetId]
  )
  if (row && row.subtype !== subtype) throw new KindInBooksError(row.code)
}
