import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import ExcelJS from 'exceljs'
import { Month } from '#core/fiscal'
import { within } from '#core/within'
import { SYSTEM } from '#audit/actor'
import ProduceReport from '#reporting/actions/produce_report'
import RequestReport from '#reporting/actions/request_report'
import ReportRun, { type ReportFormat } from '#reporting/models/report_run'
import { isHere, NO_OFFICE, NO_POPPLER } from '#tests/support/programs'
import { canReadPdf, readWords } from '#tests/unit/core/documents/pdf_reader'
import { aPerson } from '#tests/support/people'
import { aReconciledWorld, type World } from '#tests/support/reconciled_world'
import { aUnit } from '#tests/support/units'

const run = promisify(execFile)
const month = Month.of('2026-10')

/** Every total of the governorate of the world, as people read it. */
const TOTALS = ['1,505.75', '1,300.00', '1,340.00', '245.75']

async function produced(unitId: number, format: ReportFormat, locale: 'ar' | 'en' = 'ar') {
  const request = { unitId, month, format, locale, by: SYSTEM }
  const asked = await within(null, (trx) => new RequestReport().record(request, trx))
  const report = await new ProduceReport().handle(asked.id, { by: SYSTEM })
  await report.load('file')
  return report
}

/** The first amount column of the row whose first cell says `label`. */
function amountOf(sheet: ExcelJS.Worksheet, label: string, column: number): unknown {
  let found: unknown
  sheet.eachRow((row) => {
    if (row.getCell(1).value === label) found = row.getCell(column).value
  })
  return found
}

test.group('The reconciliation report', (group) => {
  let world: World
  group.each.setup(async () => {
    const rollback = await testUtils.db().wrapInGlobalTransaction()
    world = await aReconciledWorld(await aUnit())
    return rollback
  })

  test('page, Excel and PDF say the same to the piastre', async ({ assert, client }) => {
    const person = await aPerson({ unitId: world.governorate, roles: ['secretary_general'] })
    const page = await client
      .get(`/secretary?unit=${world.governorate}&month=2026-10`)
      .loginAs(person)
    page.assertStatus(200)
    for (const total of TOTALS) assert.include(page.text(), total)

    const sheets = await produced(world.governorate, 'xlsx')
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(sheets.file.absolutePath)
    assert.deepEqual(
      book.worksheets.map(({ name }) => name),
      [
        'الملخص',
        'حسب الوحدة',
        'حسب البند',
        'حسب الشهر',
        'أنواع الفروق',
        'الفروق',
        'تفاصيل المطابقة',
        'مجاميع الضبط',
        'ضبط الأرقام',
      ]
    )
    const summary = book.getWorksheet('الملخص')!
    assert.isTrue(summary.views[0]!.rightToLeft)
    const summed = (label: string) => amountOf(summary, label, 3)
    assert.equal(summed('المستحق عن الشهر'), 1505.75)
    assert.equal(summed('سدد من مستحق الشهر'), 1300)
    assert.equal(summed('المحصل في الشهر'), 1340)
    assert.equal(summed('الفرق: لم يسدد من المستحق + حُصل ولم يصل البنك'), 245.75)
    assert.equal(amountOf(book.getWorksheet('حسب الوحدة')!, 'الإجمالي', 3), 1505.75)
    assert.equal(amountOf(book.getWorksheet('حسب البند')!, 'الإجمالي', 8), 245.75)
    assert.equal(amountOf(book.getWorksheet('أنواع الفروق')!, 'الإجمالي', 4), 245.75)
    const differences = book.getWorksheet('الفروق')!
    assert.equal(amountOf(differences, 'الإجمالي', 6), 245.75)
    const arose = differences.getRow(8).getCell(7).value
    assert.instanceOf(arose, Date)
    assert.equal((arose as Date).toISOString().slice(0, 10), '2026-10-05')
    const matched = book.getWorksheet('تفاصيل المطابقة')!
    assert.equal(amountOf(matched, 'الإجمالي', 6), 1340)
    assert.equal(amountOf(matched, 'الإجمالي', 10), 1300)

    const paper = await produced(world.governorate, 'pdf')
    assert.deepEqual(paper.figuresHash, sheets.figuresHash)
    const words = (await readWords(paper.file.absolutePath)).map(({ text }) => text)
    for (const total of TOTALS) assert.include(words, total)
    assert.include(words, paper.number)
    assert.include(words, paper.seal!)
  }).timeout(60_000)

  test('its number, question, moment and seal stand in the notes and properties', async ({
    assert,
  }) => {
    const report = await produced(world.district, 'xlsx')
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(report.file.absolutePath)
    const notes = [2, 3, 4, 5].map((row) =>
      String(book.worksheets[0]!.getRow(row).getCell(1).value)
    )
    assert.include(notes.join('\n'), report.number)
    assert.include(notes.join('\n'), report.seal!)
    assert.include(notes.join('\n'), 'أكتوبر 2026')
    const folder = await mkdtemp(join(tmpdir(), 'diwan-book-'))
    await run('unzip', ['-q', '-o', report.file.absolutePath, '-d', folder])
    const properties = await readFile(join(folder, 'docProps/custom.xml'), 'utf8')
    await rm(folder, { recursive: true })
    for (const said of [report.number, report.seal!, '2026-10']) assert.include(properties, said)
  }).skip(!canReadPdf(), NO_POPPLER)

  test('numbers have no gap per unit, and a failed report keeps its own', async ({ assert }) => {
    const first = await produced(world.governorate, 'xlsx')
    const failing = await within(null, (trx) =>
      new RequestReport().record(
        { unitId: world.governorate, month, format: 'pdf', locale: 'ar', by: SYSTEM },
        trx
      )
    )
    await db
      .from('report_runs')
      .where('id', failing.id)
      .update({ parameters: JSON.stringify({ ...failing.parameters, month: 'no month' }) })
    await assert.rejects(() => new ProduceReport().handle(failing.id, { by: SYSTEM }))
    const third = await produced(world.governorate, 'xlsx')
    const elsewhere = await produced(world.district, 'xlsx')
    const places = [first, await failing.refresh(), third, elsewhere].map(({ number }) =>
      number.split('/').at(-1)
    )
    assert.deepEqual(places, ['0001', '0002', '0003', '0001'])
    assert.match(first.number, /^RR\/\d{4}-\d{4}\/T-/)
    assert.equal(failing.state, 'failed')
    assert.isNull(failing.fileId)
  })

  test('made twice it is one file and one row of the trail', async ({ assert }) => {
    const report = await produced(world.governorate, 'pdf')
    const again = await new ProduceReport().handle(report.id, { by: SYSTEM })
    assert.equal(again.fileId, report.fileId)
    const rows = await db
      .from('trail')
      .where({ action: 'report.produced', subject_id: report.id })
      .select('after_value')
    assert.lengthOf(rows, 1)
    const after = JSON.parse(rows[0].after_value)
    assert.equal(after.figures, report.figuresHash!.toString('hex'))
    assert.equal(after.seal, report.seal)
  })

  test('an officer of a district sees his district, its reports and nothing beside it', async ({
    assert,
    client,
  }) => {
    const officer = await aPerson({ unitId: world.district, roles: ['finance_officer'] })
    const mine = await produced(world.district, 'xlsx')
    const above = await produced(world.governorate, 'xlsx')
    const get = (path: string) => client.get(path).loginAs(officer)

    const page = await get('/secretary?month=2026-10')
    page.assertStatus(200)
    assert.include(page.text(), '1,425.75')
    assert.notInclude(page.text(), '1,505.75')
    ;(await get(`/secretary?unit=${world.governorate}`)).assertStatus(404)
    ;(await get(`/secretary?unit=${world.other}`)).assertStatus(404)
    ;(await get(`/secretary?unit=${world.village}`)).assertStatus(200)
    ;(await get(`/reports/${mine.id}`)).assertStatus(200)
    ;(await get(`/reports/${mine.id}/file`)).assertStatus(200)
    ;(await get(`/reports/${above.id}`)).assertStatus(404)
    ;(await get(`/reports/${above.id}/file`)).assertStatus(404)
    const list = await get('/reports')
    assert.include(list.text(), mine.number)
    assert.notInclude(list.text(), above.number)
    const differences = await get('/revenue/differences?month=2026-10')
    assert.include(differences.text(), 'C3')
    assert.notInclude(differences.text(), 'C5')
  })

  test('a storekeeper, whose roles know nothing of revenue, opens none of it', async ({
    client,
  }) => {
    const person = await aPerson({ unitId: world.governorate, roles: ['storekeeper'] })
    const report = await produced(world.governorate, 'xlsx')
    for (const path of ['/secretary', '/reports', `/reports/${report.id}/file`]) {
      ;(await client.get(path).loginAs(person)).assertStatus(403)
    }
  })

  test('asked for on the page it waits for a worker under its number', async ({
    assert,
    client,
  }) => {
    const person = await aPerson({ unitId: world.governorate, roles: ['secretary_general'] })
    const response = await client
      .post('/reports')
      .loginAs(person)
      .withCsrfToken()
      .redirects(0)
      .form({ unit: world.district, month: '2026-10', format: 'pdf' })
    response.assertStatus(303)
    const report = await ReportRun.query().where('unit_id', world.district).firstOrFail()
    assert.equal(report.state, 'waiting')
    assert.equal(response.header('location'), `/reports/${report.id}`)
    const job = await db.from('jobs').where('id', report.jobId!).firstOrFail()
    assert.equal(job.kind, 'reporting.produce_report')
    const page = await client.get(`/reports/${report.id}`).loginAs(person)
    assert.include(page.text(), `/jobs/${job.id}/events`)
  })

  test('LibreOffice opens the workbook and prints it', async ({ assert }) => {
    const report = await produced(world.governorate, 'xlsx')
    const folder = await mkdtemp(join(tmpdir(), 'diwan-office-'))
    await run('cp', [report.file.absolutePath, join(folder, 'report.xlsx')])
    await run(
      'soffice',
      ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'report.xlsx')],
      { env: { ...process.env, HOME: folder } }
    )
    const words = (await readWords(join(folder, 'report.pdf'))).map(({ text }) => text)
    await rm(folder, { recursive: true })
    for (const total of TOTALS) assert.include(words, total)
  })
    .timeout(120_000)
    .skip(!isHere('soffice'), NO_OFFICE)
})
