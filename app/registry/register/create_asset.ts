import type { Trx } from '#core/within'
import type { TrailFact } from '#audit/trail'
import { Trail } from '#audit/trail'
import { DEFAULTS } from '#registry/register/attributes'
import { newAssetCode } from '#registry/register/codes'
import { readFacts, type AreaFact, type Facts, type GivenFacts } from '#registry/register/facts'
import { columnsOf, projectDated, projectDetails } from '#registry/register/project'
import { appendChange, refresh, type Recording } from '#registry/register/record_facts'
import {
  geometryFacts,
  recordGeometry,
  type GivenGeometry,
} from '#registry/register/record_geometry'

export interface NewAsset {
  unitId: number
  classId: number
  /** At least `name`; the rest as far as known. */
  facts: GivenFacts
  geometry?: GivenGeometry | null
}

/** The facts with which an asset begins: those given, those that follow, and what holds where nobody said. */
export function openingFacts({ unitId, classId, facts, geometry }: NewAsset, code: string): Facts {
  const given = readFacts(facts)
  const derived = geometry ? readFacts(geometryFacts(geometry)) : {}
  const known: Facts = { ...DEFAULTS, ...given, ...derived }
  known.area_m2 ??= (derived.area_computed as AreaFact | undefined)?.m2 ?? null
  return readFacts({
    ...withoutNulls(known),
    code,
    unit_id: unitId,
    class_id: classId,
    site_no: given.site_no ?? code,
  })
}

function withoutNulls(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
}

/**
 * Enters an asset with its permanent code, its first row in the log and its geometry. Every way into
 * the register (transactions, rounds, imports of single records) comes through here.
 * @throws ProposalError
 */
export async function createAsset(asset: NewAsset, recording: Recording): Promise<number> {
  const { trx, validFrom } = recording
  const [code] = await newAssetCode(asset, 1, trx)
  const facts = openingFacts(asset, code!)
  const columns = columnsOf('assets', facts)
  const names = [...columns.map(([name]) => name), 'search_text', 'import_id']
  const [made] = await trx.rawQuery(
    `INSERT INTO assets (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    [...columns.map(([, value]) => value), '', recording.importId ?? null] as string[]
  )
  const assetId = Number(made.insertId)
  await appendChange(assetId, facts, recording)
  await openDetailRow(asset.classId, assetId, trx)
  await projectDetails(assetId, facts, recording)
  await projectDated(assetId, facts, recording)
  if (asset.geometry) await recordGeometry(assetId, asset.geometry, recording)
  await refresh(assetId, trx)
  const fact: TrailFact = {
    action: 'asset.created',
    unitId: asset.unitId,
    subjectType: 'asset',
    subjectId: assetId,
    label: `${code} ${facts.name as string}`,
    after: { ...facts, valid_from: validFrom, transaction_id: recording.transactionId ?? null },
    reason: recording.reason,
  }
  if (recording.trail) recording.trail.push(fact)
  else await Trail.record(fact, recording)
  return assetId
}

const DETAIL_OF = {
  land: 'asset_lands',
  building: 'asset_buildings',
  site: 'asset_sites',
  movable: 'asset_movables',
} as const

/** Each asset has the row of its own kind of detail, even where nothing of it is known yet. */
async function openDetailRow(classId: number, assetId: number, trx: Trx): Promise<void> {
  const [[{ subtype }]] = await trx.rawQuery('SELECT subtype FROM asset_classes WHERE id = ?', [
    classId,
  ])
  const table = DETAIL_OF[subtype as keyof typeof DETAIL_OF]
  await trx.rawQuery(`INSERT IGNORE INTO ${table} (asset_id) VALUES (?)`, [assetId])
}
