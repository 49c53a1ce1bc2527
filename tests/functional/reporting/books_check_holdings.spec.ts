import { test } from '@japa/runner'
import { checkBooks } from '#reporting/books_check/check_books'
import { HOLDING_CORRUPTIONS } from '#tests/support/books/holding_corruptions'
import { fillHoldings } from '#tests/support/books/holding_work'
import { Scratch } from '#tests/support/books/scratch'

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
  const house = new Scratch(`diwan_holdings_${process.pid}`)

  group.setup(async () => {
    await house.create()
    await fillHoldings(house)
    for (const trigger of TRIGGERS) await house.client.rawQuery(`DROP TRIGGER ${trigger}`)
  })
  group.teardown(() => house.drop())

  const found = async (client: Parameters<typeof checkBooks>[0]) =>
    (
      await checkBooks(client, [
        'advances',
        'guarantees',
        'penalties',
        'cheque_leaves',
        'cash_transfers',
        'advance_settlements',
      ])
    ).invariants
      .filter(({ id }) => id === 'I15')
      .flatMap(({ examples }) => examples)

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

  for (const { what, among, does, named } of HOLDING_CORRUPTIONS) {
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
