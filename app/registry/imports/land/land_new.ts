import { fold } from '#core/arabic'
import { today } from '#core/days'
import { clock } from '#core/clock'
import { NEW_ROWS, type Stage } from '#core/imports/stage'
import { SIDE_NAMES } from '#registry/imports/land/dated'
import { FACTS } from '#registry/imports/land/fields'
import { stateOf } from '#registry/imports/land/state'
import { ATTRIBUTES, CUSTODIES, type FactTable } from '#registry/register/attributes'
import { momentText } from '#registry/register/changes'
import { newAssetCodes } from '#registry/register/codes'
import { openImported } from '#registry/register/imported'

/** What an asset has where the register says nothing; names from what is known of it. */
const FILLED: Readonly<Record<string, string>> = {
  site_no: 'COALESCE(s.site_no, c.code)',
  name: `LEFT(COALESCE(s.name, s.address, IF(s.plot_no IS NULL, NULL, CONCAT('قطعة ', s.plot_no, COALESCE(CONCAT(' حوض ', s.hod), ''))),
    s.street, CONCAT(k.name_ar, ' ', COALESCE(s.site_no, c.code))), 200)`,
  street: "COALESCE(s.street, '')",
  domain: "COALESCE(s.domain, 'unknown')",
  life_status: "COALESCE(s.life_status, 'in_service')",
  criticality: "COALESCE(s.criticality, 'normal')",
  security_class: "COALESCE(s.security_class, 'normal')",
  slots: 'COALESCE(s.slots, 1)',
  area_m2: 'COALESCE(s.area_m2, s.computed_m2, s.deed_m2)',
}

const DETAILS = {
  land: 'asset_lands',
  building: 'asset_buildings',
  site: 'asset_sites',
  movable: 'asset_movables',
} as const

const columnsOf = (table: FactTable) => FACTS.filter((name) => ATTRIBUTES[name]!.table === table)

/**
 * Enters the new assets of a file, all of each kind in one statement: the asset, what is particular to
 * its kind, its outline, areas, boundaries and holders, and the first row of its log.
 */
export async function landNewAssets(stage: Stage): Promise<void> {
  if ((await giveCodes(stage)) === 0) return
  const { importId } = stage
  const names = columnsOf('assets')
  await stage.sql(
    `INSERT INTO assets (code, unit_id, class_id, ${names.join(', ')}, latitude, longitude, search_text, import_id)
     SELECT c.code, s.unit_id, s.class_id, ${names.map((name) => FILLED[name] ?? `s.${name}`).join(', ')},
       s.latitude_7, s.longitude_7, LEFT(CONCAT(LEFT(s.search_text, 560), ' ', c.folded), 600), ${importId}
     FROM import_codes c JOIN import_stage s ON s.seq = c.seq JOIN asset_classes k ON k.id = s.class_id ORDER BY c.seq`
  )
  await stage.sql(
    `CREATE TEMPORARY TABLE import_made (seq INT UNSIGNED NOT NULL PRIMARY KEY, asset_id BIGINT UNSIGNED NOT NULL,
       KEY (asset_id)) ENGINE=Aria TRANSACTIONAL=0`
  )
  await stage.sql(
    `INSERT INTO import_made (seq, asset_id) SELECT c.seq, a.id FROM import_codes c JOIN assets a ON a.code = c.code`
  )
  const [ids] = await stage.sql(
    'SELECT MIN(asset_id) AS first, MAX(asset_id) AS last FROM import_made'
  )
  stage.landed = { first: Number(ids.first), last: Number(ids.last) }
  await landDetails(stage)
  if (stateOf(stage).shapes.length > 0) await landShapes(stage)
  await landLists(stage)
  await openImported(`a.import_id = ${importId}`, {
    ...{ importId, by: stage.by, trx: stage.trx },
    dated: {
      join: 'JOIN import_made d ON d.asset_id = a.id JOIN import_stage r ON r.seq = d.seq',
      expression: 'r.dated',
    },
    silent: new Set(FACTS.filter((name) => !stage.has(name) && !FILLED[name])),
  })
}

const MADE = 'import_made d JOIN import_stage s ON s.seq = d.seq'

async function landDetails(stage: Stage): Promise<void> {
  const found = await stage.sql(`SELECT DISTINCT s.subtype FROM ${MADE}`)
  const subtypes = new Set((found as { subtype: string }[]).map((row) => row.subtype))
  for (const [subtype, table] of Object.entries(DETAILS)) {
    const names = columnsOf(table)
    const folded = table === 'asset_lands'
    const given = names.filter((name) => stage.has(name)).map((name) => `s.${name} IS NOT NULL`)
    if (given.length === 0 && !subtypes.has(subtype)) continue
    const when = [`s.subtype = '${subtype}'`, ...given].join(' OR ')
    await stage.sql(
      `INSERT INTO ${table} (asset_id, ${names.join(', ')}${folded ? ', hod_folded' : ''})
       SELECT d.asset_id, ${names.map((name) => `s.${name}`).join(', ')}${folded ? ', s.hod_folded' : ''}
       FROM ${MADE} WHERE ${when} ORDER BY d.asset_id`
    )
  }
}

/** Columns of a geometry with their place in the stage; the version stands first. */
export function geometryColumns(stage: Stage, version: string): [names: string, values: string] {
  const now = momentText(clock.now())
  const columns: Record<string, string> = {
    version,
    shape: 'ST_GeomFromWKB(UNHEX(s.shape_hex))',
    source_srid: 's.source_srid',
    source_coords: 's.source_coords',
    transformation: 's.transformation',
    method: "'imported'",
    accuracy_m: 's.accuracy_m',
    surveyor: 's.surveyor',
    surveyed_on: 's.surveyed_on',
    area_m2: 's.computed_m2',
    grid_area_m2: 's.grid_m2',
    perimeter_m: 's.perimeter_m',
    valid_from: `'${today()}'`,
    recorded_at: `'${now}'`,
    recorded_by: String(stage.by.id ?? 'NULL'),
    import_id: String(stage.importId),
  }
  return [Object.keys(columns).join(', '), Object.values(columns).join(', ')]
}

async function landShapes(stage: Stage): Promise<void> {
  const [names, values] = geometryColumns(stage, '1')
  const made = await stage.sql(
    `INSERT INTO asset_geometries (asset_id, ${names}) SELECT d.asset_id, ${values}
     FROM ${MADE} WHERE s.shape_hex IS NOT NULL ORDER BY d.asset_id`
  )
  if (made.affectedRows === 0) return
  await stage.sql(
    `INSERT INTO asset_shapes (asset_id, geometry_id, unit_id, kind, level, shape, area_m2)
     SELECT g.asset_id, g.id, s.unit_id, IF(s.computed_m2 IS NULL, 'point', 'polygon'), s.subtype, g.shape, g.area_m2
     FROM ${MADE} JOIN asset_geometries g ON g.asset_id = d.asset_id AND g.version = 1 ORDER BY d.asset_id`
  )
}

async function landLists(stage: Stage): Promise<void> {
  const day = `'${today()}'`
  const hasDeed = ['deed_m2', 'deed_feddan', 'feddan', 'qirat', 'sahm'].some((name) =>
    stage.has(name)
  )
  const areas: [kind: string, isGiven: boolean, value: string, written: string][] = [
    ['deed', hasDeed, 's.deed_m2', 's.deed_written'],
    ['survey', stage.has('survey_m2'), 's.survey_m2', 'NULL'],
    ['computed', stateOf(stage).shapes.length > 0, 's.computed_m2', 'NULL'],
    ['planning', stage.has('planning_m2'), 's.planning_m2', 'NULL'],
  ]
  for (const [kind, isGiven, value, written] of areas) {
    if (!isGiven) continue
    await stage.sql(
      `INSERT INTO asset_areas (asset_id, kind, m2, as_written, valid_from, import_id)
       SELECT d.asset_id, '${kind}', ${value}, ${written}, ${day}, ${stage.importId} FROM ${MADE} WHERE ${value} > 0 ORDER BY d.asset_id`
    )
  }
  for (const side of SIDE_NAMES) {
    if (!stage.has(side) && !stage.has(`${side}_m`)) continue
    await stage.sql(
      `INSERT INTO asset_boundaries (asset_id, side, seq, length_deed_m, neighbour_text, valid_from, import_id)
       SELECT d.asset_id, '${side}', 1, s.${side}_m, s.${side}, ${day}, ${stage.importId} FROM ${MADE}
       WHERE s.${side} IS NOT NULL OR s.${side}_m IS NOT NULL`
    )
  }
  for (const kind of CUSTODIES) {
    if (!stage.has(`custody_${kind}`)) continue
    await stage.sql(
      `INSERT INTO custodies (asset_id, kind, authority_name, valid_from, import_id)
       SELECT d.asset_id, '${kind}', s.custody_${kind}, ${day}, ${stage.importId} FROM ${MADE} WHERE s.custody_${kind} IS NOT NULL`
    )
  }
}

const SLICE = 5000

/** Permanent codes for the new rows, in the order of the file within each unit and class. */
async function giveCodes(stage: Stage): Promise<number> {
  await stage.sql(
    `CREATE TEMPORARY TABLE import_codes (seq INT UNSIGNED NOT NULL PRIMARY KEY,
       code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, folded VARCHAR(60) NOT NULL) ENGINE=Aria TRANSACTIONAL=0`
  )
  const places: { place: string; n: number }[] = await stage.sql(
    `SELECT CONCAT(s.unit_id, ' ', s.letter) AS place, COUNT(*) AS n ${NEW_ROWS} GROUP BY place ORDER BY MIN(s.seq)`
  )
  const codes = new Map<string, Iterator<string>>()
  for (const { place, n } of places) {
    const [unitId, letter] = place.split(' ') as [string, string]
    const given = await newAssetCodes({ unitId: Number(unitId), letter }, Number(n), stage.trx)
    codes.set(place, given.values())
  }
  let count = 0
  for (let after = 0; ;) {
    const rows: { seq: number; place: string }[] = await stage.sql(
      `SELECT s.seq, CONCAT(s.unit_id, ' ', s.letter) AS place ${NEW_ROWS} AND s.seq > ${after} ORDER BY s.seq LIMIT ${SLICE}`
    )
    if (rows.length === 0) return count
    const values = rows.flatMap(({ seq, place }) => {
      const code = codes.get(place)!.next().value as string
      return [Number(seq), code, fold(code)]
    })
    const marks = rows.map(() => '(?, ?, ?)').join(', ')
    await stage.sql(`INSERT INTO import_codes (seq, code, folded) VALUES ${marks}`, values)
    count += rows.length
    after = Number(rows.at(-1)!.seq)
  }
}
