import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import loadRegistryRules from '#database/reference/registry_rules'
import { SYSTEM } from '#audit/actor'
import { undoImport } from '#core/imports/undo'
import type { Mapping } from '#core/imports/mapping'
import { fromWgs84 } from '#registry/geo/grids'
import { counts, importFile, loadImportReference, one } from '#tests/support/imports'
import { aUnit } from '#tests/support/units'

const KIND = 'land-register'

/** Each test on ground of its own: parcels of one level may not overlap whatever their unit. */
let grounds = 0
function ground(): [number, number] {
  grounds++
  return [
    30.2 + (process.pid % 97) * 0.004 + (grounds % 10) * 0.0003,
    27 + (Date.now() % 9973) * 0.0004 + grounds * 0.01,
  ]
}

/** A square of about 50 m; `east` counts squares to the east. */
function square([x, y]: [number, number], east = 0, size = 0.0005): number[][][] {
  const w = x + east * size
  return [
    [
      [w, y],
      [w + size, y],
      [w + size, y + size],
      [w, y + size],
      [w, y],
    ],
  ]
}

const features = (list: { properties: object; coordinates: unknown; type?: string }[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: list.map(({ properties, coordinates, type = 'Polygon' }) => ({
      type: 'Feature',
      properties,
      geometry: { type, coordinates },
    })),
  })

const csv = (rows: (string | number)[][]) =>
  rows
    .map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','))
    .join('\n')

const LAND: Mapping = { class: { value: 'land.vacant' } }

test.group('Register of land', (group) => {
  group.setup(async () => {
    await loadImportReference()
    await db.transaction((trx) => loadRegistryRules(trx))
  })
  group.tap((each) => each.timeout(60_000))

  test('GeoJSON lands with outline, areas and the first row of its log; again it is unchanged', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const at = ground()
    const content = features([
      { properties: { no: '1', name: 'أرض السوق' }, coordinates: square(at) },
      { properties: { no: '2', name: 'أرض الموقف' }, coordinates: square(at, 1) },
      { properties: { no: '3', name: 'كشك' }, coordinates: [at[0] - 0.001, at[1]], type: 'Point' },
    ])
    const mapping: Mapping = {
      ...LAND,
      site_no: 'no',
      name: 'name',
      geometry: 'geometry',
      file_crs: 'geometry_crs',
    }
    const file = { kind: KIND, unitId, content, name: 'plots.geojson', mapping }
    const first = await importFile(file)
    assert.deepEqual(counts(first), [3, 0, 0, 0, 0], JSON.stringify(first.reasons))
    const [[row]] = await db.rawQuery(
      `SELECT a.*, s.kind, s.level, s.area_m2 AS shape_m2, g.version, g.source_srid, l.asset_id AS land,
         (SELECT m2 FROM asset_areas x WHERE x.asset_id = a.id AND x.kind = 'computed') AS computed
       FROM assets a JOIN asset_shapes s ON s.asset_id = a.id JOIN asset_geometries g ON g.id = s.geometry_id
       LEFT JOIN asset_lands l ON l.asset_id = a.id WHERE a.unit_id = ? AND a.site_no = '1'`,
      [unitId]
    )
    assert.equal(row.name, 'أرض السوق')
    assert.deepEqual(
      [row.kind, row.level, Number(row.version), Number(row.source_srid)],
      ['polygon', 'land', 1, 4326]
    )
    assert.isAbove(Number(row.shape_m2), 2500)
    assert.equal(row.computed, row.shape_m2)
    assert.equal(Number(row.land), Number(row.id))
    const [[logged]] = await db.rawQuery('SELECT facts FROM asset_changes WHERE asset_id = ?', [
      row.id,
    ])
    assert.deepInclude(logged.facts, {
      site_no: '1',
      area_computed: { m2: row.shape_m2, as_written: null, document_id: null },
    })
    assert.deepEqual(counts(await importFile(file)), [0, 0, 3, 0, 0])
  })

  test('a corrected file updates what it says, a blank cell erases nothing, and undo gives it back', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const at = ground()
    const row = (name: string, use: string, coordinates: unknown) =>
      features([{ properties: { no: '7', name, use }, coordinates }])
    const mapping: Mapping = {
      ...LAND,
      site_no: 'no',
      name: 'name',
      use_actual: 'use',
      geometry: 'geometry',
      file_crs: 'geometry_crs',
    }
    const file = { kind: KIND, unitId, mapping, name: 'a.geojson' }
    await importFile({ ...file, content: row('قديم', 'سوق', square(at)) })
    const second = await importFile({ ...file, content: row('جديد', '', square(at, 0, 0.0004)) })
    assert.deepEqual(counts(second), [0, 1, 0, 0, 0])
    const now = () =>
      db
        .rawQuery(
          `SELECT a.name, l.use_actual, ROUND(s.area_m2) AS area,
             (SELECT MAX(g.version) FROM asset_geometries g WHERE g.asset_id = a.id) AS version FROM assets a
           JOIN asset_lands l ON l.asset_id = a.id JOIN asset_shapes s ON s.asset_id = a.id WHERE a.unit_id = ?`,
          [unitId]
        )
        .then(([[found]]: any) => [
          found.name,
          found.use_actual,
          Number(found.area),
          Number(found.version),
        ])
    const [name, use, area, version] = await now()
    assert.deepEqual([name, use, version], ['جديد', 'سوق', 2])
    await undoImport(second.id, { by: SYSTEM })
    const [was, kept, before, third] = await now()
    assert.deepEqual([was, kept, third], ['قديم', 'سوق', 3])
    assert.approximately(Number(before) / Number(area), 1.5625, 0.01)
    const log = await one(
      `SELECT COUNT(*) FROM asset_changes c JOIN assets a ON a.id = c.asset_id WHERE a.unit_id = ${unitId}`
    )
    assert.isAbove(Number(log), 3)
  })

  test('overlapping outlines are refused, in the file and against the register; touching ones are not', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const at = ground()
    const mapping: Mapping = {
      ...LAND,
      site_no: 'no',
      geometry: 'geometry',
      file_crs: 'geometry_crs',
    }
    const file = { kind: KIND, unitId, mapping, name: 'a.geojson' }
    const first = await importFile({
      ...file,
      content: features([
        { properties: { no: '1' }, coordinates: square(at) },
        { properties: { no: '2' }, coordinates: square(at, 1) },
        { properties: { no: '3' }, coordinates: square(at, 0.5) },
      ]),
    })
    assert.deepEqual(counts(first), [2, 0, 0, 1, 0])
    assert.deepEqual([first.reasons[0]!.row, first.reasons[0]!.code], [3, 'overlap_in_file'])
    // The rejected one is drawn first, each with its ground.
    assert.deepEqual(
      first.drawn!.map(({ row, verdict }) => [row, verdict]),
      [
        [3, 'rejected'],
        [1, 'new'],
        [2, 'new'],
      ]
    )
    assert.isTrue(first.drawn!.every(({ shape }) => shape.type === 'Polygon'))
    const later = await importFile({
      ...file,
      content: features([{ properties: { no: '4' }, coordinates: square(at, 1.3) }]),
    })
    assert.equal(later.reasons[0]?.code, 'overlap')
    assert.match(later.reasons[0]!.message.ar, /تتداخل مع القطعة القائمة/)
  })

  test('ground recorded under another number is found by what it covers', async ({ assert }) => {
    const unitId = await aUnit()
    const at = ground()
    const mapping: Mapping = {
      ...LAND,
      name: 'name',
      geometry: 'geometry',
      file_crs: 'geometry_crs',
    }
    const file = { kind: KIND, unitId, mapping, name: 'a.geojson' }
    const row = (name: string, size: number) =>
      features([{ properties: { name }, coordinates: square(at, 0, size) }])
    await importFile({ ...file, content: row('أ', 0.0005) })
    assert.deepEqual(
      counts(await importFile({ ...file, content: row('ب', 0.00049) })),
      [0, 1, 0, 0, 0]
    )
    assert.equal(await one('SELECT COUNT(*) FROM assets WHERE unit_id = ?', [unitId]), '1')
    assert.deepEqual(
      counts(await importFile({ ...file, content: row('ج', 0.0002) })),
      [0, 0, 0, 1, 0]
    )
  })

  test('basin and plot find the parcel however they are spelt; two such parcels need a code', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const heads = ['الحوض', 'القطعة', 'الاستعمال']
    const mapping: Mapping = { ...LAND, hod: 'الحوض', plot_no: 'القطعة', use_actual: 'الاستعمال' }
    const file = { kind: KIND, unitId, mapping }
    const first = await importFile({ ...file, content: csv([heads, ['الجزيرة', '١٢', 'زراعة']]) })
    assert.deepEqual(counts(first), [1, 0, 0, 0, 0])
    const second = await importFile({ ...file, content: csv([heads, ['الجزيره', '12', 'فضاء']]) })
    assert.deepEqual(counts(second), [0, 1, 0, 0, 0])
  })

  test('a plate or chassis that another asset has is refused in words, also across units; its own is not', async ({
    assert,
  }) => {
    const [first, second] = [await aUnit(), await aUnit()]
    const map: Mapping = {
      class: { value: 'movable.vehicle' },
      site_no: 'no',
      name: 'name',
      plate: 'plate',
      chassis_no: 'chassis',
    }
    const car = (no: string, plate: string, chassis: string) =>
      csv([
        ['no', 'name', 'plate', 'chassis'],
        [no, 'لودر', plate, chassis],
      ])
    const mark = `${process.pid}${Date.now()}`
    const bring = (unitId: number, content: string) =>
      importFile({ kind: KIND, unitId, content, mapping: map })
    const [plate, chassis] = [`س ط ${mark}`, `CH${mark}`]
    assert.equal((await bring(first, car('V-1', plate, chassis))).landed, 1)
    const again = await bring(first, car('V-1', plate, `${chassis}9`))
    assert.equal(again.updated, 1)
    const other = await bring(second, car('V-9', plate, `X${mark}`))
    assert.equal(other.rejected, 1)
    assert.match(JSON.stringify(other.reasons), /number_taken/)
    assert.match(JSON.stringify(other.reasons), /مسجل لأصل آخر/)
  })

  test('a list of corners in each belt lands where it should, once the belt is named', async ({
    assert,
  }) => {
    for (const [belt, lon, lat] of [
      ['الحزام الأحمر', 30.9, 29.1],
      ['الحزام الأزرق', 33.6, 27.9],
      ['الحزام البنفسجي', 27.2, 30.8],
      ['22994', 26.1, 25.4],
    ] as const) {
      const unitId = await aUnit()
      const epsg = {
        'الحزام الأحمر': 22992,
        'الحزام الأزرق': 22991,
        'الحزام البنفسجي': 22993,
        '22994': 22994,
      }[belt]
      const at: [number, number] = [lon + ground()[0] / 1000, lat + (Date.now() % 997) / 1e4]
      const corners = square(at)[0]!.slice(0, 4)
      const lines = corners.map(([x, y], index) => {
        const [e, n] = fromWgs84([x!, y!], epsg)
        return ['55', index + 1, e.toFixed(3), n.toFixed(3)]
      })
      const content = csv([
        ['رقم القطعة', 'رقم النقطة', 'الشرقيات', 'الشماليات'],
        ...lines.toReversed(),
      ])
      const mapping: Mapping = {
        ...LAND,
        site_no: 'رقم القطعة',
        corner_no: 'رقم النقطة',
        easting: 'الشرقيات',
        northing: 'الشماليات',
      }
      const nameless = await importFile({ kind: KIND, unitId, content, mapping, dryRun: true })
      assert.equal(nameless.reasons[0]?.code, 'crs_missing')
      const outcome = await importFile({
        kind: KIND,
        unitId,
        content,
        mapping: { ...mapping, crs: { value: belt } },
      })
      assert.deepEqual(counts(outcome), [1, 0, 0, 0, 0], JSON.stringify(outcome.reasons))
      assert.match(outcome.warnings[0]!.en, /4 lines of corners were gathered into 1 parcels/)
      const text = await one(
        'SELECT ST_AsText(s.shape) FROM asset_shapes s JOIN assets a ON a.id = s.asset_id WHERE a.unit_id = ?',
        [unitId]
      )
      const found = [...text!.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ])
      for (const [x, y] of corners) {
        const off = Math.min(
          ...found.map(([a, b]) => Math.hypot((a! - x!) * 97_000, (b! - y!) * 111_000))
        )
        assert.isBelow(off, 0.01, belt)
      }
      assert.match(
        (await one(
          'SELECT g.source_coords FROM asset_geometries g JOIN assets a ON a.id = g.asset_id WHERE a.unit_id = ?',
          [unitId]
        ))!,
        /^POLYGON/
      )
    }
  })

  test('feddans as written, boundaries and holders land as facts; other holders need a transfer', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const heads = ['رقم', 'فدان', 'قيراط', 'سهم', 'بحري', 'طول بحري', 'جهة الولاية']
    const mapping: Mapping = {
      ...LAND,
      site_no: 'رقم',
      feddan: 'فدان',
      qirat: 'قيراط',
      sahm: 'سهم',
      north: 'بحري',
      north_m: 'طول بحري',
      custody_jurisdiction: 'جهة الولاية',
    }
    const file = { kind: KIND, unitId, mapping }
    await importFile({
      ...file,
      content: csv([heads, [1, 2, 9, '3.16', 'ترعة', '120.5', 'الإصلاح الزراعي']]),
    })
    assert.equal(
      await one(
        `SELECT CONCAT(x.m2, ' ', x.as_written) FROM asset_areas x JOIN assets a ON a.id = x.asset_id WHERE a.unit_id = ? AND x.kind = 'deed'`,
        [unitId]
      ),
      '10000.0254 2 ف 9 ط 3.16 س'
    )
    assert.equal(
      await one(
        `SELECT CONCAT(b.neighbour_text, ' ', b.length_deed_m, ' ', c.authority_name) FROM assets a
         JOIN asset_boundaries b ON b.asset_id = a.id JOIN custodies c ON c.asset_id = a.id WHERE a.unit_id = ?`,
        [unitId]
      ),
      'ترعة 120.500 الإصلاح الزراعي'
    )
    const again = await importFile({
      ...file,
      content: csv([heads, [1, 2, 9, '3.16', 'ترعة', '120.5', 'الإصلاح الزراعي']]),
    })
    assert.deepEqual(counts(again), [0, 0, 1, 0, 0])
    const other = await importFile({
      ...file,
      content: csv([heads, [1, '', '', '', 'شارع', '', '']]),
    })
    assert.deepEqual(counts(other), [0, 1, 0, 0, 0])
    const moved = await importFile({
      ...file,
      content: csv([heads, [1, '', '', '', '', '', 'هيئة الأوقاف']]),
    })
    assert.equal(moved.reasons[0]?.code, 'needs_transaction')
  })

  test('what stood in the last file and not in this one is flagged and stays', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const file = {
      kind: KIND,
      unitId,
      mapping: { ...LAND, site_no: 'no', name: 'name' } as Mapping,
    }
    const rows = (...numbers: number[]) =>
      csv([['no', 'name'], ...numbers.map((no) => [no, `أرض ${no}`])])
    await importFile({ ...file, content: rows(1, 2, 3) })
    const second = await importFile({ ...file, content: rows(1, 3, 4) })
    assert.deepEqual(counts(second), [1, 0, 2, 0, 0])
    assert.match(second.warnings.at(-1)!.en, /1 assets of the previous file/)
    const gone = await one(
      'SELECT a.site_no FROM import_vanished v JOIN assets a ON a.id = v.asset_id WHERE v.import_id = ?',
      [second.id]
    )
    assert.equal(gone, '2')
    assert.equal(await one('SELECT COUNT(*) FROM assets WHERE unit_id = ?', [unitId]), '4')
    const same = await importFile({ ...file, content: rows(1, 4) })
    assert.deepEqual(counts(same), [0, 0, 2, 0, 0])
    assert.equal(
      await one('SELECT COUNT(*) FROM import_vanished WHERE import_id = ?', [same.id]),
      '1'
    )
    await undoImport(same.id, { by: SYSTEM })
    await undoImport(second.id, { by: SYSTEM })
    assert.equal(
      await one('SELECT COUNT(*) FROM import_vanished WHERE import_id = ?', [second.id]),
      '0'
    )
    assert.equal(await one('SELECT COUNT(*) FROM assets WHERE unit_id = ?', [unitId]), '3')
  })

  test('numbers outside of Egypt are refused unless the person names the system', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const content = features([{ properties: { no: 1 }, coordinates: square([-73.9, 40.8]) }])
    const mapping: Mapping = {
      ...LAND,
      site_no: 'no',
      geometry: 'geometry',
      file_crs: 'geometry_crs',
    }
    const file = { kind: KIND, unitId, content, name: 'a.geojson', dryRun: true }
    assert.equal((await importFile({ ...file, mapping })).reasons[0]?.code, 'outside_egypt')
    const named = await importFile({ ...file, mapping: { ...mapping, crs: { value: 'WGS84' } } })
    assert.deepEqual(counts(named), [1, 0, 0, 0, 0])
    const wrong = await importFile({
      ...file,
      mapping: { ...mapping, crs: { value: 'الحزام الأخضر' } },
    })
    assert.equal(wrong.reasons[0]?.code, 'crs_unknown')
  })

  test('an outline that crosses itself, a line and a vehicle with a polygon are refused in words', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const [x, y] = ground()
    const bow = [
      [
        [x, y],
        [x + 0.001, y + 0.001],
        [x + 0.001, y],
        [x, y + 0.001],
        [x, y],
      ],
    ]
    const content = features([
      { properties: { no: 1, class: 'land.vacant' }, coordinates: bow },
      {
        properties: { no: 2, class: 'land.vacant' },
        coordinates: [
          [x, y],
          [x + 1, y],
        ],
        type: 'LineString',
      },
      { properties: { no: 3, class: 'movable.vehicle' }, coordinates: square([x, y]) },
      { properties: { no: 4, class: 'قصر' }, coordinates: square([x, y]) },
    ])
    const mapping: Mapping = {
      class: 'class',
      site_no: 'no',
      geometry: 'geometry',
      file_crs: 'geometry_crs',
    }
    const outcome = await importFile({
      kind: KIND,
      unitId,
      content,
      name: 'a.geojson',
      mapping,
      dryRun: true,
    })
    assert.deepEqual(
      outcome.reasons.map(({ code }) => code),
      ['shape_unsound', 'shape_kind', 'shape_not_of_class', 'unknown_class']
    )
    for (const { message } of outcome.reasons) assert.match(message.ar, /[\u0621-\u064a]{3}/)
  })
})
