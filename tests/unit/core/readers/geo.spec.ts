import { basename } from 'node:path'
import { test } from '@japa/runner'
import FileError from '#core/readers/file_error'
import { openTable } from '#core/readers/open_table'
import { all, cells, file, refused, zip } from '#tests/unit/core/readers/make'
import { ABSENT, filesBelow, isShared, sharedPath } from '#tests/support/shared_data'
import { readFileSync } from 'node:fs'

const square = (x: number, y: number, size = 0.001) => [
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ],
]

const feature = (properties: unknown, coordinates: unknown = square(31, 30)) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates },
})

test.group('GeoJSON', () => {
  test('each feature is a row with its properties, its outline and its system', async ({
    assert,
  }) => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [feature({ no: 7, اسم: 'أرض' }), feature({ no: null, use: 'market' })],
    })
    const table = await openTable(await file(text, 'plots.geojson'))
    assert.equal(table.format, 'geojson')
    assert.deepEqual(table.columns, ['no', 'اسم', 'use', 'geometry', 'geometry_crs'])
    const [first, second] = await cells(table)
    assert.deepEqual(first!.slice(0, 3), ['7', 'أرض', null])
    assert.deepEqual(JSON.parse(first![3]!), { type: 'Polygon', coordinates: square(31, 30) })
    assert.equal(second![4], 'EPSG:4326')
  })

  test('one feature a line, record separators and single geometries are read alike', async ({
    assert,
  }) => {
    const lines = [1, 2, 3].map((no) => JSON.stringify(feature({ no })))
    for (const text of [lines.join('\n'), lines.map((line) => `\u001e${line}\n`).join('')]) {
      const table = await openTable(await file(text, 'plots.geojsonl'))
      assert.deepEqual(
        (await cells(table)).map((row) => row[0]),
        ['1', '2', '3']
      )
    }
    const point = await openTable(await file('{"type":"Point","coordinates":[31.2,30.1]}'))
    assert.deepEqual((await cells(point))[0], [
      '{"type":"Point","coordinates":[31.2,30.1]}',
      'EPSG:4326',
    ])
  })

  test('a text cut off, an empty list and a strange system are refused in words', async ({
    assert,
  }) => {
    const whole = JSON.stringify({ type: 'FeatureCollection', features: [feature({ a: 1 })] })
    const cases: [string, string][] = [
      [whole.slice(0, -20), 'json_broken'],
      ['{"type":"FeatureCollection","features":[]}', 'geojson_no_features'],
      ['{"type":"FeatureCollection","features":[1]}', 'json_broken'],
      [
        whole.replace(
          '"features"',
          '"crs":{"type":"name","properties":{"name":"moon"}},"features"'
        ),
        'crs_unknown',
      ],
    ]
    for (const [text, code] of cases) {
      const error = await refused(openTable(await file(text)))
      assert.equal(error.code, code, text.slice(0, 60))
      assert.match(error.ar, /[\u0621-\u064a]{3}/)
    }
  })

  test('strings with brackets, quotes and Arabic across pieces do not break features apart', async ({
    assert,
  }) => {
    const odd = { name: 'قطعة "} ] {[ \\" ' + 'م'.repeat(300_000), no: 'ا}' }
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [feature(odd), feature({ no: '2' })],
    })
    const rows = await all(await openTable(await file(text)))
    assert.equal(rows.length, 2)
    assert.equal(rows[1]!.cells[1], '2')
  })
})

test.group('KML', () => {
  const kml = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>
 <Placemark><name>حديقة</name><ExtendedData><Data name="no"><value>12</value></Data></ExtendedData>
  <Polygon><outerBoundaryIs><LinearRing><coordinates>31,30,5 31.001,30,5 31.001,30.001,5 31,30,5</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
 <Placemark><name>كشك</name><Point><coordinates>31.5,30.5,0</coordinates></Point></Placemark>
</Folder></Document></kml>`

  test('places come with their extended data and without heights, alone and in a KMZ', async ({
    assert,
  }) => {
    const packed = zip([
      { name: 'doc.kml', content: kml },
      { name: 'files/icon.png', content: 'x' },
    ])
    for (const path of [await file(kml, 'a.kml'), await file(packed, 'a.kmz')]) {
      const table = await openTable(path)
      assert.deepEqual(
        [table.format, table.columns],
        ['kml', ['name', 'no', 'geometry', 'geometry_crs']]
      )
      const [garden, kiosk] = await cells(table)
      assert.deepEqual(garden!.slice(0, 2), ['حديقة', '12'])
      assert.deepEqual(JSON.parse(garden![2]!).coordinates[0][1], [31.001, 30])
      assert.deepEqual(JSON.parse(kiosk![2]!), { type: 'Point', coordinates: [31.5, 30.5] })
    }
  })

  test('a KML without places is refused', async ({ assert }) => {
    const error = await refused(openTable(await file('<kml><Document/></kml>')))
    assert.equal(error.code, 'kml_no_places')
  })
})

const folder = sharedPath('malformed', 'shapefile')
const layers = isShared()
  ? filesBelow(folder)
      .filter((path) => path.endsWith('.shp'))
      .map((path) => path.slice(0, -4))
  : []

test.group('Shapefiles', () => {
  test('every real one is read like its sibling in JSON says, or refused in words', async ({
    assert,
  }) => {
    let read = 0
    for (const stem of layers) {
      const name = basename(stem)
      const parts = filesBelow(folder).filter(
        (path) => path.startsWith(`${stem}.`) && !path.endsWith('.json')
      )
      const packed = zip(
        parts.map((path) => ({ name: basename(path), content: readFileSync(path) }))
      )
      try {
        const table = await openTable(await file(packed, `${name}.zip`))
        const rows = await all(table)
        const wanted = JSON.parse(readFileSync(`${stem}.json`, 'utf8'))
        assert.equal(rows.length, wanted.features.length, name)
        read++
      } catch (error) {
        assert.instanceOf(error, FileError, `${name}: ${error}`)
        assert.match((error as FileError).ar, /[\u0621-\u064a]{3}/)
      }
    }
    console.log(`    ${read} of ${layers.length} shapefiles read, the others refused`)
    assert.isAbove(read, 8)
  }).skip(!isShared(), ABSENT)

  test('a real one in feet keeps its own numbers and its projection', async ({ assert }) => {
    const stem = sharedPath('property', 'urbanreviewer_nyc', 'Bronx')
    const packed = zip(
      ['shp', 'shx', 'dbf', 'prj'].map((end) => ({
        name: `Bronx.${end}`,
        content: readFileSync(`${stem}.${end}`),
      }))
    )
    const table = await openTable(await file(packed, 'Bronx.zip'))
    assert.equal(table.format, 'shapefile')
    const rows = await all(table)
    assert.equal(rows.length, 1662)
    const [at] = JSON.parse(rows[0]!.cells.at(-2)!).coordinates[0]
    assert.isAbove(at[0], 900_000)
    assert.match(rows[0]!.cells.at(-1)!, /Foot_US/)
  }).skip(!isShared(), ABSENT)
})
