import { restoreChanges, type UndoStage } from '#core/imports/undo'
import { askCompletenessAfterUndo } from '#registry/imports/completeness'
import { ASSET_COLUMNS } from '#registry/imports/land/land_updates'
import { ATTRIBUTES, CUSTODIES } from '#registry/register/attributes'
import { standingFacts } from '#registry/register/changes'
import type { Facts } from '#registry/register/facts'
import { logUndo } from '#registry/register/imported'
import { projectDetails } from '#registry/register/project'
import { syncCustody } from '#registry/register/project_custody'
import { refresh } from '#registry/register/record_facts'
import { today } from '#core/days'

/**
 * Takes a register of land back: what it corrected stands again as before, with a new version of an
 * outline that equals the earlier one; assets it made go, and their log and outlines stay readable.
 * @throws ImportInUseError when anything later was recorded of them
 */
export async function undoLand(stage: UndoStage): Promise<void> {
  const { importId } = stage
  await askCompletenessAfterUndo(stage)
  const corrected: { id: number }[] = await stage.sql(
    `SELECT record_id AS id FROM import_changes WHERE import_id = ? AND table_name = 'assets'`,
    [importId]
  )
  await restoreChanges(stage, 'assets', ASSET_COLUMNS)
  await logUndo(stage)
  for (const { id } of corrected) await restore(Number(id), stage)
  for (const table of ['import_sightings', 'import_vanished', 'import_sources']) {
    await stage.sql(`DELETE FROM ${table} WHERE import_id = ?`, [importId])
  }
  const made = `IN (SELECT id FROM assets WHERE import_id = ${importId})`
  await stage.sql(`DELETE FROM custodies WHERE import_id = ? AND asset_id ${made}`, [importId])
  await stage.sql(`DELETE FROM asset_areas WHERE import_id = ? AND asset_id ${made}`, [importId])
  await stage.sql('DELETE FROM assets WHERE import_id = ?', [importId])
}

/** Shows an asset again as its log now says: the statements of the import are taken back there. */
async function restore(assetId: number, { importId, trx, sql, by }: UndoStage): Promise<void> {
  const facts = await standingFacts(assetId, trx)
  const details: Facts = {}
  const [touched] = await trx.rawQuery(
    'SELECT facts FROM asset_changes WHERE asset_id = ? AND import_id = ?',
    [assetId, importId]
  )
  for (const row of touched as { facts: string | Facts }[]) {
    const said = typeof row.facts === 'string' ? (JSON.parse(row.facts) as Facts) : row.facts
    for (const name of Object.keys(said)) {
      const { table } = ATTRIBUTES[name] ?? {}
      if (table === 'assets' || table === 'custodies' || table === 'asset_areas') continue
      details[name] = facts[name] ?? null
    }
  }
  await projectDetails(assetId, details, { validFrom: today(), trx })
  for (const kind of CUSTODIES) await syncCustody(assetId, kind, trx)
  await sql('DELETE FROM asset_areas WHERE asset_id = ? AND import_id = ?', [assetId, importId])
  await sql(
    `INSERT INTO asset_geometries (asset_id, version, shape, source_srid, source_coords, transformation, method,
       accuracy_m, surveyor, surveyed_on, area_m2, grid_area_m2, perimeter_m, valid_from, recorded_by)
     SELECT g.asset_id, n.version + 1, g.shape, g.source_srid, g.source_coords, g.transformation, g.method, g.accuracy_m,
       g.surveyor, g.surveyed_on, g.area_m2, g.grid_area_m2, g.perimeter_m, n.valid_from, ?
     FROM asset_geometries n JOIN asset_geometries g ON g.asset_id = n.asset_id AND g.version = n.version - 1
     WHERE n.asset_id = ? AND n.import_id = ?`,
    [by.id, assetId, importId]
  )
  const [[first]] = await trx.rawQuery(
    `SELECT g.id FROM asset_geometries g WHERE g.asset_id = ? AND g.import_id = ? AND g.version = 1`,
    [assetId, importId]
  )
  // An outline where there was none before leaves the map; its version stays in the history.
  await refresh(assetId, trx)
  if (first) await sql('DELETE FROM asset_shapes WHERE asset_id = ?', [assetId])
}
