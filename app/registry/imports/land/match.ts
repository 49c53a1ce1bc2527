import { sentence } from '#core/domain_error'
import { NEW_ROWS, VERDICT, type Stage } from '#core/imports/stage'
import { figure } from '#registry/rules/finding'

/** How strongly a row names an asset: the lowest number counts. */
export const RANK = { code: 1, unified: 2, site: 3, plot: 4, ground: 5 } as const

/**
 * Finds the recorded asset of each row: by permanent code, national number, the unit's own number, then
 * basin and plot. `import_found` holds the asset of a row; ground is compared later for rows without
 * one. Rows that are rejected for another reason are found too: they are in the file.
 */
export async function findAssets(stage: Stage): Promise<void> {
  await stage.sql(
    `CREATE TEMPORARY TABLE import_matches (
       seq INT UNSIGNED NOT NULL, strength TINYINT UNSIGNED NOT NULL, asset_id BIGINT UNSIGNED NOT NULL,
       PRIMARY KEY (seq, strength, asset_id)) ENGINE=Aria TRANSACTIONAL=0`
  )
  await stage.sql(
    `CREATE TEMPORARY TABLE import_found (
       seq INT UNSIGNED NOT NULL PRIMARY KEY, asset_id BIGINT UNSIGNED NOT NULL, strength TINYINT UNSIGNED NOT NULL,
       KEY (asset_id)) ENGINE=Aria TRANSACTIONAL=0`
  )
  const by = (strength: number, on: string, given: string) =>
    stage.sql(
      `INSERT IGNORE INTO import_matches (seq, strength, asset_id)
       SELECT s.seq, ${strength}, a.id FROM import_stage s JOIN assets a ON ${on} WHERE ${given}`
    )
  if (stage.has('code')) await by(RANK.code, 'a.code = s.code', 's.code IS NOT NULL')
  if (stage.has('unified_property_no')) {
    await by(
      RANK.unified,
      'a.unified_property_no = s.unified_property_no',
      's.unified_property_no IS NOT NULL'
    )
  }
  if (stage.has('site_no')) {
    await by(RANK.site, 'a.unit_id = s.unit_id AND a.site_no = s.site_no', 's.site_no IS NOT NULL')
  }
  if (stage.has('hod') && stage.has('plot_no')) await byPlot(stage)
  await stage.sql(
    `INSERT INTO import_found (seq, asset_id, strength)
     SELECT m.seq, MIN(m.asset_id), m.strength FROM import_matches m
     JOIN (SELECT seq, MIN(strength) AS strength FROM import_matches GROUP BY seq) b
       ON b.seq = m.seq AND b.strength = m.strength
     GROUP BY m.seq, m.strength HAVING COUNT(*) = 1`
  )
}

async function byPlot(stage: Stage): Promise<void> {
  await stage.sql(
    `INSERT IGNORE INTO import_matches (seq, strength, asset_id)
     SELECT s.seq, ${RANK.plot}, a.id FROM import_stage s
     JOIN asset_lands l ON l.hod_folded = s.hod_folded AND l.plot_no = s.plot_no
     JOIN assets a ON a.id = l.asset_id AND a.unit_id = s.unit_id AND a.is_current = 1
     WHERE s.hod_folded IS NOT NULL AND s.plot_no IS NOT NULL`
  )
}

/** Refuses rows whose names contradict each other or belong to an asset that may not be changed here. */
export async function judgeMatches(stage: Stage): Promise<void> {
  await stage.reject(
    'match_conflict',
    'code',
    `FROM import_stage s JOIN (
       SELECT seq FROM import_matches WHERE strength <= ${RANK.site}
       GROUP BY seq HAVING COUNT(DISTINCT asset_id) > 1) m ON m.seq = s.seq`,
    'COALESCE(s.code, s.unified_property_no, s.site_no)'
  )
  if (stage.has('code')) {
    await stage.reject(
      'unknown_asset_code',
      'code',
      `FROM import_stage s LEFT JOIN import_matches m ON m.seq = s.seq AND m.strength = ${RANK.code}
       WHERE s.code IS NOT NULL AND m.seq IS NULL`,
      's.code'
    )
  }
  if (stage.has('plot_no')) {
    await stage.reject(
      'match_many',
      'plot_no',
      `FROM import_stage s JOIN import_matches m ON m.seq = s.seq
       LEFT JOIN import_found f ON f.seq = s.seq WHERE f.seq IS NULL`,
      's.plot_no'
    )
  }
  await rejectFound(stage)
}

/** Found assets of another unit, and those that no longer stand. Run again once ground has found more. */
export async function rejectFound(stage: Stage): Promise<void> {
  const found =
    'FROM import_stage s JOIN import_found f ON f.seq = s.seq JOIN assets t ON t.id = f.asset_id'
  await stage.reject(
    'asset_of_other_unit',
    'unit',
    `${found} WHERE t.unit_id <> s.unit_id`,
    't.code'
  )
  await stage.reject('asset_closed', 'code', `${found} WHERE t.is_current = 0`, 't.code')
}

/** Numbers that only one asset ever has, and where they stand. Codes and site numbers match instead. */
const OWN_NUMBERS: readonly [field: string, table: string][] = [
  ['plate', 'asset_movables'],
  ['chassis_no', 'asset_movables'],
  ['power_meter_no', 'asset_sites'],
]

/** Rule R24: a number that another asset has, also one long gone or of another unit. */
export async function rejectTaken(stage: Stage): Promise<void> {
  for (const [field, table] of OWN_NUMBERS) {
    if (!stage.has(field)) continue
    await stage.reject(
      'number_taken',
      field,
      `FROM import_stage s JOIN ${table} t ON t.${field} = s.${field}
       LEFT JOIN import_found f ON f.seq = s.seq WHERE f.asset_id IS NULL OR f.asset_id <> t.asset_id`,
      `s.${field}`
    )
  }
}

/**
 * Rows of one file that name one asset, recorded or new: the first lands; a later one that says the same
 * is unchanged, one that says something else is rejected.
 */
export async function judgeRepeats(stage: Stage): Promise<void> {
  const own = stage.columns.filter((name) => !NOT_SAID.has(name))
  const same = own.map((name) => `s.\`${name}\` <=> e.\`${name}\``).join(' AND ')
  const groups: [field: string, keys: string, given: string][] = [
    ['code', 'f.asset_id', 'f.asset_id IS NOT NULL'],
    ['site_no', 's.unit_id, s.site_no', 'f.seq IS NULL AND s.site_no IS NOT NULL'],
    [
      'unified_property_no',
      's.unified_property_no',
      'f.seq IS NULL AND s.unified_property_no IS NOT NULL',
    ],
    [
      'plot_no',
      's.unit_id, s.hod_folded, s.plot_no',
      'f.seq IS NULL AND s.hod_folded IS NOT NULL AND s.plot_no IS NOT NULL',
    ],
    ['plate', 's.plate', 'f.seq IS NULL AND s.plate IS NOT NULL'],
    ['chassis_no', 's.chassis_no', 'f.seq IS NULL AND s.chassis_no IS NOT NULL'],
    ['power_meter_no', 's.power_meter_no', 'f.seq IS NULL AND s.power_meter_no IS NOT NULL'],
  ]
  for (const [field, keys, given] of groups) {
    if (field !== 'code' && !stage.has(field)) continue
    await stage.sql(
      `INSERT INTO import_verdicts (seq, verdict, code, field, value, recorded, record_id)
       SELECT s.seq, IF(${same}, ${VERDICT.unchanged}, ${VERDICT.rejected}), 'repeated_in_file', '${field}',
         LEFT(COALESCE(s.${field}, s.site_no, s.plot_no), 190), e.row_no, NULL
       FROM (SELECT s.seq, FIRST_VALUE(s.seq) OVER (PARTITION BY ${keys} ORDER BY s.seq) AS first_seq
             FROM import_stage s LEFT JOIN import_found f ON f.seq = s.seq LEFT JOIN import_verdicts x ON x.seq = s.seq
             WHERE x.seq IS NULL AND ${given}) d
       JOIN import_stage s ON s.seq = d.seq JOIN import_stage e ON e.seq = d.first_seq
       WHERE d.seq <> d.first_seq
       ON DUPLICATE KEY UPDATE import_verdicts.seq = import_verdicts.seq`
    )
  }
}

/** New rows that nothing names: the same file brought in again would make them a second time. */
export async function tellNameless(stage: Stage): Promise<void> {
  const [{ n }] = await stage.sql(
    `SELECT COUNT(*) AS n ${NEW_ROWS} AND s.unified_property_no IS NULL AND s.site_no IS NULL
     AND (s.hod_folded IS NULL OR s.plot_no IS NULL) AND s.computed_m2 IS NULL`
  )
  if (Number(n) === 0) return
  const count = figure(Number(n))
  stage.warnings.push(
    sentence(
      `${count.ar} من الصفوف بلا رقم ولا حوض وقطعة ولا مضلع، فلا تُعرف إذا رُفع الملف مرة أخرى. حدد عمود رقم الأصل.`,
      `${count.en} rows have no number, no basin and plot, and no polygon: nothing knows them again when the file comes a second time. Map the column with the asset's number.`
    )
  )
}

/** Columns that differ between two rows that say the same. */
const NOT_SAID = new Set([
  'seq',
  'row_no',
  'twin',
  'shape_no',
  'problem_code',
  'problem_field',
  'problem_value',
  'problem_ar',
  'problem_en',
  'problem_more',
])
