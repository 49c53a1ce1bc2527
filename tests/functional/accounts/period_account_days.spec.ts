import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import type User from '#identity/models/user'
import PrepareDaily from '#accounts/books/daily/prepare_daily'
import SignDaily from '#accounts/books/daily/sign_daily'
import WithdrawDaily from '#accounts/books/daily/withdraw_daily'
import { UnreckonedDaysError } from '#accounts/books/errors'
import PreparePeriodAccount from '#accounts/books/period_account'
import SignPeriodAccount from '#accounts/books/sign_period_account'
import SubmitPeriodAccount from '#accounts/books/submit_period_account'
import PeriodAccount from '#accounts/models/period_account'
import { anAccountsOffice, loadBooks, type AccountsOffice } from '#tests/support/account_books'
import { aPerson } from '#tests/support/people'

const REASON = 'الصراف في إجازة حتى أول الشهر'

test.group('Form 75 and the forms 69 of its days', (group) => {
  let office: AccountsOffice
  let cashier: User
  group.setup(loadBooks)
  group.each.setup(async () => {
    office = await anAccountsOffice()
    cashier = await aPerson({ unitId: office.unitId, roles: ['cashier'] })
    await office.post('2025-07-09', 'INT-BANK', 'INT-REV-FEES', '1000.00')
    for (const [day, amount] of [
      ['2025-07-10', '75.00'],
      ['2025-07-24', '40.50'],
    ] as const) {
      await office.post(day, 'INT-COMMISSION', 'INT-PAYORDERS', amount, 'payment_voucher')
    }
    await office.lock('2025-07')
  })

  const prepare = () =>
    new PreparePeriodAccount().prepare(
      { unitId: office.unitId, span: 'month', month: Month.of('2025-07') },
      { by: office.clerk }
    )
  const submit = (id: number, daysReason?: string) =>
    new SubmitPeriodAccount().handle(id, { by: office.clerk, daysReason })
  const controls = (id: number) => new SignPeriodAccount().sign(id, { by: office.controller })
  /** The entries of these tests have no form 50 in book 55; the difference is explained on form 69. */
  const reckoned = async (day: string): Promise<number> => {
    const facts = { unitId: office.unitId, day, explanation: 'قيد بلا استمارة' }
    const { id } = await new PrepareDaily().handle(facts, { by: office.clerk })
    const sign = new SignDaily()
    await sign.sign(id, { step: 'cashier', by: cashier })
    await sign.sign(id, { step: 'accountant', by: office.clerk })
    await sign.sign(id, { step: 'head', by: office.controller })
    return id
  }
  const refusedFor = async (attempt: () => Promise<unknown>): Promise<unknown> => {
    const error = (await attempt().catch((one) => one)) as UnreckonedDaysError
    return error instanceof UnreckonedDaysError ? error.facts.days : error
  }

  test('it is handed in once form 69 of each day with payments is signed by all three', async ({
    assert,
  }) => {
    const { id } = await prepare()
    assert.deepEqual(await refusedFor(() => submit(id)), ['2025-07-10', '2025-07-24'])
    assert.equal((await PeriodAccount.findOrFail(id)).status, 'draft')
    await reckoned('2025-07-10')
    assert.deepEqual(await refusedFor(() => submit(id, '   ')), ['2025-07-24'])
    await reckoned('2025-07-24')
    // A reason that is not needed is not kept.
    const handedIn = await submit(id, REASON)
    assert.deepEqual(
      [handedIn.status, handedIn.daysReason, handedIn.unreckonedDays],
      ['submitted', null, null]
    )
    assert.equal((await controls(id)).status, 'controlled')
  })

  test('handed in before them it says why: signed with the account, shown on its page and kept in the trail', async ({
    assert,
    client,
  }) => {
    await reckoned('2025-07-10')
    const { id } = await prepare()
    const page = `/accounts/period-accounts/${id}`
    const draft = await client.get(page).loginAs(office.clerk)
    draft.assertTextIncludes('name="days_reason"')
    const sent = await client
      .post(`${page}/submit`)
      .loginAs(office.clerk)
      .withCsrfToken()
      .form({ days_reason: REASON })
      .redirects(0)
    sent.assertStatus(303)
    const account = await PeriodAccount.findOrFail(id)
    assert.deepEqual([account.daysReason, account.unreckonedDays], [REASON, ['2025-07-24']])
    const seen = await client.get(page).loginAs(office.controller)
    for (const text of [REASON, '24 يوليو 2025']) seen.assertTextIncludes(text)
    const told = await db
      .from('trail')
      .where({ action: 'period_account.proposed', subject_id: id })
      .firstOrFail()
    assert.equal(told.reason, REASON)

    const byHand = (set: string) => () =>
      db.rawQuery(`UPDATE period_accounts SET ${set} WHERE id = ${id}`)
    await assert.rejects(byHand("days_reason = 'غيره'"), /keeps its reason/)
    await assert.rejects(byHand('days_reason = NULL'), /keeps its reason|days_excused/)
    assert.equal((await controls(id)).status, 'controlled')
  })

  test('a form 69 withdrawn after the account was handed in is not covered by its reason: nobody signs it', async ({
    assert,
  }) => {
    const first = await reckoned('2025-07-10')
    const { id } = await prepare()
    await submit(id, REASON)
    await new WithdrawDaily().handle(first, { by: office.controller, reason: 'استمارة سقطت' })
    assert.deepEqual(await refusedFor(() => controls(id)), ['2025-07-10'])
    const back = await new SignPeriodAccount().sendBack(id, {
      by: office.controller,
      reason: 'اذكر اليومين',
    })
    assert.equal(back.status, 'draft')
    const again = await submit(id, REASON)
    assert.deepEqual(again.unreckonedDays, ['2025-07-10', '2025-07-24'])
    assert.equal((await controls(id)).status, 'controlled')
  })

  test('the database itself lets none be handed in over such days without a reason', async ({
    assert,
  }) => {
    const { id } = await prepare()
    await assert.rejects(
      () =>
        db.rawQuery(
          `UPDATE period_accounts SET status = 'submitted', submitted_by = ?, document_hash = REPEAT('x', 32) WHERE id = ?`,
          [office.clerk.id, id]
        ),
      /no signed form 69/
    )
  })
})
