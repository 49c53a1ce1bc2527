import iconv from 'iconv-lite'
import { test } from '@japa/runner'
import { openTable } from '#core/readers/open_table'
import { all, cells, file, refused } from '#tests/unit/core/readers/make'

const RECEIPTS =
  'رقم الإيصال,اسم الممول,المبلغ\n1001,شركة النور للتجارة والتوريدات,150.00\n1002,محمد أحمد عبد الله,75.50\n'
const LONG =
  RECEIPTS +
  'كشك,شارع الحرية بجوار محطة القطار,200\nلوحة إعلانية,ميدان السواقي أمام المحافظة,350\n'.repeat(20)

test.group('Separated text: encodings', () => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'iso-8859-6', 'cp720']) {
    test(`Arabic receipts in ${encoding}, without any mark, come out letter for letter`, async ({
      assert,
    }) => {
      const table = await openTable(await file(iconv.encode(LONG, encoding, { addBOM: false })))
      assert.equal(table.encoding, encoding)
      assert.deepEqual(table.columns, ['رقم الإيصال', 'اسم الممول', 'المبلغ'])
      assert.deepEqual(table.sample[0]!.cells, ['1001', 'شركة النور للتجارة والتوريدات', '150.00'])
    })
  }

  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
    test(`the byte order mark of ${encoding} never becomes part of the first heading`, async ({
      assert,
    }) => {
      const table = await openTable(await file(iconv.encode(RECEIPTS, encoding, { addBOM: true })))
      assert.equal(table.columns[0], 'رقم الإيصال')
      assert.lengthOf(await all(table), 2)
    })
  }

  test('Macintosh Arabic is told from ISO 8859-6 by its digits', async ({ assert }) => {
    const upper: Record<string, number> = {}
    'ءآأؤإئابةتثجحخدذرزسشصضطظعغ'.split('').forEach((letter, i) => (upper[letter] = 0xc1 + i))
    'ـفقكلمنهوىي'.split('').forEach((letter, i) => (upper[letter] = 0xe0 + i))
    '٠١٢٣٤٥٦٧٨٩'.split('').forEach((digit, i) => (upper[digit] = 0xb0 + i))
    const text = 'الاسم;المبلغ\nمحمد عبد الله;١٥٠\nشركة النور;٢٠٠٠\n'
    const bytes = Buffer.from([...text].map((char) => upper[char] ?? char.charCodeAt(0)))
    const table = await openTable(await file(bytes))
    assert.equal(table.encoding, 'macarabic')
    assert.deepEqual(await cells(table), [
      ['محمد عبد الله', '١٥٠'],
      ['شركة النور', '٢٠٠٠'],
    ])
  })

  test('French and German names in windows-1252 are not taken for Arabic', async ({ assert }) => {
    const text =
      'Empfänger;Straße;Betrag\nJosé Müller;Königstraße 5;£20\nÉlodie Façade;Café Olé;30\n'
    const table = await openTable(await file(iconv.encode(text, 'windows-1252')))
    assert.equal(table.encoding, 'windows-1252')
    assert.equal(table.columns[0], 'Empfänger')
  })

  test('the first Arabic name may come after a megabyte of ASCII', async ({ assert }) => {
    const rows = 'A-1,plain text,10\n'.repeat(80_000)
    const late = `code,name,amount\n${rows}A-2,محافظة الفيوم,20\n`
    const utf8 = await openTable(await file(late))
    assert.equal(utf8.encoding, 'utf-8')
    const legacy = await openTable(await file(iconv.encode(late, 'windows-1256')))
    assert.equal(legacy.encoding, 'windows-1256')
    assert.equal((await all(legacy)).at(-1)!.cells[1], 'محافظة الفيوم')
  })

  test('one broken byte does not turn a UTF-8 file into another encoding: it is reported', async ({
    assert,
  }) => {
    const bytes = Buffer.concat([
      Buffer.from(LONG),
      Buffer.from([0xd8, 0x2c]),
      Buffer.from('س,9\n'),
    ])
    const table = await openTable(await file(bytes))
    assert.equal(table.encoding, 'utf-8')
    const rows = await all(table)
    assert.equal(rows[0]!.cells[1], 'شركة النور للتجارة والتوريدات')
    assert.include(
      table.warnings.map((warning) => warning.code),
      'damaged_characters'
    )
  })

  test('an encoding nobody knows is refused with examples of known ones', async ({ assert }) => {
    const error = await refused(openTable(await file(RECEIPTS), { encoding: 'klingon' }))
    assert.equal(error.code, 'encoding_unknown')
    assert.include(error.ar, 'windows-1256')
  })
})

test.group('Separated text: separators and headings', () => {
  for (const [name, mark] of Object.entries({
    comma: ',',
    semicolon: ';',
    tab: '\t',
    pipe: '|',
    arabic: '؛',
  })) {
    test(`a file separated by ${name} is cut by it`, async ({ assert }) => {
      const text = ['رقم', 'اسم', 'مبلغ'].join(mark) + '\n' + ['1', 'علي', '1.5'].join(mark) + '\n'
      const table = await openTable(await file(text))
      assert.equal(table.delimiter, mark)
      assert.deepEqual(await cells(table), [['1', 'علي', '1.5']])
    })
  }

  test('decimal commas do not make the comma the separator', async ({ assert }) => {
    const table = await openTable(
      await file('date;amount;balance\n1.1.26;1,50;2,30\n2.1.26;3,10;5,40\n')
    )
    assert.equal(table.delimiter, ';')
    assert.deepEqual(table.sample[1]!.cells, ['2.1.26', '3,10', '5,40'])
  })

  test('the line sep=; decides and belongs to no row', async ({ assert }) => {
    const table = await openTable(await file('sep=;\na;b\n1,5;2\n'))
    assert.deepEqual([table.delimiter, table.headerRow], [';', 2])
    assert.deepEqual(
      (await all(table)).map((row) => [row.number, ...row.cells]),
      [[3, '1,5', '2']]
    )
  })

  test('titles and blank lines above the headings are passed over, and rows keep their line numbers', async ({
    assert,
  }) => {
    const text =
      'محافظة الفيوم\nكشف تحصيل شهر أكتوبر 2026\n\nرقم الإيصال,اسم الممول,المبلغ,التاريخ\n1,علي,10,1/10/2026\n\n2,منى,20,2/10/2026\n'
    const table = await openTable(await file(text))
    assert.equal(table.headerRow, 4)
    const rows = await all(table)
    assert.deepEqual(
      rows.map((row) => [row.number, row.blank]),
      [
        [5, false],
        [6, true],
        [7, false],
      ]
    )
    assert.deepEqual(
      table.sample.map((row) => row.number),
      [5, 7]
    )
  })

  test('a line such as "month: 2026-10" above the table is not its heading', async ({ assert }) => {
    const table = await openTable(await file('الشهر:,2026-10,\nرقم,اسم,مبلغ\n1,علي,10\n2,منى,20\n'))
    assert.equal(table.headerRow, 2)
    assert.deepEqual(table.columns, ['رقم', 'اسم', 'مبلغ'])
  })

  test('a file without headings gets numbered columns and loses no row', async ({ assert }) => {
    const table = await openTable(await file('1001,علي,150.00\n1002,منى,75.50\n'))
    assert.deepEqual([table.headerRow, table.columns], [0, ['column_1', 'column_2', 'column_3']])
    assert.lengthOf(await all(table), 2)
  })

  test('the person may name the heading row, or say there is none', async ({ assert }) => {
    const path = await file('x,y\na,b\n1,2\n')
    assert.deepEqual((await openTable(path, { headerRow: 2 })).columns, ['a', 'b'])
    assert.lengthOf(await all(await openTable(path, { headerRow: 0 })), 3)
    assert.equal((await refused(openTable(path, { headerRow: 9 }))).code, 'header_row_missing')
  })

  test('headings come out clean, unique and never empty', async ({ assert }) => {
    const table = await openTable(
      await file(' المبلغ ,المبلغ,,"سطر\nثان",\u200fملاحظة\n1,2,3,4,5\n')
    )
    assert.deepEqual(table.columns, ['المبلغ', 'المبلغ (2)', 'column_3', 'سطر ثان', 'ملاحظة'])
  })

  test('years may be headings', async ({ assert }) => {
    const table = await openTable(await file('item,2024,2025/2026\nwages,10,20\n'))
    assert.deepEqual(table.columns, ['item', '2024', '2025/2026'])
  })

  test('one column of names is a table; a letter is not', async ({ assert }) => {
    const names = await openTable(await file('اسم القرية\nسنهور\nأبو كساه، إبشواي\n'))
    assert.deepEqual(await cells(names), [['سنهور'], ['أبو كساه، إبشواي']])
    const letter =
      'Dear sir, we write to you about the matter\nof the kiosk in the street of the station\nand remain, with respect, yours and truly so\n'
    assert.equal((await refused(openTable(await file(letter)))).code, 'not_a_table')
  })
})

test.group('Separated text: quotes, lines and damage', () => {
  test('separators, doubled quotes and line ends inside quotes stay in the cell', async ({
    assert,
  }) => {
    const text = 'a,b,c\r\n1,"x, ""y""\r\nz",3\r\n4,5,6\r\n'
    const rows = await all(await openTable(await file(text)))
    assert.deepEqual(
      rows.map((row) => [row.number, ...row.cells]),
      [
        [2, '1', 'x, "y"\nz', '3'],
        [4, '4', '5', '6'],
      ]
    )
  })

  test('LF, CRLF and lone CR end lines alike', async ({ assert }) => {
    for (const end of ['\n', '\r\n', '\r']) {
      const table = await openTable(await file(['a,b', '1,2', '"3",4', ''].join(end)))
      assert.deepEqual(
        (await all(table)).map((row) => [row.number, ...row.cells]),
        [
          [2, '1', '2'],
          [3, '3', '4'],
        ]
      )
    }
  })

  test('a quote that is never closed spoils its own row and no other', async ({ assert }) => {
    const text = 'a,b,c\n1,"lost,3\n' + '4,"fine",6\n'.repeat(3)
    const rows = await all(await openTable(await file(text)))
    assert.lengthOf(rows, 4)
    assert.deepEqual(
      [rows[0]!.cells, rows[0]!.problem?.code],
      [['1', '"lost', '3'], 'unclosed_quote']
    )
    assert.deepEqual(rows[3]!.cells, ['4', 'fine', '6'])
    assert.notExists(rows[3]!.problem)
  })

  test('quotes that should have been doubled are kept as written, with a warning', async ({
    assert,
  }) => {
    const table = await openTable(await file('a,b,c\n1,"He said " so",3\n2,5" pipe,4\n'))
    assert.deepEqual(await cells(table), [
      ['1', 'He said " so', '3'],
      ['2', '5" pipe', '4'],
    ])
    assert.deepEqual(
      table.warnings.map((warning) => [warning.code, warning.line, warning.count]),
      [['stray_quote', 2, 1]]
    )
  })

  test('a row with too few or too many fields is kept, with the reason', async ({ assert }) => {
    const text = 'a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n1,2,3\n1,2,3\n'
    const rows = await all(await openTable(await file(text)))
    assert.deepEqual(
      rows.map((row) => row.problem?.code),
      [undefined, 'too_few_fields', 'too_many_fields', undefined, undefined, undefined]
    )
    assert.deepEqual(
      rows.map((row) => row.cells.length),
      [3, 3, 3, 3, 3, 3]
    )
    assert.include(rows[1]!.problem!.ar, 'السطر 3')
  })

  test('a program that leaves out last empty fields is not blamed row by row', async ({
    assert,
  }) => {
    const table = await openTable(await file('a,b,c\n1,2\n3,4\n5,6,7\n8,9\n'))
    assert.isTrue((await all(table)).every((row) => !row.problem))
    assert.deepEqual(
      table.warnings.map((warning) => warning.code),
      ['short_rows']
    )
  })

  test('zero bytes go, and a cell longer than Excel holds is cut and named', async ({ assert }) => {
    const table = await openTable(await file(`a,b\n1\0,2\n3,${'x'.repeat(40_000)}\n`))
    const rows = await all(table)
    assert.deepEqual(rows[0]!.cells, ['1', '2'])
    assert.deepEqual([rows[1]!.problem?.code, rows[1]!.cells[1]!.length], ['cell_too_long', 32_767])
    assert.include(
      table.warnings.map((warning) => warning.code),
      'nul_bytes'
    )
  })

  test('a line of five million characters is refused, not swallowed', async ({ assert }) => {
    const path = await file(`a,b\n1,2\n${'x,'.repeat(2_500_000)}`)
    assert.equal((await refused(openTable(path).then(all))).code, 'line_too_long')
  })

  test('a file made of unclosed quotes is read in seconds', async ({ assert }) => {
    const started = performance.now()
    const rows = await all(await openTable(await file('a,b\n' + '"a"x,1\n'.repeat(200_000))))
    assert.lengthOf(rows, 200_000)
    assert.isBelow(performance.now() - started, 5000)
  })

  test('nothing, blank lines and empty quotes are refused as empty', async ({ assert }) => {
    for (const content of ['', '\n\n  \n', '""\n', '\ufeff', ',,,\n,,,\n']) {
      assert.equal((await refused(openTable(await file(content)))).code, 'file_empty')
    }
  })

  test('the rows of a table can be read again from the start', async ({ assert }) => {
    const table = await openTable(await file(RECEIPTS))
    assert.deepEqual(await cells(table), await cells(table))
  })

  test('rows come in batches of at most a thousand, in order, none lost at the seams', async ({
    assert,
  }) => {
    const count = 25_000
    const lines = Array.from({ length: count }, (_, i) => `${i + 1},"سطر ${i + 1}",${i % 7}`)
    const table = await openTable(await file(['n,text,k', ...lines].join('\n')))
    let expected = 0
    for await (const batch of table.rows()) {
      assert.isAtMost(batch.length, 1000)
      for (const row of batch) {
        expected++
        if (row.cells[0] !== String(expected) || row.number !== expected + 1)
          assert.fail(String(row.number))
      }
    }
    assert.equal(expected, count)
  })
})
