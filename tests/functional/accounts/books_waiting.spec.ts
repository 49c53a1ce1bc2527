import { test } from '@japa/runner'
import { FiscalYear, Month } from '#core/fiscal'
import type User from '#identity/models/user'
import CloseYear from '#accounts/books/close_year'
import PrepareDaily from '#accounts/books/daily/prepare_daily'
import SignDaily from '#accounts/books/daily/sign_daily'
import KeepFolio from '#accounts/books/keep_folio'
import PreparePeriodAccount from '#accounts/books/period_account'
import SubmitPeriodAccount from '#accounts/books/submit_period_account'
import AccountBook from '#accounts/models/account_book'
import {
  anAccountsOffice,
  everyMonthSigned,
  loadBooks,
  type AccountsOffice,
} from '#tests/support/account_books'
import { aPerson } from '#tests/support/people'

const YEAR = FiscalYear.of('2025/2026')

test.group('The worklist of the books', (group) => {
  let office: AccountsOffice
  group.tap((one) => one.timeout(60_000))
  group.setup(loadBooks)
  group.each.setup(async () => {
    office = await anAccountsOffice()
    await office.post('2025-07-05', 'INT-BANK', 'INT-REV-FEES', '1000.00')
    await office.post('2025-07-20', 'INT-COMMISSION', 'INT-BANK', '312.25')
  })

  test('a closed year waits for the head of the authority until he approves it or it is undone', async ({
    client,
    assert,
  }) => {
    await everyMonthSigned(office, YEAR)
    const year = new CloseYear()
    const asked = { unitId: office.unitId, year: YEAR }
    const seen = async (by: User, address: string) => {
      const page = await client.get(`/waiting?unit=${office.unitId}`).loginAs(by)
      page.assertStatus(200)
      return page.text().includes(`${address}"`)
    }
    const { id } = await year.close(asked, { by: office.manager })
    const address = `/accounts/year-closings/${id}`
    assert.isTrue(await seen(office.head, address))
    const list = (
      await client.get(`/waiting?unit=${office.unitId}&kind=year_closing`).loginAs(office.head)
    ).text()
    for (const text of ['حساب ختامي', 'اعتماد الحساب الختامي', '2025/2026', '687.75']) {
      assert.include(list, text)
    }
    for (const other of [office.clerk, office.controller, office.manager]) {
      assert.isFalse(await seen(other, address))
    }
    await year.undo(id, { by: office.manager, reason: 'مستند سقط' })
    assert.isFalse(await seen(office.head, address))
    await year.close(asked, { by: office.manager })
    assert.isTrue(await seen(office.head, address))
    await year.approve(id, { by: office.head, decisionNo: '118' })
    assert.isFalse(await seen(office.head, address))
  })

  test('form 69, form 75 and a closed folio each wait for the one whose signature is next', async ({
    client,
    assert,
  }) => {
    const { clerk, controller, manager, head, unitId } = office
    const cashier = await aPerson({ unitId, roles: ['cashier', 'finance_officer'] })
    const desks = { clerk, cashier, controller, manager, head }
    const whose = async (address: string) => {
      const waits: string[] = []
      for (const [desk, by] of Object.entries(desks)) {
        const page = await client.get(`/waiting?unit=${unitId}`).loginAs(by)
        page.assertStatus(200)
        if (page.text().includes(`${address}"`)) waits.push(desk)
      }
      return waits
    }
    const daily = await new PrepareDaily().handle({ unitId, day: '2025-07-20' }, { by: clerk })
    const form69 = `/accounts/daily-reckonings/${daily.id}`
    assert.deepEqual(await whose(form69), ['cashier'])
    await new SignDaily().sign(daily.id, { step: 'cashier', by: cashier })
    assert.deepEqual(await whose(form69), ['clerk'])
    await new SignDaily().sign(daily.id, { step: 'accountant', by: clerk })
    assert.deepEqual(await whose(form69), ['controller', 'manager'])
    await new SignDaily().sign(daily.id, { step: 'head', by: controller })
    assert.deepEqual(await whose(form69), [])

    await office.lock('2025-07')
    const month = Month.of('2025-07')
    const asked = { unitId, span: 'month', month } as const
    const account = await new PreparePeriodAccount().prepare(asked, { by: clerk })
    const form75 = `/accounts/period-accounts/${account.id}`
    assert.deepEqual(await whose(form75), [])
    await new SubmitPeriodAccount().handle(account.id, { by: clerk })
    assert.deepEqual(await whose(form75), ['controller', 'manager'])

    const { id: bookId } = await AccountBook.findByOrFail('code', '78-cash')
    const folio = await new KeepFolio().open({ bookId, unitId, month })
    assert.deepEqual(await whose(`/accounts/folios/${folio.id}`), [])
    await new KeepFolio().close(folio.id, { by: clerk })
    assert.deepEqual(await whose(`/accounts/folios/${folio.id}`), ['controller', 'manager'])
    await new KeepFolio().audit(folio.id, { by: manager })
    assert.deepEqual(await whose(`/accounts/folios/${folio.id}`), [])
  })
})
