import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import ReportDocument from '#core/documents/report_document'
import type { ReportDocumentOptions } from '#core/documents/report_document'
import type { TableColumn } from '#core/documents/table_columns'
import { Money } from '#core/money'
import { NO_POPPLER } from '#tests/support/programs'
import { canReadPdf, readWords } from '#tests/unit/core/documents/pdf_reader'
import type { PaperWord } from '#tests/unit/core/documents/pdf_reader'

const readable = canReadPdf()

const options: ReportDocumentOptions = {
  title: 'تقرير مطابقة الإيرادات',
  organisation: ['محافظة الفيوم', 'الديوان العام'],
  reportNumber: 'FYM-55',
  seal: '9f86d081884c7d65',
  qr: 'https://example.test/FYM-55',
  question: [['الشهر', 'أكتوبر 2026']],
  generatedAt: new Date('2026-11-01T10:05:00Z'),
}

const columns: TableColumn[] = [
  { key: 'number', heading: 'مسلسل', type: 'integer' },
  { key: 'party', heading: 'الشاغل' },
  { key: 'dueOn', heading: 'الاستحقاق', type: 'date' },
  { key: 'due', heading: 'المستحق', type: 'money' },
]

const LONG_NAME =
  'محمد عبدالرحمن السيد إبراهيم أبوالعلا وشركاه للدعاية والإعلان والتسويق العقاري توصية بسيطة ' +
  'فرع سنورس بجوار المحكمة الابتدائية القديمة ومكتب البريد'

function dues(count: number, party = 'شركة النيل') {
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    party,
    dueOn: '2026-10-05',
    due: Money.of(`${index + 1}.25`),
  }))
}

const texts = (words: PaperWord[]) => words.map((word) => word.text)
const named = (words: PaperWord[], text: string) => words.filter((word) => word.text === text)

test.group('Report document', (group) => {
  let folder: string
  let file: string

  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'documents-'))
    file = join(folder, 'report.pdf')
    return () => rm(folder, { recursive: true, force: true })
  })

  test('its Arabic is found again word by word by another program', async ({ assert }) => {
    const report = new ReportDocument(file, options)
    report.heading('ملخص الشركة')
    report.paragraph('الشركة سددت تقريرا عن أكتوبر (لا خلاف) لوحة 12-B بخصم ٢٠ وتاريخ الإيراد')
    report.keyFigures([{ label: 'المستحق', value: Money.of('1234567.50').format('ar') }])
    report.barChart({ bars: [{ label: 'سنورس', value: '320000.50', text: '320,000.50' }] })
    report.signatures([{ role: 'السكرتير العام', name: 'أحمد' }])
    const { pages } = await report.close()

    assert.equal(pages, 1)
    const found = texts(await readWords(file))
    const wanted =
      'محافظة الفيوم الديوان العام تقرير مطابقة الإيرادات أكتوبر 2026 ملخص الشركة سددت تقريرا ' +
      '(لا خلاف) لوحة 12-B بخصم ٢٠ وتاريخ الإيراد 1,234,567.50 سنورس 320,000.50 السكرتير أحمد'
    for (const word of wanted.split(' ')) assert.include(found, word)
  }).skip(!readable, NO_POPPLER)

  test('boxes of signatures never stand alone on a page: the last rows and the totals go with them', async ({
    assert,
  }) => {
    // However many rows there are: where the boxes no longer fit, three rows and the sum come along.
    for (let count = 22; count <= 34; count++) {
      const report = new ReportDocument(file, options)
      const totals = { due: Money.of('4321.99') }
      await report.table({ columns, rows: dues(count), totals, signedBelow: true })
      report.signatures([{ role: 'السكرتير', name: 'أحمد' }])
      const { pages } = await report.close()
      const words = await readWords(file)
      const [box] = named(words, 'السكرتير')
      const beside = words.filter(({ page }) => page === box!.page)
      for (const row of [count - 2, count - 1, count]) {
        assert.include(texts(beside), `${row}.25`, `${count} rows on ${pages} pages`)
      }
      assert.include(texts(beside), '4,321.99')
      assert.equal(box!.page, pages)
      assert.lengthOf(named(words, `${count - 2}.25`), 1)
    }
  })
    .timeout(60_000)
    .skip(!readable, NO_POPPLER)

  test('every page carries number, seal, its own number and the count of pages', async ({
    assert,
  }) => {
    const report = new ReportDocument(file, options)
    await report.table({ columns, rows: dues(120) })
    const { pages } = await report.close({ seal: 'c0ffee' })

    assert.equal(pages, 3)
    const words = await readWords(file)
    for (let page = 1; page <= pages; page++) {
      const foot = words.filter((word) => word.page === page && word.top > 795)
      assert.includeMembers(texts(foot), ['صفحة', String(page), 'من', '3', 'c0ffee'])
      assert.include(texts(foot).join(' '), 'FYM-55')
      assert.include(texts(foot).join(' '), '12:05')
      assert.lengthOf(
        named(
          words.filter((word) => word.page === page),
          'المستحق'
        ),
        1
      )
    }
  }).skip(!readable, NO_POPPLER)

  test('every row is printed once, whole, in order and inside the page', async ({ assert }) => {
    const report = new ReportDocument(file, options)
    const rows = dues(150).map((row, index) => (index % 3 ? row : { ...row, party: LONG_NAME }))
    const printed = await report.table({ columns, rows, totals: { due: Money.of('11362.50') } })
    await report.close()

    assert.equal(printed, 150)
    const words = await readWords(file)
    const amounts = words.filter((word) => /^\d+\.25$/.test(word.text))
    assert.deepEqual(
      texts(amounts.sort((a, b) => a.page - b.page || a.top - b.top)),
      rows.map((row) => row.due.toString())
    )
    assert.lengthOf(named(words, '11,362.50'), 1)
    for (const word of words) {
      assert.isAtLeast(word.left, 35, word.text)
      assert.isAtMost(word.right, 561, word.text)
    }
    // The last words of a long name stand on the page of its amount.
    for (const end of named(words, 'البريد')) {
      const amount = amounts.findLast(({ page, top }) => page === end.page && top <= end.top)
      assert.equal(Number(amount!.text.split('.')[0]) % 3, 1)
    }
    assert.lengthOf(named(words, 'البريد'), 50)
  }).skip(!readable, NO_POPPLER)

  test('columns run from right to left in Arabic and from left to right in English', async ({
    assert,
  }) => {
    const lefts = async (path: string) => {
      const words = await readWords(path)
      return columns.map(({ heading }) => named(words, heading)[0]!.left)
    }
    const arabic = new ReportDocument(file, options)
    await arabic.table({ columns, rows: dues(2) })
    await arabic.close()
    const placed = await lefts(file)
    assert.deepEqual(
      placed,
      [...placed].sort((a, b) => b - a)
    )

    const other = join(folder, 'english.pdf')
    const english = new ReportDocument(other, { ...options, locale: 'en' })
    await english.table({ columns, rows: dues(2), totals: { due: '3.50' } })
    await english.close()
    const mirrored = await lefts(other)
    assert.deepEqual(
      mirrored,
      [...mirrored].sort((a, b) => a - b)
    )
    assert.includeMembers(texts(await readWords(other)), ['Page', '1', 'of', 'Total', '3.50'])
  }).skip(!readable, NO_POPPLER)

  test('no two words of a table lie over one another, however long they are', async ({
    assert,
  }) => {
    const report = new ReportDocument(file, options)
    const rows = dues(12).map((row, index) => ({
      ...row,
      party: index % 2 ? 'كلمة'.repeat(60) : `${LONG_NAME} EG-FYM-${'0'.repeat(80)}`,
      due: '9999999999999999.99',
    }))
    const narrow = columns.map((column) => ({ ...column, width: 70 }))
    await report.table({ columns: narrow, rows })
    await report.close()

    const found = await readWords(file)
    const words = found.filter((word) => word.top > 120 && word.top < 790)
    const clashes = words.filter((one, index) =>
      words.slice(index + 1).some(
        (two) =>
          one.page === two.page &&
          Math.min(one.right, two.right) - Math.max(one.left, two.left) > 1 &&
          // Boxes reach over the line's height; half a line of overlap is two texts in one place.
          Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > 6
      )
    )
    assert.deepEqual(texts(clashes), [])
  }).skip(!readable, NO_POPPLER)

  test('a row higher than a page goes on over the next ones', async ({ assert }) => {
    const report = new ReportDocument(file, options)
    const note = Array.from({ length: 2500 }, (_, index) => `بند${index}`).join(' ')
    await report.table({ columns, rows: [...dues(1), ...dues(1, note), ...dues(1)] })
    const { pages } = await report.close()

    assert.isAbove(pages, 2)
    const found = new Set(
      texts(await readWords(file))
        .join(' ')
        .match(/\d+/g)
    )
    for (let index = 0; index < 2500; index += 7) assert.isTrue(found.has(String(index)))
  }).skip(!readable, NO_POPPLER)

  test('groups get a band with their name, again on the next page, and their figures', async ({
    assert,
  }) => {
    const report = new ReportDocument(file, options)
    const rows = dues(90).map((row, index) => ({ ...row, markaz: index < 80 ? 'سنورس' : 'إطسا' }))
    const groupTotals = (markaz: string) => ({ due: markaz === 'سنورس' ? '3260.00' : '857.50' })
    await report.table({ columns, rows, groupBy: 'markaz', groupTotals })
    const { pages } = await report.close()

    assert.equal(pages, 3)
    const words = await readWords(file)
    // A band on each of three pages and the label of its figures.
    assert.lengthOf(named(words, 'سنورس'), 4)
    assert.lengthOf(named(words, '(تابع)'), 2)
    assert.lengthOf(named(words, 'إطسا'), 2)
    assert.includeMembers(texts(words), ['3,260.00', '857.50'])
  }).skip(!readable, NO_POPPLER)

  test('an empty table says that there is nothing', async ({ assert }) => {
    const report = new ReportDocument(file, options)
    assert.equal(await report.table({ columns, rows: [] }), 0)
    await report.close()

    assert.includeMembers(texts(await readWords(file)), ['توجد', 'بيانات', 'لهذا'])
  }).skip(!readable, NO_POPPLER)

  test('other work goes on while a thousand pages are written', async ({ assert }) => {
    let ticks = 0
    const clock = setInterval(() => ticks++, 5)
    const report = new ReportDocument(file, { ...options, orientation: 'landscape' })
    await report.table({ columns, rows: dues(20_000) })
    const { pages } = await report.close()
    clearInterval(clock)

    assert.isAbove(pages, 700)
    assert.isAbove(ticks, 20)
  }).timeout(60_000)

  test('a source of rows that fails leaves no file', async ({ assert }) => {
    async function* failing() {
      yield* dues(100)
      throw new Error('the connection went away')
    }
    const report = new ReportDocument(file, options)
    await assert.rejects(
      () => report.table({ columns, rows: failing() }),
      'the connection went away'
    )
    assert.deepEqual(await readdir(folder), [])
  })
})
