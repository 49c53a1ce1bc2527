import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { TransitionError } from '#core/transitions'
import {
  MonthStillOpenError,
  NotContinuousError,
  PeriodAccountError,
  SignedAlreadyError,
} from '#accounts/books/errors'
import PreparePeriodAccount from '#accounts/books/period_account'
import type { Span } from '#accounts/books/period_span'
import { linesOf } from '#accounts/books/period_account_lines'
import SignPeriodAccount from '#accounts/books/sign_period_account'
import SubmitPeriodAccount from '#accounts/books/submit_period_account'
import { anAccountsOffice, loadBooks, type AccountsOffice } from '#tests/support/account_books'

test.group('The account of form 75', (group) => {
  let office: AccountsOffice
  group.setup(loadBooks)
  group.each.setup(async () => {
    office = await anAccountsOffice()
    await office.post('2025-07-05', 'INT-BANK', 'INT-REV-FEES', '1000.00')
    await office.post('2025-07-20', 'INT-COMMISSION', 'INT-BANK', '12.25')
    await office.post('2025-08-03', 'INT-BANK', 'INT-REV-FEES', '300.00')
    await office.lock('2025-07')
  })

  const prepare = (month: string, span: Span = 'month') =>
    new PreparePeriodAccount().prepare(
      { unitId: office.unitId, span, month: Month.of(month) },
      { by: office.clerk }
    )
  const submit = (id: number) => new SubmitPeriodAccount().handle(id, { by: office.clerk })
  const sign = (id: number, by: keyof AccountsOffice) =>
    new SignPeriodAccount().sign(id, { by: office[by] as never })
  const lines = async (id: number) =>
    (await linesOf(id, { trx: db as never })).map(({ code, brought, moved, carried }) =>
      [code, ...[brought, moved, carried].map((side) => `${side.debit}/${side.credit}`)].join(' ')
    )

  test('a month shows every account as brought, moved and carried, and both sides agree', async ({
    assert,
  }) => {
    const july = await prepare('2025-07')
    assert.equal(july.label, '75/2025-2026/1')
    assert.equal(`${july.debit} = ${july.credit}`, '1012.25 = 1012.25')
    assert.deepEqual(await lines(july.id), [
      'INT-BANK 0.00/0.00 1000.00/12.25 987.75/0.00',
      'INT-COMMISSION 0.00/0.00 12.25/0.00 12.25/0.00',
      'INT-REV-FEES 0.00/0.00 0.00/1000.00 0.00/1000.00',
    ])
    await office.lock('2025-08')
    assert.deepEqual(await lines((await prepare('2025-08')).id), [
      'INT-BANK 987.75/0.00 300.00/0.00 1287.75/0.00',
      'INT-COMMISSION 12.25/0.00 0.00/0.00 12.25/0.00',
      'INT-REV-FEES 0.00/1000.00 0.00/300.00 0.00/1300.00',
    ])
  })

  test('a quarter is its three months together', async ({ assert }) => {
    await office.lock('2025-08', '2025-09')
    const quarter = await prepare('2025-08', 'quarter')
    assert.deepEqual([quarter.firstDay, quarter.lastDay], ['2025-07-01', '2025-09-30'])
    assert.equal(String(quarter.debit), '1312.25')
    assert.include(await lines(quarter.id), 'INT-BANK 0.00/0.00 1300.00/12.25 1287.75/0.00')
  })

  test('it waits for its months to be locked', async ({ assert }) => {
    await assert.rejects(() => prepare('2025-08'), MonthStillOpenError as never)
    await assert.rejects(() => prepare('2025-08', 'quarter'), MonthStillOpenError as never)
  })

  test('three signatures follow one another, each of another person', async ({ assert }) => {
    const { id } = await prepare('2025-07')
    await assert.rejects(() => sign(id, 'controller'), TransitionError as never)
    await submit(id)
    await assert.rejects(() => sign(id, 'clerk'), SignedAlreadyError as never)
    assert.equal((await sign(id, 'controller')).status, 'controlled')
    await assert.rejects(() => sign(id, 'controller'), SignedAlreadyError as never)
    assert.equal((await sign(id, 'manager')).status, 'managed')
    await assert.rejects(() => sign(id, 'controller'), SignedAlreadyError as never)
    assert.equal((await sign(id, 'head')).status, 'signed')
    await assert.rejects(() => sign(id, 'head'), TransitionError as never)
    const steps = await db
      .from('approvals')
      .where('subject_type', 'period_account')
      .where('subject_id', id)
      .orderBy('id')
    assert.deepEqual(
      steps.map(({ step }) => step),
      ['controller', 'manager', 'head']
    )
  })

  test('the database itself refuses a skipped step, a second signature and changed figures', async ({
    assert,
  }) => {
    const { id } = await prepare('2025-07')
    await submit(id)
    const { clerk, controller, manager } = office
    const byHand = (sql: string) => () => db.rawQuery(sql)
    const set = (what: string) => byHand(`UPDATE period_accounts SET ${what} WHERE id = ${id}`)
    await assert.rejects(
      set(`status = 'controlled', controller_by = ${clerk.id}`),
      /period_accounts_people/
    )
    await assert.rejects(
      set(`status = 'managed', controller_by = ${controller.id}, manager_by = ${manager.id}`),
      /follow one another/
    )
    await assert.rejects(set(`status = 'controlled'`), /period_accounts_first/)
    await assert.rejects(set('debit = 1, credit = 1'), /keeps its figures/)
    await assert.rejects(
      byHand(`DELETE FROM period_account_lines WHERE period_account_id = ${id}`),
      /keeps its figures/
    )
    await assert.rejects(
      byHand(`UPDATE period_account_lines SET debit = debit + 1 WHERE period_account_id = ${id}`),
      /never changed/
    )
  })

  test('it is sent back one step with a reason, and a draft is made anew from the ledger', async ({
    assert,
  }) => {
    const { id } = await prepare('2025-07')
    await submit(id)
    await sign(id, 'controller')
    const back = (by: keyof AccountsOffice) =>
      new SignPeriodAccount().sendBack(id, { by: office[by] as never, reason: 'أرفق كشف البنك' })
    await assert.rejects(() => prepare('2025-07'), PeriodAccountError as never)
    const once = await back('manager')
    assert.deepEqual(
      [once.status, once.controllerBy, once.returnReason],
      ['submitted', null, 'أرفق كشف البنك']
    )
    const twice = await back('controller')
    assert.deepEqual([twice.status, twice.submittedBy, twice.documentHash], ['draft', null, null])
    await db.rawQuery("UPDATE accounting_periods SET state = 'open' WHERE unit_id = ?", [
      office.unitId,
    ])
    await office.post('2025-07-31', 'INT-COMMISSION', 'INT-BANK', '0.75')
    await office.lock('2025-07')
    const anew = await prepare('2025-07')
    assert.equal(anew.id, id)
    assert.equal(String(anew.debit), '1013.00')
  })

  test('a period begins as the one before ended, or is not made', async ({ assert }) => {
    await submit((await prepare('2025-07')).id)
    await db.rawQuery("UPDATE accounting_periods SET state = 'open' WHERE unit_id = ?", [
      office.unitId,
    ])
    await office.post('2025-07-31', 'INT-COMMISSION', 'INT-BANK', '0.75')
    await office.lock('2025-07', '2025-08')
    await assert.rejects(() => prepare('2025-08'), NotContinuousError as never)
  })
})
