import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { SYSTEM } from '#audit/actor'
import { Month } from '#core/fiscal'
import { within } from '#core/within'
import { Money } from '#core/money'
import { postEntries } from '#accounts/actions/post_entry'
import DecideJournal from '#accounts/ledger/journals/decide_journal'
import { postRecurring } from '#accounts/ledger/journals/post_recurring'
import WriteJournal from '#accounts/ledger/journals/write_journal'
import { balanceOf, loadImportReference } from '#tests/support/imports'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

async function posted(unitId: number) {
  const entry = (key: string, postedOn: string, amount: string) => ({
    unitId,
    postedOn,
    kind: 'test',
    businessKey: `pages/${unitId}/${key}`,
    description: `قيد ${key}`,
    lines: [
      { account: 'INT-CASH', debit: Money.of(amount) },
      { account: 'INT-REV-FEES', credit: Money.of(amount) },
    ],
  })
  const entries = [
    entry('before', '2026-06-30', '100.10'),
    entry('july', '2026-07-15', '20.20'),
    entry('october', '2026-10-31', '3.03'),
    entry('after', '2026-11-01', '900.00'),
  ]
  await within(null, (trx) => postEntries(entries, { trx, by: SYSTEM }))
}

/** Cells of the row that names an account, without marks of direction. */
function rowOf(csv: string, account: string): string[] {
  const line = csv.split('\n').find((one) => one.includes(account))
  return (line ?? '').replace(/[\u200e\u200f\u2066-\u2069"\r]/g, '').split(/[;,\t]/)
}

test.group('Pages of the ledger', (group) => {
  group.setup(loadImportReference)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a trial balance says what stood before, what moved within its months and what stands after, and leads to the lines', async ({
    client,
    assert,
  }) => {
    const unitId = await aUnit()
    await posted(unitId)
    const reader = await aPerson({ unitId, roles: ['finance_officer'] })
    const question = { from: '2026-07', to: '2026-10' }
    const page = await client.get('/accounts/trial-balance').qs(question).loginAs(reader)
    page.assertStatus(200)
    for (const shown of ['100.10', '23.23', '123.33']) page.assertTextIncludes(shown)
    assert.include(
      page.text().replaceAll('&amp;', '&'),
      '/accounts/statement?account=INT-CASH&posted_from=2026-07-01&posted_to=2026-10-31'
    )
    const csv = await client
      .get('/accounts/trial-balance')
      .qs({ ...question, format: 'csv' })
      .loginAs(reader)
    const cash = rowOf(csv.text(), 'INT-CASH')
    assert.deepEqual(cash.slice(-6), ['100.10', '0.00', '23.23', '0.00', '123.33', '0.00'])
    const fees = rowOf(csv.text(), 'INT-REV-FEES')
    assert.deepEqual(fees.slice(-6), ['0.00', '0.00', '0.00', '23.23', '0.00', '23.23'])
    // What the year before earned stands on the result, though nobody closed it yet.
    const result = rowOf(csv.text(), 'INT-RESULT')
    assert.deepEqual(result.slice(-6), ['0.00', '100.10', '0.00', '0.00', '0.00', '100.10'])

    const paper = await client.get('/accounts/trial-balance').qs({ format: 'pdf' }).loginAs(reader)
    paper.assertStatus(200)
    assert.equal(paper.header('content-type'), 'application/pdf')

    const memo = await client.get('/accounts/trial-balance/memo').qs(question).loginAs(reader)
    memo.assertStatus(200)
    assert.notInclude(memo.text(), '123.33')

    const lines = await client
      .get('/accounts/ledger-lines')
      .qs({ account: 'INT-CASH', posted_from: '2026-07-01', posted_to: '2026-10-31' })
      .loginAs(reader)
    lines.assertStatus(200)
    for (const shown of ['20.20', '3.03', '23.23']) lines.assertTextIncludes(shown)
    assert.notInclude(lines.text(), '900.00')

    const stranger = await aPerson({ unitId: await aUnit(), roles: ['finance_officer'] })
    const elsewhere = await client.get('/accounts/trial-balance').qs(question).loginAs(stranger)
    assert.notInclude(elsewhere.text(), '123.33')
  })

  test('an entry is typed with Arabic digits, refused its maker’s own approval and posted by the head', async ({
    client,
    assert,
  }) => {
    const unitId = await aUnit()
    const maker = await aPerson({ unitId, roles: ['finance_officer'] })
    const head = await aPerson({ unitId, roles: ['accounts_head'] })
    const form = await client.get('/accounts/journals/create').loginAs(maker)
    form.assertStatus(200)
    const typed = {
      unit: unitId,
      kind: 'adjusting',
      posted_on: '2026-10-31',
      description: 'تسوية عمولة',
      reason: 'عمولة لم تقيد في شهرها',
      lines: [
        { account: 'INT-COMMISSION', debit: '١٢٫٥٠', centre: 'C-3' },
        { account: 'INT-BANK', credit: '12.50' },
        { account: '', debit: '', credit: '' },
      ],
    }
    const made = await client
      .post('/accounts/journals')
      .redirects(0)
      .withCsrfToken()
      .loginAs(maker)
      .json(typed)
    made.assertStatus(303)
    const address = made.header('location')!
    const shown = await client.get(address).loginAs(maker)
    shown.assertStatus(200)
    shown.assertTextIncludes('12.50')
    assert.notInclude(shown.text(), `${address}/decision`)

    const approve = (who: typeof head) =>
      client.post(`${address}/decision`).redirects(0).withCsrfToken().loginAs(who)
    ;(await approve(maker)).assertStatus(403)
    assert.equal(await balanceOf('INT-BANK', unitId), '0.00')
    ;(await approve(head)).assertStatus(303)
    assert.equal(await balanceOf('INT-BANK', unitId), '-12.50')
    const after = await client.get(address).loginAs(head)
    after.assertTextIncludes('/papers/ledger')
  })

  test('a recurring entry shows the months it has posted, each leading to its entry', async ({
    client,
    assert,
  }) => {
    const unitId = await aUnit()
    const maker = await aPerson({ unitId, roles: ['finance_officer'] })
    const head = await aPerson({ unitId, roles: ['accounts_head'] })
    const by = { ...maker.asActor('test'), id: maker.id }
    const journal = await new WriteJournal().handle(
      {
        unitId,
        kind: 'recurring',
        postedOn: '2026-08-31',
        until: Month.of('2026-12'),
        description: 'عمولة شهرية',
        reason: 'اتفاق مع البنك',
        lines: [
          { account: 'INT-COMMISSION', debit: Money.of('7.25') },
          { account: 'INT-BANK', credit: Money.of('7.25') },
        ],
      },
      { by }
    )
    await new DecideJournal().approve(journal.id, { by: head })
    await within(null, (trx) => postRecurring(journal.id, Month.of('2026-10'), trx))
    const page = await client.get(`/accounts/journals/${journal.id}`).loginAs(maker)
    page.assertStatus(200)
    for (const day of ['2026-08-31', '2026-09-30', '2026-10-31']) page.assertTextIncludes(day)
    assert.lengthOf(page.text().match(/\/papers\/ledger_entries\/\d+/g) ?? [], 3)
  })

  test('a month is locked by page, and its entries are refused then in words', async ({
    client,
    assert,
  }) => {
    const unitId = await aUnit()
    const maker = await aPerson({ unitId, roles: ['finance_officer'] })
    const head = await aPerson({ unitId, roles: ['accounts_head'] })
    const made = await client
      .post('/accounts/periods')
      .redirects(0)
      .withCsrfToken()
      .loginAs(maker)
      .form({
        unit: unitId,
        month: '2026-10',
        to: 'locked',
        decision_no: '15',
        decision_on: '2026-11-02',
        reason: 'قفل حسابات الشهر',
      })
    made.assertStatus(303)
    const address = made.header('location')!
    const decided = await client
      .post(`${address}/decision`)
      .redirects(0)
      .withCsrfToken()
      .loginAs(head)
    decided.assertStatus(303)
    const list = await client.get('/accounts/periods').loginAs(head)
    list.assertStatus(200)
    list.assertTextIncludes('مقفل')
    await assert.rejects(() => posted(unitId), /2026-10 مقفل/)
    const chart = await client.get('/accounts/chart').loginAs(maker)
    chart.assertStatus(200)
    chart.assertTextIncludes('INT-CASH')
  })
})
