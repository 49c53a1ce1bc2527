import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import { test } from '@japa/runner'
import { openTable } from '#core/readers/open_table'
import { all, cells, file, refused, zip, type Packed } from '#tests/unit/core/readers/make'

/** A workbook written by a library that is not ours. */
async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return file(Buffer.from(await book.xlsx.writeBuffer()), 'book.xlsx')
}

const MAIN = '<workbook xmlns:r="r"><sheets><sheet name="ورقة" r:id="r1"/></sheets></workbook>'
const RELATIONS =
  '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/s.xml"/></Relationships>'

/** A workbook made by hand around one sheet. */
function byHand(sheet: string, more: Packed[] = []): Promise<string> {
  return file(
    zip([
      { name: 'xl/workbook.xml', content: MAIN },
      { name: 'xl/_rels/workbook.xml.rels', content: RELATIONS },
      { name: 'xl/worksheets/s.xml', content: sheet },
      ...more,
    ])
  )
}

const grid = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`

test.group('Excel workbooks', () => {
  test('days, moments, numbers, yes/no, formulas and rich text arrive as plain text', async ({
    assert,
  }) => {
    const path = await workbook((book) => {
      const sheet = book.addWorksheet('تراخيص')
      sheet.addRow(['رقم', 'من', 'وقت', 'مبلغ', 'سارٍ', 'صيغة', 'نص'])
      sheet.addRow([
        14,
        new Date('2026-10-05T00:00:00Z'),
        new Date('2026-10-05T13:45:10Z'),
        1234.5,
        true,
        { formula: 'A2*2', result: 28 },
        { richText: [{ text: 'كشك ' }, { text: 'بيع', font: { bold: true } }] },
      ])
      sheet.getColumn(2).numFmt = 'dd/mm/yyyy'
      sheet.getColumn(3).numFmt = 'yyyy-mm-dd hh:mm:ss'
    })
    const table = await openTable(path)
    assert.deepEqual([table.format, table.sheet, table.headerRow], ['xlsx', 'تراخيص', 1])
    assert.deepEqual(await cells(table), [
      ['14', '2026-10-05', '2026-10-05T13:45:10', '1234.5', 'true', '28', 'كشك بيع'],
    ])
  })

  test('numbers keep every digit Excel works with and never an exponent', async ({ assert }) => {
    const values = [
      '0.1',
      '1234.5600000000002',
      '29501011234567',
      '1E-7',
      '1.5E+20',
      '-4150',
      '0.30000000000000004',
    ]
    const row = values.map((value) => `<c><v>${value}</v></c>`).join('')
    const table = await openTable(await byHand(grid(`<row>${row}</row>`)), { headerRow: 0 })
    assert.deepEqual(table.sample[0]!.cells, [
      '0.1',
      '1234.56',
      '29501011234567',
      '0.0000001',
      '150000000000000000000',
      '-4150',
      '0.3',
    ])
  })

  test('a cell with an error is named by its address and its row is kept', async ({ assert }) => {
    const sheet = grid(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>رقم</t></is></c><c r="B1" t="inlineStr"><is><t>مبلغ</t></is></c></row>' +
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><v>#N/A</v></c></row>'
    )
    const [row] = await all(await openTable(await byHand(sheet)))
    assert.deepEqual(row!.cells, ['1', null])
    assert.equal(row!.problem?.code, 'cell_error')
    assert.include(row!.problem!.ar, 'B2')
  })

  test('rows keep the numbers of the sheet, gaps and titles included', async ({ assert }) => {
    const path = await workbook((book) => {
      const sheet = book.addWorksheet('s')
      sheet.getCell('A1').value = 'محافظة الفيوم'
      sheet.getRow(4).values = ['رقم', 'اسم', 'مبلغ']
      sheet.getRow(6).values = [1, 'علي', 10]
      sheet.getRow(9).values = [2, 'منى', 20]
    })
    const table = await openTable(path)
    assert.equal(table.headerRow, 4)
    assert.deepEqual(
      (await all(table)).filter((row) => !row.blank).map((row) => row.number),
      [6, 9]
    )
  })

  test('the first sheet with anything in it is read, hidden ones last, any by name', async ({
    assert,
  }) => {
    const path = await workbook((book) => {
      book.addWorksheet('فارغة')
      book.addWorksheet('مخفية', { state: 'hidden' }).addRows([
        ['a', 'b'],
        [1, 2],
      ])
      book.addWorksheet('بيانات').addRows([
        ['c', 'd'],
        [3, 4],
      ])
    })
    const table = await openTable(path)
    assert.deepEqual([table.sheet, table.sheets], ['بيانات', ['فارغة', 'مخفية', 'بيانات']])
    assert.deepEqual(
      table.warnings.map((warning) => warning.code),
      ['other_sheets']
    )
    assert.deepEqual((await openTable(path, { sheet: 'مخفية' })).columns, ['a', 'b'])
    assert.deepEqual((await openTable(path, { sheet: 3 })).columns, ['c', 'd'])
    const error = await refused(openTable(path, { sheet: 'غائبة' }))
    assert.equal(error.code, 'sheet_missing')
    assert.include(error.ar, 'بيانات')
  })

  test('a value beyond the headings is a problem of its row', async ({ assert }) => {
    const path = await workbook((book) => {
      book.addWorksheet('s').addRows([
        ['a', 'b'],
        [1, 2],
        [3, 4, null, 'extra'],
        [5, 6],
      ])
    })
    const rows = await all(await openTable(path))
    assert.deepEqual(
      rows.map((row) => row.problem?.code),
      [undefined, 'too_many_fields', undefined]
    )
  })

  test('a workbook without styles, texts or references is still read', async ({ assert }) => {
    const sheet =
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="str"><x:v>اسم</x:v></x:c></x:row><x:row><x:c t="str"><x:v>علي</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    assert.deepEqual(await cells(await openTable(await byHand(sheet))), [['علي']])
  })

  test('fifty thousand rows pass through without filling the memory', async ({ assert }) => {
    const row = (n: number) =>
      `<row r="${n}"><c r="A${n}"><v>${n}</v></c><c r="B${n}" t="str"><v>سطر</v></c></row>`
    const rows = Array.from({ length: 50_000 }, (_, i) => row(i + 1)).join('')
    const table = await openTable(await byHand(grid(rows)), { headerRow: 0 })
    let count = 0
    for await (const batch of table.rows()) count += batch.length
    assert.equal(count, 50_000)
  })

  test('workbooks made to harm are refused in words and in time', async ({ assert }) => {
    const cell = '<c><v>1</v></c>'
    const cases: [string, string][] = [
      ['<!DOCTYPE a [<!ENTITY x "y">]><worksheet/>', 'xml_doctype'],
      [grid(`<row>${cell}`).slice(0, 40), 'xml_broken'],
      ['not xml', 'xml_broken'],
      [`<worksheet>${'<a>'.repeat(1000)}`, 'xml_too_long'],
      [grid(`<row><c t="str"><v>${'x'.repeat(9_000_000)}</v></c></row>`), 'xml_too_long'],
      [grid('<row><c r="ZZZZZ1"><v>1</v></c></row>'), 'xlsx_broken'],
      [grid(''), 'file_empty'],
    ]
    for (const [sheet, code] of cases) {
      const started = performance.now()
      assert.equal((await refused(openTable(await byHand(sheet)).then(all))).code, code)
      assert.isBelow(performance.now() - started, 5000)
    }
  })

  test('a workbook with a password is told to lose it', async ({ assert }) => {
    const path = await byHand(grid('<row/>'), [
      { name: 'xl/styles.xml', content: 'x', claim: { flags: 1 } },
    ])
    const error = await refused(openTable(path))
    assert.equal(error.code, 'zip_encrypted')
    assert.include(error.ar, 'كلمة المرور')
  })

  test('a workbook cut anywhere is refused, never a hang', async ({ assert }) => {
    const path = await workbook((book) => void book.addWorksheet('s').addRows([['a'], [1]]))
    const whole = await readFile(path)
    for (let length = 100; length < whole.length; length += Math.ceil(whole.length / 40)) {
      const error = await refused(openTable(await file(whole.subarray(0, length))).then(all))
      assert.equal(error.code, 'zip_broken')
    }
  })

  test('a workbook inside a zip is opened too', async ({ assert }) => {
    const path = await workbook(
      (book) =>
        void book.addWorksheet('s').addRows([
          ['a', 'b'],
          [1, 2],
        ])
    )
    const parcel = await file(zip([{ name: 'شهر.xlsx', content: await readFile(path) }]))
    const table = await openTable(parcel)
    assert.deepEqual([table.format, table.entry], ['xlsx', 'شهر.xlsx'])
    assert.deepEqual(await cells(table), [['1', '2']])
  })
})
