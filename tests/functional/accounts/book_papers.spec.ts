import { writeFile } from 'node:fs/promises'
import type { ApiClient } from '@japa/api-client'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { FiscalYear, Month } from '#core/fiscal'
import { formatDay, today } from '#core/days'
import type User from '#identity/models/user'
import CloseYear from '#accounts/books/close_year'
import PrepareDaily from '#accounts/books/daily/prepare_daily'
import { folioFigures, folioLines } from '#accounts/books/folio'
import KeepFolio from '#accounts/books/keep_folio'
import type { PaperTable } from '#accounts/books/papers/book_paper'
import { folioPage } from '#accounts/books/papers/folio_page'
import { folioTables } from '#accounts/books/papers/folio_tables'
import AccountBook from '#accounts/models/account_book'
import BookFolio from '#accounts/models/book_folio'
import {
  anAccountsOffice,
  everyMonthSigned,
  loadBooks,
  type AccountsOffice,
} from '#tests/support/account_books'
import { readPdf, readSheets } from '#tests/support/papers'
import { aPayingUnit, aVoucher, type PayingUnit } from '#tests/support/payments'
import { isHere, NO_POPPLER } from '#tests/support/programs'

const MONTH = Month.containing(today())

/** What a page, its Excel file and its PDF say. */
async function threeOf(client: ApiClient, address: string, by: User) {
  const page = await client.get(address).loginAs(by)
  page.assertStatus(200)
  const asked = client.get(`${address}/paper?format=xlsx`).loginAs(by)
  asked.request.responseType('blob')
  const book = await asked
  book.assertStatus(200)
  const paper = await client.get(`${address}/paper`).loginAs(by)
  paper.assertStatus(200)
  const bytes = Buffer.from(paper.body())
  if (process.env.PAPERS)
    await writeFile(`${process.env.PAPERS}/${address.replaceAll('/', '_')}.pdf`, bytes)
  return {
    page: page.text(),
    sheets: await readSheets(book.body()),
    pdf: await readPdf(bytes),
  }
}

/** Totals of a table stand on the page, at the foot of its sheet, and on paper. */
function assertTotals(
  assert: Assert,
  said: Awaited<ReturnType<typeof threeOf>>,
  tables: readonly PaperTable[],
  about: string
) {
  for (const [index, { totals }] of tables.entries()) {
    for (const [key, amount] of Object.entries(totals ?? {})) {
      const text = amount.format('ar')
      assert.include(said.page, text, `${about} ${key} on its page`)
      // On paper the mark that keeps a minus on its side is drawn, not written.
      assert.include(said.pdf, amount.abs().format('ar'), `${about} ${key} on paper`)
      const foot = said.sheets[index]!.rows.at(-1)
      assert.include(foot, String(amount), `${about} ${key} in Excel`)
    }
  }
}

test.group('Papers of the books', (group) => {
  let world: PayingUnit
  let office: AccountsOffice
  group.tap((one) => one.timeout(120_000).skip(!isHere('pdftotext', '-v'), NO_POPPLER))
  group.setup(loadBooks)
  group.each.setup(async () => {
    world = await aPayingUnit()
    office = await anAccountsOffice(world.unitId)
  })

  const folioOf = async (code: string) => {
    const book = await AccountBook.findByOrFail('code', code)
    const place = { bookId: book.id, unitId: world.unitId, month: MONTH }
    const { id } = await new KeepFolio().open(place)
    const folio = await BookFolio.query()
      .where('id', id)
      .preload('book')
      .preload('unit')
      .firstOrFail()
    const figures = await folioFigures(
      book,
      { unitId: world.unitId, month: MONTH },
      { trx: db as never }
    )
    const lines = await folioLines(
      book,
      { unitId: world.unitId, month: MONTH },
      { trx: db as never }
    )
    const asked = { folio, figures, lines, locale: 'ar' } as const
    return { id, figures, tables: await folioTables(asked, { trx: db as never }) }
  }

  test('every book says the same on its page, in Excel and on paper', async ({
    client,
    assert,
  }) => {
    const day = MONTH.first
    await aVoucher(world, 'posted')
    await office.post(day, 'INT-BANK', 'INT-REV-FEES', '1234567.25')
    await office.post(day, 'INT-COMMISSION', 'INT-BANK', '312.25')
    await office.post(day, 'INT-BANK', 'INT-DEPOSITS', '4000.00')
    await office.post(day, '91130501', '92130501', '5000.00')
    await office.post(day, 'INT-BANK', 'INT-REV-FEES', '77.00', 'payment_order')
    const books = await AccountBook.query()
      .whereNull('valid_to')
      .where('sort_order', '<', 900)
      .orderBy('sort_order')
    assert.isAbove(books.length, 14)
    for (const { code } of books) {
      const { id, figures, tables } = await folioOf(code)
      const said = await threeOf(client, `/accounts/folios/${id}`, office.head)
      assertTotals(assert, said, tables, code)
      for (const { debit, credit } of [figures.moved, figures.carried]) {
        for (const amount of [debit, credit])
          assert.include(said.pdf, amount.abs().format('ar'), code)
      }
    }
  })

  test('book 55 has serial, form, payee, deductions and net; 224 parts payments from settlements; 10 is days against accounts; 81 stands against the credit', async ({
    assert,
  }) => {
    const voucher = await aVoucher(world, 'posted')
    await office.post(MONTH.first, 'INT-BANK', 'INT-REV-FEES', '1000.00')
    await office.post(MONTH.first, 'INT-COMMISSION', 'INT-BANK', '12.25')
    const [book55] = (await folioOf('55')).tables
    const form = book55!.rows.find(({ b55 }) => b55 === 1)!
    assert.deepEqual(
      [form.form, form.payee, form.gross, form.held, form.net, form.entry].map(String),
      ['1', 'شركة النيل للأدوات', '48410.00', String(voucher.deductions), String(voucher.net), '1']
    )
    const [book224] = (await folioOf('224')).tables
    const sections = Map.groupBy(
      book224!.rows.filter(({ day }) => day),
      ({ section }) => section
    )
    const net = sections
      .get('صرفيات')!
      .map(({ code, debit, credit }) => `${code} ${debit}/${credit}`)
    assert.deepEqual(net, ['INT-USES 48410.00/null', `INT-PAYORDERS null/${voucher.net}`])
    const held = sections.get('تسويات')!.map(({ credit }) => String(credit))
    await voucher.load('taken')
    assert.lengthOf(held, voucher.taken.length)
    const [revenue, expense] = (await folioOf('10')).tables
    assert.deepEqual(
      revenue!.columns.map(({ key }) => key),
      ['day', 'INT-REV-FEES', 'total']
    )
    assert.equal(String(revenue!.totals!.total), '1000.00')
    assert.deepEqual(
      Object.entries(expense!.totals!).map(([key, amount]) => `${key} ${amount}`),
      ['INT-COMMISSION 12.25', 'INT-USES 48410.00', 'total 48422.25']
    )
    assert.deepEqual(
      expense!.rows.map((row) => [row.day, String(row['INT-USES'] ?? ''), String(row.total)]),
      [
        ['نقل من قبله', '', '0.00'],
        [revenue!.rows[1]!.day, '', '12.25'],
        [expense!.rows[2]!.day, '48410.00', '48410.00'],
        ['نقل بعده', '48410.00', '48422.25'],
      ]
    )
    const [uses] = (await folioOf('81-uses')).tables
    const charged = uses!.rows.find(({ code }) => code === 'INT-USES')!
    assert.deepEqual([charged.approved, charged.moved, charged.carried, charged.left].map(String), [
      '100000.00',
      '48410.00',
      '48410.00',
      '51590.00',
    ])
  })

  test('details of accounts run by account: each from what it brings to what it carries', async ({
    assert,
  }) => {
    const { first, next } = { first: MONTH.first, next: MONTH.previous().first }
    await office.post(next, 'INT-BANK', 'INT-DEPOSITS', '750.00')
    await office.post(first, 'INT-DEPOSITS', 'INT-BANK', '250.00')
    const [table] = (await folioOf('39-credit')).tables
    const deposits = table!.rows.filter(({ account }) => String(account).startsWith('INT-DEPOSITS'))
    assert.deepEqual(
      deposits.map(({ said, debit, balance }) => `${said} ${debit ?? ''} ${balance}`),
      ['نقل من قبله  750.00 دائن', 'قيد للتجربة 250.00 500.00 دائن', 'نقل بعده  500.00 دائن']
    )
  })

  test('a folio of very many lines shows its accounts, each leading to its lines, and still sees when the ledger left it', async ({
    assert,
  }) => {
    const day = MONTH.first
    await office.post(day, 'INT-BANK', 'INT-DEPOSITS', '750.00')
    await office.post(day, 'INT-BANK', 'INT-DEPOSITS', '50.00')
    await office.lock(String(MONTH))
    const { id } = await folioOf('39-credit')
    await new KeepFolio().close(id, { by: office.clerk })
    const read = async () => {
      const folio = await BookFolio.query().where('id', id).preload('book').firstOrFail()
      return folioPage(folio, 'ar', { trx: db as never, long: 1 })
    }
    const { tables, isLong, differs } = await read()
    assert.isTrue(isLong)
    assert.isFalse(differs)
    const [row] = tables[0]!.rows
    assert.equal(
      row!.cells[0]!.url,
      `/accounts/ledger-lines?account=INT-DEPOSITS&posted_from=${day}&posted_to=${MONTH.last}&unit=${world.unitId}`
    )
    assert.deepEqual(
      row!.cells.slice(2).map(({ text }) => text),
      ['', '', '', '800.00', '', '800.00']
    )
    await db.rawQuery(
      'UPDATE ledger_totals SET credit = credit + 1 WHERE unit_id = ? AND credit > 0',
      [world.unitId]
    )
    assert.isTrue((await read()).differs)
  })

  test('forms 69 and 75 say the same on page, in Excel and on paper', async ({
    client,
    assert,
  }) => {
    const voucher = await aVoucher(world, 'posted')
    const day = await new PrepareDaily().handle(
      { unitId: world.unitId, day: world.on },
      { by: world.clerk }
    )
    const daily = await threeOf(client, `/accounts/daily-reckonings/${day.id}`, office.head)
    for (const amount of [voucher.gross, voucher.deductions, voucher.net]) {
      assert.include(daily.page, amount.format('ar'))
      assert.include(daily.pdf, amount.format('ar'))
      assert.include(daily.sheets[1]!.rows.at(-1), String(amount))
    }
    assert.deepEqual(
      daily.sheets.map(({ name }) => name),
      ['الحسبة', 'استمارات اليوم', 'تسويات اليوم']
    )
    await office.lock(String(MONTH))
    const account = await office.signed75(String(MONTH), 'الصراف في إجازة')
    const monthly = await threeOf(client, `/accounts/period-accounts/${account.id}`, office.head)
    assert.equal(String(account.debit), '48410.00')
    assert.include(monthly.page, '48,410.00')
    assert.include(monthly.pdf, '48,410.00')
    // The form 69 of its one day is not signed yet: the account says so and why.
    for (const text of [formatDay(world.on, 'ar'), 'الصراف في إجازة']) {
      assert.include(monthly.page, text)
      assert.include(JSON.stringify(monthly.sheets[0]!.rows), text)
    }
    assert.equal(monthly.sheets[0]!.rows.at(-1)!.filter((cell) => cell === '48410.00').length, 4)
    for (const name of ['سعاد فهمي', 'نبيل عزمي', 'هالة شكري', 'محمود الجندي']) {
      assert.include(monthly.page, name)
      assert.include(JSON.stringify(monthly.sheets[0]!.rows), name)
    }
  })

  test('the final account says the same on page, in Excel and on paper', async ({
    client,
    assert,
  }) => {
    const own = await anAccountsOffice()
    await own.post('2025-07-05', 'INT-BANK', 'INT-REV-FEES', '1000.00')
    await own.post('2025-07-20', 'INT-COMMISSION', 'INT-BANK', '312.25')
    const year = FiscalYear.of('2025/2026')
    await everyMonthSigned(own, year)
    const { id } = await new CloseYear().close({ unitId: own.unitId, year }, { by: own.manager })
    const said = await threeOf(client, `/accounts/year-closings/${id}`, own.head)
    for (const text of ['1,000.00', '312.25', '687.75']) {
      assert.include(said.page, text)
      assert.include(said.pdf, text)
    }
    assert.deepEqual(
      said.sheets.map(({ name, rows }) => [
        name,
        ...rows.at(-1)!.filter((cell) => /\d\.\d\d$/.test(cell)),
      ]),
      [
        ['الموارد', '1000.00'],
        ['الاستخدامات', '312.25'],
        ['ترحيل الأرصدة', '1000.00', '1000.00', '687.75', '687.75'],
      ]
    )
  })

  test('the trial balance and the execution of the budget say the same on page, in Excel and on paper', async ({
    client,
    assert,
  }) => {
    await aVoucher(world, 'posted')
    const reports = [
      [
        `/accounts/trial-balance?unit=${world.unitId}&from=${MONTH}&to=${MONTH}`,
        '48410.00',
        '48,410.00',
      ],
      [`/budget/reports/execution-by-chapter?unit=${world.unitId}`, '48410.00', '48,410.00'],
    ] as const
    for (const [address, amount, text] of reports) {
      const page = await client.get(address).loginAs(office.head)
      page.assertStatus(200)
      assert.include(page.text(), text, address)
      const asked = client.get(`${address}&format=xlsx`).loginAs(office.head)
      asked.request.responseType('blob')
      const [sheet] = await readSheets((await asked).body())
      assert.include(sheet!.rows.at(-1), amount, address)
      const pdf = await client.get(`${address}&format=pdf`).loginAs(office.head)
      assert.include(await readPdf(Buffer.from(pdf.body())), text, address)
    }
  })
})
