import { fold } from '#core/arabic'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import { ATTRIBUTES, CUSTODIES, AREAS, type FactTable } from '#registry/register/attributes'
import type { AreaFact, Facts, FactValue, Side } from '#registry/register/facts'
import { syncCustody } from '#registry/register/project_custody'

export interface Projection {
  validFrom: Day
  transactionId?: number | null
  importId?: number | null
  trx: Trx
}

const DETAILS = ['asset_lands', 'asset_buildings', 'asset_sites', 'asset_movables'] as const

/** The columns of a table among these facts, with their values as the driver takes them. */
export function columnsOf(table: FactTable, facts: Facts): [string, string | number | null][] {
  const columns: [string, string | number | null][] = []
  for (const [name, value] of Object.entries(facts)) {
    if (ATTRIBUTES[name]!.table !== table) continue
    columns.push([name, plain(value)])
    if (name === 'hod')
      columns.push(['hod_folded', value === null ? null : fold(String(value)).slice(0, 120)])
  }
  return columns
}

function plain(value: FactValue): string | number | null {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}

/**
 * Shows facts in the tables that hold the register as it is now. `facts` are those that hold today;
 * `dated` those that were recorded now, whatever their day.
 */
export async function projectDetails(
  assetId: number,
  facts: Facts,
  { validFrom, transactionId = null, importId = null, trx }: Projection
): Promise<void> {
  for (const table of DETAILS) {
    const columns = columnsOf(table, facts)
    if (columns.length === 0) continue
    const names = columns.map(([name]) => name)
    await trx.rawQuery(
      `INSERT INTO ${table} (asset_id, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})
       ON DUPLICATE KEY UPDATE ${names.map((name) => `${name} = VALUES(${name})`).join(', ')}`,
      [assetId, ...columns.map(([, value]) => value)] as string[]
    )
  }
  if (facts.boundaries !== undefined) {
    const dates = { validFrom, transactionId, importId, trx }
    await projectSides(assetId, (facts.boundaries ?? []) as Side[], dates)
  }
}

/** Lists that keep days of their own take a fact whether or not a later one stands. */
export async function projectDated(
  assetId: number,
  facts: Facts,
  { validFrom, transactionId = null, importId = null, trx }: Projection
): Promise<void> {
  for (const kind of CUSTODIES) {
    if (facts[`custody_${kind}`] !== undefined) await syncCustody(assetId, kind, trx)
  }
  for (const kind of AREAS) {
    const area = facts[`area_${kind}`] as AreaFact | null | undefined
    if (area === undefined) continue
    if (area === null) {
      await trx.rawQuery(
        'DELETE FROM asset_areas WHERE asset_id = ? AND kind = ? AND valid_from >= ?',
        [assetId, kind, validFrom]
      )
      continue
    }
    await trx.rawQuery(
      `INSERT INTO asset_areas (asset_id, kind, m2, as_written, document_id, valid_from, transaction_id, import_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        assetId,
        kind,
        area.m2,
        area.as_written,
        area.document_id,
        validFrom,
        transactionId,
        importId,
      ] as string[]
    )
  }
}

/** The whole set of sides from a day on; what held before ends that day. */
async function projectSides(
  assetId: number,
  sides: readonly Side[],
  { validFrom, transactionId, importId, trx }: Projection
): Promise<void> {
  await trx.rawQuery('DELETE FROM asset_boundaries WHERE asset_id = ? AND valid_from >= ?', [
    assetId,
    validFrom,
  ])
  await trx.rawQuery(
    `UPDATE asset_boundaries SET valid_to = ? WHERE asset_id = ? AND (valid_to IS NULL OR valid_to > ?)`,
    [validFrom, assetId, validFrom]
  )
  for (const side of sides) {
    const row = {
      ...side,
      asset_id: assetId,
      valid_from: validFrom,
      transaction_id: transactionId ?? null,
      import_id: importId ?? null,
    }
    await trx.insertQuery().table('asset_boundaries').insert(row)
  }
}
