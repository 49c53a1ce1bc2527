import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, type Day } from '#core/days'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import { TransitionError } from '#core/transitions'
import { PeriodLockedError } from '#accounts/errors'
import { SelfApprovalError } from '#identity/errors'
import {
  AlreadyCapitalisedError,
  MonthDepreciatedError,
  MonthOutOfTurnError,
  NotCapitalisedError,
  OrderAmountError,
  ValuationNeededError,
} from '#registry/books/errors'
import DecideOrder from '#registry/books/orders/decide_order'
import ProposeOrder, { type OrderInput } from '#registry/books/orders/propose_order'
import { valueAsOf } from '#registry/books/queries/value_as_of'
import type Asset from '#registry/models/asset'
import { aPerson } from '#tests/support/people'
import { aRightsWorld, aValuation, type RightsWorld } from '#tests/support/rights_world'
import type User from '#identity/models/user'

test.group('Books of assets', (group) => {
  let world: RightsWorld
  let maker: User

  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    world = await aRightsWorld()
    maker = await aPerson({ unitId: world.unitId, roles: ['finance_officer'] })
  })

  const by = () => ({ id: maker.id, name: maker.fullName })
  const approve = (id: number) => new DecideOrder().approve(id, { by: world.head })
  const classed = async (code: string) => {
    const { id } = await db.from('asset_classes').where({ code }).select('id').firstOrFail()
    return world.asset({ class_id: id })
  }
  const propose = (
    asset: Asset,
    kind: OrderInput['kind'],
    amount: string,
    effectiveOn: Day,
    more: Partial<OrderInput> = {}
  ) =>
    new ProposeOrder().handle(
      { assetId: asset.id, kind, amount: Money.of(amount), effectiveOn, ...more },
      { by: by() }
    )
  const capitalised = async (asset: Asset, cost: string, on: Day = '2026-05-10') =>
    approve((await propose(asset, 'capitalisation', cost, on)).id)
  const run = async (month: string) => {
    const order = await new ProposeOrder().depreciation(world.unitId, Month.of(month), { by: by() })
    return approve(order.id)
  }
  const standsAt = async (asset: Asset, on: Day) =>
    Object.fromEntries(
      (await valueAsOf(asset.id, on, 'en')).map(({ book, value }) => [book, value.toString()])
    )
  const ledger = async (entryId: number | null) => {
    const [rows] = await db.rawQuery(
      `SELECT a.code, l.debit, l.credit FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
       WHERE l.entry_id = ? ORDER BY l.id`,
      [entryId ?? 0]
    )
    return rows.map((row: any) => `${row.code} ${row.debit} ${row.credit}`)
  }

  test('a kiosk is capitalised in every book and posted once, by a second person', async ({
    assert,
  }) => {
    const kiosk = await classed('occupancy.kiosk')
    const order = await propose(kiosk, 'capitalisation', '12000.00', '2026-05-10')
    await assert.rejects(
      () => new DecideOrder().approve(order.id, { by: maker }),
      SelfApprovalError as never
    )

    const approved = await approve(order.id)
    assert.deepEqual(await ledger(approved.ledgerEntryId), [
      'INT-FA-STRUCTURES 12000.00 0.00',
      'INT-FA-SOURCE 0.00 12000.00',
    ])
    assert.deepEqual(await standsAt(kiosk, '2026-05-10'), {
      'Main book': '12000.00',
      'IPSAS book': '12000.00',
      'Tax comparison book': '12000.00',
    })
    assert.deepEqual(await standsAt(kiosk, '2026-05-09'), {})
    await assert.rejects(() => approve(order.id), TransitionError as never)
    await assert.rejects(
      () => propose(kiosk, 'capitalisation', '1.00', '2026-06-01'),
      AlreadyCapitalisedError as never
    )
  })

  test('months are depreciated in turn, in both books, and only the posted one reaches the ledger', async ({
    assert,
  }) => {
    const kiosk = await classed('occupancy.kiosk')
    const land = await classed('land.vacant')
    await capitalised(kiosk, '12000.00')
    await capitalised(land, '900000.00')
    await assert.rejects(() => run('2026-06'), MonthOutOfTurnError as never)

    const may = await run('2026-05')
    assert.equal(may.amount!.toString(), '100.00')
    assert.deepEqual(await ledger(may.ledgerEntryId), [
      'INT-FA-DEPRECIATION 100.00 0.00',
      'INT-FA-ACCUMULATED 0.00 100.00',
    ])
    await assert.rejects(() => run('2026-05'), MonthOutOfTurnError as never)
    await run('2026-06')
    await run('2026-07')

    // IPSAS: 12,000 over 96 months, 125.00 each. Tax: 25 % of 12,000 a year: 500.00 for May and June; then 25 % of 11,500 from July: 239.58.
    assert.deepEqual(await standsAt(kiosk, '2026-06-30'), {
      'Main book': '11800.00',
      'IPSAS book': '11750.00',
      'Tax comparison book': '11500.00',
    })
    assert.deepEqual(await standsAt(kiosk, '2026-07-31'), {
      'Main book': '11700.00',
      'IPSAS book': '11625.00',
      'Tax comparison book': '11260.42',
    })
    assert.deepEqual(await standsAt(land, '2026-07-31'), {
      'Main book': '900000.00',
      'IPSAS book': '900000.00',
      'Tax comparison book': '900000.00',
    })
  })

  test('an asset served to the end is worth its salvage and takes nothing more', async ({
    assert,
  }) => {
    const kiosk = await classed('occupancy.kiosk')
    const order = await propose(kiosk, 'capitalisation', '1000.00', '2026-05-01', {
      lifeMonths: 3,
      salvage: Money.of('100.00'),
    })
    await approve(order.id)
    for (const month of ['2026-05', '2026-06', '2026-07', '2026-08']) await run(month)
    assert.equal((await standsAt(kiosk, '2026-05-31'))['Main book'], '700.00')
    assert.equal((await standsAt(kiosk, '2026-07-31'))['Main book'], '100.00')
    assert.equal((await standsAt(kiosk, '2026-08-31'))['Main book'], '100.00')
  })

  test('a revaluation rests on an approved valuation and spreads the new value over what is left', async ({
    assert,
  }) => {
    const kiosk = await classed('occupancy.kiosk')
    await capitalised(kiosk, '12000.00', '2026-05-01')
    await run('2026-05')
    await run('2026-06')
    await assert.rejects(
      () => propose(kiosk, 'revaluation', '23600.00', '2026-07-15'),
      ValuationNeededError as never
    )
    const valuation = await aValuation(world, kiosk, '23600.00', {
      valuedOn: '2026-07-01',
      validUntil: addDays('2026-07-01', 300),
    })
    const order = await propose(kiosk, 'revaluation', '23600.00', '2026-07-15', {
      valuationId: valuation.id,
    })
    const approved = await approve(order.id)
    assert.deepEqual(await ledger(approved.ledgerEntryId), [
      'INT-FA-ACCUMULATED 200.00 0.00',
      'INT-FA-STRUCTURES 11600.00 0.00',
      'INT-FA-SURPLUS 0.00 11800.00',
    ])
    const july = await run('2026-07')
    assert.equal(july.amount!.toString(), '200.00') // 23,600 over the 118 months left
    assert.equal((await standsAt(kiosk, '2026-07-31'))['Main book'], '23400.00')
    assert.equal((await standsAt(kiosk, '2026-06-30'))['Main book'], '11800.00')
  })

  test('a disposal takes cost and depreciation out and writes the rest off', async ({ assert }) => {
    const kiosk = await classed('occupancy.kiosk')
    await assert.rejects(
      () => propose(kiosk, 'disposal', '0.00', '2026-06-10'),
      NotCapitalisedError as never
    )
    await capitalised(kiosk, '12000.00', '2026-05-01')
    await run('2026-05')
    await assert.rejects(
      () => propose(kiosk, 'disposal', '500.00', '2026-05-20'),
      MonthDepreciatedError as never
    )
    const approved = await approve((await propose(kiosk, 'disposal', '500.00', '2026-06-10')).id)
    assert.deepEqual(await ledger(approved.ledgerEntryId), [
      'INT-FA-STRUCTURES 0.00 12000.00',
      'INT-FA-ACCUMULATED 100.00 0.00',
      'INT-FA-LOSS 11900.00 0.00',
    ])
    assert.equal((await standsAt(kiosk, '2026-06-10'))['Main book'], '0.00')
    assert.equal((await standsAt(kiosk, '2026-06-09'))['Main book'], '11900.00')
    const june = await run('2026-06')
    assert.isTrue(june.amount!.isZero())
    assert.isNull(june.ledgerEntryId)
  })

  test('an order of no value, of a salvage above it, or in a locked month is refused', async ({
    assert,
  }) => {
    const kiosk = await classed('occupancy.kiosk')
    await assert.rejects(
      () => propose(kiosk, 'capitalisation', '0.00', '2026-05-10'),
      OrderAmountError as never
    )
    await assert.rejects(
      () => propose(kiosk, 'capitalisation', '5.00', '2026-05-10', { salvage: Money.of('6.00') }),
      OrderAmountError as never
    )
    const order = await propose(kiosk, 'capitalisation', '5.00', '2026-05-10')
    await db
      .insertQuery()
      .table('accounting_periods')
      .insert({ unit_id: world.unitId, month: '2026-05-01', state: 'locked' })
    await assert.rejects(() => approve(order.id), PeriodLockedError as never)
    const refused = await new DecideOrder().refuse(order.id, {
      by: world.head,
      reason: 'بلا مستند',
    })
    assert.equal(refused.status, 'refused')
    assert.deepEqual(await standsAt(kiosk, '2026-05-31'), {})
  })

  test('what stands in a book can be neither changed nor taken away by hand', async ({
    assert,
  }) => {
    const kiosk = await classed('occupancy.kiosk')
    await capitalised(kiosk, '12000.00')
    await assert.rejects(() => db.rawQuery('UPDATE asset_book_entries SET cost = 1'))
    await assert.rejects(() => db.rawQuery('DELETE FROM asset_book_entries'))
  })
})
