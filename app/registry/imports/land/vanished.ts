import { createHash } from 'node:crypto'
import { fold } from '#core/arabic'
import { sentence } from '#core/domain_error'
import { headingsHash } from '#core/imports/mapping'
import { figure } from '#registry/rules/finding'
import type { Stage } from '#core/imports/stage'

/** Assets of the last file of the same source that no row of this one names. */
const GONE = `FROM import_sightings o JOIN assets a ON a.id = o.asset_id AND a.is_current = 1
  LEFT JOIN import_found f ON f.asset_id = o.asset_id WHERE f.seq IS NULL AND o.import_id =`

/**
 * Says how many recorded assets stood in the last file of the same source and do not stand in this one.
 * A source is the register that the file names (`source`), or else the headings that this unit's files
 * of the kind have.
 */
export async function tellVanished(stage: Stage): Promise<void> {
  const last = await lastOf(stage, await sourceOf(stage))
  if (last === null) return
  const [{ n }] = await stage.sql(`SELECT COUNT(DISTINCT o.asset_id) AS n ${GONE} ${last}`)
  if (Number(n) === 0) return
  const count = figure(Number(n))
  stage.warnings.push(
    sentence(
      `${count.ar} من أصول الملف السابق (الاستيراد ${last}) غير موجودة في هذا الملف. لا يتغير منها شيء، وتظهر بعد الترحيل في قائمة الأصول بمرشح «غاب عن آخر ملف لسجله».`,
      `${count.en} assets of the previous file (import ${last}) are not in this one. Nothing about them changes; after the commit the list of assets shows them under the filter "Missing from the last file of its register".`
    )
  )
}

/** Keeps which assets stood in the file, and flags those of the last one that no longer do. */
export async function noteSeen(stage: Stage): Promise<void> {
  const { importId, scope } = stage
  const source = await sourceOf(stage)
  const last = await lastOf(stage, source)
  await stage.sql('INSERT INTO import_sources (import_id, unit_id, source) VALUES (?, ?, ?)', [
    importId,
    scope.id,
    source,
  ])
  await stage.sql(
    `INSERT INTO import_sightings (import_id, asset_id)
     SELECT DISTINCT ${importId}, f.asset_id FROM import_found f ORDER BY f.asset_id`
  )
  await stage.sql(
    `INSERT INTO import_sightings (import_id, asset_id)
     SELECT ${importId}, a.id FROM assets a WHERE a.import_id = ${importId} ORDER BY a.id`
  )
  if (last === null) return
  await stage.sql(
    `INSERT INTO import_vanished (import_id, asset_id) SELECT DISTINCT ${importId}, o.asset_id ${GONE} ${last}`
  )
}

async function lastOf(stage: Stage, source: Buffer): Promise<number | null> {
  const [last] = await stage.sql(
    `SELECT i.import_id AS id FROM import_sources i JOIN imports b ON b.id = i.import_id
     WHERE i.unit_id = ? AND i.source = ? AND b.state = 'committed' AND b.id <> ? ORDER BY b.id DESC LIMIT 1`,
    [stage.scope.id, source, stage.importId]
  )
  return last ? Number(last.id) : null
}

async function sourceOf(stage: Stage): Promise<Buffer> {
  const [named] = stage.has('source')
    ? await stage.sql('SELECT source FROM import_stage WHERE source IS NOT NULL LIMIT 1')
    : []
  return named
    ? createHash('sha256')
        .update(`name\n${fold(named.source)}`)
        .digest()
    : headingsHash(stage.headings)
}
