import { test } from '@japa/runner'
import { BUDGET_CORRUPTIONS } from '#tests/support/books/budget_corruptions'
import { fillBudget } from '#tests/support/books/budget_work'
import { blamedBy, filledHouse, namesEach } from '#tests/support/books/spoiled_house'

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
  const house = filledHouse(group, 'budget', fillBudget, TRIGGERS)
  const found = blamedBy(
    ['I3'],
    [
      'budget_lines',
      'budget_balances',
      'budget_movements',
      'commitments',
      'virements',
      'fund_shares',
    ]
  )

  test('finds nothing to blame in a budget kept by its rules', async ({ assert }) => {
    assert.deepEqual(await found(house.client), [])
    const [rows] = await house.client.rawQuery('SELECT DISTINCT status FROM commitments')
    assert.sameMembers(
      rows.map(({ status }: { status: string }) => status),
      ['draft', 'reserved', 'committed', 'settled', 'cancelled', 'carried']
    )
  })

  namesEach(house, BUDGET_CORRUPTIONS, found)
})
