import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { test } from '@japa/runner'
import ExcelJS from 'exceljs'
import WorkbookWriter from '#core/sheets/workbook_writer'
import type { SheetColumn } from '#core/sheets/columns'

/** Stands for Money: an object whose text is the exact amount. */
const amount = (text: string) => ({ toString: () => text })

const columns: SheetColumn[] = [
  { key: 'number', heading: 'م', type: 'integer' },
  { key: 'party', heading: 'اسم الشاغل' },
  { key: 'due', heading: 'المستحق', type: 'money' },
  { key: 'area', heading: 'المساحة', type: 'decimal' },
  { key: 'rate', heading: 'الخصم', type: 'percent' },
  { key: 'dueOn', heading: 'تاريخ الاستحقاق', type: 'date' },
  { key: 'month', heading: 'الشهر', type: 'month', width: 12 },
]

const rows = [
  {
    number: 1,
    party: 'شركة النيل للدعاية & الإعلان <فرع سنورس>',
    due: amount('1234.50'),
    area: '24.125',
    rate: '0.2',
    dueOn: '2026-10-05',
    month: '2026-10',
  },
  {
    number: 2n,
    party: ' لوحة رقم 12-B "يونيبول"\u0007\nبجوار المحطة ',
    due: amount('-0.07'),
    area: 0.5,
    rate: 0.125,
    dueOn: new Date(Date.UTC(2026, 9, 31)),
    month: '2026-11-30',
  },
  { number: null, party: undefined, due: '', area: null, rate: null, dueOn: null, month: null },
]

test.group('Workbook writer', (group) => {
  let folder: string
  let file: string

  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sheets-'))
    file = join(folder, 'report.xlsx')
    return () => rm(folder, { recursive: true, force: true })
  })

  const written = () => new ExcelJS.Workbook().xlsx.readFile(file)
  const sheetNamed = async (name: string) => {
    const workbook = await written()
    return workbook.getWorksheet(name)!
  }

  test('an Excel reader finds every value with its own type', async ({ assert }) => {
    const book = new WorkbookWriter(file)
    await book.sheet({ name: 'المستحقات', columns, rows, totals: { due: amount('1234.43') } })
    const result = await book.close()

    assert.deepEqual(result.sheets, [{ name: 'المستحقات', rows: 3 }])
    const sheet = await sheetNamed('المستحقات')
    const values = (number: number) => (sheet.getRow(number).values as unknown[]).slice(1)
    assert.deepEqual(
      values(1),
      columns.map((column) => column.heading)
    )
    assert.deepEqual(values(2), [
      1,
      'شركة النيل للدعاية & الإعلان <فرع سنورس>',
      1234.5,
      24.125,
      0.2,
      new Date(Date.UTC(2026, 9, 5)),
      new Date(Date.UTC(2026, 9, 1)),
    ])
    assert.deepEqual(values(3), [
      2,
      ' لوحة رقم 12-B "يونيبول"\nبجوار المحطة ',
      -0.07,
      0.5,
      0.125,
      new Date(Date.UTC(2026, 9, 31)),
      new Date(Date.UTC(2026, 10, 1)),
    ])
    assert.deepEqual(values(4), [])
    assert.equal(sheet.getCell('A5').value, 'الإجمالي')
    assert.equal(sheet.getCell('C5').value, 1234.43)
    assert.isTrue(sheet.getCell('C5').font.bold)
  })

  test('amounts, days and shares carry the format people read', async ({ assert }) => {
    const book = new WorkbookWriter(file)
    await book.sheet({ name: 'س', columns, rows })
    await book.close()

    const sheet = await sheetNamed('س')
    assert.deepEqual(
      'ABCDEFG'.split('').map((letter) => sheet.getCell(`${letter}2`).numFmt),
      ['#,##0', undefined, '#,##0.00', '#,##0.00####', '0.00%', 'dd/mm/yyyy', 'mm/yyyy'] as never
    )
  })

  test('an Arabic sheet runs right to left, its headings frozen, filtered and repeated in print', async ({
    assert,
  }) => {
    const book = new WorkbookWriter(file, { title: 'كشف', author: 'الديوان العام' })
    const title = 'كشف المستحقات'
    await book.sheet({ name: 'المستحقات', columns, rows, title, notes: ['أكتوبر', 'الفيوم'] })
    await book.close()

    const workbook = await written()
    const sheet = workbook.getWorksheet('المستحقات')!
    assert.equal(workbook.title, 'كشف')
    assert.equal(workbook.creator, 'الديوان العام')
    assert.equal(sheet.getCell('A1').value, title)
    assert.equal(sheet.getCell('A3').value, 'الفيوم')
    assert.equal(sheet.getCell('B5').value, 'اسم الشاغل')
    assert.include(sheet.views[0], { rightToLeft: true, state: 'frozen', ySplit: 5 })
    assert.equal(sheet.autoFilter as unknown, 'A5:G8')
    assert.equal(sheet.pageSetup.orientation, 'landscape')
    assert.isTrue(sheet.pageSetup.fitToPage)
    assert.equal(sheet.pageSetup.printTitlesRow, '5:5')
    assert.include(sheet.headerFooter.oddFooter!, 'صفحة &P من &N')
    assert.equal(sheet.getColumn(7).width, 12)
  })

  test('an English sheet runs left to right', async ({ assert }) => {
    const book = new WorkbookWriter(file, { locale: 'en' })
    await book.sheet({ name: 'Dues', columns, rows, totals: { due: '1234.43' } })
    await book.close()

    const sheet = await sheetNamed('Dues')
    assert.isNotTrue(sheet.views[0]!.rightToLeft)
    assert.equal(sheet.getCell('A5').value, 'Total')
  })

  test('an amount keeps its last piastre up to 15 digits and is words beyond', async ({
    assert,
  }) => {
    const book = new WorkbookWriter(file)
    const money: SheetColumn[] = [{ key: '0', heading: 'المبلغ', type: 'money' }]
    const amounts = ['9999999999999.99', '99999999999999.99', '-12345678901234567.89', '0.10']
    await book.sheet({ name: 'س', columns: money, rows: amounts.map((text) => [amount(text)]) })
    await book.close()

    const sheet = await sheetNamed('س')
    assert.deepEqual(
      [2, 3, 4, 5].map((row) => sheet.getCell(`A${row}`).value),
      [9999999999999.99, '99999999999999.99', '-12345678901234567.89', 0.1]
    )
  })

  test('refuses an amount that comes as a JavaScript number', async ({ assert }) => {
    const book = new WorkbookWriter(file)
    const money: SheetColumn[] = [{ key: 'due', heading: 'المستحق', type: 'money' }]
    await assert.rejects(
      () => book.sheet({ name: 'س', columns: money, rows: [{ due: 0.1 + 0.2 }] }),
      /pass Money or decimal text/
    )
    assert.deepEqual(await readdir(folder), [])
  })

  test('what is no real day or number stays as the words it came in', async ({ assert }) => {
    const book = new WorkbookWriter(file)
    await book.sheet({
      name: 'س',
      columns,
      rows: [{ number: 'غير معلوم', area: '٢٤', dueOn: '2026-02-30', month: 'أكتوبر' }],
    })
    await book.sheet({ name: 'ص', columns, rows: [{ dueOn: '1899-05-01' }] })
    await book.close()

    const workbook = await written()
    const first = workbook.getWorksheet('س')!
    assert.equal(first.getCell('A2').value, 'غير معلوم')
    assert.equal(first.getCell('D2').value, '٢٤')
    assert.equal(first.getCell('F2').value, '2026-02-30')
    assert.equal(first.getCell('G2').value, 'أكتوبر')
    assert.equal(workbook.getWorksheet('ص')!.getCell('F2').value, '1899-05-01')
  })

  test('rows beyond a sheet go on in a further one, the totals on the last', async ({ assert }) => {
    const book = new WorkbookWriter(file)
    const many = Array.from({ length: 25 }, (_, index) => [index + 1])
    const parts = await book.sheet({
      name: 'الحصر',
      title: 'حصر',
      columns: [{ key: 'n', heading: 'م', type: 'integer' }],
      rows: many,
      totals: { n: 325 },
      rowLimit: 14,
    })
    await book.close()

    // Title, blank and heading take 3 rows, and one is kept for the totals: 10 rows a sheet.
    assert.deepEqual(parts, [
      { name: 'الحصر', rows: 10 },
      { name: 'الحصر (2)', rows: 10 },
      { name: 'الحصر (3)', rows: 5 },
    ])
    const workbook = await written()
    const firstOf = (name: string) => workbook.getWorksheet(name)!.getCell('A4').value
    assert.deepEqual(
      parts.map(({ name }) => firstOf(name)),
      [1, 11, 21]
    )
    assert.equal(workbook.getWorksheet('الحصر (2)')!.rowCount, 13)
    assert.equal(workbook.getWorksheet('الحصر (3)')!.getCell('A9').value, 325)
  })

  test('names that Excel refuses are made acceptable and unlike one another', async ({
    assert,
  }) => {
    const book = new WorkbookWriter(file)
    const one = { columns, rows: [] }
    await book.sheet({ name: 'إيراد 2026/2027 [مراجعة]', ...one })
    await book.sheet({ name: 'حي الحادقة '.repeat(6), ...one })
    await book.sheet({ name: 'حي الحادقة '.repeat(6), ...one })
    await book.sheet({ name: "O'Brien", ...one })
    const { sheets } = await book.close()

    assert.equal(sheets[0]!.name, 'إيراد 2026 2027 مراجعة')
    assert.isAtMost(sheets[2]!.name.length, 31)
    assert.notEqual(sheets[1]!.name, sheets[2]!.name)
    const workbook = await written()
    assert.deepEqual(
      workbook.worksheets.map((sheet) => sheet.name),
      sheets.map((sheet) => sheet.name)
    )
  })

  test('the 64-bit archive form, taken past 4 GiB, is read like the other', async ({ assert }) => {
    const book = new WorkbookWriter(file, { zip: { zip64From: 100 } })
    await book.sheet({ name: 'س', columns, rows })
    await book.close()

    const sheet = await sheetNamed('س')
    assert.equal(sheet.getCell('C2').value, 1234.5)
  })

  test('the report number and seal travel as properties of the file', async ({ assert }) => {
    const book = new WorkbookWriter(file, { properties: { 'رقم التقرير': 'R-1 & 2' } })
    await book.sheet({ name: 'س', columns, rows })
    await book.close()

    const { default: JSZip } = (await import('jszip' as string)) as { default: any }
    const { readFile } = await import('node:fs/promises')
    const zip = await JSZip.loadAsync(await readFile(file))
    const custom: string = await zip.file('docProps/custom.xml').async('string')
    assert.include(custom, 'name="رقم التقرير"')
    assert.include(custom, '<vt:lpwstr>R-1 &amp; 2</vt:lpwstr>')
  })

  test('a source of rows that fails leaves no file and is closed', async ({ assert }) => {
    const state = { closed: false }
    async function* failing() {
      try {
        yield { number: 1 }
        throw new Error('the connection went away')
      } finally {
        state.closed = true
      }
    }
    const book = new WorkbookWriter(file)
    await assert.rejects(
      () => book.sheet({ name: 'س', columns, rows: failing() }),
      'the connection went away'
    )
    assert.isTrue(state.closed)
    assert.deepEqual(await readdir(folder), [])
  })

  test('a workbook without a sheet, which Excel would refuse, is not written', async ({
    assert,
  }) => {
    const book = new WorkbookWriter(file)
    await assert.rejects(() => book.close(), /needs a sheet/)
    assert.deepEqual(await readdir(folder), [])
  })

  test('waits for a slow reader instead of gathering the file in memory', async ({ assert }) => {
    let largestBacklog = 0
    const slow = new Writable({
      highWaterMark: 64 * 1024,
      write: (_chunk, _encoding, done) => {
        largestBacklog = Math.max(largestBacklog, slow.writableLength)
        setTimeout(done, 1)
      },
    })
    function* endless() {
      for (let number = 0; number < 60_000; number++) {
        yield { number, party: `شاغل ${(number * 7919) % 60_000}`, due: `${number}.25` }
      }
    }
    const book = new WorkbookWriter(slow)
    await book.sheet({ name: 'س', columns, rows: endless() })
    const { bytes } = await book.close()

    assert.isAbove(bytes, 700_000)
    assert.isBelow(largestBacklog, 600_000)
  })

  test('says so when the reader goes away in the middle', async ({ assert }) => {
    const gone = new PassThrough({ highWaterMark: 1024 })
    const book = new WorkbookWriter(gone)
    setTimeout(() => gone.destroy(), 20)
    await assert.rejects(
      () => book.sheet({ name: 'س', columns, rows: Array(50_000).fill(rows[0]) }),
      /the reader of the file went away/
    )
  })
})
