import { test } from '@japa/runner'
import { JOURNAL_CORRUPTIONS } from '#tests/support/books/journal_corruptions'
import { fillLedger } from '#tests/support/books/ledger_work'
import { blamedBy, copiedHouse, namesEach } from '#tests/support/books/spoiled_house'

test.group('The check of the books | journals, openings, totals and dimensions', (group) => {
  const copy = copiedHouse(group, 'journals', fillLedger)
  const found = blamedBy(
    [],
    [
      'ledger_entries',
      'ledger_lines',
      'ledger_totals',
      'ledger_seals',
      'journals',
      'opening_balances',
    ]
  )

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

  namesEach(copy, JOURNAL_CORRUPTIONS, found)
})
