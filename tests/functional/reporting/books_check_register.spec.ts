import { test } from '@japa/runner'
import { checkBooks } from '#reporting/books_check/check_books'
import { REGISTER_CORRUPTIONS } from '#tests/support/books/register_corruptions'
import { fillRegister } from '#tests/support/books/register_work'
import { Scratch } from '#tests/support/books/scratch'

/** What an administrator would have to do away with first. */
const TRIGGERS = [
  ...['asset_changes', 'asset_geometries', 'asset_lineage', 'transaction_assets'].flatMap(
    (table) => [`${table}_no_update`, `${table}_no_delete`]
  ),
  'register_transactions_keep_their_facts',
  'assets_no_delete_once_recorded',
]

test.group('The check of the books | register', (group) => {
  const house = new Scratch(`diwan_register_${process.pid}`)

  group.setup(async () => {
    await house.create()
    await fillRegister(house)
    for (const trigger of TRIGGERS) await house.client.rawQuery(`DROP TRIGGER ${trigger}`)
  })
  group.teardown(() => house.drop())

  const registerOf = async (client: Parameters<typeof checkBooks>[0]) =>
    (await checkBooks(client)).invariants.find(({ id }) => id === 'I13')!

  test('finds nothing to blame in a register kept by its rules', async ({ assert }) => {
    assert.deepEqual((await registerOf(house.client)).examples, [])
    const [[{ assets }]] = await house.client.rawQuery('SELECT COUNT(*) AS assets FROM assets')
    assert.equal(Number(assets), 16)
  })

  for (const { what, among, does, named } of REGISTER_CORRUPTIONS) {
    test(`names it when ${what}`, async ({ assert }) => {
      const [rows] = await house.client.rawQuery(among)
      assert.isNotEmpty(rows)
      const trx = await house.client.transaction()
      try {
        await trx.rawQuery('SET check_constraint_checks = 0, foreign_key_checks = 0')
        for (const sql of does) await trx.rawQuery(sql, rows[0])
        const codes = new Set((await registerOf(trx)).examples.map(({ code }) => code))
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
