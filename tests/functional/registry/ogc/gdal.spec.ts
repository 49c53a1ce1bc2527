import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { anOgcWorld, BASIN, idsOf, type OgcWorld } from '#tests/support/ogc_world'
import { NO_GDAL } from '#tests/support/programs'
import { bbox } from '#registry/geo/shape'
import { rectangle } from '#tests/support/parcels'
import env from '#start/env'

const run = promisify(execFile)
const gdal = await run('ogrinfo', ['--version']).then(
  ({ stdout }) => stdout.trim(),
  () => null
)

const LAYERS = [
  'parcels',
  'buildings',
  'sites',
  'advertising',
  'markets',
  'occupancies',
  'leases',
  'encroachments',
  'rounds',
  'units',
]

/** GDAL as a client of ours: the judge that does not know our code. */
test.group(
  gdal ? `Read by ${gdal}` : 'Read by GDAL: SKIPPED, gdal-bin is not installed',
  (group) => {
    let world: OgcWorld
    let folder = ''
    const source = `OAPIF:http://${env.get('HOST')}:${process.env.PORT}/ogc`

    group.setup(async () => {
      if (!gdal) return
      world = await anOgcWorld()
      folder = await mkdtemp(join(tmpdir(), 'diwan-ogc-'))
    })
    group.teardown(async () => {
      if (folder) await rm(folder, { recursive: true, force: true })
    })
    group.each.skip(!gdal, NO_GDAL)

    /** As a program would: the bearer token in a header, or the application password by Basic. */
    const options = (who: 'chief' | 'easterner', way: 'bearer' | 'basic') => {
      const { user, secret } = world[who]
      return way === 'basic'
        ? { args: ['-oo', `USERPWD=${user.email}:${secret}`], env: {} }
        : { args: [], env: { GDAL_HTTP_HEADERS: `Authorization: Bearer ${secret}` } }
    }

    async function ogr(
      command: 'ogrinfo' | 'ogr2ogr',
      args: string[],
      who: 'chief' | 'easterner' = 'chief',
      way: 'bearer' | 'basic' = 'bearer'
    ) {
      const { args: login, env: set } = options(who, way)
      const { stdout, stderr } = await run(command, [...login, ...args], {
        env: { ...process.env, ...set, CPL_DEBUG: '', GDAL_HTTP_TIMEOUT: '30' },
        maxBuffer: 64 * 1024 * 1024,
      })
      if (/ERROR/.test(stderr)) throw new Error(stderr)
      return stdout
    }

    async function exported(
      layer: string,
      who: 'chief' | 'easterner' = 'chief',
      more: string[] = []
    ): Promise<any[]> {
      const file = join(folder, `${layer}-${who}-${Math.random()}.geojson`)
      await ogr('ogr2ogr', ['-f', 'GeoJSON', '-preserve_fid', ...more, file, source, layer], who)
      return JSON.parse(await readFile(file, 'utf8')).features
    }

    test('all layers are listed, by bearer token and by Basic alike', async ({ assert }) => {
      for (const way of ['bearer', 'basic'] as const) {
        const text = await ogr('ogrinfo', ['-ro', source], 'chief', way)
        for (const layer of LAYERS) assert.match(text, new RegExp(`^\\d+: ${layer}\\b`, 'm'))
      }
    })

    test('without a right password nothing is listed', async ({ assert }) => {
      await assert.rejects(() => run('ogrinfo', ['-ro', source]))
      await assert.rejects(() => run('ogrinfo', ['-ro', '-oo', 'USERPWD=a:b', source]))
    })

    test('counts and extents of every layer equal the database’s, of all and of one district', async ({
      assert,
    }) => {
      for (const who of ['chief', 'easterner'] as const) {
        for (const layer of LAYERS) {
          const text = await ogr('ogrinfo', ['-ro', '-so', source, layer], who)
          const ids = expectedIds(world, layer, who)
          assert.isNotEmpty(ids, layer)
          assert.equal(Number(/Feature Count: (\d+)/.exec(text)?.[1]), ids.length, layer)
          const [, w, s, e, n] = /Extent: \(([\d.]+), ([\d.]+)\) - \(([\d.]+), ([\d.]+)\)/.exec(
            text
          )!
          const expected = await extentInDatabase(layer, ids)
          for (const [at, value] of [w, s, e, n].entries()) {
            assert.closeTo(Number(value), expected[at]!, 1e-6, `${layer} of ${who}`)
          }
        }
      }
    })

    test('every layer is exported whole: ids, and each Arabic string as it is kept', async ({
      assert,
    }) => {
      for (const who of ['chief', 'easterner'] as const) {
        for (const layer of LAYERS) {
          const features = await exported(layer, who)
          const ids = expectedIds(world, layer, who)
          assert.deepEqual(
            features.map(({ id }) => Number(id)),
            ids,
            `${layer} of ${who}`
          )
          const { columns, from, key } = KEPT[layer]!
          const [kept] = await db.rawQuery(
            `SELECT ${columns.map(([name, sql]) => `${sql} AS ${name}`).join(', ')} FROM ${from}
              WHERE ${key} IN (${ids.join(',')}) ORDER BY ${key}`
          )
          assert.deepEqual(
            features.map(({ properties }) => columns.map(([name]) => properties[name])),
            (kept as Record<string, string>[]).map((row) => columns.map(([name]) => row[name])),
            `${layer} of ${who}`
          )
          assert.isTrue(
            features.some(({ properties }) => /[\u0600-\u06FF]/.test(JSON.stringify(properties))),
            layer
          )
        }
      }
    })

    test('what is strategic, or restricted to others, is in no layer and no answer', async ({
      assert,
    }) => {
      const codes = await db.from('assets').whereIn('id', [world.strategic, world.restricted])
      for (const layer of LAYERS) {
        const text = JSON.stringify(await exported(layer))
        for (const { code } of codes) assert.notInclude(text, code, layer)
      }
    })

    test('an attribute first filled after page one is not lost', async ({ assert }) => {
      const features = await exported('parcels')
      const filled = features.filter(({ properties }) => properties.hod !== null)
      assert.lengthOf(filled, 1)
      assert.equal(filled[0].properties.hod, BASIN)
      assert.equal(filled[0].properties.plot_no, '١٧ مكرر')
    })

    test('types of attributes follow the schema', async ({ assert }) => {
      const text = await ogr('ogrinfo', ['-ro', '-so', source, 'parcels'])
      assert.match(text, /^Geometry: Multi Polygon$/m)
      assert.match(text, /^longitude: Real/m)
      assert.match(text, /^version: Integer/m)
      assert.match(text, /^updated: DateTime/m)
      assert.match(text, /^hod: String/m)
      assert.match(text, /^in_zimam: Integer\(Boolean\)/m)
    })

    test('-where, -spat and -fid are answered by the server', async ({ assert }) => {
      const where = await exported('parcels', 'chief', ['-where', "domain = 'private'"])
      assert.lengthOf(where, 12)
      const arabic = await exported('parcels', 'chief', ['-where', `hod = '${BASIN}'`])
      assert.lengthOf(arabic, 1)
      const box = bbox(rectangle(world.ground, 20, 90, 250, 80)).map(String)
      const spat = await exported('parcels', 'chief', ['-spat', ...box])
      assert.deepEqual(
        spat.map(({ id }) => Number(id)),
        world.open.west.parcels!.slice(0, 3)
      )
      const id = world.open.east.parcels!.at(-1)!
      const one = await ogr('ogrinfo', ['-ro', '-fid', String(id), source, 'parcels'])
      assert.match(one, new RegExp(`OGRFeature\\(parcels\\):${id}\\b`))
      assert.include(one, BASIN)
    })

    test('pages of every size give the same whole', async ({ assert }) => {
      for (const size of ['1', '7', '1000']) {
        const features = await exported('parcels', 'chief', ['-oo', `PAGE_SIZE=${size}`])
        assert.deepEqual(
          features.map(({ id }) => Number(id)),
          idsOf(world, 'parcels', 'chief')
        )
      }
    })

    test('a GeoPackage and a shapefile of the layer hold the same shapes', async ({ assert }) => {
      const file = join(folder, 'parcels.gpkg')
      await ogr('ogr2ogr', ['-f', 'GPKG', file, source, 'parcels'])
      const back = join(folder, 'parcels-back.geojson')
      await run('ogr2ogr', ['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=9', back, file])
      const { features } = JSON.parse(await readFile(back, 'utf8'))
      const direct = await exported('parcels', 'chief', ['-lco', 'COORDINATE_PRECISION=9'])
      assert.deepEqual(
        features.map(({ geometry }: any) => geometry),
        direct.map(({ geometry }) => geometry)
      )
    })
  }
)

type Kept = { from: string; key: string; columns: [name: string, sql: string][] }

/** What the register keeps of each layer, asked past our own code. */
const ASSET: Kept = {
  from: `assets a JOIN asset_classes k ON k.id = a.class_id JOIN units u ON u.id = a.unit_id
           LEFT JOIN asset_lands d ON d.asset_id = a.id`,
  key: 'a.id',
  columns: [
    ['asset_code', 'a.code'],
    ['name', 'a.name'],
    ['class_ar', 'k.name_ar'],
    ['unit_ar', 'u.name_ar'],
    ['domain', 'a.domain'],
  ],
}
const KEPT: Record<string, Kept> = {
  ...Object.fromEntries(
    ['buildings', 'sites', 'advertising', 'markets', 'occupancies'].map((name) => [name, ASSET])
  ),
  parcels: { ...ASSET, columns: [...ASSET.columns, ['hod', 'd.hod'], ['plot_no', 'd.plot_no']] },
  leases: {
    from: `rights r JOIN assets a ON a.id = r.asset_id JOIN parties p ON p.id = r.party_id
             JOIN units u ON u.id = r.unit_id`,
    key: 'r.id',
    columns: [
      ['right_no', 'r.right_no'],
      ['party', 'p.name'],
      ['period_amount', 'CAST(r.period_amount AS CHAR)'],
      ['asset_name', 'a.name'],
      ['unit_ar', 'u.name_ar'],
    ],
  },
  encroachments: {
    from: `encroachment_cases c JOIN assets a ON a.id = c.asset_id JOIN units u ON u.id = c.unit_id`,
    key: 'c.id',
    columns: [
      ['case_no', 'c.case_no'],
      ['status', 'c.status'],
      ['asset_code', 'a.code'],
      ['unit_ar', 'u.name_ar'],
    ],
  },
  rounds: {
    from: 'rounds r JOIN units u ON u.id = r.unit_id',
    key: 'r.id',
    columns: [
      ['title', 'r.title'],
      ['fiscal_year', 'r.fiscal_year'],
      ['unit_ar', 'u.name_ar'],
    ],
  },
  units: {
    from: 'units u',
    key: 'u.id',
    columns: [
      ['code', 'u.code'],
      ['name_ar', 'u.name_ar'],
      ['name_en', 'u.name_en'],
    ],
  },
}

function expectedIds(world: OgcWorld, layer: string, who: 'chief' | 'easterner'): number[] {
  if (layer !== 'units') return idsOf(world, layer, who)
  const { governorate, east, west } = world
  return who === 'chief' ? [governorate, east, west].sort((a, b) => a - b) : [east]
}

/** Shapes by the tables that keep them, points by their columns. */
const SHAPES: Record<string, string> = {
  parcels: 'asset_shapes WHERE asset_id',
  buildings: 'asset_shapes WHERE asset_id',
  encroachments: 'encroachment_shapes WHERE case_id',
  rounds: 'unit_limits l JOIN rounds r ON r.unit_id = l.unit_id WHERE r.id',
  units: 'unit_limits WHERE unit_id',
}

async function extentInDatabase(layer: string, ids: number[]): Promise<number[]> {
  const list = ids.join(',')
  if (SHAPES[layer]) {
    const [rows] = await db.rawQuery(
      `SELECT ST_AsText(ST_Envelope(shape)) AS box FROM ${SHAPES[layer]} IN (${list})`
    )
    const all = (rows as { box: string }[]).map(({ box }) =>
      [...box.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
    )
    const xs = all.flat().map(([x]) => x)
    const ys = all.flat().map(([, y]) => y)
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  }
  const from =
    layer === 'leases'
      ? `rights r JOIN assets a ON a.id = r.asset_id WHERE r.id IN (${list})`
      : `assets a WHERE a.id IN (${list})`
  const [[row]] = await db.rawQuery(
    `SELECT MIN(a.longitude) AS w, MIN(a.latitude) AS s, MAX(a.longitude) AS e, MAX(a.latitude) AS n FROM ${from}`
  )
  return [row.w, row.s, row.e, row.n].map(Number)
}
