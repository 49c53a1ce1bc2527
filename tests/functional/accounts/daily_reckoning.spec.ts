import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { addDays } from '#core/days'
import { Money } from '#core/money'
import { SYSTEM } from '#audit/actor'
import { postEntry } from '#accounts/actions/post_entry'
import { dailyReckoning, type Reckoned } from '#accounts/books/daily_reckoning'
import EndVoucher from '#accounts/payments/end_voucher'
import { aPayingUnit, aVoucher } from '#tests/support/payments'

const said = ({ count, gross, deductions, net }: Reckoned) => [
  count,
  ...[gross, deductions, net].map(String),
]

test.group('The daily reckoning of form 69', () => {
  const read = (unitId: number, day: string) =>
    dailyReckoning({ unitId, day }, { trx: db as never })

  test('book 55 of the day is book 224 of the day, and what forms hold back is what entries settle', async ({
    assert,
  }) => {
    const world = await aPayingUnit()
    const { unitId, on } = world
    const voucher = await aVoucher(world, 'posted')
    await aVoucher(world, 'cleared', {
      invoices: [{ invoiceNo: '9', invoiceOn: on, beforeVat: Money.of('100.00'), vat: Money.zero }],
    })
    const { book55, book224, opening, closing, agrees } = await read(unitId, on)
    const figures = [1, '48410.00', String(voucher.deductions), String(voucher.net)]
    assert.isTrue(voucher.deductions.isPositive())
    assert.deepEqual(said(book55), figures)
    assert.deepEqual(said(book224), figures)
    assert.deepEqual(said(opening), [0, '0.00', '0.00', '0.00'])
    assert.deepEqual(said(closing), figures)
    assert.isTrue(agrees)
    assert.deepEqual(said((await read(unitId, addDays(on, 1))).opening), figures)
  })

  test('a form taken back leaves both books on the day of its reversal', async ({ assert }) => {
    const world = await aPayingUnit()
    const { id } = await aVoucher(world, 'posted')
    await new EndVoucher().void(id, { by: world.head, on: world.on, reason: 'مستفيد خطأ' })
    const { book55, closing, agrees } = await read(world.unitId, world.on)
    assert.deepEqual(said(book55), [0, '0.00', '0.00', '0.00'])
    assert.deepEqual(said(closing), [0, '0.00', '0.00', '0.00'])
    assert.isTrue(agrees)
  })

  test('an entry without its form is seen at once', async ({ assert }) => {
    const world = await aPayingUnit()
    await aVoucher(world, 'posted')
    const stray = {
      ...{ unitId: world.unitId, postedOn: world.on, kind: 'payment_voucher', description: 'قيد' },
      businessKey: `stray/${world.unitId}`,
      lines: [
        { account: 'INT-COMMISSION', debit: Money.of('75.00') },
        { account: 'INT-PAYORDERS', credit: Money.of('75.00') },
      ],
    }
    await db.transaction((trx) => postEntry(stray, { trx, by: SYSTEM }))
    const { book55, book224, agrees } = await read(world.unitId, world.on)
    assert.deepEqual([book55.count, book224.count], [1, 2])
    assert.equal(String(book224.gross.subtract(book55.gross)), '75.00')
    assert.isFalse(agrees)
  })
})
