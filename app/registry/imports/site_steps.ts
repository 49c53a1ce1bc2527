import { withCheckCharacter } from '#core/identifiers'
import { nextNumbers } from '#core/numbering'
import { logCorrections, openImported } from '#registry/register/imported'
import { NEW_ROWS, VERDICT, type Stage } from '#core/imports/stage'

/** Columns of an asset that a register gives, with their place in the stage. */
export const SITE: Readonly<Record<string, string>> = {
  class_id: 's.class_id',
  name: 's.name',
  street: 's.street',
  street_grade: 's.street_grade',
  latitude: 's.latitude',
  longitude: 's.longitude',
  width_m: 's.width_m',
  height_m: 's.height_m',
  area_m2: 's.area_m2',
  faces: 's.faces',
  is_in_use: 's.in_use',
  in_use_source: 's.in_use_source',
  in_use_on: 's.in_use_on',
}

/** Where this register differs from what is recorded; a blank cell says nothing. */
const CHANGED = Object.entries(SITE)
  .map(([column, value]) => `(${value} IS NOT NULL AND NOT (t.${column} <=> ${value}))`)
  .join(' OR ')

/**
 * One row per site of the file: the first row that names it describes it. `asset_id` is NULL for
 * sites nobody recorded, `changed` says whether the register corrects a recorded one.
 */
export async function findSites(stage: Stage): Promise<void> {
  await stage.sql(
    `CREATE TEMPORARY TABLE import_firsts (
       unit_id BIGINT UNSIGNED NOT NULL, site_no VARCHAR(60) NOT NULL, seq INT UNSIGNED NOT NULL,
       asset_id BIGINT UNSIGNED NULL, changed TINYINT NOT NULL DEFAULT 0,
       PRIMARY KEY (unit_id, site_no)) ENGINE=InnoDB`
  )
  await stage.sql(
    `INSERT INTO import_firsts (unit_id, site_no, seq, asset_id, changed)
     SELECT f.unit_id, f.site_no, f.seq, t.id, COALESCE(${CHANGED}, 0)
     FROM (SELECT s.unit_id, s.site_no, MIN(s.seq) AS seq ${NEW_ROWS} GROUP BY s.unit_id, s.site_no) f
     JOIN import_stage s ON s.seq = f.seq
     LEFT JOIN assets t ON t.unit_id = f.unit_id AND t.site_no = f.site_no`
  )
}

/**
 * Judges the site part of each row: a later row must describe the site like the first one; a row
 * without a right is new, updated or unchanged as its site is; one whose right is unchanged is
 * updated where its site is.
 */
export async function judgeSites(stage: Stage): Promise<void> {
  const differs = Object.values(SITE)
    .map((value) => `NOT (${value} <=> ${value.replace('s.', 'd.')})`)
    .join(' OR ')
  await stage.sql(
    `INSERT INTO import_verdicts (seq, verdict, code, field, value, recorded, record_id)
     SELECT s.seq, ${VERDICT.rejected}, 'site_differs', 'site_no', s.site_no, d.row_no, NULL
     FROM import_stage s JOIN import_firsts f ON f.unit_id = s.unit_id AND f.site_no = s.site_no AND f.seq < s.seq
     JOIN import_stage d ON d.seq = f.seq LEFT JOIN import_verdicts x ON x.seq = s.seq
     WHERE (x.seq IS NULL OR x.verdict <> ${VERDICT.rejected}) AND (${differs})
     ON DUPLICATE KEY UPDATE verdict = VALUES(verdict), code = VALUES(code), field = VALUES(field),
       value = VALUES(value), recorded = VALUES(recorded), record_id = NULL`
  )
  await stage.verdict(
    `SELECT s.seq, IF(f.changed = 1 AND f.seq = s.seq, ${VERDICT.updated}, ${VERDICT.unchanged}), NULL, NULL, NULL, NULL, NULL
     FROM import_stage s JOIN import_firsts f ON f.unit_id = s.unit_id AND f.site_no = s.site_no
     WHERE s.right_no IS NULL AND s.problem_code IS NULL AND f.asset_id IS NOT NULL`
  )
  await stage.sql(
    `UPDATE import_verdicts x JOIN import_firsts f ON f.seq = x.seq
     SET x.verdict = ${VERDICT.updated} WHERE x.verdict = ${VERDICT.unchanged} AND f.changed = 1`
  )
}

/** A site lands when a row that names it lands; rejected rows bring none. */
export async function landSites(stage: Stage): Promise<void> {
  const columns = Object.keys(SITE)
  await giveCodes(stage)
  await stage.sql(
    `INSERT INTO assets (code, unit_id, site_no, ${columns.join(', ')}, search_text, import_id)
     SELECT c.code, s.unit_id, s.site_no, ${Object.values(SITE).map(filled).join(', ')}, s.search_text, ${stage.importId}
     FROM import_codes c JOIN import_stage s ON s.seq = c.seq ORDER BY c.seq`
  )
  await openImported(`a.import_id = ${stage.importId}`, stage)
  const changed = `import_firsts f JOIN import_stage s ON s.seq = f.seq JOIN assets t ON t.id = f.asset_id
    LEFT JOIN import_verdicts x ON x.seq = s.seq`
  const landing = `f.changed = 1 AND (x.seq IS NULL OR x.verdict = ${VERDICT.updated})`
  const before = columns.map((column) => `'${column}', t.${column}`).join(', ')
  await stage.sql(
    `INSERT INTO import_changes (import_id, table_name, record_id, before_value)
     SELECT ${stage.importId}, 'assets', t.id, JSON_OBJECT(${before}) FROM ${changed} WHERE ${landing}`
  )
  await logCorrections(SITE, { from: changed, where: landing }, stage)
  const set = Object.entries(SITE).map(
    ([column, value]) => `t.${column} = COALESCE(${value}, t.${column})`
  )
  await stage.sql(
    `UPDATE ${changed} SET ${set.join(', ')}, t.search_text = s.search_text, t.version = t.version + 1 WHERE ${landing}`
  )
}

/** Permanent codes `FYM-0000123-K`, numbered per governorate without gaps, with a check character. */
async function giveCodes(stage: Stage): Promise<void> {
  await stage.sql(
    'CREATE TEMPORARY TABLE import_codes (seq INT UNSIGNED NOT NULL PRIMARY KEY, code VARCHAR(40) CHARACTER SET ascii NOT NULL) ENGINE=InnoDB'
  )
  const rows: { seq: number }[] = await stage.sql(
    `SELECT MIN(s.seq) AS seq FROM import_stage s JOIN import_firsts f ON f.unit_id = s.unit_id AND f.site_no = s.site_no
     LEFT JOIN import_verdicts x ON x.seq = s.seq
     WHERE f.asset_id IS NULL AND x.seq IS NULL GROUP BY f.unit_id, f.site_no ORDER BY seq`
  )
  if (rows.length === 0) return
  const series = { unitId: stage.scope.governorateId, book: 'asset', fiscalYear: '-' }
  const first = await nextNumbers(series, rows.length, stage.trx)
  const place = stage.scope.governorate.toUpperCase().replace(/^EG-|[^0-9A-Z-]/g, '')
  for (let from = 0; from < rows.length; from += 2000) {
    const slice = rows.slice(from, from + 2000).map(({ seq }, index) => {
      const number = String(first + from + index).padStart(7, '0')
      return [Number(seq), withCheckCharacter(`${place}-${number}`)]
    })
    const marks = slice.map(() => '(?, ?)').join(', ')
    await stage.sql(`INSERT INTO import_codes (seq, code) VALUES ${marks}`, slice.flat())
  }
}

/** What an asset must have and a register may leave out. */
function filled(value: string): string {
  if (value === 's.name') return "COALESCE(s.name, s.street, CONCAT('موقع ', s.site_no))"
  return value === 's.street' ? "COALESCE(s.street, '')" : value
}
