import { test } from '@japa/runner'
import { openTable } from '#core/readers/open_table'
import { all, file, refused } from '#tests/unit/core/readers/make'

test.group('What is not a table', () => {
  const refusals: [string, string | Buffer, string][] = [
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'format_xls'],
    ['a PDF', '%PDF-1.7\n', 'format_pdf'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'format_image'],
    ['a gzip', Buffer.from('1f8b0800', 'hex'), 'format_gzip'],
    ['a rar', 'Rar!\x1a\x07', 'format_archive'],
    ['a shapefile', Buffer.from('0000270a00000000', 'hex'), 'format_geodata'],
    [
      'GeoJSON without features',
      '{"type":"FeatureCollection","features":[]}',
      'geojson_no_features',
    ],
    ['TopoJSON', '{"type":"Topology","objects":{}}', 'format_geodata'],
    ['JSON', '[{"a":1}]', 'format_json'],
    ['KML without places', '<?xml version="1.0"?><kml xmlns="x"/>', 'kml_no_places'],
    ['GPX', '<?xml version="1.0"?><gpx xmlns="x"/>', 'format_geodata'],
    ['a web page named xls', '<html><table><tr><td>1</td></tr></table></html>', 'format_html'],
    [
      'Excel 2003 XML',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      'format_xml_workbook',
    ],
    ['another XML', '<?xml version="1.0"?><orders/>', 'format_xml'],
    [
      'a bank notice',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"/>',
      'format_camt_other',
    ],
    ['SQL', '-- dump\nCREATE TABLE a (b int);\n', 'format_sql'],
    [
      'noise',
      Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 32)),
      'format_not_text',
    ],
  ]
  for (const [name, content, code] of refusals) {
    test(`${name} is refused with what it is and what to do`, async ({ assert }) => {
      const error = await refused(openTable(await file(content, 'table.csv')))
      assert.equal(error.code, code)
      assert.match(error.ar, /[\u0621-\u064a]{3}/)
      assert.match(error.en, /\.$/)
    })
  }

  test('a file that is not there, and a folder, are refused in words', async ({ assert }) => {
    assert.equal((await refused(openTable('/nowhere/at/all.csv'))).code, 'file_missing')
    assert.equal((await refused(openTable('/'))).code, 'file_unreadable')
  })

  test('text named xlsx is told to be saved again', async ({ assert }) => {
    const error = await refused(openTable(await file('a,b\n1,2\n', 'a.xlsx'), { format: 'xlsx' }))
    assert.equal(error.code, 'xlsx_not_workbook')
  })

  test('the content decides, not the name', async ({ assert }) => {
    const table = await openTable(await file('a;b\n1;2\n', 'statement.xlsx'))
    assert.deepEqual([table.format, (await all(table)).length], ['csv', 1])
  })
})
