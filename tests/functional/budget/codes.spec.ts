import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import CloseCode from '#budget/classifications/close_code'
import ConfirmCode from '#budget/classifications/confirm_code'
import OpenCode from '#budget/classifications/open_code'
import { treeOf } from '#budget/classifications/tree'
import BudgetCode from '#budget/models/budget_code'
import type User from '#identity/models/user'
import { aBudgetLine } from '#tests/support/budget'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

test.group('Classification codes', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  let officer: User
  let head: User

  group.each.setup(async () => {
    const unitId = await aUnit()
    officer = await aPerson({ unitId, roles: ['finance_officer'] })
    head = await aPerson({ unitId, roles: ['accounts_head'] })
  })

  const hand = (user: User) => ({ by: { ...user.asActor(), id: user.id } })
  const codeOf = (axis: string, code: string) =>
    BudgetCode.query().where({ axis, code }).firstOrFail()
  const open = async (code: string, parent: string, more: object = {}) =>
    new OpenCode().handle(
      {
        axis: 'use',
        code,
        parentId: (await codeOf('use', parent)).id,
        nameAr: 'اشتراكات برامج',
        validFrom: '2026-07-01',
        legalReference: 'منشور عام 3 لسنة 2026',
        ...more,
      },
      hand(officer)
    )

  test('a code is opened by a decision, waits to be confirmed, and another person confirms it', async ({
    assert,
  }) => {
    const made = await open('2190', '21')
    assert.deepInclude(made.picture(), { axis: 'use', code: '2190', validFrom: '2026-07-01' })
    assert.deepEqual([made.level, Boolean(made.confirmed)], [3, false])
    assert.equal(made.groupId, (await codeOf('use', '21')).id)
    const reference = 'التأشيرات العامة 2026/2027 بند 4'
    await assert.rejects(
      () => new ConfirmCode().handle(made.id, { reference }, hand(officer)),
      /maker|أعد/
    )
    await new ConfirmCode().handle(made.id, { reference }, hand(head))
    await made.refresh()
    assert.deepEqual([Boolean(made.confirmed), made.legalReference], [true, reference])
    await assert.rejects(() => new ConfirmCode().handle(made.id, { reference }, hand(head)), /مؤكد/)
  })

  test('a later code of the same number closes the one before it, and never the other way round', async ({
    assert,
  }) => {
    const first = await open('2190', '21')
    await assert.rejects(() => open('2190', '21'), /مفتوح من 2026-07-01/)
    const second = await open('2190', '21', { validFrom: '2027-07-01', nameAr: 'اشتراكات وتراخيص' })
    await first.refresh()
    assert.deepEqual([first.validTo, second.validTo], ['2027-07-01', null])
    const names = async (on: string) =>
      (await treeOf({ axis: 'use', locale: 'ar', on, search: '2190' })).rows
        .filter(({ code }) => code === '2190')
        .map(({ name }) => name)
    assert.deepEqual(await names('2026-12-31'), ['اشتراكات برامج'])
    assert.deepEqual(await names('2027-07-01'), ['اشتراكات وتراخيص'])
    assert.deepEqual(await names('2026-06-30'), [])
  })

  test('nothing is opened below a code that has lines, below the fourth level, or on another axis', async ({
    assert,
  }) => {
    await aBudgetLine('0.00', '2104')
    await assert.rejects(() => open('210401', '2104'), /عليه بنود موازنة/)
    const type = await open('2190', '21')
    const fourth = await open('219001', '2190')
    assert.deepEqual([fourth.level, fourth.itemId], [4, type.id])
    await type.refresh()
    assert.isFalse(Boolean(type.isPostable))
    await assert.rejects(() => open('21900101', '219001'), /المستوى الرابع/)
    const fund = await codeOf('fund', '00')
    await assert.rejects(() => open('x1', '21', { parentId: fund.id }), /ليس من هذا التصنيف/)
  })

  test('a code is closed by a decision with all below it, but not before years that use it', async ({
    assert,
  }) => {
    await open('2190', '21')
    await open('219001', '2190')
    await aBudgetLine('0.00', '219001', { fiscalYear: '2027/2028' })
    const item = await codeOf('use', '2190')
    const reference = 'قرار 12 لسنة 2027'
    await assert.rejects(
      () => new CloseCode().handle(item.id, { on: '2027-07-01', reference }, hand(head)),
      /2027\/2028/
    )
    await assert.rejects(
      () => new CloseCode().handle(item.id, { on: '2026-07-01', reference }, hand(head)),
      /يغلق في يوم/
    )
    await new CloseCode().handle(item.id, { on: '2028-07-01', reference }, hand(head))
    const rows = await db.from('budget_codes').whereIn('code', ['2190', '219001']).orderBy('code')
    assert.deepEqual(
      rows.map((row) => [row.code, row.valid_to, row.closing_reference]),
      [
        ['2190', '2028-07-01', reference],
        ['219001', '2028-07-01', reference],
      ]
    )
    await assert.rejects(
      () => new CloseCode().handle(item.id, { on: '2029-07-01', reference }, hand(head)),
      /مغلق/
    )
  })

  test('a tree is searched by code or name, and what fits is shown below what it belongs to', async ({
    assert,
  }) => {
    const { rows } = await treeOf({
      axis: 'use',
      locale: 'ar',
      on: '2026-07-01',
      search: 'ادوات كتابيه',
    })
    assert.deepEqual(
      rows.map(({ code }) => code),
      ['2', '21', '2104']
    )
  })

  test('the pages open, confirm and close a code', async ({ assert, client }) => {
    const send = (user: User, url: string, form: object) =>
      client
        .post(url)
        .loginAs(user)
        .withCsrfToken()
        .header('accept', 'text/html')
        .redirects(0)
        .form(form)
    const parent = await codeOf('fund', '00')
    const page = await client.get('/budget/codes?axis=fund').loginAs(officer)
    page.assertStatus(200)
    assert.include(page.text(), parent.nameAr)
    const made = await send(officer, '/budget/codes', {
      axis: 'fund',
      code: 'SF99',
      name_ar: 'صندوق تجميل المدينة',
      valid_from: '2026-07-01',
      legal_reference: 'القانون 9 لسنة 2026',
    })
    assert.equal(made.status(), 303)
    const code = await codeOf('fund', 'SF99')
    const url = `/budget/codes/${code.id}`
    assert.equal(made.header('location'), url)
    const form = { legal_reference: 'القانون 9 لسنة 2026، الجريدة الرسمية العدد 20' }
    assert.equal((await send(officer, `${url}/confirmation`, form)).status(), 403)
    await send(head, `${url}/confirmation`, form)
    await send(head, `${url}/closing`, {
      on: '2027-07-01',
      closing_reference: 'القانون 3 لسنة 2027',
    })
    const shown = await client.get(url).loginAs(head)
    shown.assertStatus(200)
    assert.include(shown.text(), 'القانون 3 لسنة 2027')
    await code.refresh()
    assert.deepEqual([Boolean(code.confirmed), code.validTo], [true, '2027-07-01'])
  })
})
