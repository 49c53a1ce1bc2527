import { test } from '@japa/runner'
import { checkBooks } from '#reporting/books_check/check_books'
import { ACCOUNT_BOOK_CORRUPTIONS } from '#tests/support/books/account_book_corruptions'
import { fillAccountBooks } from '#tests/support/books/account_book_work'
import { Scratch } from '#tests/support/books/scratch'

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
  const house = new Scratch(`diwan_account_books_${process.pid}`)
  group.tap((one) => one.timeout(120_000))

  group.setup(async () => {
    await house.create()
    await fillAccountBooks(house)
    for (const trigger of TRIGGERS) await house.client.rawQuery(`DROP TRIGGER ${trigger}`)
    // What keeps entries as they were posted goes as well.
    const [rows] = await house.client.rawQuery(
      "SELECT trigger_name AS name FROM information_schema.triggers WHERE trigger_schema = DATABASE() AND event_object_table IN ('ledger_entries', 'ledger_totals') AND event_manipulation <> 'INSERT'"
    )
    for (const { name } of rows) await house.client.rawQuery(`DROP TRIGGER ${name}`)
  })
  group.teardown(() => house.drop())

  const found = async (client: Parameters<typeof checkBooks>[0]) =>
    (
      await checkBooks(client, [
        'book_folios',
        'daily_reckonings',
        'period_accounts',
        'year_closings',
      ])
    ).invariants
      .filter(({ id }) => id === 'I14')
      .flatMap(({ examples }) => examples)

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

  for (const { what, among, does, named } of ACCOUNT_BOOK_CORRUPTIONS) {
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
        for (const code of named) assert.include([...codes], code)
      } finally {
        await trx.rollback()
      }
    })
  }
})
