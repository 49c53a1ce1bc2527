import { test } from '@japa/runner'
import { openTable } from '#core/readers/open_table'
import { all, cells, file, refused, zip } from '#tests/unit/core/readers/make'

const TABLE = 'رقم,مبلغ\n1,10\n2,20\n'

test.group('Zipped files', () => {
  test('a zip with one table is that table, whatever rubbish the system added', async ({
    assert,
  }) => {
    const path = await file(
      zip([
        { name: '__MACOSX/._a.csv', content: 'x' },
        { name: 'شهر أكتوبر/', content: '' },
        { name: 'شهر أكتوبر/إيصالات.csv', content: TABLE },
        { name: '.DS_Store', content: 'x' },
      ])
    )
    const table = await openTable(path)
    assert.equal(table.entry, 'شهر أكتوبر/إيصالات.csv')
    assert.deepEqual(await cells(table), [
      ['1', '10'],
      ['2', '20'],
    ])
  })

  test('of several the person must choose, and is told their names', async ({ assert }) => {
    const path = await file(
      zip([
        { name: 'a.csv', content: TABLE },
        { name: 'b.csv', content: 'x,y\n3,4\n' },
      ])
    )
    const error = await refused(openTable(path))
    assert.equal(error.code, 'zip_many_entries')
    assert.include(error.ar, 'a.csv، b.csv')
    assert.deepEqual(await cells(await openTable(path, { entry: 'b.csv' })), [['3', '4']])
    assert.equal((await refused(openTable(path, { entry: 'c.csv' }))).code, 'zip_entry_missing')
  })

  test('a bomb is refused by what it declares, before it is unpacked', async ({ assert }) => {
    const bomb = zip([{ name: 'a.csv', content: Buffer.alloc(60 * 1024 * 1024, 'a,b\n') }])
    assert.isBelow(bomb.length, 300_000)
    assert.equal((await refused(openTable(await file(bomb)))).code, 'zip_too_big')
  })

  test('a bomb that declares a small size is stopped while it is unpacked', async ({ assert }) => {
    const content = Buffer.alloc(60 * 1024 * 1024, 'a,b\n')
    const liar = zip([{ name: 'a.csv', content, claim: { size: 1000 } }])
    const before = process.memoryUsage().rss
    const error = await refused(openTable(await file(liar)).then(all))
    assert.equal(error.code, 'zip_broken')
    assert.isBelow(process.memoryUsage().rss - before, 200 * 1024 * 1024)
  })

  test('a wrong checksum, a cut file and a foreign method are refused in words', async ({
    assert,
  }) => {
    const whole = zip([{ name: 'a.csv', content: TABLE }])
    const cases: [Buffer, string][] = [
      [zip([{ name: 'a.csv', content: TABLE, claim: { crc: 1 } }]), 'zip_broken'],
      [whole.subarray(0, whole.length - 30), 'zip_broken'],
      [zip([{ name: 'a.csv', content: TABLE, claim: { method: 12 } }]), 'zip_method'],
      [zip([{ name: 'a.csv', content: TABLE, claim: { flags: 1 } }]), 'zip_encrypted'],
      [zip([]), 'file_empty'],
    ]
    for (const [content, code] of cases) {
      assert.equal((await refused(openTable(await file(content)).then(all))).code, code)
    }
  })

  test('every single cut of a zip is a refusal, never a hang or a crash', async ({ assert }) => {
    const whole = zip([{ name: 'a.csv', content: TABLE.repeat(20) }])
    for (let length = 4; length < whole.length; length += 3) {
      const error = await refused(openTable(await file(whole.subarray(0, length))).then(all))
      assert.notEqual(error.code, 'file_broken')
    }
  })

  test('packed documents and map data are named for what they are', async ({ assert }) => {
    const kinds: [string[], string][] = [
      [['word/document.xml'], 'format_document'],
      [['mimetype', 'content.xml'], 'format_ods'],
      [['xl/workbook.bin'], 'format_xlsb'],
      [['plots.shp'], 'shapefile_incomplete'],
      [['plots.shp', 'plots.dbf'], 'dbf_broken'],
      [['plots.dbf', 'plots.shx'], 'format_geodata'],
      [['plots.gpkg'], 'format_geodata'],
      [['doc.kml'], 'xml_broken'],
    ]
    for (const [names, code] of kinds) {
      const path = await file(zip(names.map((name) => ({ name, content: 'x' }))))
      assert.equal((await refused(openTable(path))).code, code)
    }
  })
})
