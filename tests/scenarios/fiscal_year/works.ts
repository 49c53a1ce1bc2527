import { test } from '@japa/runner'
import Commit from '#budget/commitments/commit'
import { Month } from '#core/fiscal'
import type { SettlementInput } from '#accounts/advances/settle_advance'
import EndVoucher from '#accounts/payments/end_voucher'
import { pounds } from '#tests/support/budget'
import { formNo, invoice, paid, posted, stated, whom } from '#tests/scenarios/fiscal_year/forms'
import { settled } from '#tests/scenarios/fiscal_year/holdings'
import { order } from '#tests/scenarios/fiscal_year/plan'
import { committed } from '#tests/scenarios/fiscal_year/spending'
import type { FiscalYearWorld } from '#tests/scenarios/fiscal_year/world'

/** Works paid by certificates, what was wrong taken back, and June. */
export function worksChapter(world: FiscalYearWorld): void {
  const certificate = (
    no: string,
    on: string,
    amounts: { beforeVat: string; vat: string; insurance: string; retention: string }
  ) => ({
    ...{ paymentType: 'works', purpose: `مستخلص ${no}`, dueOn: on, ...whom(world, 'contractor') },
    commitmentId: world.id('works'),
    invoices: [invoice(`م/${no}`, on, amounts.beforeVat, amounts.vat)],
    stated: [
      stated('insurance', amounts.insurance, `مطالبة التأمينات ${no}`),
      stated('advance', '10000.00', 'سلفة 2/2025/2026'),
      stated('retention', amounts.retention, 'العقد ع/6'),
    ],
  })

  test('a certificate of 114,000.00 with VAT: eight amounts held back, 89,200.00 net, half of what was paid ahead recovered', async ({
    assert,
  }) => {
    await committed(
      world,
      'works',
      { code: '6102', amount: '450000.00', purpose: 'رصف شارع المحطة' },
      '2026-02-14'
    )
    const on = '2026-03-20'
    const amounts = {
      ...{ beforeVat: '100000.00', vat: '14000.00' },
      ...{ insurance: '3600.00', retention: '5000.00' },
    }
    const voucher = await posted(world, 'certificate-1', certificate('1', on, amounts), on)
    assert.deepEqual([voucher.book55No, voucher.book224No], [8, 7])
    assert.deepEqual(await world.entry(voucher.entryId!), [
      'INT-USES D 114000.00',
      'INT-WHT C 1000.00',
      'INT-VATWH C 2800.00',
      'INT-STAMPS C 600.00',
      'INT-STAMPS C 1800.00',
      '41110203 C 3600.00',
      'INT-ADVANCES C 10000.00',
      'INT-RETENTION C 5000.00',
      'INT-PAYORDERS C 89200.00',
    ])
    await paid(world, 'certificate-1', { ordered: '2026-03-21', executed: '2026-03-24' })
    const half: SettlementInput = {
      ...{ kind: 'recovered', amount: pounds('10000.00') },
      paperNo: await formNo(world, 'certificate-1'),
    }
    const ahead = await settled(world, 'ahead', half, '2026-03-24')
    assert.deepEqual([ahead.status, String(ahead.open)], ['paid', '10000.00'])
  })

  test('a form posted for the wrong payee is voided: its entry is reversed, its credit comes back, its numbers stay', async ({
    assert,
  }) => {
    const on = '2026-04-12'
    const voucher = await posted(
      world,
      'wrong',
      {
        ...{ paymentType: 'services', purpose: 'صيانة', dueOn: on, ...whom(world, 'stationer') },
        commitmentId: world.id('maintenance'),
        invoices: [invoice('S-2', on, '10000.00')],
      },
      on
    )
    assert.deepEqual([voucher.book55No, voucher.book224No], [9, 8])
    assert.equal(
      await world.figures('2201'),
      '240000.00 180000.00 0.00 0.00 66590.00 58410.00 | 55000.00'
    )
    const act = { ...world.by('clerk', '2026-04-14'), reason: 'المستفيد غير صاحب الحق' }
    const ended = await new EndVoucher().void(voucher.id, act)
    assert.deepEqual([ended.status, ended.book55No, ended.book224No], ['void', 9, 8])
    assert.equal(
      await world.figures('2201'),
      '240000.00 180000.00 0.00 0.00 76590.00 48410.00 | 55000.00'
    )
  })

  test('the second certificate recovers the rest of what was paid ahead', async ({ assert }) => {
    const on = '2026-05-18'
    const amounts = {
      ...{ beforeVat: '50000.00', vat: '7000.00' },
      ...{ insurance: '1800.00', retention: '2500.00' },
    }
    const voucher = await posted(world, 'certificate-2', certificate('2', on, amounts), on)
    assert.deepEqual([voucher.book55No, voucher.book224No], [10, 9])
    assert.deepEqual([voucher.gross, voucher.deductions, voucher.net].map(String), [
      ...['57000.00', '17400.00', '39600.00'],
    ])
    await paid(world, 'certificate-2', { ordered: '2026-05-19', executed: '2026-05-21' })
    const rest: SettlementInput = {
      ...{ kind: 'recovered', amount: pounds('10000.00') },
      paperNo: await formNo(world, 'certificate-2'),
    }
    assert.equal((await settled(world, 'ahead', rest, '2026-05-21')).status, 'settled')
    assert.equal(
      await world.figures('6102'),
      '900000.00 675000.00 0.00 0.00 279000.00 171000.00 | 225000.00'
    )
  })

  test('June releases the rest, 845,000.00, and wages of 800,000.00 are paid on the 28th', async ({
    assert,
  }) => {
    const month = Month.of('2026-06')
    const june = await order(world, '2026-06-01', { kind: 'release', month })
    assert.deepEqual([june.number, String(june.amount)], [6, '845000.00'])
    const on = '2026-06-20'
    const voucher = await posted(
      world,
      'june',
      {
        ...{
          paymentType: 'wages',
          purpose: 'أجور النصف الثاني',
          dueOn: on,
          ...whom(world, 'staff'),
        },
        lineId: await world.line('1101'),
        invoices: [invoice('132/6', on, '800000.00')],
        stated: [stated('other', '80000.00', 'حصة العاملين في التأمينات، كشف 6')],
      },
      on
    )
    assert.deepEqual([voucher.book55No, voucher.book224No], [11, 10])
    const last = await paid(world, 'june', { ordered: '2026-06-22', executed: '2026-06-28' })
    assert.deepEqual([last.number, String(last.amount)], [10, '720000.00'])
  })

  test('what was committed and is not needed goes back: fuel whole, the rest of stationery and maintenance', async ({
    assert,
  }) => {
    const commit = new Commit()
    const fuel = { code: '2102', amount: '15000.00', purpose: 'وقود السيارات' }
    await committed(world, 'fuel', fuel, '2026-06-02')
    assert.equal(
      await world.figures('2102'),
      '80000.00 80000.00 0.00 0.00 15000.00 0.00 | 65000.00'
    )
    const cancel = (name: string, reason: string) =>
      commit.cancel(world.id(name), { ...world.act('officer', '2026-06-29'), reason })
    await cancel('fuel', 'عدول المورد')
    assert.equal(await world.figures('2102'), '80000.00 80000.00 0.00 0.00 0.00 0.00 | 80000.00')
    const exact = { amount: pounds('56410.00'), reason: 'انتهى التوريد' }
    const closed = await commit.change(world.id('stationery'), {
      ...world.by('head', '2026-06-29'),
      ...exact,
    })
    assert.equal(closed.status, 'settled')
    assert.equal((await cancel('maintenance', 'لا يرحل ارتباط الباب الثاني')).status, 'cancelled')
    assert.deepEqual(await Promise.all(['2104', '2201'].map((code) => world.figures(code))), [
      '120000.00 120000.00 0.00 0.00 0.00 56410.00 | 63590.00',
      '240000.00 240000.00 0.00 0.00 0.00 48410.00 | 191590.00',
    ])
  })
}
