import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { SYSTEM } from '#audit/actor'
import { today } from '#core/days'
import { Month } from '#core/fiscal'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { balanceOf } from '#budget/balances/balance_as_of'
import Commit from '#budget/commitments/commit'
import RequestCommitment from '#budget/commitments/request_commitment'
import { NotEnoughCreditError } from '#budget/errors'
import DecideShare from '#budget/funds/decide_share'
import { FundShareError } from '#budget/funds/errors'
import ProposeShare from '#budget/funds/propose_share'
import DecideVirement from '#budget/virements/decide_virement'
import { VirementNeedsError } from '#budget/virements/errors'
import ProposeVirement from '#budget/virements/propose_virement'
import { openBankAccount } from '#accounts/actions/open_bank_account'
import { postEntry } from '#accounts/actions/post_entry'
import { MixedFundsError } from '#accounts/payments/errors'
import OrderVoucher from '#accounts/payments/order_voucher'
import { aBudgetLine, pounds } from '#tests/support/budget'
import { aPayingUnit, aVoucher } from '#tests/support/payments'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

const fundId = async (code: string) =>
  Number((await db.from('budget_codes').where({ axis: 'fund', code }).firstOrFail()).id)

/** Lines of an entry as `account fund debit credit`. */
async function linesOf(entryId: number | null): Promise<string[]> {
  const rows = await db
    .from('ledger_lines as l')
    .join('ledger_accounts as a', 'a.id', 'l.account_id')
    .leftJoin('budget_codes as f', 'f.id', 'l.fund_id')
    .where('l.entry_id', entryId ?? 0)
    .orderBy('l.id')
    .select('a.code as account', 'f.code as fund', 'l.debit', 'l.credit')
  return rows.map(({ account, fund, debit, credit }) => `${account} ${fund} ${debit} ${credit}`)
}

test.group('Special funds', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a fund commits its own credit alone, whatever another fund has on the same item', async ({
    assert,
  }) => {
    const state = await aBudgetLine('100000.00', '2104')
    const { unitId } = state
    const fund = await aBudgetLine('1000.00', '2104', { unitId, fund: 'SF02' })
    const head = await aPerson({ unitId, roles: ['accounts_head'] })
    const officer = await aPerson({ unitId, roles: ['finance_officer'] })
    const asked = await new RequestCommitment().handle(
      { lineId: fund.lineId, amount: pounds('1000.01'), purpose: 'أدوات نظافة' },
      { by: { ...officer.asActor(), id: officer.id } }
    )
    await assert.rejects(
      () => new Commit().approve(asked.id, { by: head, on: today() }),
      NotEnoughCreditError as never
    )
    const { id } = await new RequestCommitment().handle(
      { lineId: fund.lineId, amount: pounds('900.00'), purpose: 'أدوات نظافة' },
      { by: { ...officer.asActor(), id: officer.id } }
    )
    await new Commit().approve(id, { by: head, on: today() })
    await assert.rejects(
      () => db.rawQuery('UPDATE commitments SET line_id = ? WHERE id = ?', [state.lineId, id]),
      /commitment/
    )
    assert.equal(String((await balanceOf(state.lineId)).available), '100000.00')
    assert.equal(String((await balanceOf(fund.lineId)).available), '100.00')
  })

  test('a form on a fund is paid from the fund’s own bank account, and no other form from it', async ({
    assert,
  }) => {
    const world = await aPayingUnit()
    const { unitId, officer, head, clerk, on, bankAccountId } = world
    const by = { ...officer.asActor(), id: officer.id }
    const fund = await aBudgetLine('90000.00', '2104', { unitId, fund: 'SF02' })
    const asked = await new RequestCommitment().handle(
      { lineId: fund.lineId, amount: pounds('60000.00'), purpose: 'صناديق قمامة' },
      { by }
    )
    const commitment = await new Commit().approve(asked.id, { by: head, on })
    const own = await openBankAccount(
      {
        unitId,
        accountNo: `8${process.pid}${Date.now()}`.slice(0, 24),
        nameAr: 'حساب صندوق النظافة',
        bankName: 'البنك المركزي',
        purpose: 'expenditure',
        fundId: await fundId('SF02'),
      },
      { by }
    )
    const order = (id: number, account: number) =>
      new OrderVoucher().make(id, { bankAccountId: account, method: 'order' }, { by: clerk, on })
    const ofFund = await aVoucher(
      {
        ...world,
        commitment,
        lineId: fund.lineId,
        input: (changes) => world.input({ commitmentId: commitment.id, ...changes }),
      },
      'posted'
    )
    await assert.rejects(() => order(ofFund.id, bankAccountId), MixedFundsError as never)
    const paid = await order(ofFund.id, own)
    assert.equal(paid.bankAccountId, own)
    const ofState = await aVoucher(world, 'posted')
    await assert.rejects(() => order(ofState.id, own), MixedFundsError as never)
    await ofState.refresh()
    assert.equal(ofState.status, 'posted')
  })

  test('a transfer between funds needs a law and two signatures, and is entered on both sides', async ({
    assert,
  }) => {
    const giver = await aBudgetLine('50000.00', '2104', { fund: 'SF01' })
    const { unitId } = giver
    const taker = await aBudgetLine('10.00', '2104', { unitId, fund: 'SF02' })
    const officer = await aPerson({ unitId, roles: ['finance_officer'] })
    const head = await aPerson({ unitId, roles: ['accounts_head'] })
    const secretary = await aPerson({ unitId, roles: ['secretary_general'] })
    const propose = (decision: object) =>
      new ProposeVirement().handle(
        {
          unitId,
          lines: [
            { lineId: giver.lineId, amount: pounds('-1500.25') },
            { lineId: taker.lineId, amount: pounds('1500.25') },
          ],
          reason: 'مساهمة في رفع المخلفات',
          decision,
        },
        { by: { ...officer.asActor(), id: officer.id } }
      )
    const without = await propose({})
    await assert.rejects(
      () => new DecideVirement().approve(without.id, { by: head }),
      VirementNeedsError as never
    )
    const { id } = await propose({ no: '12', on: '2026-07-01', authority: 'مجلس النواب' })
    const first = await new DecideVirement().approve(id, { by: head })
    assert.deepEqual([first.status, first.entryId], ['proposed', null])
    const second = await new DecideVirement().approve(id, { by: secretary })
    assert.deepEqual(await linesOf(second.entryId), [
      'INT-FUND-GIVEN SF01 1500.25 0.00',
      'INT-FUNDS SF01 0.00 1500.25',
      'INT-FUNDS SF02 1500.25 0.00',
      'INT-FUND-RECEIVED SF02 0.00 1500.25',
    ])
    assert.equal(String((await balanceOf(taker.lineId)).available), '1510.25')
  })

  test('a bank account is recorded for a fund by its page', async ({ assert, client }) => {
    const unitId = await aUnit()
    const officer = await aPerson({ unitId, roles: ['finance_officer'] })
    const form = await client.get('/accounts/bank-accounts/create').loginAs(officer)
    assert.include(form.text(), 'صندوق النظافة')
    const sent = await client
      .post('/accounts/bank-accounts')
      .loginAs(officer)
      .withCsrfToken()
      .header('accept', 'text/html')
      .redirects(0)
      .form({
        ...{ unit_id: unitId, account_no: '9450 2210 77', name_ar: 'حساب صندوق النظافة' },
        ...{ bank_name: 'البنك المركزي', purpose: 'expenditure', ledger_account: 'INT-BANK' },
        ...{ fund: await fundId('SF02'), opened_on: '2026-07-01' },
      })
    assert.equal(sent.header('location'), '/accounts/bank-accounts')
    const row = await db.from('bank_accounts').where('unit_id', unitId).firstOrFail()
    assert.deepEqual([row.account_no, row.fund_id], ['9450221077', await fundId('SF02')])
    const list = await client.get('/accounts/bank-accounts').loginAs(officer)
    assert.include(list.text(), '9450221077')
  })
})

test.group('Treasury’s share of funds', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  let unitId: number
  let below: number
  let officer: User
  let head: User

  group.each.setup(async () => {
    unitId = await aUnit()
    below = await aUnit(unitId)
    officer = await aPerson({ unitId, roles: ['finance_officer'] })
    head = await aPerson({ unitId, roles: ['accounts_head'] })
  })

  let made = 0
  /** Cleaning fees of a day, of a fund or of the state budget (null); below zero: given back. */
  async function revenue(amount: string, on: string, fund: string | null = 'SF02', unit = below) {
    const money = pounds(amount)
    const about = { fundId: fund ? await fundId(fund) : null }
    const [debit, credit] = money.isNegative()
      ? ['INT-REV-CLEANING', 'INT-CASH']
      : ['INT-CASH', 'INT-REV-CLEANING']
    await db.transaction((trx) =>
      postEntry(
        {
          ...{ unitId: unit, postedOn: on, kind: 'test', description: 'رسم نظافة' },
          businessKey: `test/share/${process.pid}/${++made}`,
          lines: [
            { account: debit!, debit: money.abs(), ...about },
            { account: credit!, credit: money.abs(), ...about },
          ],
        },
        { trx, by: SYSTEM }
      )
    )
  }

  const propose = async (month: string, fund = 'SF02') =>
    new ProposeShare().handle(
      { unitId, fundId: await fundId(fund), month: Month.of(month) },
      { by: { ...officer.asActor(), id: officer.id } }
    )
  const rate = async (value: object, from: string) =>
    db.table('dated_settings').insert({
      ...{ name: 'budget.funds.treasury_share', unit_id: unitId, value: JSON.stringify(value) },
      ...{ valid_from: from, legal_reference: 'قانون ربط الموازنة', confirmed: 1, note: '' },
    })

  test('it is the month’s revenue of the fund alone by the rate of the day, entered when another approves', async ({
    assert,
  }) => {
    await revenue('10000.00', '2026-10-05')
    await revenue('-333.33', '2026-10-31')
    await revenue('700.00', '2026-10-10', null)
    await revenue('500.00', '2026-10-10', 'SF01')
    await revenue('900.00', '2026-09-30')
    const share = await propose('2026-10')
    assert.deepEqual(
      [String(share.base), share.rate, String(share.amount), share.fiscalYear],
      ['9666.67', '0.15', '1450.00', '2026/2027']
    )
    await assert.rejects(
      () => new DecideShare().approve(share.id, { by: officer }),
      SelfApprovalError as never
    )
    const done = await new DecideShare().approve(share.id, { by: head })
    assert.deepEqual(await linesOf(done.entryId), [
      'INT-TREASURY-SHARE SF02 1450.00 0.00',
      'INT-TREASURY-DUE SF02 0.00 1450.00',
    ])
    await assert.rejects(() => propose('2026-10'), FundShareError as never)
    await assert.rejects(
      () => db.rawQuery("UPDATE fund_shares SET amount = '1.00' WHERE id = ?", [share.id]),
      /keeps what was proposed/
    )
  })

  test('the rate is of its day, and a fund may be free of it', async ({ assert }) => {
    await rate({ rate: '0.20', exempt: ['SF01'] }, '2026-10-01')
    await revenue('1000.00', '2026-09-10')
    await revenue('1000.00', '2026-10-10')
    await revenue('1000.00', '2026-10-10', 'SF01')
    assert.equal(String((await propose('2026-09')).amount), '150.00')
    assert.equal(String((await propose('2026-10')).amount), '200.00')
    await assert.rejects(() => propose('2026-10', 'SF01'), /لا حصة للخزانة/)
    await assert.rejects(() => propose('2026-10', '00'), /لا حصة للخزانة/)
  })

  test('no share of a month that is not over or has no revenue, nor of one that changed meanwhile', async ({
    assert,
  }) => {
    await assert.rejects(() => propose(today().slice(0, 7)), /لم ينته شهر/)
    await assert.rejects(() => propose('2026-09'), /لا إيراد/)
    await revenue('1000.00', '2026-09-10')
    const share = await propose('2026-09')
    await revenue('50.00', '2026-09-11')
    await assert.rejects(
      () => new DecideShare().approve(share.id, { by: head }),
      /تغير إيراد الشهر/
    )
    await new DecideShare().refuse(share.id, { by: head, reason: 'تعاد على الإيراد الصحيح' })
    assert.equal(String((await propose('2026-09')).base), '1050.00')
  })

  test('the pages prepare a share, approve it and list it', async ({ assert, client }) => {
    await revenue('1000.00', '2026-09-10')
    const send = (user: User, url: string, form: object = {}) =>
      client
        .post(url)
        .loginAs(user)
        .withCsrfToken()
        .header('accept', 'text/html')
        .redirects(0)
        .form(form)
    const asked = await client.get('/budget/fund-shares/create').loginAs(officer)
    assert.include(asked.text(), 'صندوق النظافة')
    const sent = await send(officer, '/budget/fund-shares', {
      unit_id: unitId,
      fund_id: await fundId('SF02'),
      month: '2026-09',
    })
    const url = sent.header('location')!
    assert.match(url, /^\/budget\/fund-shares\/\d+$/)
    assert.equal((await send(officer, `${url}/approval`, { on: today() })).status(), 403)
    await send(head, `${url}/approval`, { on: today() })
    const shown = await client.get(url).loginAs(head)
    shown.assertStatus(200)
    for (const text of ['1,000.00', '150.00', '15%']) assert.include(shown.text(), text)
    const list = await client.get('/budget/fund-shares').loginAs(head)
    assert.include(list.text(), '150.00')
  })
})
