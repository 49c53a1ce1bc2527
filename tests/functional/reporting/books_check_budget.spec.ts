import { test } from '@japa/runner'
import { checkBooks } from '#reporting/books_check/check_books'
import { BUDGET_CORRUPTIONS } from '#tests/support/books/budget_corruptions'
import { fillBudget } from '#tests/support/books/budget_work'
import { Scratch } from '#tests/support/books/scratch'

/** What an administrator would have to do away with first. */
const TRIGGERS = [
  'budget_movements_no_update',
  'budget_movements_no_delete',
  'commitments_live_by_the_rules',
  'virements_live_by_the_rules',
  'virement_lines_no_update',
  'fund_shares_live_by_the_rules',
]

test.group('The check of the books | budget', (group) => {
  const house = new Scratch(`diwan_budget_${process.pid}`)

  group.setup(async () => {
    await house.create()
    await fillBudget(house)
    for (const trigger of TRIGGERS) await house.client.rawQuery(`DROP TRIGGER ${trigger}`)
  })
  group.teardown(() => house.drop())

  const found = async (client: Parameters<typeof checkBooks>[0]) =>
    (
      await checkBooks(client, [
        'budget_lines',
        'budget_balances',
        'budget_movements',
        'commitments',
        'virements',
        'fund_shares',
      ])
    ).invariants
      .filter(({ id }) => id === 'I3')
      .flatMap(({ examples }) => examples)

  test('finds nothing to blame in a budget kept by its rules', async ({ assert }) => {
    assert.deepEqual(await found(house.client), [])
    const [rows] = await house.client.rawQuery('SELECT DISTINCT status FROM commitments')
    assert.sameMembers(
      rows.map(({ status }: { status: string }) => status),
      ['draft', 'reserved', 'committed', 'settled', 'cancelled', 'carried']
    )
  })

  for (const { what, among, does, named } of BUDGET_CORRUPTIONS) {
    test(`names it when ${what}`, async ({ assert }) => {
      const [rows] = await house.client.rawQuery(among)
      assert.isNotEmpty(rows)
      const trx = await house.client.transaction()
      try {
        await trx.rawQuery('SET check_constraint_checks = 0, foreign_key_checks = 0')
        for (const sql of does) {
          const [{ affectedRows }] = await trx.rawQuery(sql, rows[0])
          assert.isAbove(affectedRows, 0)
        }
        const codes = new Set((await found(trx)).map(({ code }) => code))
        assert.isTrue(
          named.some((code) => codes.has(code)),
          [...codes].join(', ') || 'nothing named'
        )
      } finally {
        await trx.rollback()
      }
    })
  }
})
