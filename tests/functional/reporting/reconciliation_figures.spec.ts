import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { Month } from '#core/fiscal'
import type { Flow } from '#reporting/revenue_reconciliation/figures'
import { percentText, shareOf } from '#reporting/revenue_reconciliation/figures'
import { controlTotals } from '#reporting/revenue_reconciliation/control_totals'
import { differenceRows, matchedRows } from '#reporting/revenue_reconciliation/detail_rows'
import { reconciliationFigures } from '#reporting/revenue_reconciliation/query'
import { Money } from '#core/money'
import { aReconciledWorld, type World } from '#tests/support/reconciled_world'

const month = Month.of('2026-10')

/** due, paid of it, collected, deposited, banked, difference. */
const said = ({ due, dueMatched, collected, deposited, banked, difference }: Flow) =>
  [due, dueMatched, collected, deposited, banked, difference].map(String)

const read = (unitId: number, at = month) =>
  db.transaction((trx) => reconciliationFigures({ unitId, month: at }, trx))

test.group('Figures of the reconciliation', (group) => {
  let world: World
  group.each.setup(async () => {
    const rollback = await testUtils.db().wrapInGlobalTransaction()
    world = await aReconciledWorld()
    return rollback
  })

  test('a governorate adds up everything below it', async ({ assert }) => {
    const figures = await read(world.governorate)
    assert.deepEqual(said(figures.total), [
      '1505.75',
      '1300.00',
      '1340.00',
      '1300.00',
      '1300.00',
      // 205.75 of the dues nobody paid, and 40.00 collected that no bank statement shows.
      '245.75',
    ])
    assert.equal(figures.total.dueCount, 5)
    assert.equal(figures.total.collectedCount, 4)
    assert.deepEqual(
      { ...figures.differences, amount: String(figures.differences.amount) },
      { count: 4, amount: '245.75' }
    )
    assert.equal(figures.run?.number, 1)
  })

  test('each unit right below stands with all that is under it', async ({ assert }) => {
    const { units } = await read(world.governorate)
    assert.deepEqual(
      units.map((unit) => [unit.id, unit.own, unit.hasUnitsBelow, ...said(unit.flow)]),
      [
        [
          world.district,
          false,
          true,
          '1425.75',
          '1300.00',
          '1340.00',
          '1300.00',
          '1300.00',
          '165.75',
        ],
        [world.other, false, false, '80.00', '0.00', '0.00', '0.00', '0.00', '80.00'],
      ]
    )
    assert.deepEqual(
      units.map(({ differences }) => [differences.count, String(differences.amount)]),
      [
        [3, '165.75'],
        [1, '80.00'],
      ]
    )
  })

  test('inside a unit its own papers stand apart from those of the units below', async ({
    assert,
  }) => {
    const { units, total } = await read(world.district)
    assert.equal(String(total.due), '1425.75')
    assert.sameDeepMembers(
      units.map((unit) => [unit.id, unit.own, String(unit.flow.due)]),
      [
        [world.district, true, '425.75'],
        [world.village, false, '1000.00'],
      ]
    )
  })

  test('heads and months and kinds of difference give the same sums', async ({ assert }) => {
    const figures = await read(world.governorate)
    assert.deepEqual(
      figures.heads.map((head) => [head.id, ...said(head.flow), head.differences.count]),
      [
        [world.heads.use, '1350.50', '1300.00', '1300.00', '1300.00', '1300.00', '50.50', 1],
        [world.heads.kiosk, '155.25', '0.00', '0.00', '0.00', '0.00', '155.25', 2],
        [0, '0.00', '0.00', '40.00', '0.00', '0.00', '40.00', 1],
      ]
    )
    assert.lengthOf(figures.months, 12)
    assert.equal(String(figures.months[0]!.month), '2025-11')
    assert.deepEqual(said(figures.months[10]!.flow), [
      '60.00',
      '45.00',
      '45.00',
      '45.00',
      '30.00',
      '30.00',
    ])
    assert.deepEqual(said(figures.months[11]!.flow), said(figures.total))
    assert.deepEqual(
      figures.codes.map(({ code, count, amount, open }) => [code, count, String(amount), open]),
      [
        ['unpaid', 2, '155.25', 2],
        ['part_paid', 1, '50.50', 1],
        ['receipt_without_charge', 1, '40.00', 0],
      ]
    )
    assert.deepEqual(
      figures.largest.map(({ subjectKey, amount }) => [subjectKey, String(amount)]),
      [
        ['C5', '80.00'],
        ['C3', '75.25'],
        ['C2', '50.50'],
        ['B1/3', '40.00'],
      ]
    )
  })

  test('what came in of each kind equals what was judged of it', async ({ assert }) => {
    const control = await db.transaction(async (trx) => {
      const question = { unitId: world.governorate, month }
      return controlTotals(question, await reconciliationFigures(question, trx), trx)
    })
    assert.deepEqual(
      control.kinds.map(({ kind, inputs, judged, agrees }) => [
        kind,
        inputs.count,
        String(inputs.amount),
        judged.count,
        String(judged.amount),
        agrees,
      ]),
      [
        ['charge', 5, '1505.75', 5, '1505.75', true],
        ['receipt', 5, '1400.00', 5, '1400.00', true],
        ['slip', 1, '300.00', 1, '300.00', true],
        ['settlement', 1, '1000.00', 1, '1000.00', true],
        ['bank_line', 3, '1285.00', 3, '1285.00', true],
      ]
    )
    assert.deepEqual(
      control.checks.filter(({ agrees }) => !agrees),
      []
    )
    assert.isTrue(control.agrees)
  })

  test('a paper that came after the run shows in the control totals', async ({ assert }) => {
    await db.insertQuery().table('charges').insert({
      unit_id: world.other,
      head_id: world.heads.use,
      payment_ref: 'LATE',
      period: '2026-10-01',
      due_on: '2026-10-30',
      amount: '9.99',
    })
    const control = await db.transaction(async (trx) => {
      const question = { unitId: world.governorate, month }
      return controlTotals(question, await reconciliationFigures(question, trx), trx)
    })
    assert.isFalse(control.agrees)
    const [charges] = control.kinds
    assert.equal(String(charges!.inputs.amount), '1515.74')
    assert.equal(String(charges!.judged.amount), '1505.75')
  })

  test('the detail shows each receipt with its charge, its slip and its bank line', async ({
    assert,
  }) => {
    const rows: any[] = []
    const question = { unitId: world.governorate, month }
    await db.transaction(async (trx) => {
      for await (const row of matchedRows(question, trx)) rows.push(row)
    })
    assert.deepEqual(
      rows.map((row) => [
        `${row.bookNo}/${row.number}`,
        row.receiptAmount,
        row.paymentRef,
        row.allocated,
        row.slip,
        row.depositAmount,
        row.bankReference,
        row.bankAmount,
      ]),
      [
        ['B1/1', '100.00', 'C1', '100.00', '37-001', '300.00', '37-001', '300.00'],
        ['B1/2', '200.00', 'C2', '200.00', '37-001', '300.00', '37-001', '300.00'],
        ['B1/3', '40.00', null, null, null, null, null, null],
        ['E1/1', '1000.00', 'C4', '1000.00', 'FWY-1', '990.00', 'FWY-1', '990.00'],
      ]
    )
  })

  test('the list of differences leaves out what is cleared', async ({ assert }) => {
    const keys: string[] = []
    await db.transaction(async (trx) => {
      const question = { unitId: world.governorate, month }
      for await (const row of differenceRows(question, trx)) keys.push(row.subjectKey)
    })
    assert.deepEqual(keys, ['C2', 'C3', 'B1/3', 'C5'])
  })

  test('a month that was never reconciled has no run and no figures', async ({ assert }) => {
    const figures = await read(world.governorate, Month.of('2027-03'))
    assert.isNull(figures.run)
    assert.deepEqual(said(figures.total), ['0.00', '0.00', '0.00', '0.00', '0.00', '0.00'])
    assert.deepEqual(figures.units, [])
  })

  test('a share is rounded half up and of nothing there is none', ({ assert }) => {
    const share = (part: string, whole: string) => [
      shareOf(Money.of(part), Money.of(whole)),
      percentText(Money.of(part), Money.of(whole)),
    ]
    assert.deepEqual(share('1.00', '3.00'), ['0.3333', '33.3%'])
    assert.deepEqual(share('2.00', '3.00'), ['0.6667', '66.7%'])
    assert.deepEqual(share('3.00', '3.00'), ['1.0000', '100.0%'])
    assert.deepEqual(share('0.00', '3.00'), ['0.0000', '0.0%'])
    assert.deepEqual(share('1.00', '0.00'), [null, '—'])
  })
})
