import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import FileError from '#core/readers/file_error'
import { openTable } from '#core/readers/open_table'
import { readMoney } from '#core/readers/normalise'
import { ABSENT, filesBelow, isShared, sharedPath } from '#tests/support/shared_data'
import { toPiastres } from '#tests/unit/core/readers/piastres'

const FOLDERS = [
  'bank',
  'malformed',
  'property',
  'permits',
  'spending',
  'hr',
  'budget',
  'egypt_admin',
]
const present = isShared()

interface Counted {
  rows: number
  problems: number
  columns: string[]
}

async function count(path: string): Promise<Counted> {
  const table = await openTable(sharedPath(path))
  let rows = 0
  let problems = 0
  for await (const batch of table.rows()) {
    for (const row of batch) {
      if (!row.blank) rows++
      if (row.problem) problems++
    }
  }
  return { rows, problems, columns: table.columns }
}

test.group('Real files of other houses', () => {
  for (const folder of FOLDERS) {
    test(`every file under ${folder} gives aligned rows or a sentence, within 5 s and 512 MB`, async ({
      assert,
    }) => {
      for (const path of filesBelow(sharedPath(folder))) {
        const started = performance.now()
        const before = process.memoryUsage().rss
        try {
          const table = await openTable(path)
          const width = table.columns.length
          assert.isAbove(width, 0, path)
          assert.equal(new Set(table.columns).size, width, path)
          for await (const batch of table.rows()) {
            for (const row of batch)
              if (row.cells.length !== width) assert.fail(`${path}: ${row.number}`)
          }
        } catch (error) {
          assert.instanceOf(error, FileError, path)
          const refusal = error as FileError
          assert.notEqual(refusal.code, 'file_broken', path)
          assert.match(refusal.ar, /[\u0600-\u06ff].*\./s, path)
          assert.match(refusal.en, /[a-z].*\./s, path)
        }
        assert.isBelow(performance.now() - started, 5000, path)
        assert.isBelow(process.memoryUsage().rss - before, 512 * 1024 * 1024, path)
      }
    })
      .timeout(120_000)
      .skip(!present, ABSENT)
  }

  const counts: [string, number][] = [
    ['property/chicago_city_owned_land_2015.csv', 12_986],
    ['property/trafford_land_and_building_assets.csv', 608],
    ['property/nola_nora_uncommitted_properties.csv', 1499],
    ['property/nyc_colp_ipis_modified_names.csv', 1953],
    ['property/nyc_colp_use_type_codes.csv', 174],
    ['permits/chicago_sidewalk_cafe_permits.csv', 1155],
    ['permits/nyc_sidewalk_cafe_licenses_and_applications.csv', 1116],
    [
      'budget/philadelphia/op_FY18_AppropActivity_OriginalApprop_Fund_Dept_Char_Sobj_OpenData.csv',
      5177,
    ],
    ['hr/us_local_gov_employee_salaries.csv', 6954],
    ['egypt_admin/techlabs/governorates.csv', 27],
    ['egypt_admin/techlabs/cities.csv', 396],
    ['bank/mt940/wolph/cmxl__mt940.sta', 16],
    ['bank/mt940/sandermarechal/volksbankenraiffeisenbanken.txt', 12],
    ['bank/ofx/asgrim/ofxdata-bb-two-stmtrs.ofx', 36],
  ]
  for (const [path, rows] of counts) {
    test(`${path} holds ${rows} rows and none of them is broken`, async ({ assert }) => {
      const counted = await count(path)
      assert.deepEqual([counted.rows, counted.problems], [rows, 0])
    }).skip(!present, ABSENT)
  }

  test('the Trafford payments inside their zip: 210,068 rows, 25,107 negative, Σ 565,219,573.74', async ({
    assert,
  }) => {
    const table = await openTable(
      sharedPath('spending/trafford/trafford-supplier-spend-2024-25.zip')
    )
    const amount = table.columns.findIndex((name) => /amount/i.test(name))
    let rows = 0
    let negative = 0
    let sum = 0n
    for await (const batch of table.rows()) {
      for (const row of batch) {
        const read = readMoney(row.cells[amount]!)
        if (!read.ok || read.value === null) return assert.fail(`row ${row.number}`)
        const piastres = toPiastres(read.value)
        rows++
        sum += piastres
        if (piastres < 0n) negative++
      }
    }
    assert.deepEqual([rows, negative, sum], [210_068, 25_107, 56_521_957_374n])
  })
    .timeout(60_000)
    .skip(!present, ABSENT)

  test('the cells of a workbook are what Excel itself shows, in both calendars it counts from', async ({
    assert,
  }) => {
    // Column 2 holds days, column 3 the text Excel made of them.
    for (const name of ['1900.xlsx', '1904.xlsx']) {
      const table = await openTable(sharedPath('malformed/xlsx_sheetjs', name), { headerRow: 0 })
      for (const row of table.sample)
        assert.equal(row.cells[1], row.cells[2], `${name} ${row.number}`)
      assert.lengthOf(table.sample, 5)
    }
  }).skip(!present, ABSENT)

  test('the plots of the Bronx are the same plots as CSV and as XLSX', async ({ assert }) => {
    const workbook = await openTable(sharedPath('property/urbanreviewer_nyc/Bronx.xlsx'))
    assert.includeMembers(workbook.columns, ['Borough', 'Block', 'Lot'])
    assert.equal((await count('property/urbanreviewer_nyc/Bronx.xlsx')).rows, 3525)
    assert.equal((await count('property/urbanreviewer_nyc/Bronx.csv')).rows, 3521)
  }).skip(!present, ABSENT)

  test('a dash, a bank name and Arabic letters survive in the cities of Egypt', async ({
    assert,
  }) => {
    const text = readFileSync(sharedPath('egypt_admin/techlabs/cities.csv'), 'utf8')
    const table = await openTable(sharedPath('egypt_admin/techlabs/cities.csv'))
    const names = table.sample.map((row) => row.cells[2]!)
    for (const name of names) assert.include(text, name)
    assert.match(names.join(''), /[\u0621-\u064a]/)
  }).skip(!present, ABSENT)
})
