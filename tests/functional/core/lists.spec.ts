import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { HttpContextFactory } from '@adonisjs/core/factories/http'
import i18nManager from '@adonisjs/i18n/services/main'
import fc from 'fast-check'
import type { ListDefinition, ListQuery, ListRow } from '#core/lists/definition'
import { List } from '#core/lists/list'
import { Money } from '#core/money'

/** A table without rules, so that ties and NULLs of every type can stand in it. */
const TABLE = 'list_probe'

const probeList: ListDefinition = {
  name: 'probe',
  title: 'core.kit.list',
  permission: 'core.jobs.read',
  query: () => db.from(TABLE) as unknown as ListQuery,
  key: 'id',
  columns: [
    { key: 'name', label: 'core.kit.party', type: 'text', sortable: true },
    { key: 'amount', label: 'core.kit.amount', type: 'money', sortable: true, total: true },
    { key: 'faces', label: 'core.kit.faces', type: 'integer', sortable: true },
    { key: 'due_on', label: 'core.kit.due_on', type: 'day', sortable: true },
    { key: 'seen_at', label: 'core.jobs.created_at', type: 'moment', sortable: true },
    { key: 'secret', label: 'core.kit.note', type: 'text' },
  ],
  filters: [
    { key: 'q', label: 'core.kit.search', type: 'text', column: 'name' },
    { key: 'amount', label: 'core.kit.amount', type: 'moneyRange', column: 'amount' },
    { key: 'due', label: 'core.kit.due_on', type: 'dayRange', column: 'due_on' },
    {
      key: 'faces',
      label: 'core.kit.faces',
      type: 'select',
      column: 'faces',
      options: [{ value: '1', label: 'one' }],
    },
  ],
  defaultSort: 'name',
  pageSize: 3,
}

async function asked(question: Record<string, unknown>, definition = probeList) {
  const ctx = new HttpContextFactory().create()
  ctx.i18n = i18nManager.locale('en')
  ctx.request.setInitialBody({})
  ctx.request.updateQs(question)
  const person = { id: 1, fullName: 'x', email: 'x', unitIds: () => 'all', holds: () => true }
  Object.assign(ctx, { auth: { user: person } })
  return List.from(ctx, definition)
}

/** Every page from the first on, by the links to the next. */
async function forward(sort: string) {
  const pages: { rows: ListRow[]; previous: string | null }[] = []
  let after: string | null = null
  do {
    const page = await (await asked({ sort, ...(after ? { after } : {}) })).page()
    pages.push(page)
    after = page.next
  } while (after && pages.length < 200)
  return pages
}

/** Every page from this one back to the first, by the links to the previous. */
async function backward(sort: string, from: string | null) {
  const pages: { rows: ListRow[] }[] = []
  let before = from
  while (before && pages.length < 200) {
    const page = await (await asked({ sort, before })).page()
    pages.unshift(page)
    before = page.previous
  }
  return pages
}

const idsOf = (pages: { rows: ListRow[] }[]) =>
  pages.flatMap(({ rows }) => rows.map((row) => Number(row._key)))

test.group('Lists by keyset', (group) => {
  group.setup(async () => {
    // A temporary table lives on one connection; the transaction of the group holds that connection.
    await testUtils.db().wrapInGlobalTransaction()
    await db.rawQuery(`CREATE TEMPORARY TABLE ${TABLE} (
      id BIGINT UNSIGNED NOT NULL PRIMARY KEY, name VARCHAR(40) NULL, amount DECIMAL(18,2) NULL,
      faces INT NULL, due_on DATE NULL, seen_at DATETIME(3) NULL, secret VARCHAR(10) NULL
    ) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`)
    return async () => {
      await db.rawQuery(`DROP TEMPORARY TABLE ${TABLE}`)
      await db.rollbackGlobalTransaction()
    }
  })

  const row = fc.record({
    name: fc.option(fc.constantFrom('أحمد', 'احمد', 'ahmad', 'Ahmad', 'هدى', '', ' x', '%', '_')),
    amount: fc.option(
      fc.constantFrom('0.00', '0.01', '-5.10', '9007199254740993.01', '9007199254740993.02', '12.5')
    ),
    faces: fc.option(fc.integer({ min: -2, max: 2 })),
    due_on: fc.option(fc.constantFrom('2026-02-28', '2026-03-01', '2027-01-01')),
    seen_at: fc.option(
      fc.constantFrom('2026-10-05 10:00:00.001', '2026-10-05 10:00:00.002', '2026-10-05 10:00:00')
    ),
  })

  test('walking a list forward and back meets every row once and in order, with ties and gaps', async ({
    assert,
  }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 0, maxLength: 14 }),
        fc.constantFrom('name', 'amount', 'faces', 'due_on', 'seen_at'),
        fc.boolean(),
        async (rows, column, descending) => {
          await db.rawQuery(`DELETE FROM ${TABLE}`)
          if (rows.length) {
            await db
              .table(TABLE)
              .multiInsert(rows.map((values, at) => ({ id: at * 7 + 1, ...values })))
          }
          const direction = descending ? 'desc' : 'asc'
          const truth = await db
            .from(TABLE)
            .orderByRaw(`${column} ${direction}, id ${direction}`)
            .select('id')
          const expected = truth.map(({ id }) => Number(id))
          const sort = `${descending ? '-' : ''}${column}`

          const there = await forward(sort)
          assert.deepEqual(idsOf(there), expected)
          const back = await backward(sort, there.at(-1)!.previous)
          assert.deepEqual([...idsOf(back), ...idsOf(there.slice(-1))], expected)

          const all: number[] = []
          for await (const found of (await asked({ sort })).all()) all.push(Number(found._key))
          assert.deepEqual(all, expected)
        }
      ),
      { numRuns: 120 }
    )
  })

  test('a place outlives rows that come and go between two pages', async ({ assert }) => {
    await db.rawQuery(`DELETE FROM ${TABLE}`)
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    await db.table(TABLE).multiInsert(names.map((name, at) => ({ id: at + 1, name })))
    const first = await (await asked({ sort: 'name' })).page()
    await db.from(TABLE).where('name', 'c').delete()
    await db.table(TABLE).insert({ id: 90, name: 'aa' })
    const second = await (await asked({ sort: 'name', after: first.next })).page()
    assert.deepEqual(
      second.rows.map(({ name }) => name),
      ['d', 'e', 'f']
    )
  })

  test('counts and sums are exact, and to the piastre', async ({ assert }) => {
    await db.rawQuery(`DELETE FROM ${TABLE}`)
    const amounts = ['9007199254740993.01', '0.02', '-1.01', '12.50']
    await db.table(TABLE).multiInsert(amounts.map((amount, at) => ({ id: at + 1, amount })))
    const { rows, exact, totals } = await (await asked({})).count()
    assert.equal(rows, 4)
    assert.isTrue(exact)
    assert.equal(totals!.amount, Money.sum(amounts.map((amount) => Money.of(amount))).toString())
  })

  test('a list longer than 10,000 says so and pays no more for it', async ({ assert }) => {
    await db.rawQuery(`DELETE FROM ${TABLE}`)
    await db.rawQuery(`INSERT INTO ${TABLE} (id, amount)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
      SELECT a.i * 1000 + b.i, 1.00 FROM n a JOIN n b ON b.i <= 11 WHERE a.i <= 1000`)
    const count = await (await asked({})).count()
    assert.deepEqual(count, { rows: 10_000, exact: false, totals: null })
    const whole = await (await asked({})).grandTotals()
    assert.deepEqual([whole.rows, whole.totals!.amount], [11_000, '11000.00'])
  })

  test('filters narrow by exact amounts and days, both ends included', async ({ assert }) => {
    await db.rawQuery(`DELETE FROM ${TABLE}`)
    await db.table(TABLE).multiInsert([
      { id: 1, amount: '10.00', due_on: '2026-07-01', name: '100% مطابق' },
      { id: 2, amount: '10.01', due_on: '2026-07-31', name: '100 مطابق' },
      { id: 3, amount: '10.02', due_on: '2026-08-01', name: 'غير ذلك' },
    ])
    const ids = async (question: Record<string, string>) =>
      idsOf([await (await asked({ sort: 'amount', ...question })).page()])
    assert.deepEqual(await ids({ amount_from: '10.01' }), [2, 3])
    assert.deepEqual(await ids({ amount_from: '١٠٫٠١', amount_to: '10.01' }), [2])
    assert.deepEqual(await ids({ due_from: '2026-07-31', due_to: '2026-08-01' }), [2, 3])
    assert.deepEqual(await ids({ q: 'مُطابِق' }), [1, 2])
    assert.deepEqual(await ids({ q: '%' }), [], 'a sign of a pattern is no pattern here')
  })

  test('what cannot be read shows no rows and says why, in place of showing all', async ({
    assert,
  }) => {
    for (const question of [
      { amount_from: '12,34' },
      { amount_from: ['12', '34'] },
      { due_to: '31/31/2026' },
      { faces: '1 OR 1=1' },
    ]) {
      const list = await asked(question)
      assert.isFalse(list.isAnswerable)
      assert.isTrue(list.filters.some(({ error }) => (error ?? '').length > 3))
      assert.deepEqual((await list.page()).rows, [])
      assert.equal((await list.count()).rows, 0)
    }
  })

  test('only offered orders are taken, and a forged place starts from the first page', async ({
    assert,
  }) => {
    for (const sort of ['secret', 'id; DROP TABLE users', '--name', 'nothing', 'name desc']) {
      assert.equal((await asked({ sort })).order.by, 'name')
    }
    const first = idsOf([await (await asked({ sort: 'amount' })).page()])
    const otherOrder = (await (await asked({ sort: '-amount' })).page()).next
    for (const after of [
      'x',
      otherOrder,
      Buffer.from('[1,"amount asc",{},"1"]').toString('base64'),
    ]) {
      assert.deepEqual(idsOf([await (await asked({ sort: 'amount', after })).page()]), first)
    }
  })
})

test.group('Lists over many units', () => {
  for (const [table, day] of [
    ['charges', 'due_on'],
    ['receipts', 'received_on'],
    ['bank_lines', 'booked_on'],
    ['deposit_slips', 'deposited_on'],
    ['ledger_entries', 'posted_on'],
  ]) {
    test(`the order of ${table} is a key that knows the unit, so no page sorts the table`, async ({
      assert,
    }) => {
      const [rows] = await db.rawQuery(
        `SELECT COLUMN_NAME AS name FROM information_schema.STATISTICS
         WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND INDEX_NAME = ? ORDER BY SEQ_IN_INDEX`,
        [table!, `${table}_list_order`]
      )
      assert.deepEqual(
        rows.map(({ name }: { name: string }) => name),
        [day, 'id', 'unit_id']
      )
    })
  }
})
