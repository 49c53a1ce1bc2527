import db from '@adonisjs/lucid/services/db'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import { fromDb, fromWkb } from '#registry/geo/shape'
import type { Shape } from '#registry/geo/types'
import type { CustodyKind } from '#registry/register/attributes'
import { momentText, parsedFacts, readChanges, type AsOf } from '#registry/register/changes'
import { custodyFact, foldFacts, type Custody, type Facts } from '#registry/register/facts'

export type { AsOf } from '#registry/register/changes'
export type { Facts } from '#registry/register/facts'

/**
 * What was true of an asset on a day, as it was known at a moment; null when it was not in the
 * register. Both default to now: `{ on: '2026-06-30' }` is what we know today of that day,
 * `{ on: '2026-06-30', known: thatEvening }` what we believed then.
 */
export async function assetAsOf(
  assetId: number,
  asOf: AsOf = {},
  trx?: Trx
): Promise<Facts | null> {
  const changes = await readChanges(assetId, asOf, trx)
  return changes.length === 0 ? null : foldFacts(changes)
}

/** Who held an asset in one way on a day, as known at a moment; null: nobody said. */
export async function custodyAsOf(
  assetId: number,
  kind: CustodyKind,
  asOf: AsOf = {},
  trx?: Trx
): Promise<Custody | null> {
  const facts = await assetAsOf(assetId, asOf, trx)
  return (facts?.[custodyFact(kind)] ?? null) as Custody | null
}

export interface GeometryVersion {
  id: number
  version: number
  shape: Shape
  source_srid: number
  source_coords: string | null
  transformation: string | null
  method: string
  accuracy_m: string | null
  surveyor: string | null
  surveyed_on: Day | null
  area_m2: string | null
  grid_area_m2: string | null
  perimeter_m: string | null
  valid_from: Day
  recorded_at: Date
  transaction_id: number | null
}

/** The version of an asset's geometry that held on a day, as known at a moment. */
export async function geometryAsOf(
  assetId: number,
  { on, known }: AsOf = {},
  trx?: Trx
): Promise<GeometryVersion | null> {
  const bindings: (number | string)[] = [assetId]
  let where = 'asset_id = ?'
  if (on !== undefined) {
    where += ' AND valid_from <= ?'
    bindings.push(on)
  }
  if (known !== undefined) {
    where += ' AND recorded_at <= ?'
    bindings.push(momentText(known))
  }
  const [rows] = await (trx ?? db).rawQuery(
    `SELECT id, version, ST_AsBinary(shape) AS shape, source_srid, source_coords, transformation, method, accuracy_m,
       surveyor, surveyed_on, area_m2, grid_area_m2, perimeter_m, valid_from, recorded_at, transaction_id
     FROM asset_geometries WHERE ${where} ORDER BY valid_from DESC, version DESC LIMIT 1`,
    bindings
  )
  const row = rows[0] as (Omit<GeometryVersion, 'shape'> & { shape: unknown }) | undefined
  if (!row) return null
  return { ...row, shape: Buffer.isBuffer(row.shape) ? fromWkb(row.shape) : fromDb(row.shape) }
}

/** An asset of the register as it was. */
export interface RegisteredAsset {
  assetId: number
  facts: Facts
}

/** Assets folded by one question. */
const WINDOW = 2000

/**
 * The register of units as it was on a day and as it was known at a moment, asset by asset in the
 * order of their ids, without holding it in memory. Units count as they were then: an asset that
 * moved since is found where it was. `'all'` is every unit.
 */
export async function* registerAsOf(
  unitIds: readonly number[] | 'all',
  asOf: AsOf = {}
): AsyncGenerator<RegisteredAsset> {
  if (unitIds !== 'all' && unitIds.length === 0) return
  const wanted = unitIds === 'all' ? null : new Set(unitIds.map(Number))
  let after = 0
  for (;;) {
    const ids = await nextAssets(wanted, after)
    if (ids.length === 0) return
    after = ids.at(-1)!
    for (const [assetId, facts] of await foldMany(ids, asOf)) {
      if (wanted && !wanted.has(Number(facts.unit_id))) continue
      yield { assetId, facts }
    }
  }
}

/** Assets that ever came into one of the units, those no longer standing among them. */
async function nextAssets(wanted: ReadonlySet<number> | null, after: number): Promise<number[]> {
  const units = wanted ? [...wanted] : []
  const [rows] = await db.rawQuery(
    `SELECT DISTINCT asset_id FROM asset_changes
     WHERE asset_id > ? ${wanted ? `AND unit_id IN (${units.map(() => '?').join(', ')})` : ''}
     ORDER BY asset_id LIMIT ${WINDOW}`,
    [after, ...units]
  )
  return (rows as { asset_id: number }[]).map((row) => Number(row.asset_id))
}

async function foldMany(ids: readonly number[], { on, known }: AsOf): Promise<Map<number, Facts>> {
  const [rows] = await db.rawQuery(
    `SELECT asset_id, facts FROM asset_changes WHERE asset_id IN (${ids.map(() => '?').join(', ')})
       AND valid_from <= ? AND recorded_at <= ? ORDER BY asset_id, valid_from, id`,
    [...ids, on ?? '9999-12-31', known ? momentText(known) : '9999-12-31 00:00:00']
  )
  const folded = new Map<number, Facts>()
  for (const row of rows as { asset_id: number; facts: unknown }[]) {
    const id = Number(row.asset_id)
    folded.set(id, Object.assign(folded.get(id) ?? {}, parsedFacts(row.facts)))
  }
  return folded
}
