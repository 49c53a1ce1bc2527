import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import { reconciliationFigures } from '#revenue/queries/reconciliation_figures'
import { differenceRows, largestDifferences } from '#revenue/queries/reconciliation_differences'
import { matchedRows } from '#revenue/queries/reconciliation_matched'
import { ReconciliationWorld } from '#tests/support/reconciliation_world'

const all = async <T>(rows: AsyncIterable<T>) => {
  const list: T[] = []
  for await (const row of rows) list.push(row)
  return list
}

test.group('Figures of the reconciliation', () => {
  test('due, collected, deposited and banked by unit, head and month add up to the summary', async ({
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    const city = await world.city()
    await world.clean('100.10')
    await world.clean('50.00', { on: '2026-11-03' })
    await world.charge({ unit: city, ref: 'X', amount: '70.00', head: 'OCC-USE' })
    await world.receipt({ unit: city, ref: 'X', amount: '30.00', head: 'OCC-USE' })
    await world.receipt({ unit: city, amount: '5.00', void: true })
    for (const month of ['2026-10', '2026-11']) await world.run(month)

    const question = {
      unitId: world.gov,
      from: Month.of('2026-10'),
      to: Month.of('2026-11'),
      visible: 'all' as const,
    }
    const figures = await reconciliationFigures(question)
    const plain = (row: {
      due: Money
      paid: Money
      collected: Money
      deposited: Money
      banked: Money
      difference: Money
    }) => [row.due, row.paid, row.collected, row.deposited, row.banked, row.difference].join(' ')
    assert.equal(plain(figures.summary), '220.10 180.10 180.10 150.10 150.10 70.00')
    assert.sameMembers(figures.byUnit.map(plain), [
      '150.10 150.10 150.10 150.10 150.10 0.00',
      '70.00 30.00 30.00 0.00 0.00 70.00',
    ])
    assert.deepEqual(
      figures.byHead.map((row) => `${row.code} ${row.due} ${row.collected}`),
      ['ADV-USE 150.10 150.10', 'OCC-USE 70.00 30.00']
    )
    assert.deepEqual(
      figures.byMonth.map((row) => `${row.month} ${row.due}`),
      ['2026-10 170.10', '2026-11 50.00']
    )
    for (const part of [figures.byUnit, figures.byHead, figures.byMonth]) {
      assert.equal(
        Money.sum(part.map((row) => row.banked)).toString(),
        figures.summary.banked.toString()
      )
    }
    assert.deepEqual(
      figures.differences.map((row) => `${row.code} ${row.count} ${row.amount}`),
      ['part_paid 1 40.00', 'cash_not_deposited 1 30.00']
    )
    assert.isTrue(figures.controls.every((control) => control.agrees))
    assert.deepEqual(figures.missing, [])
    assert.isFalse(figures.isRunning)

    const matched = await all(matchedRows(question))
    assert.equal(
      Money.sum(matched.map((row) => row.allocated)).toString(),
      figures.summary.paid.toString()
    )
    assert.equal(matched[0]!.bankAccount, world.accountNo)
    const rows = await all(differenceRows(question, { asOf: '2026-10-16' }))
    assert.deepEqual(rows.map((row) => `${row.code} ${row.amount} ${row.ageDays}`).sort(), [
      'cash_not_deposited 30.00 10',
      'part_paid 40.00 11',
    ])
    assert.equal((await largestDifferences(question))[0]!.code, 'part_paid')
  })

  test('what the treasury sends to an expenditure account and what leaves it is no fact of revenue', async ({
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    await world.clean('100.10')
    const { id: spends } = await world.account2()
    await db.from('bank_accounts').where('id', spends).update({ purpose: 'expenditure' })
    await world.line({ account: spends, amount: '500000.00', narrative: 'تمويل الخزانة' })
    await world.line({ account: spends, amount: '-315000.00', narrative: 'أمر دفع 1/2026/2027' })
    const { inputs } = await world.run('2026-10')
    assert.deepEqual(inputs.bankLines, { count: 1, amount: '100.10' })
    const month = Month.of('2026-10')
    const asked = { unitId: world.gov, from: month, to: month, visible: 'all' as const }
    const { differences, controls } = await reconciliationFigures(asked)
    assert.deepEqual(differences, [])
    assert.isTrue(controls.every((control) => control.agrees))
  })

  test('a reader gets the figures of what he may see, and a month not run is named', async ({
    assert,
  }) => {
    const world = await ReconciliationWorld.make()
    const city = await world.city()
    await world.charge({ amount: '10.00' })
    await world.charge({ unit: city, amount: '20.00' })
    await world.run()
    const figures = await reconciliationFigures({
      unitId: world.gov,
      from: Month.of('2026-09'),
      to: Month.of('2026-10'),
      visible: [city],
    })
    assert.equal(figures.summary.due.toString(), '20.00')
    assert.deepEqual(figures.missing.map(String), ['2026-09'])

    await world.charge({ unit: city, amount: '1.00' })
    const later = await reconciliationFigures({
      unitId: world.gov,
      from: Month.of('2026-10'),
      to: Month.of('2026-10'),
      visible: 'all',
    })
    assert.isFalse(later.controls.find((one) => one.kind === 'charges')!.agrees)
  })
})
