import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import type User from '#identity/models/user'
import DecideOrder from '#registry/books/orders/decide_order'
import ProposeOrder from '#registry/books/orders/propose_order'
import { scheduleOf } from '#registry/books/queries/schedule'
import { aGrant, aPerson } from '#tests/support/people'
import { aRightsWorld, type RightsWorld } from '#tests/support/rights_world'

test.group('Pages of books, runs and schedules', (group) => {
  let world: RightsWorld
  let maker: User
  let keeper: User

  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    world = await aRightsWorld()
    maker = await aPerson({ unitId: world.unitId, roles: ['finance_officer'] })
    keeper = await aPerson({ unitId: world.unitId })
    for (const { id } of await db.from('units').whereNull('parent_id').select('id')) {
      await aGrant(keeper.id, 'finance_officer', Number(id))
    }
  })

  const capitalised = async (code: string, cost: string, on = '2026-05-10') => {
    const { id } = await db.from('asset_classes').where({ code }).firstOrFail()
    const asset = await world.asset({ class_id: id })
    const order = await new ProposeOrder().handle(
      { assetId: asset.id, kind: 'capitalisation', amount: Money.of(cost), effectiveOn: on },
      { by: { id: maker.id, name: maker.fullName } }
    )
    await new DecideOrder().approve(order.id, { by: world.head })
    return asset
  }
  const run = async (month: string) => {
    const by = { id: maker.id, name: maker.fullName }
    const order = await new ProposeOrder().depreciation(world.unitId, Month.of(month), { by })
    return new DecideOrder().approve(order.id, { by: world.head })
  }
  const bookId = async (code: string) =>
    Number((await db.from('depreciation_books').where({ code }).firstOrFail()).id)

  test('a month is previewed, sent, approved by another, and taken back, by pages', async ({
    client,
    assert,
  }) => {
    await capitalised('occupancy.kiosk', '12000.00')
    const preview = await client
      .get('/registry/depreciations')
      .qs({ unit: world.unitId, month: '2026-05' })
      .loginAs(maker)
    preview.assertStatus(200)
    for (const figure of ['100.00', '125.00', '250.00']) preview.assertTextIncludes(figure)
    const count = await db
      .from('asset_book_entries')
      .where({ unit_id: world.unitId, kind: 'depreciation' })
      .count('* as n')
    assert.equal(Number(count[0].n), 0)

    const sent = await client
      .post('/registry/depreciations')
      .redirects(0)
      .withCsrfToken()
      .loginAs(maker)
      .form({ unit: world.unitId, month: '2026-05' })
    const page = sent.header('location')!
    ;(await client.get(page).loginAs(world.head)).assertTextIncludes('250.00')
    await client.post(`${page}/decision`).redirects(0).withCsrfToken().loginAs(world.head)
    const posted = await client.get(page).loginAs(maker)
    posted.assertTextIncludes(`${page}/reversal`)

    const back = await client
      .post(`${page}/reversal`)
      .redirects(0)
      .withCsrfToken()
      .loginAs(maker)
      .form({ reason: 'حسب قبل رسملة أصل' })
    back.assertStatus(303)
    const reversal = back.header('location')!
    await client.post(`${reversal}/decision`).redirects(0).withCsrfToken().loginAs(world.head)
    const [{ net }] = await db
      .from('asset_book_entries')
      .where('unit_id', world.unitId)
      .sum('accumulated as net')
    assert.equal(net, '0.00')
    assert.notInclude((await client.get(page).loginAs(maker)).text(), `${page}/reversal`)
  })

  test('who keeps the books of the whole house adds a method and closes a book; an officer of a unit reads them', async ({
    client,
    assert,
  }) => {
    const id = await bookId('ipsas')
    const read = await client.get(`/registry/depreciation-books/${id}`).loginAs(maker)
    read.assertStatus(200)
    assert.notInclude(read.text(), '/methods')
    const method = {
      class_code: 'movable.vehicle',
      method: 'declining',
      yearly_rate: '0.3',
      valid_from: '2026-12-01',
      legal_reference: 'قرار 12 لسنة 2026',
    }
    const refused = await client
      .post(`/registry/depreciation-books/${id}/methods`)
      .redirects(0)
      .withCsrfToken()
      .loginAs(maker)
      .form(method)
    assert.include([403, 404], refused.status())
    const added = await client
      .post(`/registry/depreciation-books/${id}/methods`)
      .redirects(0)
      .withCsrfToken()
      .loginAs(keeper)
      .form(method)
    added.assertStatus(303)
    const shown = await client.get(`/registry/depreciation-books/${id}`).loginAs(keeper)
    shown.assertTextIncludes('30.00%')
    const closed = await client
      .post(`/registry/depreciation-books/${id}/closure`)
      .redirects(0)
      .withCsrfToken()
      .loginAs(keeper)
      .form({ closed_on: '2026-12-31', reason: 'لا يطلب بعد' })
    closed.assertStatus(303)
    const books = await client.get('/registry/depreciation-books').loginAs(keeper)
    books.assertStatus(200)
    const opened = await client
      .post('/registry/depreciation-books')
      .redirects(0)
      .withCsrfToken()
      .loginAs(keeper)
      .form({
        code: 'insurance',
        name_ar: 'دفتر القيمة التأمينية',
        name_en: 'Insured value',
        legal_reference: 'وثيقة التأمين',
      })
    opened.assertStatus(303)
    const trail = await db.from('trail').where('subject_type', 'depreciation_book').orderBy('id')
    assert.deepEqual(
      trail.map(({ action }) => action),
      ['depreciation_book.method_added', 'depreciation_book.closed', 'depreciation_book.opened']
    )
  })

  test('the schedule of an asset ends at its salvage to the piastre, and its page tells the value of any day', async ({
    client,
    assert,
  }) => {
    const kiosk = await capitalised('occupancy.kiosk', '12000.01')
    for (const month of ['2026-05', '2026-06', '2026-07']) await run(month)
    const main = await scheduleOf(kiosk.id, await bookId('main'))
    assert.equal(main.at(-1)!.value.toString(), '0.00')
    assert.equal(Money.sum(main.map((row) => row.depreciation)).toString(), '12000.01')
    assert.deepEqual(
      main.slice(0, 2).map((row) => [row.year, String(row.depreciation), row.isEntered]),
      [
        ['2025/2026', '200.00', true],
        ['2026/2027', '1200.00', false],
      ]
    )
    const tax = await scheduleOf(kiosk.id, await bookId('tax'))
    // 25 % of 12,000.01 for two months; then a quarter of what is left, each July.
    assert.deepEqual(
      tax.slice(0, 3).map((row) => [String(row.depreciation), String(row.value)]),
      [
        ['500.00', '11500.01'],
        ['2875.00', '8625.01'],
        ['2156.25', '6468.76'],
      ]
    )
    const page = await client
      .get(`/registry/book-values/${kiosk.id}`)
      .qs({ on: '2026-06-30', book: await bookId('tax') })
      .loginAs(maker)
    page.assertStatus(200)
    for (const figure of ['11,800.01', '11,500.01', '8,625.01']) page.assertTextIncludes(figure)
  })

  test('land has no schedule but its cost', async ({ assert }) => {
    const land = await capitalised('land.vacant', '900000.00')
    const years = await scheduleOf(land.id, await bookId('main'))
    assert.deepEqual(
      years.map((row) => [String(row.depreciation), String(row.value)]),
      [['0.00', '900000.00']]
    )
  })

  test('the roll-forward of each book closes at what assets stand at, and that of the posted one at the ledger', async ({
    client,
    assert,
  }) => {
    const kiosk = await capitalised('occupancy.kiosk', '12000.00')
    await capitalised('land.vacant', '900000.00')
    for (const month of ['2026-05', '2026-06', '2026-07']) await run(month)
    const gone = await new ProposeOrder().handle(
      { assetId: kiosk.id, kind: 'disposal', amount: Money.zero, effectiveOn: '2026-08-05' },
      { by: { id: maker.id, name: maker.fullName } }
    )
    await new DecideOrder().approve(gone.id, { by: world.head })
    const sheet = async (book: string) => {
      const asked = client
        .get('/registry/reports/book-roll-forward')
        .qs({ year: '2026', book, format: 'csv', unit: world.unitId })
        .loginAs(maker)
      asked.request.responseType('blob')
      const answer = await asked
      answer.assertStatus(200)
      return String(answer.body())
    }
    const main = await sheet('main')
    // Kiosk: opens at 11,800.00, takes 100.00, and 11,700.00 is written off. Land: stays.
    for (const figure of ['11800.00', '-100.00', '-11700.00', '900000.00']) {
      assert.include(main, figure)
    }
    assert.include(await sheet('ipsas'), '-11625.00')
    const [[{ ledger }]] = await db.rawQuery(
      `SELECT SUM(l.debit - l.credit) AS ledger FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
       WHERE l.unit_id = ? AND a.code IN ('INT-FA-LAND', 'INT-FA-BUILDINGS', 'INT-FA-STRUCTURES', 'INT-FA-EQUIPMENT', 'INT-FA-ACCUMULATED')`,
      [world.unitId]
    )
    assert.equal(ledger, '900000.00')
  })
})
