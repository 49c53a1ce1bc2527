import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, today } from '#core/days'
import type User from '#identity/models/user'
import { balanceOf } from '#budget/balances/balance_as_of'
import Commitment from '#budget/models/commitment'
import Virement from '#budget/models/virement'
import { aBudgetLine, pounds, type BudgetLineWorld } from '#tests/support/budget'
import { aPerson } from '#tests/support/people'

test.group('Pages of the control of the budget', (group) => {
  let line: BudgetLineWorld
  let other: BudgetLineWorld
  let officer: User
  let head: User

  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    line = await aBudgetLine('100000.00', '2104')
    other = await aBudgetLine('10000.00', '2102', { unitId: line.unitId })
    officer = await aPerson({ unitId: line.unitId, roles: ['finance_officer'] })
    head = await aPerson({ unitId: line.unitId, roles: ['accounts_head'] })
  })

  const available = async ({ lineId }: BudgetLineWorld) =>
    String((await balanceOf(lineId)).available)

  test('a need is checked without a trace, recorded, approved by another, changed and cancelled, by pages', async ({
    client,
    assert,
  }) => {
    const form = { line_id: line.lineId, amount: '٤٠٬٠٠٠', purpose: 'أدوات كتابية', need_no: '12' }
    const opened = await client.get('/budget/commitments/create').loginAs(officer)
    opened.assertTextIncludes('100,000.00')
    const check = (amount: string) =>
      client
        .post('/budget/commitments/check')
        .form({ ...form, amount })
        .withCsrfToken()
        .loginAs(officer)
    const enough = await check('40000')
    enough.assertStatus(200)
    enough.assertTextIncludes('data-check="enough"')
    enough.assertTextIncludes('60,000.00')
    ;(await check('100000.01')).assertTextIncludes('data-check="short"')
    assert.isNull(await Commitment.findBy('lineId', line.lineId))

    const made = await client
      .post('/budget/commitments')
      .form({ ...form, reserve: '1' })
      .withCsrfToken()
      .redirects(0)
      .loginAs(officer)
    made.assertStatus(303)
    const one = await Commitment.findByOrFail('lineId', line.lineId)
    assert.equal(one.status, 'reserved')
    assert.equal(await available(line), '60000.00')
    const page = await client.get(`/budget/commitments/${one.id}`).loginAs(head)
    page.assertTextIncludes('أدوات كتابية')
    page.assertTextIncludes(`/budget/commitments/${one.id}/approval`)
    const own = await client.get(`/budget/commitments/${one.id}`).loginAs(officer)
    assert.notInclude(own.text(), `/budget/commitments/${one.id}/approval`)

    const step = (name: string, by: User, fields: Record<string, string> = {}) =>
      client
        .post(`/budget/commitments/${one.id}/${name}`)
        .form(fields)
        .withCsrfToken()
        .redirects(0)
        .loginAs(by)
    ;(await step('approval', head)).assertStatus(303)
    ;(await step('amount', head, { amount: '45000', reason: 'زيادة أسعار' })).assertStatus(303)
    assert.equal(await available(line), '55000.00')
    ;(await step('cancellation', officer, { reason: 'عدول المورد' })).assertStatus(303)
    assert.equal(await available(line), '100000.00')
    const row = await client.get(`/budget/lines/${line.lineId}`).loginAs(officer)
    for (const words of ['تجنيب', 'خفض ارتباط', '40,000.00']) row.assertTextIncludes(words)
  })

  test('a virement is simulated on its form, proposed, and approved by another on its page', async ({
    client,
    assert,
  }) => {
    const form = {
      'unit': line.unitId,
      // As a browser names the cells of a table of rows; the last row was left empty.
      'lines[0][line_id]': line.lineId,
      'lines[0][take]': '25000',
      'lines[0][give]': '',
      'lines[1][line_id]': other.lineId,
      'lines[1][take]': '',
      'lines[1][give]': '25000',
      'lines[2][line_id]': '',
      'lines[2][take]': '',
      'lines[2][give]': '',
      'reason': 'ارتفاع أسعار الوقود',
      'decision_no': '417',
      'decision_on': today(),
      'decision_authority': 'وزارة المالية',
    }
    const post = (path: string, by: User, fields: object = {}) =>
      client.post(path).form(fields).withCsrfToken().redirects(0).loginAs(by)
    const preview = await post('/budget/virements/preview', officer, form)
    preview.assertStatus(200)
    for (const figure of ['75,000.00', '35,000.00', 'وزارة المالية', 'بين بنود المجموعة']) {
      preview.assertTextIncludes(figure)
    }
    const unequal = await post('/budget/virements/preview', officer, {
      ...form,
      'lines[1][give]': '24999.99',
    })
    unequal.assertTextIncludes('data-check="refused"')
    assert.isNull(await Virement.findBy('unitId', line.unitId))
    ;(await post('/budget/virements', officer, form)).assertStatus(303)
    const { id } = await Virement.findByOrFail('unitId', line.unitId)
    const before = await client.get(`/budget/virements/${id}`).loginAs(head)
    before.assertTextIncludes('75,000.00')
    ;(await post(`/budget/virements/${id}/decision`, head)).assertStatus(303)
    assert.deepEqual([await available(line), await available(other)], ['75000.00', '35000.00'])
    await line.move('commit', { committed: pounds('1000.00') })
    const after = await client.get(`/budget/virements/${id}`).loginAs(officer)
    // As it found and left the lines, whatever moved them later.
    for (const figure of ['100,000.00', '75,000.00', '10,000.00', '35,000.00']) {
      after.assertTextIncludes(figure)
    }
    assert.notInclude(after.text(), '74,000.00')
  })

  test('available credit is shown at once and as it was on a day, and leads to its line', async ({
    client,
    assert,
  }) => {
    await line.move('pay', { paid: pounds('12345.67') })
    const now = await client.get('/budget/available').loginAs(officer)
    now.assertTextIncludes('87,654.33')
    now.assertTextIncludes(`/budget/lines/${line.lineId}`)
    const before = await client
      .get('/budget/available')
      .qs({ on: addDays(today(), -1) })
      .loginAs(officer)
    assert.notInclude(before.text(), '87,654.33')
    before.assertTextIncludes('2104')
    const filtered = await client
      .get('/budget/available')
      .qs({ q: 'كتابية', year: '2026-2027' })
      .loginAs(officer)
    filtered.assertStatus(200)
    assert.include(filtered.text(), `/budget/lines/${line.lineId}`)
    assert.notInclude(filtered.text(), `/budget/lines/${other.lineId}`)
  })

  test('every report is a page and a file, with the sums of its lines, and drills to them', async ({
    client,
    assert,
  }) => {
    await line.move('commit', { committed: pounds('30000.00') })
    await line.move('pay', { committed: pounds('10000.00').negate(), paid: pounds('10000.00') })
    for (const by of ['chapter', 'item', 'unit', 'fund', 'programme']) {
      const page = await client.get(`/budget/reports/execution-by-${by}`).loginAs(head)
      page.assertStatus(200)
      if (by !== 'item') {
        for (const sum of ['110,000.00', '20,000.00', '10,000.00', '80,000.00']) {
          page.assertTextIncludes(sum)
        }
      }
      page.assertTextIncludes('/budget/available?year=2026-2027')
      const narrowed = await client
        .get(`/budget/reports/execution-by-${by}`)
        .qs({ unit: line.unitId })
        .loginAs(head)
      narrowed.assertTextIncludes('20,000.00')
    }
    const book = await client
      .get('/budget/reports/execution-by-chapter')
      .qs({ format: 'xlsx' })
      .loginAs(head)
    book.assertStatus(200)
    assert.match(String(book.header('content-type')), /spreadsheet/)
    for (const path of [
      '/budget/reports',
      '/budget/reports/commitments-open-by-age',
      '/budget/alerts',
    ]) {
      ;(await client.get(path).loginAs(head)).assertStatus(200)
    }
    ;(await client.get('/budget/reports/none').loginAs(head)).assertStatus(404)
  })

  test('open commitments are added up by age, and each sum opens its commitments', async ({
    client,
  }) => {
    const { lineId, unitId } = line
    for (const [days, amount] of [
      [10, '100.00'],
      [60, '200.00'],
      [400, '400.00'],
    ] as const) {
      const one = await Commitment.create({
        lineId,
        unitId,
        fiscalYear: '2026/2027',
        number: 700_000 + days,
        amount: pounds(amount),
        purpose: 'قديم',
        madeBy: officer.id,
        status: 'draft',
      })
      await db.rawQuery(
        `UPDATE commitments SET status = 'committed', approved_by = ?, approved_on = ?, document_hash = UNHEX(SHA2('x', 256)),
           appropriation_no = (SELECT MIN(id) FROM budget_movements WHERE line_id = ?) WHERE id = ?`,
        [head.id, addDays(today(), -days), lineId, one.id]
      )
    }
    const page = await client.get('/budget/reports/commitments-open-by-age').loginAs(head)
    for (const sum of ['100.00', '200.00', '400.00', '700.00']) page.assertTextIncludes(sum)
    const old = await client
      .get('/budget/commitments')
      .qs({ status: 'committed', unit: unitId, approved_to: addDays(today(), -181) })
      .loginAs(head)
    old.assertTextIncludes('400.00')
  })
})
