import { clock } from '#core/clock'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail, type TrailFact } from '#audit/trail'
import { refreshCompleteness } from '#registry/completeness/refresh'
import { lockAssets, type AssetRow } from '#registry/register/asset_row'
import { ATTRIBUTES } from '#registry/register/attributes'
import { momentText, parsedFacts, standingFacts } from '#registry/register/changes'
import { ShadowedFactError, StaleAssetError } from '#registry/register/errors'
import {
  changedFacts,
  readFacts,
  type Facts,
  type FactValue,
  type GivenFacts,
} from '#registry/register/facts'
import { openHistory } from '#registry/register/open_history'
import { columnsOf, projectDated, projectDetails } from '#registry/register/project'
import { syncShape } from '#registry/register/record_geometry'
import { searchTextOf } from '#registry/register/search_text'

export interface Recording {
  /** Day from which the facts hold in the world. */
  validFrom: Day
  by: Actor
  reason: string | null
  trx: Trx
  transactionId?: number | null
  importId?: number | null
  /** The version the writer looked at; anything else is refused (R23). */
  baseVersion?: number
  /** A correction of the past may stand behind a later fact; other changes would do nothing there. */
  retroactive?: boolean
  /** Rows of the trail to be written by the caller at its end; written here when left out. */
  trail?: TrailFact[]
}

/**
 * Records facts of an asset: one row of the append-only log, shown in the tables of the present, and
 * the asset's version raised. Facts that stand already are left out; nothing new records nothing.
 * @throws ProposalError, StaleAssetError, ShadowedFactError
 */
export async function recordFacts(
  assetId: number,
  given: GivenFacts,
  recording: Recording
): Promise<{ version: number; facts: Facts }> {
  const { trx, validFrom, baseVersion } = recording
  const asset = (await lockAssets([assetId], trx)).get(assetId)!
  if (baseVersion !== undefined && baseVersion !== asset.version) {
    throw new StaleAssetError(asset.code, baseVersion, asset.version)
  }
  await openHistory(assetId, trx)
  const standing = await standingFacts(assetId, trx)
  const later = await laterFacts(assetId, validFrom, trx)
  // What a later day covers is compared with nothing: the statement on this day may still be new.
  const facts = changedFacts(pickNot(standing, later), readFacts(given))
  if (Object.keys(facts).length === 0) return { version: asset.version, facts }
  if (!recording.retroactive) refuseShadowed(facts, later, validFrom)

  await appendChange(assetId, facts, recording)
  const shown = pickNot(facts, later)
  const version = await projectAsset(asset, shown, trx)
  const dates = { ...recording, trx }
  await projectDetails(assetId, shown, dates)
  await projectDated(assetId, facts, dates)
  await refresh(assetId, trx)
  await tell(asset, standing, facts, recording)
  return { version, facts }
}

/** Adds the row itself. */
export async function appendChange(
  assetId: number,
  facts: Facts,
  { validFrom, transactionId = null, importId = null, by, reason, trx }: Recording
): Promise<void> {
  await trx.rawQuery(
    `INSERT INTO asset_changes (asset_id, transaction_id, import_id, valid_from, recorded_at, recorded_by, facts, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      assetId,
      transactionId,
      importId,
      validFrom,
      momentText(clock.now()),
      by.id,
      JSON.stringify(facts),
      reason?.slice(0, 500) ?? null,
    ] as string[]
  )
}

/** For each fact stated for a later day: the first such day. */
async function laterFacts(assetId: number, day: Day, trx: Trx): Promise<Map<string, Day>> {
  const [rows] = await trx.rawQuery(
    'SELECT valid_from, facts FROM asset_changes WHERE asset_id = ? AND valid_from > ? ORDER BY valid_from, id',
    [assetId, day]
  )
  const later = new Map<string, Day>()
  for (const row of rows as { valid_from: Day; facts: unknown }[]) {
    for (const name of Object.keys(parsedFacts(row.facts))) {
      if (!later.has(name)) later.set(name, row.valid_from)
    }
  }
  return later
}

function refuseShadowed(facts: Facts, later: ReadonlyMap<string, Day>, day: Day): void {
  for (const name of Object.keys(facts)) {
    const from = later.get(name)
    if (from) throw new ShadowedFactError(ATTRIBUTES[name]!.label, day, from)
  }
}

function pickNot(facts: Facts, names: ReadonlyMap<string, unknown>): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.has(name)))
}

async function projectAsset(asset: AssetRow, facts: Facts, trx: Trx): Promise<number> {
  const columns = columnsOf('assets', facts)
  const set = columns.map(([name]) => `${name} = ?, `).join('')
  await trx.rawQuery(`UPDATE assets SET ${set}version = version + 1 WHERE id = ?`, [
    ...columns.map(([, value]) => value),
    asset.id,
  ] as string[])
  return asset.version + 1
}

/** What follows from the facts: the text it is found by, and its place among the current shapes. */
export async function refresh(assetId: number, trx: Trx): Promise<void> {
  const facts = await standingFacts(assetId, trx)
  const [[named]] = await trx.rawQuery('SELECT name_ar, name_en FROM asset_classes WHERE id = ?', [
    facts.class_id as number,
  ])
  const text = searchTextOf(facts, named ? `${named.name_ar} ${named.name_en}` : '')
  await trx.rawQuery('UPDATE assets SET search_text = ? WHERE id = ?', [text, assetId])
  await syncShape(assetId, trx)
  await refreshCompleteness({ assetIds: [assetId] }, trx)
}

async function tell(asset: AssetRow, standing: Facts, facts: Facts, recording: Recording) {
  const before: Record<string, FactValue> = {}
  for (const name of Object.keys(facts)) before[name] = standing[name] ?? null
  const fact: TrailFact = {
    action: 'asset.changed',
    unitId: asset.unitId,
    subjectType: 'asset',
    subjectId: asset.id,
    label: `${asset.code} ${asset.name}`,
    before,
    after: { ...facts, ...origin(recording) },
    reason: recording.reason,
  }
  if (recording.trail) recording.trail.push(fact)
  else await Trail.record(fact, recording)
}

/** By what it came, for the trail. */
function origin({ transactionId, importId, validFrom }: Recording) {
  return {
    valid_from: validFrom,
    ...(transactionId ? { transaction_id: transactionId } : {}),
    ...(importId ? { import_id: importId } : {}),
  }
}
