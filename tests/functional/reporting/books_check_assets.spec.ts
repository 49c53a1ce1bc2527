import { test } from '@japa/runner'
import { checkBooks } from '#reporting/books_check/check_books'
import { ASSET_CORRUPTIONS } from '#tests/support/books/asset_corruptions'
import { fillAssets } from '#tests/support/books/asset_work'
import { Scratch } from '#tests/support/books/scratch'

/** What an administrator would have to do away with first. */
const TRIGGERS = [
  ...['asset_book_entries', 'bills', 'bill_credits', 'ledger_lines'].flatMap((table) => [
    `${table}_no_update`,
    `${table}_no_delete`,
  ]),
  'charges_keep_their_facts',
]

test.group('The check of the books | assets and bills', (group) => {
  const house = new Scratch(`diwan_assets_${process.pid}`)

  group.setup(async () => {
    await house.create()
    await fillAssets(house)
    for (const trigger of TRIGGERS) await house.client.rawQuery(`DROP TRIGGER ${trigger}`)
  })
  group.teardown(() => house.drop())

  const found = async (client: Parameters<typeof checkBooks>[0]) =>
    (await checkBooks(client)).invariants
      .filter(({ id }) => id === 'I11' || id === 'I6')
      .flatMap(({ examples }) => examples)

  test('finds nothing to blame in books of assets and bills kept by their rules', async ({
    assert,
  }) => {
    assert.deepEqual(await found(house.client), [])
    const [[{ entries }]] = await house.client.rawQuery(
      'SELECT COUNT(*) AS entries FROM asset_book_entries'
    )
    assert.isAbove(Number(entries), 30)
    const [[{ credits }]] = await house.client.rawQuery(
      'SELECT COUNT(*) AS credits FROM bill_credits'
    )
    assert.equal(Number(credits), 1)
  })

  for (const { what, among, does, named } of ASSET_CORRUPTIONS) {
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
