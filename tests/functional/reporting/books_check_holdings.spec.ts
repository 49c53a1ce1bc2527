import { test } from '@japa/runner'
import { HOLDING_CORRUPTIONS } from '#tests/support/books/holding_corruptions'
import { fillHoldings } from '#tests/support/books/holding_work'
import { blamedBy, filledHouse, namesEach } from '#tests/support/books/spoiled_house'

/** What an administrator would have to do away with first. */
const TRIGGERS = [
  'advances_live_by_the_rules',
  'advance_settlements_keep_what_was_decided',
  'guarantees_live_by_the_rules',
  'guarantee_acts_keep_what_was_decided',
  'penalties_live_by_the_rules',
  'cash_transfers_live_by_the_rules',
  'cheque_leaves_are_used_once',
  'cheque_leaves_no_delete',
  'ledger_lines_no_update',
]

test.group('The check of the books | holdings', (group) => {
  const house = filledHouse(group, 'holdings', fillHoldings, TRIGGERS)
  const found = blamedBy(
    ['I15'],
    [
      'advances',
      'guarantees',
      'penalties',
      'cheque_leaves',
      'cash_transfers',
      'advance_settlements',
    ]
  )

  test('finds nothing to blame in holdings kept by their rules', async ({ assert }) => {
    assert.deepEqual(await found(house.client), [])
    const [rows] = await house.client.rawQuery(
      "SELECT open_amount FROM advances UNION ALL SELECT open_amount FROM guarantees WHERE form = 'cash'"
    )
    assert.deepEqual(
      rows.map((row: { open_amount: string }) => row.open_amount),
      ['3800.00', '14000.00']
    )
  })

  namesEach(house, HOLDING_CORRUPTIONS, found)
})
