import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import writeCsv from '#core/sheets/csv_writer'
import type { SheetColumn } from '#core/sheets/columns'

const columns: SheetColumn[] = [
  { key: 'party', heading: 'اسم الشاغل' },
  { key: 'due', heading: 'المستحق', type: 'money' },
  { key: 'dueOn', heading: 'تاريخ الاستحقاق', type: 'date' },
  { key: 'month', heading: 'الشهر', type: 'month' },
  { key: 'paid', heading: 'مسدد' },
]

test.group('CSV writer', (group) => {
  let folder: string
  let file: string

  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'csv-'))
    file = join(folder, 'report.csv')
    return () => rm(folder, { recursive: true, force: true })
  })

  test('writes Arabic that Excel opens as Arabic, and plain exact figures', async ({ assert }) => {
    const result = await writeCsv(file, {
      columns,
      rows: [
        {
          party: 'شركة النيل، فرع "سنورس"',
          due: '-1234.50',
          dueOn: '2026-10-05',
          month: '2026-10',
        },
        { party: 'Nile, Co.', due: { toString: () => '12345678901234567.89' }, paid: true },
      ],
    })
    const text = await readFile(file, 'utf8')

    assert.equal(
      text,
      '\uFEFFاسم الشاغل,المستحق,تاريخ الاستحقاق,الشهر,مسدد\r\n' +
        '"شركة النيل، فرع ""سنورس""",-1234.50,2026-10-05,2026-10,\r\n' +
        '"Nile, Co.",12345678901234567.89,,,نعم\r\n'
    )
    assert.deepEqual(result, { rows: 2, bytes: Buffer.byteLength(text) })
  })

  test('takes rows from a cursor and another separator', async ({ assert }) => {
    async function* cursor() {
      yield ['أ', '1.00']
      yield ['ب', '2.00']
    }
    const result = await writeCsv(file, {
      columns: columns.slice(0, 2),
      rows: cursor(),
      separator: ';',
    })
    assert.equal(result.rows, 2)
    assert.equal(await readFile(file, 'utf8'), '\uFEFFاسم الشاغل;المستحق\r\nأ;1.00\r\nب;2.00\r\n')
  })

  test('a source of rows that fails leaves no file', async ({ assert }) => {
    async function* failing(): AsyncGenerator<object> {
      throw new Error('the connection went away')
    }
    await assert.rejects(
      () => writeCsv(file, { columns, rows: failing() }),
      'the connection went away'
    )
    assert.deepEqual(await readdir(folder), [])
  })
})
