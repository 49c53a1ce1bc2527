import { test } from '@japa/runner'
import { ASSET_CORRUPTIONS } from '#tests/support/books/asset_corruptions'
import { fillAssets } from '#tests/support/books/asset_work'
import { blamedBy, filledHouse, namesEach } from '#tests/support/books/spoiled_house'

/** What an administrator would have to do away with first. */
const TRIGGERS = [
  ...['asset_book_entries', 'bills', 'bill_credits', 'ledger_lines'].flatMap((table) => [
    `${table}_no_update`,
    `${table}_no_delete`,
  ]),
  'charges_keep_their_facts',
]

test.group('The check of the books | assets and bills', (group) => {
  const house = filledHouse(group, 'assets', fillAssets, TRIGGERS)
  const found = blamedBy(['I11', 'I6'])

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

  namesEach(house, ASSET_CORRUPTIONS, found)
})
