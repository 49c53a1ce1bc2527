import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { FiscalYear, Month } from '#core/fiscal'
import AdvanceLife from '#accounts/advances/advance_life'
import RequestAdvance from '#accounts/advances/request_advance'
import ReconcileBank from '#accounts/banking/reconciliation/reconcile_bank'
import { YearNotReadyError } from '#accounts/books/errors'
import CloseYear from '#accounts/books/close_year'
import type { Obstacle } from '#accounts/books/obstacles/obstacle'
import { readiness } from '#accounts/books/year_checks'
import { anAdvanceDesk, payAdvance } from '#tests/support/advances'
import { accountNo, aStatement } from '#tests/support/banking'
import { loadImportReference } from '#tests/support/imports'
import { pounds } from '#tests/support/budget'
import { loadBooks } from '#tests/support/account_books'
import { anOrder, aPayingUnit, aVoucher, type PayingUnit } from '#tests/support/payments'
import { aPerson } from '#tests/support/people'

const YEAR = FiscalYear.of('2026/2027')

test.group('What stands in the way of closing a year', (group) => {
  let world: PayingUnit
  group.tap((one) => one.timeout(60_000))
  group.setup(loadBooks)
  group.setup(loadImportReference)
  group.each.setup(async () => {
    world = await aPayingUnit('200000.00', '150000.00')
  })

  const found = () => db.transaction((trx) => readiness({ unitId: world.unitId, year: YEAR }, trx))
  const shown = (obstacles: Obstacle[], kind: Obstacle['kind']) => {
    const one = obstacles.find((obstacle) => obstacle.kind === kind)
    return (
      one && [
        String(one.total),
        one.lines.map(({ number, amount, url }) => [number, String(amount), url]),
      ]
    )
  }

  test('each commitment, form, order and advance stands with its number, what is open of it and its page', async ({
    assert,
  }) => {
    const { unitId, commitment, officer, head, on } = world
    const cleared = await aVoucher(world, 'cleared')
    const order = await anOrder(world)
    const holder = await aPerson({ unitId, fullName: 'حامل السلفة' })
    const by = officer.asActor() as { id: number; name: string }
    const asked = {
      unitId,
      kind: 'travel',
      amount: pounds('5000.00'),
      purpose: 'مأمورية',
      on,
    } as const
    const advance = await new RequestAdvance().handle(
      { ...asked, holder: { userId: holder.id } },
      { by }
    )
    await new AdvanceLife().approve(advance.id, { by: head, on })
    await payAdvance(advance.id, await anAdvanceDesk(unitId, { officer, head }), { on })

    const obstacles = await found()
    const open = pounds('150000.00').subtract(order.voucher.gross)
    assert.deepEqual(shown(obstacles, 'commitments'), [
      String(open),
      [[commitment.label, String(open), `/budget/commitments/${commitment.id}`]],
    ])
    assert.deepEqual(shown(obstacles, 'forms'), [
      String(cleared.net),
      [[`55/${cleared.book55No}`, String(cleared.net), `/accounts/payments/${cleared.id}`]],
    ])
    assert.deepEqual(shown(obstacles, 'orders'), [
      String(order.voucher.net),
      [[order.order.label, String(order.voucher.net), `/accounts/payments/${order.voucher.id}`]],
    ])
    assert.deepEqual(shown(obstacles, 'advances'), [
      '5000.00',
      [[advance.label, '5000.00', `/accounts/advances/${advance.id}`]],
    ])
    const close = () => new CloseYear().close({ unitId, year: YEAR }, { by: head })
    const refusal = (await close().catch((error) => error)) as YearNotReadyError
    assert.instanceOf(refusal, YearNotReadyError)
    assert.match(refusal.messages.ar, /أوامر دفع لم ينفذها البنك عددها 1/)
    assert.match(refusal.messages.ar, /سلف لم تسوَّ عددها 1 وباقيها 5,000\.00 جنيه/)
  })

  test('a month in which an expenditure account moved stands with what is unexplained until its reconciliation is closed by two', async ({
    assert,
    client,
  }) => {
    const { unitId, clerk, head, bankAccountId } = world
    assert.isUndefined(shown(await found(), 'bank'))
    await aStatement(world, ['-30.25,CHG,عمولة,2026-09-30', '-12.50,CHG,عمولة,2026-10-31'])
    const no = await accountNo(world)
    const make = (month: string) =>
      `/accounts/banking/reconciliations/create?bank_account_id=${bankAccountId}&month=${month}`
    assert.deepEqual(shown(await found(), 'bank'), [
      '0.00',
      [
        [`${no} / 2026-09`, 'null', make('2026-09')],
        [`${no} / 2026-10`, 'null', make('2026-10')],
      ],
    ])
    const form = await client.get(make('2026-10')).loginAs(clerk)
    form.assertTextIncludes('value="2026-10"')

    const reconcile = new ReconcileBank()
    const prepare = (month: string, balance: string) =>
      reconcile.prepare(
        { bankAccountId, month: Month.of(month), balance: pounds(balance), statementNo: month },
        { by: clerk }
      )
    const september = await prepare('2026-09', '-30.25')
    const october = await prepare('2026-10', '-40.25')
    const url = (id: number) => `/accounts/banking/reconciliations/${id}`
    assert.deepEqual(shown(await found(), 'bank'), [
      '2.50',
      [
        [`${no} / 2026-09`, '0.00', url(september.id)],
        [`${no} / 2026-10`, '2.50', url(october.id)],
      ],
    ])
    await reconcile.sign(september.id, { by: clerk })
    await reconcile.sign(september.id, { by: head })
    assert.deepEqual(shown(await found(), 'bank'), [
      '2.50',
      [[`${no} / 2026-10`, '2.50', url(october.id)]],
    ])
    const refusal = (await new CloseYear()
      .close({ unitId, year: YEAR }, { by: head })
      .catch((error) => error)) as YearNotReadyError
    assert.match(refusal.messages.ar, /أشهر بنك لم تطابق عددها 1 وغير المفسر فيها 2\.50 جنيه/)
    const page = await client
      .get(`/accounts/year-closings/create?unit_id=${unitId}&fiscal_year=2026/2027`)
      .loginAs(head)
    page.assertTextIncludes(`href="${url(october.id)}"`)
    page.assertTextIncludes(`${no} / 2026-10`)

    await prepare('2026-10', '-42.75')
    await reconcile.sign(october.id, { by: clerk })
    await reconcile.sign(october.id, { by: head })
    assert.isUndefined(shown(await found(), 'bank'))
  })

  test('the page shows them before the year is closed, to whom may close it', async ({
    client,
  }) => {
    const { unitId, head, officer, commitment } = world
    const address = `/accounts/year-closings/create?unit_id=${unitId}&fiscal_year=2026/2027`
    const page = await client.get(address).loginAs(head)
    page.assertStatus(200)
    for (const text of [
      'ارتباطات تُرحل أو تُلغى',
      commitment.label,
      'أشهر مفتوحة',
      'حسابات 75 لم توقع',
    ]) {
      page.assertTextIncludes(text)
    }
    ;(await client.get(address).loginAs(officer)).assertStatus(403)
    const elsewhere = await aPayingUnit()
    const other = address.replace(`unit_id=${unitId}`, `unit_id=${elsewhere.unitId}`)
    ;(await client.get(other).loginAs(head)).assertStatus(404)
  })
})
