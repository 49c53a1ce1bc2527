import { test } from '@japa/runner'
import { ACCOUNT_BOOK_CORRUPTIONS } from '#tests/support/books/account_book_corruptions'
import { fillAccountBooks } from '#tests/support/books/account_book_work'
import { blamedBy, filledHouse, namesEach } from '#tests/support/books/spoiled_house'

/** What an administrator would have to do away with first. */
const TRIGGERS = [
  'book_folios_keep_what_was_closed',
  'daily_reckonings_live_by_the_rules',
  'period_accounts_steps_in_order',
  'period_account_lines_no_update',
  'period_account_lines_frozen_delete',
  'year_closings_approved_stay',
  'year_closing_lines_no_update',
  'year_closing_lines_approved_keep',
  'accounting_periods_stay_locked',
  'accounting_periods_no_delete_when_locked',
]

test.group('The check of the books | folios, 69, 75 and final accounts', (group) => {
  const house = filledHouse(group, 'account_books', fillAccountBooks, TRIGGERS)
  group.tap((one) => one.timeout(120_000))
  // What keeps entries as they were posted goes as well.
  group.setup(async () => {
    const [rows] = await house.client.rawQuery(
      "SELECT trigger_name AS name FROM information_schema.triggers WHERE trigger_schema = DATABASE() AND event_object_table IN ('ledger_entries', 'ledger_totals') AND event_manipulation <> 'INSERT'"
    )
    for (const { name } of rows) await house.client.rawQuery(`DROP TRIGGER ${name}`)
  })

  const found = blamedBy(
    ['I14'],
    ['book_folios', 'daily_reckonings', 'period_accounts', 'year_closings']
  )

  test('finds nothing to blame in books kept, signed and closed by the rules', async ({
    assert,
  }) => {
    assert.deepEqual(await found(house.client), [])
    const [[counted]] = await house.client.rawQuery(
      `SELECT (SELECT COUNT(*) FROM book_folios WHERE status <> 'open') AS folios, (SELECT COUNT(*) FROM daily_reckonings WHERE status = 'signed') AS days,
         (SELECT COUNT(*) FROM period_accounts WHERE status = 'signed') AS accounts, (SELECT COUNT(*) FROM year_closings WHERE status = 'approved') AS years`
    )
    assert.deepEqual(Object.values(counted).map(Number), [10, 2, 13, 1])
  })

  namesEach(house, ACCOUNT_BOOK_CORRUPTIONS, found, { byEvery: true })
})
