import { readFileSync } from 'node:fs'
import { basename, relative } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import loadRegistryRules from '#database/reference/registry_rules'
import { SYSTEM } from '#audit/actor'
import { undoImport } from '#core/imports/undo'
import { DomainError } from '#core/domain_error'
import { runImportCommand } from '#core/imports/command'
import { openTable } from '#core/readers/open_table'
import type { Mapping } from '#core/imports/mapping'
import { counts, importFile, loadImportReference, one } from '#tests/support/imports'
import { damagedMaps } from '#tests/support/damaged_maps'
import { ABSENT, isShared, sharedPath } from '#tests/support/shared_data'
import { aUnit } from '#tests/support/units'
import { file, zip } from '#tests/unit/core/readers/make'

const property = (...parts: string[]) => sharedPath('property', ...parts)
const newYork = (name: string) => property('urbanreviewer_nyc', name)

/** The parts of a shapefile as one zip. */
const zipped = (stem: string, ends = ['shp', 'shx', 'dbf', 'prj']) =>
  zip(
    ends.map((end) => ({
      name: `${basename(stem)}.${end}`,
      content: readFileSync(`${stem}.${end}`),
    }))
  )

const wgs84 = { value: 'WGS84' }
const LAND = { class: { value: 'land.vacant' } }

const FILES: {
  name: string
  content: () => Buffer
  mapping: Mapping
  /** west, south, east, north of where all of it lies */
  box?: [number, number, number, number]
  kind?: string
}[] = [
  {
    name: 'chicago_city_owned_land_2015.csv',
    content: () => readFileSync(property('chicago_city_owned_land_2015.csv')),
    mapping: {
      ...LAND,
      site_no: '14-Digit PIN #',
      street: 'Street Name',
      use_planned: 'Zoning Classification',
      position: 'Location',
      crs: wgs84,
    },
    box: [-88, 41.5, -87.4, 42.1],
  },
  {
    name: 'trafford_land_and_building_assets.csv',
    content: () => readFileSync(property('trafford_land_and_building_assets.csv')),
    mapping: {
      class: { value: 'building.office' },
      site_no: 'AssetCode',
      name: 'PropertyName',
      street: 'StreetName',
      gross_area_m2: 'BuildingSize',
      longitude: 'GeoX',
      latitude: 'GeoY',
      crs: 'CoordinateReferenceSystem',
      custody_jurisdiction: 'OrganisationLabel',
    },
    box: [-3, 53, -2, 54],
  },
  {
    name: 'nola_nora_uncommitted_properties.csv',
    content: () => readFileSync(property('nola_nora_uncommitted_properties.csv')),
    mapping: {
      ...LAND,
      site_no: 'Identifier',
      address: 'Property Address',
      easting: 'X',
      northing: 'Y',
      crs: wgs84,
    },
    box: [-91, 29, -89, 31],
  },
  ...['Bronx', 'Queens'].flatMap((borough) => [
    {
      name: `${borough}.geojson`,
      content: () => readFileSync(newYork(`${borough}.geojson`)),
      mapping: {
        ...LAND,
        site_no: 'BBL',
        name: 'plan_name',
        geometry: 'geometry',
        file_crs: 'geometry_crs',
        crs: wgs84,
      },
      box: [-74.1, 40.5, -73.6, 41] as [number, number, number, number],
    },
    {
      name: `${borough}.zip`,
      content: () => zipped(newYork(borough)),
      mapping: {
        ...LAND,
        site_no: 'BBL',
        name: 'plan_name',
        geometry: 'geometry',
        file_crs: 'geometry_crs',
        crs: { value: 'file' },
      },
      box: [-74.1, 40.5, -73.6, 41] as [number, number, number, number],
    },
    {
      name: `${borough}.csv`,
      content: () => readFileSync(newYork(`${borough}.csv`)),
      mapping: { ...LAND, site_no: 'BBL', name: 'Name of Plan', block_no: 'Block', plot_no: 'Lot' },
    },
    {
      name: `${borough}.xlsx`,
      content: () => readFileSync(newYork(`${borough}.xlsx`)),
      mapping: { ...LAND, name: 'Name of Plan', block_no: 'Block', plot_no: 'Lot' },
    },
  ]),
]

test.group('Registers of real cities', (group) => {
  group.setup(async () => {
    await loadImportReference()
    await db.transaction(async (trx) => {
      await loadRegistryRules(trx)
      // Ground that an interrupted run of these tests left recorded.
      await trx.rawQuery(
        `DELETE FROM asset_shapes WHERE MBRWithin(shape, ST_GeomFromText('POLYGON((-75 40,-73 40,-73 42,-75 42,-75 40))'))`
      )
    })
  })
  group.tap((each) => each.timeout(300_000))

  for (const { name, content, mapping, box } of FILES) {
    test(`${name} comes in whole: every row landed, rejected with a reason or blank`, async ({
      assert,
    }) => {
      const unitId = await aUnit()
      const bytes = content()
      const table = await openTable(await file(bytes, name))
      const columns = new Set(table.columns)
      const known = Object.fromEntries(
        Object.entries(mapping).filter(
          ([, source]) => typeof source === 'object' || columns.has(source)
        )
      ) as Mapping
      assert.isAbove(Object.keys(known).length, 1, table.columns.join(', '))
      let lines = 0
      for await (const batch of table.rows()) lines += batch.length
      const begun = performance.now()
      const outcome = await importFile({
        kind: 'land-register',
        unitId,
        content: bytes,
        name,
        mapping: known,
      })
      const [landed, updated, unchanged, rejected, blank] = counts(outcome)
      const codes = Map.groupBy(outcome.reasons, ({ code }) => code)
      const told = [...codes].map(([code, list]) => `${code} ${list.length}`).join(', ')
      console.log(
        `    ${name}: ${lines} rows = ${landed} landed + ${updated} updated + ${unchanged} unchanged + ${rejected} rejected + ${blank} blank; ${told || 'no reasons'}; ${((performance.now() - begun) / 1000).toFixed(1)} s`
      )
      assert.equal(outcome.rows, lines)
      assert.isAtLeast(outcome.reasonCount, rejected!)
      assert.isAbove(landed!, lines / 3)
      assert.equal(
        await one('SELECT COUNT(*) FROM assets WHERE unit_id = ?', [unitId]),
        String(landed)
      )
      if (box) await liesIn(box)
      await undoImport(outcome.id, { by: SYSTEM })
      assert.equal(await one('SELECT COUNT(*) FROM assets WHERE unit_id = ?', [unitId]), '0')

      async function liesIn([west, south, east, north]: [number, number, number, number]) {
        const [[found]] = await db.rawQuery(
          `SELECT COUNT(*) AS n, MIN(longitude) AS w, MIN(latitude) AS s, MAX(longitude) AS e, MAX(latitude) AS nn
         FROM assets WHERE unit_id = ? AND longitude IS NOT NULL`,
          [unitId]
        )
        assert.isAbove(Number(found.n), landed! / 3)
        assert.isAbove(Number(found.w), west)
        assert.isAbove(Number(found.s), south)
        assert.isBelow(Number(found.e), east)
        assert.isBelow(Number(found.nn), north)
      }
    }).skip(!isShared(), ABSENT)
  }

  test('the shapefile in feet is refused row by row while nobody says that it lies abroad', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const outcome = await importFile({
      kind: 'land-register',
      unitId,
      content: zipped(newYork('Bronx')),
      name: 'Bronx.zip',
      mapping: { ...LAND, site_no: 'BBL', geometry: 'geometry', file_crs: 'geometry_crs' },
      dryRun: true,
    })
    assert.equal(outcome.landed, 0)
    assert.isTrue(
      outcome.reasons.every(({ code }) => ['outside_egypt', 'repeated_in_file'].includes(code))
    )
    const blind = await importFile({
      kind: 'land-register',
      unitId,
      content: zipped(newYork('Bronx'), ['shp', 'dbf']),
      name: 'Bronx.zip',
      mapping: { ...LAND, site_no: 'BBL', geometry: 'geometry', file_crs: 'geometry_crs' },
      dryRun: true,
    })
    assert.equal(blind.landed, 0)
    assert.isTrue(blind.reasons.some(({ code }) => code === 'crs_missing'))
  }).skip(!isShared(), ABSENT)

  test('every damaged file of maps and workbooks is judged or refused in words within five seconds', async ({
    assert,
  }) => {
    const unit = await aUnit()
    const code = (await one('SELECT code FROM units WHERE id = ?', [unit]))!
    const seen = { read: 0, refused: 0, rows: 0, slowest: 0 }
    const all = await damagedMaps()
    for (const path of all) {
      const name = relative(sharedPath('malformed'), path)
      const begun = performance.now()
      try {
        const { columns } = await openTable(path)
        const geometry = columns.includes('geometry')
        const { code: exit, output } = await runImportCommand({
          kind: 'land-register',
          file: path,
          unit: code,
          mapping: {
            ...LAND,
            name: columns[0]!,
            ...(geometry ? { geometry: 'geometry', file_crs: 'geometry_crs', crs: wgs84 } : {}),
          },
          commit: false,
        })
        if (exit === 0) {
          const { rows, landed, updated, unchanged, rejected, blank } = output as any
          assert.equal(rows, landed + updated + unchanged + rejected + blank, name)
          seen.read++
          seen.rows += rows
        } else {
          assert.match((output.error as any).messages.ar, /[\u0600-\u06ff]{3}/, name)
          seen.refused++
        }
      } catch (error) {
        assert.instanceOf(error, DomainError, `${name}: ${error}`)
        assert.match((error as DomainError).messages.ar, /[\u0600-\u06ff]{3}/, name)
        seen.refused++
      }
      const seconds = (performance.now() - begun) / 1000
      seen.slowest = Math.max(seen.slowest, seconds)
      assert.isBelow(seconds, 5, name)
    }
    console.log(
      `    malformed as land-register: ${all.length} files, ${seen.read} read (${seen.rows} rows), ${seen.refused} refused, slowest ${seen.slowest.toFixed(1)} s`
    )
    assert.equal((await db.rawQuery('SELECT 1 AS alive'))[0][0].alive, 1)
  }).skip(!isShared(), ABSENT)
})
