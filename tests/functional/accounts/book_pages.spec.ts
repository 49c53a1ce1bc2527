import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { FiscalYear } from '#core/fiscal'
import type User from '#identity/models/user'
import CloseYear from '#accounts/books/close_year'
import { finalAccount } from '#accounts/books/final_account'
import AccountBook from '#accounts/models/account_book'
import { aBudgetLine, pounds } from '#tests/support/budget'
import {
  anAccountsOffice,
  everyMonthSigned,
  loadBooks,
  type AccountsOffice,
} from '#tests/support/account_books'

const YEAR = FiscalYear.of('2025/2026')

test.group('Pages of the books', (group) => {
  let office: AccountsOffice
  group.tap((one) => one.timeout(60_000))
  group.setup(loadBooks)
  group.each.setup(async () => {
    office = await anAccountsOffice()
    await office.post('2025-07-05', 'INT-BANK', 'INT-REV-FEES', '1000.00')
    await office.post('2025-07-20', 'INT-COMMISSION', 'INT-BANK', '312.25')
    await office.post('2025-09-10', 'INT-BANK', 'INT-DEPOSITS', '400.00')
  })

  test('a folio is opened, closed by one and audited by another, on its page and on paper', async ({
    client,
    assert,
  }) => {
    await office.lock('2025-07')
    const { id: bookId } = await AccountBook.findByOrFail('code', '78-cash')
    const send = (url: string, by: User, form = {}) =>
      client.post(url).loginAs(by).withCsrfToken().form(form).redirects(0)
    const said = { unit_id: office.unitId, book_id: bookId, month: '2025-07' }
    const made = await send('/accounts/folios', office.clerk, said)
    const page = made.header('location')!
    await send(`${page}/close`, office.clerk)
    const seen = await client.get(page).loginAs(office.controller)
    seen.assertStatus(200)
    for (const text of ['نقل من قبله', '1,000.00', '312.25', '687.75', 'سعاد فهمي', 'مقفلة']) {
      assert.include(seen.text(), text)
    }
    await send(`${page}/audit`, office.controller)
    const paper = await client.get(`${page}/paper`).loginAs(office.head)
    paper.assertStatus(200)
    assert.match(String(paper.header('content-type')), /pdf/)
    const list = async (book: string) => {
      const { id } = await AccountBook.findByOrFail('code', book)
      const address = `/accounts/folios?book=${id}&unit=${office.unitId}`
      return (await client.get(address).loginAs(office.head)).text().includes(`href="${page}"`)
    }
    assert.deepEqual([await list('78-cash'), await list('55')], [true, false])
    ;(await client.get('/accounts/folios/create').loginAs(office.clerk)).assertStatus(200)
  })

  test('form 75 goes its three signatures by its pages; a signature out of turn is refused', async ({
    client,
    assert,
  }) => {
    await office.lock('2025-07')
    const send = (url: string, by: User, form = {}) =>
      client.post(url).loginAs(by).withCsrfToken().form(form).redirects(0)
    const said = { unit_id: office.unitId, span: 'month', month: '2025-07' }
    const page = (await send('/accounts/period-accounts', office.clerk, said)).header('location')!
    const status = async () =>
      (await db.from('period_accounts').where('unit_id', office.unitId).firstOrFail()).status
    await send(`${page}/submit`, office.clerk)
    await send(`${page}/manager`, office.manager)
    assert.equal(await status(), 'submitted')
    await send(`${page}/controller`, office.controller)
    await send(`${page}/manager/back`, office.manager, { reason: 'راجع البنك' })
    await send(`${page}/controller`, office.controller)
    await send(`${page}/manager`, office.manager)
    await send(`${page}/head`, office.head)
    assert.equal(await status(), 'signed')
    const seen = await client.get(page).loginAs(office.head)
    for (const text of ['1,312.25', 'نبيل عزمي', 'هالة شكري', 'محمود الجندي']) {
      assert.include(seen.text(), text)
    }
    ;(await client.get(`${page}/paper`).loginAs(office.head)).assertStatus(200)
  })

  test('the final account shows resources, uses, result and what is left of each chapter', async ({
    client,
    assert,
  }) => {
    const line = await aBudgetLine('5000.00', '2104', { unitId: office.unitId })
    await line.move('pay', { paid: pounds('312.25') })
    const year = FiscalYear.of('2026/2027')
    const { execution } = await finalAccount({ unitId: office.unitId, year }, { trx: db as never })
    assert.deepEqual(
      execution.map(({ code, original, revised, paid, left }) => [
        code,
        ...[original, revised, paid, left].map(String),
      ]),
      [['2', '5000.00', '5000.00', '312.25', '4687.75']]
    )
    await everyMonthSigned(office, YEAR)
    const asked = { unitId: office.unitId, year: YEAR }
    const { id } = await new CloseYear().close(asked, { by: office.manager })
    const page = `/accounts/year-closings/${id}`
    const seen = await client.get(page).loginAs(office.head)
    for (const text of ['1,000.00', '312.25', '687.75', 'الفائض', 'في انتظار الاعتماد']) {
      assert.include(seen.text(), text)
    }
    ;(await client.get(`${page}/paper`).loginAs(office.head)).assertStatus(200)
    const approval = await client
      .post(`${page}/approve`)
      .loginAs(office.head)
      .withCsrfToken()
      .form({ decision_no: '118' })
      .redirects(0)
    approval.assertStatus(303)
    assert.equal((await db.from('year_closings').where('id', id).firstOrFail()).status, 'approved')
  })
})
