import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { SYSTEM } from '#audit/actor'
import { Money } from '#core/money'
import { postEntry, reverseEntry, type Entry } from '#accounts/actions/post_entry'
import { aUnit } from '#tests/support/units'
import { balanceOf, loadImportReference, one } from '#tests/support/imports'

const entry = (unitId: number, key: string, facts: Partial<Entry> = {}): Entry => ({
  unitId,
  postedOn: '2026-10-05',
  kind: 'receipt',
  businessKey: `test/${unitId}/${key}`,
  description: 'تحصيل',
  lines: [
    { account: 'INT-CASH', debit: Money.of('10.05') },
    { account: 'INT-REV-ADVERT', credit: Money.of('10.05') },
  ],
  ...facts,
})

const post = (facts: Entry) => db.transaction((trx) => postEntry(facts, { trx, by: SYSTEM }))

test.group('The ledger', (group) => {
  group.setup(loadImportReference)

  test('posts balanced entries with numbers that have no gaps, even after refusals', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    assert.equal((await post(entry(unitId, 'a'))).number, 1)
    const crooked = entry(unitId, 'b', {
      lines: [
        { account: 'INT-CASH', debit: Money.of('10') },
        { account: 'INT-REV-ADVERT', credit: Money.of('9.99') },
      ],
    })
    await assert.rejects(() => post(crooked), /المدين 10.00 والدائن 9.99/)
    assert.equal((await post(entry(unitId, 'c'))).number, 2)
    assert.equal(await balanceOf('INT-CASH', unitId), '20.10')
  })

  test('a fact posts once', async ({ assert }) => {
    const unitId = await aUnit()
    await post(entry(unitId, 'a'))
    await assert.rejects(() => post(entry(unitId, 'a')), /مرحل من قبل/)
  })

  test('a locked month takes nothing, in code and in the database', async ({ assert }) => {
    const unitId = await aUnit()
    await db.rawQuery(
      "INSERT INTO accounting_periods (unit_id, month, state) VALUES (?, '2026-10-01', 'locked')",
      [unitId]
    )
    await assert.rejects(() => post(entry(unitId, 'a')), /2026-10 مقفل/)
    await assert.rejects(
      () =>
        db.rawQuery(
          `INSERT INTO ledger_entries (unit_id, posted_on, fiscal_year, number, kind, business_key, description, total, line_count)
           VALUES (?, '2026-10-05', '2026/2027', 1, 'x', ?, 'x', 1, 2)`,
          [unitId, `by-hand/${unitId}`]
        ),
      /locked/
    )
  })

  test('headings and unknown accounts take nothing', async ({ assert }) => {
    const unitId = await aUnit()
    const lines = (account: string) => [
      { account, debit: Money.of('1') },
      { account: 'INT-CASH', credit: Money.of('1') },
    ]
    await assert.rejects(() => post(entry(unitId, 'a', { lines: lines('31110300') })), /31110300/)
    await assert.rejects(() => post(entry(unitId, 'b', { lines: lines('NO-SUCH') })), /NO-SUCH/)
  })

  test('a reversal mirrors the entry, names it, and happens once', async ({ assert }) => {
    const unitId = await aUnit()
    const { id } = await post(entry(unitId, 'a'))
    const reverse = () =>
      db.transaction((trx) => reverseEntry(id, { reason: 'خطأ في القيد', trx, by: SYSTEM }))
    const { number } = await reverse()
    assert.equal(number, 2)
    assert.equal(await balanceOf('INT-CASH', unitId), '0.00')
    assert.equal(
      await one('SELECT reverses_id FROM ledger_entries WHERE unit_id = ? AND number = 2', [
        unitId,
      ]),
      String(id)
    )
    await assert.rejects(reverse, /معكوس من قبل/)
  })

  test('the run-time user can neither change nor remove a posted line', async ({ assert }) => {
    const unitId = await aUnit()
    const { id } = await post(entry(unitId, 'a'))
    await assert.rejects(
      () => db.rawQuery('UPDATE ledger_lines SET debit = 1 WHERE entry_id = ?', [id]),
      /denied|append-only/
    )
    await assert.rejects(
      () => db.rawQuery('DELETE FROM ledger_entries WHERE id = ?', [id]),
      /denied|append-only/
    )
  })
})
