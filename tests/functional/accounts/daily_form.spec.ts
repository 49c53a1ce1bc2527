import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { addDays } from '#core/days'
import { Money } from '#core/money'
import { SYSTEM } from '#audit/actor'
import type User from '#identity/models/user'
import { postEntry } from '#accounts/actions/post_entry'
import { DayReckonedError } from '#accounts/books/daily/days_reckoned'
import { formsOf, settlementsOf } from '#accounts/books/daily/day_papers'
import PrepareDaily, { DailyReckoningError } from '#accounts/books/daily/prepare_daily'
import SignDaily from '#accounts/books/daily/sign_daily'
import WithdrawDaily from '#accounts/books/daily/withdraw_daily'
import { SignedAlreadyError } from '#accounts/books/errors'
import { aPayingUnit, aVoucher, type PayingUnit } from '#tests/support/payments'
import { loadBooks } from '#tests/support/account_books'
import { aPerson } from '#tests/support/people'

test.group('Form 69, the daily reckoning', (group) => {
  let world: PayingUnit
  let cashier: User
  group.tap((one) => one.timeout(60_000))
  group.setup(loadBooks)
  group.each.setup(async () => {
    world = await aPayingUnit()
    cashier = await aPerson({
      unitId: world.unitId,
      roles: ['cashier'],
      fullName: 'عماد الصراف',
    })
  })

  const prepare = (day: string, explanation?: string) =>
    new PrepareDaily().handle({ unitId: world.unitId, day, explanation }, { by: world.clerk })
  const sign = (id: number, step: 'cashier' | 'accountant' | 'head', by: User) =>
    new SignDaily().sign(id, { step, by })
  const stray = (postedOn: string, key: string) =>
    db.transaction((trx) =>
      postEntry(
        {
          ...{ unitId: world.unitId, postedOn, kind: 'payment_voucher', description: 'قيد' },
          businessKey: `stray/${world.unitId}/${key}`,
          lines: [
            { account: 'INT-COMMISSION', debit: Money.of('75.00') },
            { account: 'INT-PAYORDERS', credit: Money.of('75.00') },
          ],
        },
        { trx, by: SYSTEM }
      )
    )

  test('it holds book 55 against book 224, and shows the day’s forms and what each account settles', async ({
    assert,
  }) => {
    const { unitId, on } = world
    const voucher = await aVoucher(world, 'posted')
    const { book55, book224, opening, closing, agrees, label } = await prepare(on)
    assert.equal(label, '69/2026-2027/1')
    assert.isTrue(agrees)
    for (const one of [book55, book224, closing]) {
      assert.deepEqual(
        [one.count, ...[one.gross, one.deductions, one.net].map(String)],
        [1, '48410.00', String(voucher.deductions), String(voucher.net)]
      )
    }
    assert.equal(String(opening.gross), '0.00')
    const [form] = await formsOf({ unitId, day: on }, { trx: db as never })
    assert.deepEqual(
      [form!.book55No, form!.formNo, form!.book224No, String(form!.gross)],
      [1, 1, 1, '48410.00']
    )
    const settled = await settlementsOf({ unitId, day: on }, { trx: db as never })
    const sum = Money.sum(settled.map(({ amount }) => amount))
    assert.equal(String(sum), String(voucher.deductions))
  })

  test('cashier, accountant and head of accounts sign in this order, each another person', async ({
    assert,
  }) => {
    await aVoucher(world, 'posted')
    const { id } = await prepare(world.on)
    await assert.rejects(() => sign(id, 'accountant', world.officer), DailyReckoningError as never)
    await assert.rejects(() => sign(id, 'cashier', world.clerk), SignedAlreadyError as never)
    assert.equal((await sign(id, 'cashier', cashier)).status, 'counted')
    await assert.rejects(() => sign(id, 'accountant', cashier), SignedAlreadyError as never)
    assert.equal((await sign(id, 'accountant', world.clerk)).status, 'checked')
    await assert.rejects(() => sign(id, 'head', world.clerk), SignedAlreadyError as never)
    const signed = await sign(id, 'head', world.head)
    assert.deepEqual([signed.status, signed.headBy], ['signed', world.head.id])
    const steps = await db
      .from('approvals')
      .where({ subject_type: 'daily_reckoning', subject_id: id })
      .orderBy('id')
    assert.deepEqual(
      steps.map(({ step }) => step),
      ['cashier', 'accountant', 'head']
    )
    const byHand = (set: string) => () =>
      db.rawQuery(`UPDATE daily_reckonings SET ${set} WHERE id = ${id}`)
    await assert.rejects(byHand('entries_gross = 1, entries_net = 1'), /keeps its figures/)
    await assert.rejects(byHand("status = 'counted'"), /follow one another|third|second/)
    await assert.rejects(
      () => db.rawQuery(`DELETE FROM daily_reckonings WHERE id = ${id}`),
      /withdrawn, not deleted/
    )
  })

  test('a signed day takes no more payments, in code and in the database, until it is withdrawn with a reason', async ({
    assert,
  }) => {
    const { on, unitId } = world
    await aVoucher(world, 'posted')
    const { id } = await prepare(on)
    await sign(id, 'cashier', cashier)
    await assert.rejects(() => stray(on, 'closed'), DayReckonedError as never)
    await assert.rejects(
      () =>
        db.rawQuery(
          `INSERT INTO ledger_entries (unit_id, posted_on, fiscal_year, number, kind, business_key, description, total, line_count)
           VALUES (?, ?, '2026/2027', 999, 'payment_voucher', 'by-hand-69', 'x', 1, 2)`,
          [unitId, on]
        ),
      /reckoned on form 69/
    )
    await assert.rejects(() => prepare(on), DailyReckoningError as never)
    const back = await new SignDaily().sendBack(id, {
      step: 'accountant',
      by: world.officer,
      reason: 'سقطت استمارة',
    })
    assert.deepEqual(
      [back.status, back.cashierBy, back.returnReason],
      ['draft', null, 'سقطت استمارة']
    )
    await aVoucher(world, 'posted', {
      commitmentId: world.commitment.id,
      invoices: [{ invoiceNo: '9', invoiceOn: on, beforeVat: Money.of('100.00'), vat: Money.zero }],
    })
    await assert.rejects(() => sign(id, 'cashier', cashier), /بعد إعداد الحسبة/)
    assert.equal(String((await prepare(on)).book224.gross), '48510.00')
    await sign(id, 'cashier', cashier)
    await sign(id, 'accountant', world.officer)
    await sign(id, 'head', world.head)
    const withdraw = () =>
      new WithdrawDaily().handle(id, { by: world.head, reason: 'استمارة لم تسلم' })
    assert.equal((await withdraw()).status, 'draft')
    await assert.rejects(withdraw, /لم تكتمل توقيعاتها/)
    assert.equal((await stray(on, 'open')).number > 0, true)
  })

  test('books that differ are signed only with an explanation, which is frozen with the figures', async ({
    assert,
  }) => {
    const { on } = world
    await aVoucher(world, 'posted')
    await stray(on, 'differs')
    const { id, agrees } = await prepare(on)
    assert.isFalse(agrees)
    await assert.rejects(() => sign(id, 'cashier', cashier), /لا يتفقان/)
    const byHand = () =>
      db.rawQuery(
        "UPDATE daily_reckonings SET status = 'counted', cashier_by = ?, cashier_at = NOW(), document_hash = UNHEX(SHA2('x', 256)) WHERE id = ?",
        [cashier.id, id]
      )
    await assert.rejects(byHand, /daily_reckonings_agrees/)
    await prepare(on, 'قيد عمولة بنك قيد بنوع صرف')
    const signed = await sign(id, 'cashier', cashier)
    assert.equal(signed.explanation, 'قيد عمولة بنك قيد بنوع صرف')
  })

  test('days follow one another, and a day opens with what the last one closed with', async ({
    assert,
  }) => {
    const { on } = world
    await stray(addDays(on, -2), 'before')
    await aVoucher(world, 'posted')
    const today = await prepare(on)
    assert.equal(String(today.opening.gross), '75.00')
    await assert.rejects(() => sign(today.id, 'cashier', cashier), /صرف لم توقع حسبته/)
    const before = await prepare(addDays(on, -2), 'قيد بلا استمارة')
    await sign(before.id, 'cashier', cashier)
    assert.equal((await sign(today.id, 'cashier', cashier)).status, 'counted')
    await sign(before.id, 'accountant', world.clerk)
    await sign(before.id, 'head', world.head)
    await assert.rejects(
      () => new WithdrawDaily().handle(before.id, { by: world.head, reason: 'قيد فات' }),
      /يوم بعده موقعة/
    )
    await assert.rejects(() => prepare(addDays(on, 1)), /لم يأت بعد/)
  })

  test('its page and its papers show the same figures', async ({ client, assert }) => {
    const { on, unitId } = world
    const voucher = await aVoucher(world, 'posted')
    const made = await client
      .post('/accounts/daily-reckonings')
      .loginAs(world.clerk)
      .withCsrfToken()
      .form({ unit_id: unitId, day: on })
      .redirects(0)
    const address = made.header('location')!
    const page = await client.get(address).loginAs(cashier)
    page.assertStatus(200)
    for (const text of ['48,410.00', voucher.net.format('ar'), 'متفقان', 'وقّع كصراف']) {
      assert.include(page.text(), text)
    }
    await client.post(`${address}/cashier`).loginAs(cashier).withCsrfToken().redirects(0)
    const clerk = await client.get(address).loginAs(world.clerk)
    for (const text of ['عماد الصراف', 'وقّع كمحاسب', 'ردها خطوة']) clerk.assertTextIncludes(text)
    ;(await client.get('/accounts/daily-reckonings').loginAs(world.head)).assertStatus(200)
    ;(await client.get('/accounts/daily-reckonings/create').loginAs(world.clerk)).assertStatus(200)
  })
})
