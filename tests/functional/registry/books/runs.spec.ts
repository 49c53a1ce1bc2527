import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, type Day } from '#core/days'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import { PeriodLockedError } from '#accounts/errors'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import {
  AlreadyCapitalisedError,
  BookRuleError,
  DepreciationStandsError,
  MonthOutOfTurnError,
} from '#registry/books/errors'
import DecideOrder from '#registry/books/orders/decide_order'
import ProposeOrder, { type OrderInput } from '#registry/books/orders/propose_order'
import { runPreview } from '#registry/books/queries/run_preview'
import { valueAsOf } from '#registry/books/queries/value_as_of'
import AddMethod from '#registry/books/setup/add_method'
import KeepBooks from '#registry/books/setup/keep_books'
import type Asset from '#registry/models/asset'
import { aPerson } from '#tests/support/people'
import { aRightsWorld, aValuation, type RightsWorld } from '#tests/support/rights_world'

test.group('Runs of depreciation, their books and methods', (group) => {
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
  const order = async (
    asset: Asset,
    kind: OrderInput['kind'],
    amount: string,
    effectiveOn: Day,
    more: Partial<OrderInput> = {}
  ) => {
    const input = { assetId: asset.id, kind, amount: Money.of(amount), effectiveOn, ...more }
    return approve((await new ProposeOrder().handle(input, { by: by() })).id)
  }
  const run = async (month: string) => {
    const made = await new ProposeOrder().depreciation(world.unitId, Month.of(month), { by: by() })
    return approve(made.id)
  }
  const takeBack = async (runId: number) => {
    const made = await new ProposeOrder().reversal(runId, 'شهر حسب قبل رسملة أصل', { by: by() })
    return approve(made.id)
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

  test('the preview of a month says what the run makes, in every book, July’s new year included', async ({
    assert,
  }) => {
    await order(await classed('occupancy.kiosk'), 'capitalisation', '12000.00', '2026-05-10')
    await order(await classed('land.vacant'), 'capitalisation', '900000.00', '2026-05-10')
    for (const month of ['2026-05', '2026-06', '2026-07']) {
      const preview = await runPreview(world.unitId, Month.of(month), 'en')
      const made = await run(month)
      const [rows] = await db.rawQuery(
        'SELECT book_id, COUNT(*) AS assets, SUM(accumulated) AS amount FROM asset_book_entries WHERE order_id = ? GROUP BY book_id ORDER BY book_id',
        [made.id]
      )
      assert.deepEqual(
        preview.map(({ bookId, assets, amount }) => [bookId, assets, String(amount)]),
        rows.map((row: any) => [Number(row.book_id), Number(row.assets), row.amount])
      )
    }
    const july = await runPreview(world.unitId, Month.of('2026-08'), 'en')
    assert.deepEqual(
      july.map(({ book, amount, valueAfter }) => [book, String(amount), String(valueAfter)]),
      [
        ['Main book', '100.00', '911600.00'],
        ['IPSAS book', '125.00', '911500.00'],
        ['Tax comparison book', '239.59', '911020.83'],
      ].sort(
        (a, b) => july.findIndex((x) => x.book === a[0]) - july.findIndex((x) => x.book === b[0])
      )
    )
  })

  test('the last month is taken back by a second person, book and ledger, and run again to the same piastre', async ({
    assert,
  }) => {
    const kiosk = await classed('occupancy.kiosk')
    await order(kiosk, 'capitalisation', '12000.00', '2026-05-10')
    const runs = []
    for (const month of ['2026-05', '2026-06', '2026-07']) runs.push(await run(month))
    const [may, june, july] = runs as [
      Awaited<ReturnType<typeof run>>,
      Awaited<ReturnType<typeof run>>,
      Awaited<ReturnType<typeof run>>,
    ]
    const before = await standsAt(kiosk, '2026-07-31')
    await assert.rejects(() => takeBack(june.id), DepreciationStandsError as never)
    const proposed = await new ProposeOrder().reversal(july.id, 'خطأ', { by: by() })
    await assert.rejects(
      () => new DecideOrder().approve(proposed.id, { by: maker }),
      SelfApprovalError as never
    )
    const reversal = await approve(proposed.id)
    assert.deepEqual(await ledger(reversal.ledgerEntryId), [
      'INT-FA-DEPRECIATION 0.00 100.00',
      'INT-FA-ACCUMULATED 100.00 0.00',
    ])
    await assert.rejects(() => takeBack(july.id), DepreciationStandsError as never)
    await takeBack(june.id)
    assert.deepEqual(await standsAt(kiosk, '2026-07-31'), {
      'Main book': '11900.00',
      'IPSAS book': '11875.00',
      'Tax comparison book': '11750.00',
    })
    await run('2026-06')
    assert.equal((await standsAt(kiosk, '2026-06-30'))['Tax comparison book'], '11500.00')
    await run('2026-07')
    assert.deepEqual(await standsAt(kiosk, '2026-07-31'), before)
    assert.equal(may.amount!.toString(), '100.00')
  })

  test('a run posts nothing in a closed period, and once run a month is not run again', async ({
    assert,
  }) => {
    await order(await classed('occupancy.kiosk'), 'capitalisation', '12000.00', '2026-05-10')
    const may = await run('2026-05')
    await assert.rejects(() => run('2026-05'), MonthOutOfTurnError as never)
    const lock = (month: Day) =>
      db
        .insertQuery()
        .table('accounting_periods')
        .insert({ unit_id: world.unitId, month, state: 'locked' })
    await lock('2026-06-01')
    await assert.rejects(() => run('2026-06'), PeriodLockedError as never)
    await lock('2026-05-01')
    await assert.rejects(() => takeBack(may.id), PeriodLockedError as never)
  })

  test('a month is not taken back once an asset of it was revalued or went', async ({ assert }) => {
    const kiosk = await classed('occupancy.kiosk')
    await order(kiosk, 'capitalisation', '12000.00', '2026-05-10')
    const may = await run('2026-05')
    await order(kiosk, 'disposal', '0.00', '2026-06-10')
    await assert.rejects(() => takeBack(may.id), DepreciationStandsError as never)
  })

  test('a loss on revaluation is taken from the asset’s surplus first; a disposal takes the rest of it out', async ({
    assert,
  }) => {
    const land = await classed('land.vacant')
    await order(land, 'capitalisation', '100000.00', '2026-05-01')
    const valued = async (amount: string, on: Day) => {
      const { id } = await aValuation(world, land, amount, {
        valuedOn: on,
        validUntil: addDays(on, 300),
      })
      return order(land, 'revaluation', amount, on, { valuationId: id })
    }
    await valued('150000.00', '2026-06-01')
    const down = await valued('120000.00', '2026-07-01')
    assert.deepEqual(await ledger(down.ledgerEntryId), [
      'INT-FA-LAND 0.00 30000.00',
      'INT-FA-SURPLUS 30000.00 0.00',
    ])
    const gone = await order(land, 'disposal', '130000.00', '2026-08-01')
    assert.deepEqual(await ledger(gone.ledgerEntryId), [
      'INT-FA-LAND 0.00 120000.00',
      'INT-FA-LOSS 120000.00 0.00',
      'INT-FA-SURPLUS 20000.00 0.00',
      'INT-FA-SOURCE 0.00 20000.00',
    ])
  })

  test('a method from a day holds for what is capitalised from it, and the one before ends there', async ({
    assert,
  }) => {
    const book = await db.from('depreciation_books').where('code', 'main').firstOrFail()
    const method = {
      classCode: 'occupancy.kiosk',
      method: 'straight_line' as const,
      lifeMonths: 60,
      salvageShare: '0.1',
      validFrom: '2026-06-01',
      legalReference: 'قرار وزير المالية 7 لسنة 2026',
      confirmed: true,
    }
    await new AddMethod().handle(book.id, method, { by: by() })
    const [early, late] = [await classed('occupancy.kiosk'), await classed('occupancy.kiosk')]
    await order(early, 'capitalisation', '12000.00', '2026-05-10')
    await order(late, 'capitalisation', '12000.00', '2026-06-10')
    for (const month of ['2026-05', '2026-06']) await run(month)
    assert.equal((await standsAt(early, '2026-06-30'))['Main book'], '11800.00')
    assert.equal((await standsAt(late, '2026-06-30'))['Main book'], '11820.00') // 10,800 over 60
    await assert.rejects(
      () => new AddMethod().handle(book.id, method, { by: by() }),
      BookRuleError as never
    )
    await assert.rejects(
      () =>
        new AddMethod().handle(
          book.id,
          { ...method, validFrom: '2026-09-01', lifeMonths: null },
          { by: by() }
        ),
      BookRuleError as never
    )
    const rows = await db
      .from('depreciation_methods')
      .where({ book_id: book.id, class_code: 'occupancy.kiosk' })
      .orderBy('valid_from')
      .select('valid_from', 'valid_to', 'confirmed')
    assert.deepEqual(rows, [
      { valid_from: '2000-07-01', valid_to: '2026-06-01', confirmed: 0 },
      { valid_from: '2026-06-01', valid_to: null, confirmed: 1 },
    ])
  })

  test('a closed book takes nothing more; the posted one is not closed; a new one is caught up with by an order', async ({
    assert,
  }) => {
    const own = await new KeepBooks().open(
      { code: 'compared', nameAr: 'دفتر مقارنة', nameEn: 'Compared', legalReference: 'تجربة' },
      { by: by() }
    )
    const method = {
      classCode: 'occupancy.kiosk',
      method: 'straight_line' as const,
      lifeMonths: 100,
    }
    const rest = { validFrom: '2000-07-01', legalReference: 'تجربة', confirmed: false }
    await new AddMethod().handle(own, { ...method, ...rest }, { by: by() })
    const kiosk = await classed('occupancy.kiosk')
    await order(kiosk, 'capitalisation', '12000.00', '2026-05-10')
    await run('2026-05')
    const main = await db.from('depreciation_books').where('code', 'main').firstOrFail()
    const close = (id: number, on: Day) =>
      new KeepBooks().close(id, on, { by: by(), reason: 'لا يلزم' })
    await assert.rejects(() => close(main.id, '2026-06-01'), BookRuleError as never)
    await assert.rejects(() => close(own, '2026-05-31'), BookRuleError as never)
    await close(own, '2026-06-01')
    await run('2026-06')
    assert.equal((await standsAt(kiosk, '2026-06-30'))['Compared'], '11880.00')
    assert.equal((await standsAt(kiosk, '2026-06-30'))['Main book'], '11800.00')

    await assert.rejects(
      () => order(kiosk, 'capitalisation', '9000.00', '2026-07-01'),
      AlreadyCapitalisedError as never
    )
    await new KeepBooks().open(
      {
        code: 'cost',
        nameAr: 'دفتر التكلفة الجارية',
        nameEn: 'Current cost',
        legalReference: 'تجربة',
      },
      { by: by() }
    )
    const into = await order(kiosk, 'capitalisation', '9000.00', '2026-07-01')
    assert.isNull(into.ledgerEntryId)
    assert.equal((await standsAt(kiosk, '2026-07-01'))['Current cost'], '9000.00')
    assert.equal((await standsAt(kiosk, '2026-07-01'))['Main book'], '11800.00')
  })
})
