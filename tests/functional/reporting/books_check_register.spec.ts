import { test } from '@japa/runner'
import { REGISTER_CORRUPTIONS } from '#tests/support/books/register_corruptions'
import { fillRegister } from '#tests/support/books/register_work'
import { blamedBy, filledHouse, namesEach } from '#tests/support/books/spoiled_house'

/** What an administrator would have to do away with first. */
const TRIGGERS = [
  ...['asset_changes', 'asset_geometries', 'asset_lineage', 'transaction_assets'].flatMap(
    (table) => [`${table}_no_update`, `${table}_no_delete`]
  ),
  'register_transactions_keep_their_facts',
  'assets_no_delete_once_recorded',
]

test.group('The check of the books | register', (group) => {
  const house = filledHouse(group, 'register', fillRegister, TRIGGERS)
  const found = blamedBy(['I13'])

  test('finds nothing to blame in a register kept by its rules', async ({ assert }) => {
    assert.deepEqual(await found(house.client), [])
    const [[{ assets }]] = await house.client.rawQuery('SELECT COUNT(*) AS assets FROM assets')
    assert.equal(Number(assets), 16)
  })

  namesEach(house, REGISTER_CORRUPTIONS, found)
})
