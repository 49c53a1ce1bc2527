import { test } from '@japa/runner'
import { checkBooks } from '#reporting/books_check/check_books'
import { JOURNAL_CORRUPTIONS } from '#tests/support/books/journal_corruptions'
import { fillLedger } from '#tests/support/books/ledger_work'
import { Scratch } from '#tests/support/books/scratch'

test.group('The check of the books | journals, openings, totals and dimensions', (group) => {
  const house = new Scratch(`diwan_journals_${process.pid}`)
  const copy = new Scratch(`diwan_journals_${process.pid}_copy`)

  group.setup(async () => {
    await house.create()
    await copy.create()
    await fillLedger(house)
    await copy.copyFrom(house)
  })
  group.teardown(async () => {
    await copy.drop()
    await house.drop()
  })

  const found = async (client: Parameters<typeof checkBooks>[0]) =>
    (
      await checkBooks(client, [
        'ledger_entries',
        'ledger_lines',
        'ledger_totals',
        'ledger_seals',
        'journals',
        'opening_balances',
      ])
    ).invariants.flatMap(({ examples }) => examples)

  test('finds nothing to blame in a ledger kept by its rules', async ({ assert }) => {
    assert.deepEqual(await found(copy.client), [])
    const [rows] = await copy.client.rawQuery('SELECT DISTINCT status FROM journals')
    assert.sameMembers(
      rows.map(({ status }: { status: string }) => status),
      ['draft', 'posted', 'active', 'refused', 'withdrawn']
    )
    const [[{ openings }]] = await copy.client.rawQuery(
      'SELECT COUNT(*) AS openings FROM opening_balances'
    )
    assert.equal(Number(openings), 3)
  })

  for (const { what, among, does, named } of JOURNAL_CORRUPTIONS) {
    test(`names it when ${what}`, async ({ assert }) => {
      const [rows] = await copy.client.rawQuery(among)
      assert.isNotEmpty(rows)
      const trx = await copy.client.transaction()
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
