import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { SYSTEM } from '#audit/actor'
import { addDays } from '#core/days'
import { Money } from '#core/money'
import { within } from '#core/within'
import { postEntries, type Entry, type EntryLine } from '#accounts/actions/post_entry'
import { aBudgetLine } from '#tests/support/budget'
import { loadImportReference } from '#tests/support/imports'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

const entry = (unitId: number, postedOn: string, cents: number, told: Partial<EntryLine> = {}) => ({
  unitId,
  postedOn,
  kind: 'test',
  businessKey: `statement/${unitId}/${postedOn}/${cents}`,
  description: `قيد ${postedOn}`,
  lines: [
    { account: 'INT-CASH', ...side(cents), ...told },
    { account: 'INT-REV-FEES', ...side(-cents), ...told },
  ],
})

const side = (cents: number) =>
  cents > 0 ? { debit: Money.piastres(BigInt(cents)) } : { credit: Money.piastres(BigInt(-cents)) }

const post = (entries: Entry[]) => within(null, (trx) => postEntries(entries, { trx, by: SYSTEM }))

/** Cells of each row of a CSV file, without marks of direction. */
const rowsOf = (csv: string) =>
  csv
    .replace(/[\u200e\u200f\u2066-\u2069\ufeff"\r]/g, '')
    .trim()
    .split('\n')
    .map((line) => line.split(/[;,\t]/))

test.group('The statement of an account', (group) => {
  group.setup(loadImportReference)
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('each line has the balance after it, from what the account came with to what it stands at', async ({
    client,
    assert,
  }) => {
    const unitId = await aUnit()
    await post([
      entry(unitId, '2026-06-30', 10_010),
      entry(unitId, '2026-09-30', 500),
      entry(unitId, '2026-10-05', 2_000),
      // Entered later, of an earlier day: it stands at its day.
      entry(unitId, '2026-10-01', -13_000),
      entry(unitId, '2026-10-31', 303),
      entry(unitId, '2026-11-01', 90_000),
    ])
    const reader = await aPerson({ unitId, roles: ['finance_officer'] })
    const asked = { account: 'INT-CASH', posted_from: '2026-10-01', posted_to: '2026-10-31' }
    const csv = await client
      .get('/accounts/statement')
      .qs({ ...asked, format: 'csv' })
      .loginAs(reader)
    const lines = rowsOf(csv.text()).slice(1)
    assert.deepEqual(
      lines.map((cells) => [cells[0], ...cells.slice(3, 7)]),
      [
        ['2026-10-01', '0.00', '130.00', '24.90', 'دائن'],
        ['2026-10-05', '20.00', '0.00', '4.90', 'دائن'],
        ['2026-10-31', '3.03', '0.00', '1.87', 'دائن'],
      ]
    )
    const page = await client.get('/accounts/statement').qs(asked).loginAs(reader)
    page.assertStatus(200)
    // 100.10 + 5.00 before; 23.03 and 130.00 within.
    for (const shown of ['105.10 مدين', '23.03', '130.00', '1.87 دائن']) {
      page.assertTextIncludes(shown)
    }
    assert.match(page.text(), /\/papers\/ledger_entries\/\d+/)
    const newest = await client
      .get('/accounts/statement')
      .qs({ ...asked, sort: '-posted_on', format: 'csv' })
      .loginAs(reader)
    assert.deepEqual(
      rowsOf(newest.text())
        .slice(1)
        .map((cells) => cells[5]),
      ['1.87', '4.90', '24.90']
    )
  })

  test('revenue begins each July with nothing', async ({ client }) => {
    const unitId = await aUnit()
    await post([
      entry(unitId, '2026-06-30', 10_010),
      entry(unitId, '2026-07-02', 700),
      entry(unitId, '2026-10-05', 2_000),
    ])
    const reader = await aPerson({ unitId, roles: ['finance_officer'] })
    const page = await client
      .get('/accounts/statement')
      .qs({ account: 'INT-REV-FEES', posted_from: '2026-10-01', posted_to: '2026-10-31' })
      .loginAs(reader)
    page.assertTextIncludes('7.00 دائن')
    page.assertTextIncludes('27.00 دائن')
  })

  test('a long statement goes on from page to page with its balance, and its file is whole', async ({
    client,
    assert,
  }) => {
    const unitId = await aUnit()
    await post(
      Array.from({ length: 2_300 }, (_, at) =>
        entry(unitId, addDays('2026-07-01', Math.floor(at / 20)), 100 + at)
      )
    )
    const reader = await aPerson({ unitId, roles: ['finance_officer'] })
    const asked = { account: 'INT-CASH', posted_from: '2026-07-01', posted_to: '2026-12-31' }
    const first = await client.get('/accounts/statement').qs(asked).loginAs(reader)
    const [, place] = /after=([\w-]+)/.exec(first.text())!
    const second = await client
      .get('/accounts/statement')
      .qs({ ...asked, after: place })
      .loginAs(reader)
    // 100 + … + 200 piastres after the hundred-and-first line.
    second.assertTextIncludes('151.50')
    const csv = await client
      .get('/accounts/statement')
      .qs({ ...asked, format: 'csv' })
      .loginAs(reader)
    const lines = rowsOf(csv.text()).slice(1)
    assert.lengthOf(lines, 2_300)
    let balance = 0n
    lines.forEach((cells, at) => {
      balance += BigInt(100 + at)
      assert.equal(cells[5], Money.piastres(balance).toString())
    })
    const xlsx = await client
      .get('/accounts/statement')
      .qs({ ...asked, format: 'xlsx' })
      .loginAs(reader)
    xlsx.assertStatus(200)
  })

  test('fund, item, party and centre narrow the lines and the balances alike, and another unit sees nothing', async ({
    client,
    assert,
  }) => {
    const { lineId, unitId } = await aBudgetLine('1000.00', '2104')
    const [[fund]] = await db.rawQuery(
      "SELECT id FROM budget_codes WHERE axis = 'fund' AND code <> '00' ORDER BY id LIMIT 1"
    )
    const fundId = Number(fund.id)
    await post([
      entry(unitId, '2026-08-01', 1_000, { fundId }),
      entry(unitId, '2026-08-02', 5_000),
      entry(unitId, '2026-10-05', 300, { fundId, centre: 'C-7' }),
      entry(unitId, '2026-10-06', 7_000, { budgetLineId: lineId }),
    ])
    const reader = await aPerson({ unitId, roles: ['finance_officer'] })
    const asked = { account: 'INT-CASH', posted_from: '2026-10-01', posted_to: '2026-10-31' }
    const balances = async (more: Record<string, string | number>, who = reader) => {
      const csv = await client
        .get('/accounts/statement')
        .qs({ ...asked, ...more, format: 'csv' })
        .loginAs(who)
      return rowsOf(csv.text())
        .slice(1)
        .map((cells) => cells[5])
    }
    assert.deepEqual(await balances({}), ['63.00', '133.00'])
    assert.deepEqual(await balances({ fund: fundId }), ['13.00'])
    assert.deepEqual(await balances({ centre: 'C-7' }), ['3.00'])
    assert.deepEqual(await balances({ budget_line: '2104' }), ['70.00'])
    assert.deepEqual(await balances({ party: 'لا أحد' }), [])
    const stranger = await aPerson({ unitId: await aUnit(), roles: ['finance_officer'] })
    assert.deepEqual(await balances({}, stranger), [])
    const unknown = await client
      .get('/accounts/statement')
      .qs({ ...asked, account: '99999999' })
      .loginAs(reader)
    unknown.assertTextIncludes('لا حساب واحد بهذا الكود')
    const empty = await client.get('/accounts/statement').loginAs(reader)
    empty.assertStatus(200)
    empty.assertTextIncludes('اختر حسابًا')
  })
})
