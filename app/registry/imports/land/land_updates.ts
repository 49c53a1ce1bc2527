import { today } from '#core/days'
import { VERDICT, type Stage } from '#core/imports/stage'
import {
  changedFacts,
  CORRECTED,
  OTHER_SHAPE,
  RECORDED,
  recorded,
} from '#registry/imports/land/compare'
import { changedLists } from '#registry/imports/land/compare'
import { listChanges } from '#registry/imports/land/list_changes'
import { geometryColumns } from '#registry/imports/land/land_new'
import { ATTRIBUTES, type FactTable } from '#registry/register/attributes'
import { appendChange, refresh } from '#registry/register/record_facts'
import { factsSql } from '#registry/register/imported'
import { momentText, standingFacts } from '#registry/register/changes'
import { openHistory } from '#registry/register/open_history'
import { projectDated, projectDetails } from '#registry/register/project'
import { clock } from '#core/clock'

const UPDATED = `import_verdicts x JOIN import_stage s ON s.seq = x.seq JOIN ${RECORDED}`

/** Columns of assets that an import may correct; what stood there is kept so that it can be undone. */
export const ASSET_COLUMNS = [
  ...CORRECTED.filter((name) => ATTRIBUTES[name]!.table === 'assets'),
  'latitude',
  'longitude',
]

const DETAILS: readonly [FactTable, alias: string][] = [
  ['asset_lands', 'l'],
  ['asset_buildings', 'b'],
  ['asset_sites', 'i'],
  ['asset_movables', 'm'],
]

/**
 * Writes what a file corrects of recorded assets: the log first, then the tables of the present, a new
 * version of the outline where it is another one. A blank cell leaves what is recorded.
 */
export async function landUpdatedAssets(stage: Stage): Promise<void> {
  const rows: { asset_id: number }[] = await stage.sql(
    `SELECT t.id AS asset_id FROM ${UPDATED} WHERE x.verdict = ${VERDICT.updated}`
  )
  if (rows.length === 0) return
  for (const { asset_id: assetId } of rows) await openHistory(Number(assetId), stage.trx)
  const before = ASSET_COLUMNS.map((name) => `'${name}', t.${name}`).join(', ')
  await stage.sql(
    `INSERT INTO import_changes (import_id, table_name, record_id, before_value)
     SELECT ${stage.importId}, 'assets', t.id, JSON_OBJECT(${before}) FROM ${UPDATED} WHERE x.verdict = ${VERDICT.updated}`
  )
  const reshaped: { seq: number; asset_id: number }[] = await stage.sql(
    `SELECT s.seq, t.id AS asset_id FROM ${UPDATED} WHERE x.verdict = ${VERDICT.updated} AND ${OTHER_SHAPE}`
  )
  const listed: { seq: number; asset_id: number }[] = await stage.sql(
    `SELECT s.seq, t.id AS asset_id FROM ${UPDATED} WHERE x.verdict = ${VERDICT.updated} AND (${changedLists(stage)})`
  )
  await logFacts(stage)
  await writeFacts(stage)
  await landLists(stage, listed, reshaped)
  await landShapes(stage, reshaped)
  for (const { asset_id: assetId } of rows) await refresh(Number(assetId), stage.trx)
}

async function logFacts(stage: Stage): Promise<void> {
  const given = CORRECTED.filter((name) => stage.has(name))
  if (given.length === 0) return
  const changed = given.map((name) => {
    const value = `s.${name}`
    return [
      name,
      `IF(${value} IS NOT NULL AND NOT (${recorded(name)} <=> ${value}), ${value}, NULL)`,
    ]
  })
  await stage.sql(
    `INSERT INTO asset_changes (asset_id, import_id, valid_from, recorded_at, recorded_by, facts)
     SELECT t.id, ?, ?, ?, ?, ${factsSql(Object.fromEntries(changed) as Record<string, string>)}
     FROM ${UPDATED} WHERE x.verdict = ${VERDICT.updated} AND (${changedFacts(stage)})`,
    [stage.importId, today(), momentText(clock.now()), stage.by.id]
  )
}

async function writeFacts(stage: Stage): Promise<void> {
  const given = (table: FactTable) =>
    CORRECTED.filter((name) => stage.has(name) && ATTRIBUTES[name]!.table === table)
  for (const [table, alias] of DETAILS) {
    const names = given(table)
    if (names.length === 0) continue
    const set = [...names, ...(names.includes('hod') ? ['hod_folded'] : [])]
    const any = names.map((name) => `s.${name} IS NOT NULL`).join(' OR ')
    await stage.sql(
      `INSERT INTO ${table} (asset_id, ${set.join(', ')})
       SELECT t.id, ${set.map((name) => `COALESCE(s.${name}, ${alias}.${name})`).join(', ')}
       FROM ${UPDATED} WHERE x.verdict = ${VERDICT.updated} AND (${any})
       ON DUPLICATE KEY UPDATE ${set.map((name) => `${name} = VALUES(${name})`).join(', ')}`
    )
  }
  const set = given('assets').map((name) => `t.${name} = COALESCE(s.${name}, t.${name}), `)
  await stage.sql(
    `UPDATE ${UPDATED} SET ${set.join('')}t.version = t.version + 1 WHERE x.verdict = ${VERDICT.updated}`
  )
}

/** Areas, boundaries and holders, asset by asset: each is a list with days of its own. */
async function landLists(
  stage: Stage,
  listed: readonly { seq: number; asset_id: number }[],
  reshaped: readonly { seq: number; asset_id: number }[]
): Promise<void> {
  const { trx, importId, by } = stage
  const recording = {
    validFrom: today(),
    by: { id: by.id, name: by.name },
    reason: null,
    trx,
    importId,
  }
  const shaped = new Set(reshaped.map(({ seq }) => Number(seq)))
  for (const { seq, asset_id: id } of new Map(
    [...listed, ...reshaped].map((row) => [row.seq, row])
  ).values()) {
    const assetId = Number(id)
    const [row] = await stage.sql('SELECT * FROM import_stage WHERE seq = ?', [seq])
    const facts = listChanges(row, await standingFacts(assetId, trx), shaped.has(Number(seq)))
    if (Object.keys(facts).length === 0) continue
    await appendChange(assetId, facts, recording)
    await projectDetails(assetId, facts, recording)
    await projectDated(assetId, facts, recording)
    if (facts.latitude) {
      await stage.sql('UPDATE assets SET latitude = ?, longitude = ? WHERE id = ?', [
        facts.latitude as string,
        facts.longitude as string,
        assetId,
      ])
    }
  }
}

async function landShapes(stage: Stage, reshaped: readonly { seq: number }[]): Promise<void> {
  for (let from = 0; from < reshaped.length; from += 2000) {
    const list = reshaped.slice(from, from + 2000).map(({ seq }) => Number(seq))
    const [names, values] = geometryColumns(
      stage,
      '(SELECT COALESCE(MAX(v.version), 0) + 1 FROM asset_geometries v WHERE v.asset_id = f.asset_id)'
    )
    await stage.sql(
      `INSERT INTO asset_geometries (asset_id, ${names}) SELECT f.asset_id, ${values}
       FROM import_stage s JOIN import_found f ON f.seq = s.seq WHERE s.seq IN (${list.join(', ')})`
    )
  }
}
