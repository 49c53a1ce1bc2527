import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { fromWgs84, toWgs84 } from '#registry/geo/grids'
import { ellipsoidArea, toWkb, type Position, type Shape } from '#registry/geo/shape'
import { runAce } from '../child.js'
import {
  interleave,
  round,
  spreadOf,
  type BenchResult,
  type Benchmark,
  type Sample,
} from '../harness.js'
import { connectOwner, emptyFacts, type Owner } from '../owner.js'

const UNIT = 'EG-FYM-HQ'
/** South-west corner of the parcels on the Red Belt: a plain in Fayoum. */
const CORNER: Position = fromWgs84([30.55, 29.25], 22992)

/** The tables that a register of parcels fills, emptied beside the assets. */
const TABLES = [
  'import_vanished',
  'import_sightings',
  'import_sources',
  'asset_shapes',
  'asset_geometries',
  'asset_areas',
  'asset_lands',
  'asset_changes',
]

/**
 * A register of touching parcels of six corners, 20 by 30 metres, imported with every rule against the
 * bare load of the same rows into tables of the same form: LOAD DATA, nothing judged.
 */
export const importPolygons: Benchmark = {
  name: 'registry-import',
  about: 'a register of parcels with all rules, beside LOAD DATA into the same tables',
  rows: [10_000, 100_000],
  repeats: 3,
  async run({ rows: sizes, repeats, say }) {
    const owner = await connectOwner()
    const results: BenchResult[] = []
    for (const rows of sizes) {
      const folder = await mkdtemp(join(app.tmpPath(), '..', '.local', 'bench-'))
      try {
        await writeParcels(folder, rows)
        const samples = await interleave(
          repeats,
          () => bareLoad(owner, folder, rows),
          () => ours(owner, folder, rows),
          say
        )
        const floor = spreadOf(samples.floor.map(({ seconds }) => seconds))
        const mine = spreadOf(samples.ours.map(({ seconds }) => seconds))
        results.push({
          name: 'registry-import',
          rows,
          floor,
          ours: mine,
          ratio: round(mine.median / floor.median, 2),
          peakRssMb: Math.max(...samples.ours.map(({ peakRssMb }) => peakRssMb ?? 0)),
          perSecond: Math.round(rows / mine.median),
        })
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    }
    await owner.close()
    return results
  },
}

/** Parcels in rows like terraces: each touches its neighbours along whole edges. */
function parcel(index: number, perRow: number): Shape {
  const [column, line] = [index % perRow, Math.floor(index / perRow)]
  const [e, n] = [CORNER[0] + column * 20, CORNER[1] + line * 30]
  const ring: Position[] = [
    [e, n],
    [e + 10, n],
    [e + 20, n],
    [e + 20, n + 30],
    [e + 10, n + 30],
    [e, n + 30],
    [e, n],
  ]
  return { type: 'Polygon', coordinates: [ring.map((at) => toWgs84(at, 22992))] }
}

const FLOOR = ['assets', 'lands', 'geometries', 'shapes', 'areas', 'changes'] as const

/** The GeoJSON file, and the same rows ready for the tables. */
async function writeParcels(folder: string, rows: number): Promise<void> {
  const geojson = createWriteStream(join(folder, 'parcels.geojson'))
  const bare = new Map(FLOOR.map((name) => [name, createWriteStream(join(folder, `${name}.tsv`))]))
  const perRow = Math.ceil(Math.sqrt(rows * 1.5))
  geojson.write('{"type":"FeatureCollection","features":[\n')
  for (let index = 0; index < rows; index++) {
    const shape = parcel(index, perRow)
    const properties = {
      no: `P${index + 1}`,
      hod: `حوض ${index % 97}`,
      plot: `${index + 1}`,
      use: 'زراعة',
    }
    const feature = JSON.stringify({ type: 'Feature', properties, geometry: shape })
    const hex = toWkb(shape).toString('hex')
    const area = ellipsoidArea(shape).toFixed(4)
    const id = index + 1
    const [lon, lat] = (shape.coordinates as Position[][])[0]![0]!
    const facts = JSON.stringify({
      ...properties,
      code: `FYM-${id}`,
      area,
      lon,
      lat,
      domain: 'unknown',
    })
    geojson.write(`${feature}${index < rows - 1 ? ',' : ''}\n`)
    bare
      .get('assets')!
      .write(
        `${id}\tFYM-00-L-${id}\t${properties.no}\tقطعة ${id}\t${lat}\t${lon}\t${area}\tقطعة ${id} ${properties.hod}\n`
      )
    bare.get('lands')!.write(`${id}\t${properties.hod}\t${properties.plot}\t${properties.use}\n`)
    bare.get('geometries')!.write(`${id}\t${id}\t${hex}\t${area}\n`)
    bare.get('shapes')!.write(`${id}\t${hex}\t${area}\n`)
    bare.get('areas')!.write(`${id}\t${area}\n`)
    const drained = bare.get('changes')!.write(`${id}\t${facts}\n`)
    if (!drained) await once(bare.get('changes')!, 'drain')
  }
  geojson.end(']}\n')
  for (const stream of [geojson, ...bare.values()]) {
    if (stream !== geojson) stream.end()
    await once(stream, 'close')
  }
  await writeFile(
    join(folder, 'map.json'),
    JSON.stringify({
      class: { value: 'land.agricultural' },
      site_no: 'no',
      hod: 'hod',
      plot_no: 'plot',
      use_actual: 'use',
      geometry: 'geometry',
      file_crs: 'geometry_crs',
    })
  )
}

async function bareLoad(owner: Owner, folder: string, rows: number): Promise<Sample> {
  for (const name of FLOOR) {
    const of = name === 'assets' ? 'assets' : `asset_${name}`
    await owner.query(`DROP TABLE IF EXISTS floor_${name}`)
    await owner.query(`CREATE TABLE floor_${name} LIKE ${of}`)
  }
  const [unit] = await owner.query('SELECT id FROM units WHERE code = ?', [UNIT])
  const [klass] = await owner.query("SELECT id FROM asset_classes WHERE code = 'land.agricultural'")
  const columns: Record<(typeof FLOOR)[number], string> = {
    assets: `(id, code, site_no, name, latitude, longitude, area_m2, search_text) SET unit_id = ${unit.id}, class_id = ${klass.id}`,
    lands: '(asset_id, hod, plot_no, use_actual) SET hod_folded = hod',
    geometries: `(id, asset_id, @wkb, area_m2) SET shape = ST_GeomFromWKB(UNHEX(@wkb)), version = 1, source_srid = 4326, valid_from = CURDATE()`,
    shapes: `(asset_id, @wkb, area_m2) SET shape = ST_GeomFromWKB(UNHEX(@wkb)), geometry_id = asset_id, unit_id = ${unit.id}, kind = 'polygon'`,
    areas: "(asset_id, m2) SET kind = 'computed', valid_from = CURDATE()",
    changes: '(asset_id, facts) SET valid_from = CURDATE()',
  }
  const begun = performance.now()
  await owner.query('START TRANSACTION')
  for (const name of FLOOR) {
    await owner.query({
      sql: `LOAD DATA LOCAL INFILE 'x' INTO TABLE floor_${name} CHARACTER SET utf8mb4 ${columns[name]}`,
      infileStreamFactory: () =>
        createReadStream(join(folder, `${name}.tsv`), { highWaterMark: 1 << 20 }),
    })
  }
  await owner.query('COMMIT')
  const seconds = (performance.now() - begun) / 1000
  const [{ n }] = await owner.query('SELECT COUNT(*) AS n FROM floor_shapes')
  if (Number(n) !== rows) throw new Error(`The bare load took ${n} of ${rows} parcels`)
  for (const name of FLOOR) await owner.query(`DROP TABLE floor_${name}`)
  return { seconds }
}

async function ours(owner: Owner, folder: string, rows: number): Promise<Sample> {
  await emptyFacts(owner)
  await owner.query('SET SESSION foreign_key_checks = 0')
  for (const table of TABLES) await owner.query(`TRUNCATE TABLE ${table}`)
  await owner.query('SET SESSION foreign_key_checks = 1')
  const map = join(folder, 'map.json')
  const file = join(folder, 'parcels.geojson')
  const parameters = [
    'import',
    'land-register',
    file,
    '--unit',
    UNIT,
    '--map',
    map,
    '--commit',
    '--json',
  ]
  const { output, seconds, peakRssMb } = await runAce(parameters)
  const answer = JSON.parse(output) as { landed: number; rejected: number; reasons: unknown[] }
  if (answer.landed !== rows) {
    throw new Error(
      `${answer.landed} of ${rows} parcels landed: ${JSON.stringify(answer.reasons?.slice(0, 3))}`
    )
  }
  return { seconds, peakRssMb }
}
