import type { Trx } from '#core/within'
import { ENDED } from '#registry/register/attributes'
import { AssetEndedError, NoSuchAssetError } from '#registry/register/errors'

/** An asset as changes look at it, its row held until the transaction ends. */
export interface AssetRow {
  id: number
  code: string
  unitId: number
  classId: number
  siteNo: string
  name: string
  domain: string
  recordStatus: string
  lifeStatus: string
  version: number
  isCurrent: boolean
  subtype: 'land' | 'building' | 'site' | 'movable'
}

interface Row {
  id: number
  code: string
  unit_id: number
  class_id: number
  site_no: string
  name: string
  domain: string
  record_status: string
  life_status: string
  version: number
  is_current: number
}

const COLUMNS = `a.id, a.code, a.unit_id, a.class_id, a.site_no, a.name, a.domain, a.record_status, a.life_status,
  a.version, a.is_current`

/**
 * Reads assets and holds their rows, in the order of their ids: two people who change the same
 * parcels wait for each other instead of blocking each other.
 * @throws NoSuchAssetError
 */
export async function lockAssets(ids: readonly number[], trx: Trx): Promise<Map<number, AssetRow>> {
  return readRows(ids, trx, 'FOR UPDATE')
}

/** The same without holding them: for what is only looked at. */
export async function readAssets(ids: readonly number[], trx: Trx): Promise<Map<number, AssetRow>> {
  return readRows(ids, trx, '')
}

async function readRows(ids: readonly number[], trx: Trx, lock: string) {
  const rows: Row[] = []
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
    // One by one: the order in which one statement locks rows is the optimiser's, not ours. And
    // nothing else is read in between: a snapshot taken now would be old when the last row is held.
    const [[row]] = await trx.rawQuery(`SELECT ${COLUMNS} FROM assets a WHERE a.id = ? ${lock}`, [
      id,
    ])
    if (!row) throw new NoSuchAssetError(id)
    rows.push(row)
  }
  const found = new Map<number, AssetRow>()
  for (const row of rows) {
    const [[{ subtype }]] = await trx.rawQuery('SELECT subtype FROM asset_classes WHERE id = ?', [
      row.class_id,
    ])
    found.set(Number(row.id), assetOf({ ...row, subtype }))
  }
  return found
}

function assetOf(row: Row & Pick<AssetRow, 'subtype'>): AssetRow {
  return {
    id: Number(row.id),
    code: row.code,
    unitId: Number(row.unit_id),
    classId: Number(row.class_id),
    siteNo: row.site_no,
    name: row.name,
    domain: row.domain,
    recordStatus: row.record_status,
    lifeStatus: row.life_status,
    version: row.version,
    isCurrent: row.is_current === 1,
    subtype: row.subtype,
  }
}

/** @throws AssetEndedError when the asset is no longer there to be changed */
export function assertStanding(asset: AssetRow): void {
  const ended = (ENDED as readonly string[]).includes(asset.lifeStatus)
  if (ended || asset.recordStatus === 'superseded') throw new AssetEndedError(asset.code)
}
