import { createHash } from 'node:crypto'
import { fold } from '#core/arabic'
import { sentence } from '#core/domain_error'
import { headingsHash } from '#core/imports/mapping'
import { figure } from '#registry/rules/finding'
import type { Stage } from '#core/imports/stage'

/**
 * Which recorded assets stood in the last file of the same source and do not stand in this one: they
 * are listed and nothing happens to them. A source is the register that the file names (`source`), or
 * else the headings that this unit's files of the kind have.
 */
export async function noteVanished(stage: Stage): Promise<void> {
  const { importId, scope } = stage
  const source = await sourceOf(stage)
  const [last] = await stage.sql(
    `SELECT i.import_id AS id FROM import_sources i JOIN imports b ON b.id = i.import_id
     WHERE i.unit_id = ? AND i.source = ? AND b.state = 'committed' AND b.id <> ? ORDER BY b.id DESC LIMIT 1`,
    [scope.id, source, importId]
  )
  await stage.sql('INSERT INTO import_sources (import_id, unit_id, source) VALUES (?, ?, ?)', [
    importId,
    scope.id,
    source,
  ])
  await stage.sql(
    `INSERT INTO import_sightings (import_id, asset_id)
     SELECT DISTINCT ${importId}, f.asset_id FROM import_found f`
  )
  await stage.sql(
    `INSERT INTO import_sightings (import_id, asset_id)
     SELECT ${importId}, a.id FROM assets a WHERE a.import_id = ${importId}`
  )
  if (!last) return
  const gone = await stage.sql(
    `INSERT INTO import_vanished (import_id, asset_id)
     SELECT ${importId}, o.asset_id FROM import_sightings o
     JOIN assets a ON a.id = o.asset_id
     LEFT JOIN import_sightings n ON n.import_id = ${importId} AND n.asset_id = o.asset_id
     WHERE o.import_id = ${Number(last.id)} AND n.asset_id IS NULL AND a.is_current = 1`
  )
  if (gone.affectedRows === 0) return
  const count = figure(gone.affectedRows)
  stage.warnings.push(
    sentence(
      `${count.ar} من أصول الملف السابق (الاستيراد ${last.id}) غير موجودة في هذا الملف. لم يتغير منها شيء، وقائمتها في «أصول غابت عن السجل».`,
      `${count.en} assets of the previous file (import ${last.id}) are not in this one. Nothing about them was changed; they are listed under "Assets missing from the register".`
    )
  )
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
