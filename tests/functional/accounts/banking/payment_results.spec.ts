import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { DomainError } from '#core/domain_error'
import { undoImport } from '#core/imports/undo'
import { SYSTEM } from '#audit/actor'
import { balanceOf as creditOf } from '#budget/balances/balance_as_of'
import DecideAccount from '#accounts/beneficiaries/accounts/decide_account'
import ProposeAccount from '#accounts/beneficiaries/accounts/propose_account'
import PaymentOrder from '#accounts/models/payment_order'
import PaymentVoucher from '#accounts/models/payment_voucher'
import EndVoucher from '#accounts/payments/end_voucher'
import { PayeeChangedError, VoucherInputError } from '#accounts/payments/errors'
import OrderVoucher from '#accounts/payments/order_voucher'
import { IBANS } from '#tests/support/beneficiaries'
import { answers, aSignedBatch, aStatement } from '#tests/support/banking'
import { balanceOf, counts, loadImportReference, one } from '#tests/support/imports'
import { anOrder, aPayingUnit, aVoucher, AN_IBAN, type PayingUnit } from '#tests/support/payments'

test.group('Answers of the bank', (group) => {
  let world: PayingUnit
  group.setup(loadImportReference)
  group.each.setup(async () => {
    world = await aPayingUnit()
  })

  const states = async (ids: number[]) => {
    const orders = await PaymentOrder.query().whereIn('id', ids).orderBy('id').preload('voucher')
    return orders.map(({ status, voucher }) => `${status}/${voucher.status}`)
  }
  const entries = () =>
    one("SELECT COUNT(*) FROM ledger_entries WHERE unit_id = ? AND kind = 'payment_order'", [
      world.unitId,
    ])

  test('paid orders are posted on their value date, refused ones wait with the bank’s reason, and the file again adds nothing', async ({
    assert,
  }) => {
    const { orders } = await aSignedBatch(world, ['1250.50', '48.25', '700.00'])
    const [a, b, c] = orders.map(({ label }) => label)
    const rows = [
      `${a},${AN_IBAN},1250.50,منفذ,,${world.on}`,
      `${b},EG38 0019 0005 0000 0000 2631 8000 2,48.25,مرفوض,الحساب مغلق,${world.on}`,
      `${c!.replaceAll('/', '-')},,700,تم,,${world.on}`,
    ]
    const first = await answers(world, rows)
    assert.deepEqual(counts(first), [3, 0, 0, 0, 0])
    assert.equal(first.totals.landed.amount, '1998.75')
    assert.deepEqual(await states(orders.map(({ id }) => id)), [
      'executed/executed',
      'rejected/rejected',
      'executed/executed',
    ])
    assert.equal((await PaymentOrder.findOrFail(orders[1]!.id)).rejection, 'الحساب مغلق')
    assert.equal(await balanceOf('INT-PAYORDERS', world.unitId), '-48.25')
    assert.equal(await balanceOf('INT-BANKDEBIT', world.unitId), '-1950.50')
    assert.equal(await balanceOf('INT-BANK', world.unitId), '0.00')
    assert.equal(await entries(), '2')
    const again = await answers(world, rows)
    assert.deepEqual(counts(again), [0, 0, 3, 0, 0])
    assert.equal(await entries(), '2')
    assert.equal(
      await one('SELECT COUNT(*) FROM bank_answers WHERE unit_id = ?', [world.unitId]),
      '3'
    )
  })

  test('an unknown order, another amount, another account, an unsigned order and a second answer are refused row by row, in words', async ({
    assert,
  }) => {
    const { orders } = await aSignedBatch(world, ['1250.50', '48.25', '700.00'])
    const unsigned = await anOrder(world)
    const [a, b, c] = orders.map(({ label }) => label)
    await answers(world, [`${c},,700.00,منفذ,,${world.on}`])
    const outcome = await answers(world, [
      `999/${world.commitment.fiscalYear},,5.00,منفذ,,${world.on}`,
      `${a},,1250.05,منفذ,,${world.on}`,
      `${b},EG380019000500000000263180003,48.25,منفذ,,${world.on}`,
      `${unsigned.order.label},,46764.06,منفذ,,${world.on}`,
      `${c},,700.00,مرفوض,حساب مغلق,${world.on}`,
      `${b},,48.25,مرفوض,,${world.on}`,
      `${b},,48.25,منفذ,,2031-01-01`,
      `${b},,48.25,منفذ,,2026-07-01`,
    ])
    assert.deepEqual(counts(outcome), [0, 0, 0, 8, 0])
    assert.deepEqual(
      outcome.reasons.map(({ code }) => code),
      [
        'unknown_order',
        'order_amount_differs',
        'order_iban_differs',
        'order_not_sent',
        'order_answered',
        'reason_needed',
        'answer_in_future',
        'before_order',
      ]
    )
    const said = outcome.reasons.map(({ message }) => message.ar)
    assert.include(said[1]!, 'المبلغ 1250.05 غير مبلغ الأمر 1250.50')
    assert.include(said[2]!, AN_IBAN)
    assert.include(said[4]!, 'منفذ')
    assert.equal(await entries(), '1')
  })

  test('of two rows of one order the first is its answer; another answer below is refused', async ({
    assert,
  }) => {
    const { orders } = await aSignedBatch(world, ['10.00'])
    const { label } = orders[0]!
    const outcome = await answers(world, [
      `${label},,10.00,منفذ,,${world.on}`,
      `${label},,10.00,منفذ,,${world.on}`,
      `${label},,10.00,مرفوض,مغلق,${world.on}`,
    ])
    assert.deepEqual(counts(outcome), [1, 0, 1, 1, 0])
    assert.equal(outcome.reasons[0]!.code, 'repeated_in_file')
  })

  test('taken back, the entry is mirrored on its day and the orders wait again; the right file then lands', async ({
    assert,
  }) => {
    const { orders } = await aSignedBatch(world, ['10.00', '20.00'])
    const [a, b] = orders.map(({ label }) => label)
    const wrong = await answers(world, [
      `${a},,10.00,منفذ,,${world.on}`,
      `${b},,20.00,مرفوض,مغلق,${world.on}`,
    ])
    await undoImport(wrong.id, { by: SYSTEM, reason: 'ملف خطأ' })
    assert.deepEqual(await states(orders.map(({ id }) => id)), ['signed/signed', 'signed/signed'])
    assert.equal(await balanceOf('INT-BANKDEBIT', world.unitId), '0.00')
    assert.equal(await balanceOf('INT-PAYORDERS', world.unitId), '-30.00')
    const right = await answers(world, [
      `${a},,10.00,مرفوض,مغلق,${world.on}`,
      `${b},,20.00,منفذ,,${world.on}`,
    ])
    assert.deepEqual(counts(right), [2, 0, 0, 0, 0])
    assert.equal(await balanceOf('INT-BANKDEBIT', world.unitId), '-20.00')
    const posted = await answers(world, [`${a},,10.00,مرفوض,مغلق,${world.on}`])
    assert.deepEqual(counts(posted), [0, 0, 1, 0, 0])
  })

  test('an answer whose form went on, or that a statement proves, is not taken back', async ({
    assert,
  }) => {
    const { orders } = await aSignedBatch(world, ['10.00', '20.00'])
    const { clerk: by, on } = world
    const first = await answers(world, [`${orders[0]!.label},,10.00,منفذ,,${on}`])
    await new EndVoucher().archive(orders[0]!.voucherId, { by, on, shelf: 'أ/1' })
    await assert.rejects(
      () => undoImport(first.id, { by: SYSTEM, reason: 'ملف خطأ' }),
      /has gone on/
    )
    const second = await answers(world, [`${orders[1]!.label},,20.00,منفذ,,${on}`])
    await aStatement(world, [`-20.00,${orders[1]!.label},تحويل`])
    const refusal = await undoImport(second.id, { by: SYSTEM, reason: 'ملف خطأ' }).catch(
      (error) => error
    )
    assert.instanceOf(refusal, DomainError)
    assert.include(refusal.messages.ar, 'ألغ مطابقته أولًا')
  })

  test('a refused order frees its form: ordered again with another number, the credit paid once; or voided and given back', async ({
    assert,
  }) => {
    const { order, voucher } = await anOrder(world)
    const { clerk: by, head, second, on, bankAccountId, lineId } = world
    const orders = new OrderVoucher()
    const sign = async (id: number) => {
      await orders.sign(id, { by: head, on })
      await orders.sign(id, { by: second, on })
    }
    await sign(order.id)
    await answers(world, [`${order.label},,46764.06,مرفوض,رقم الحساب غير صحيح,${on}`])
    assert.equal((await PaymentVoucher.findOrFail(voucher.id)).status, 'rejected')
    const again = await orders.make(voucher.id, { bankAccountId, method: 'order' }, { by, on })
    assert.equal(again.number, order.number + 1)
    await sign(again.id)
    await answers(world, [`${again.label},,46764.06,منفذ,,${on}`])
    const figures = await creditOf(lineId)
    assert.deepEqual([figures.committed, figures.paid, figures.available].map(String), [
      '11590.00',
      '48410.00',
      '40000.00',
    ])
    assert.equal(await balanceOf('INT-PAYORDERS', world.unitId), '0.00')

    const other = await aPayingUnit()
    const lost = await anOrder(other)
    await orders.sign(lost.order.id, { by: other.head, on })
    await orders.sign(lost.order.id, { by: other.second, on })
    await answers(other, [`${lost.order.label},,46764.06,مرفوض,حساب مغلق,${on}`])
    await new EndVoucher().void(lost.voucher.id, { by: other.clerk, on, reason: 'حساب خطأ' })
    const back = await creditOf(other.lineId)
    assert.deepEqual([back.committed, back.paid, back.available].map(String), [
      '60000.00',
      '0.00',
      '40000.00',
    ])
    assert.equal(await balanceOf('INT-PAYORDERS', other.unitId), '0.00')
    const [[{ n }]] = await db.rawQuery(
      'SELECT COUNT(*) AS n FROM bank_answers WHERE unit_id IN (?, ?)',
      [world.unitId, other.unitId]
    )
    assert.equal(Number(n), 3)
  })

  test('after the bank refused, the order goes to the account that another approved since; before, to no other', async ({
    assert,
  }) => {
    const { order, voucher } = await anOrder(world)
    const { clerk, officer, head, second, on, bankAccountId, payee } = world
    const orders = new OrderVoucher()
    const make = (now: boolean, day = on) =>
      orders.make(
        voucher.id,
        { bankAccountId, method: 'order', toAccountOfNow: now },
        { by: clerk, on: day }
      )
    await orders.sign(order.id, { by: head, on })
    await orders.sign(order.id, { by: second, on })
    await answers(world, [`${order.label},${AN_IBAN},46764.06,مرفوض,رقم الحساب غير صحيح,${on}`])
    const asked = await new ProposeAccount().handle(
      { beneficiaryId: payee.id, iban: IBANS.misr, bankName: 'بنك مصر', reason: 'خطاب البنك 13' },
      { by: officer.asActor() as { id: number; name: string } }
    )
    const { holdsFrom } = await new DecideAccount().approve(asked.id, { by: head })
    clock.freeze(`${holdsFrom}T09:00:00Z`)
    try {
      // The form stands on the account that was refused: it is not paid into it by mistake.
      await assert.rejects(() => make(false, holdsFrom!), PayeeChangedError as never)
      const corrected = await make(true, holdsFrom!)
      assert.deepEqual(
        [corrected.payeeIban, String(corrected.amount), corrected.number],
        [IBANS.misr, '46764.06', order.number + 1]
      )
      await orders.sign(corrected.id, { by: head, on: holdsFrom! })
      await orders.sign(corrected.id, { by: second, on: holdsFrom! })
      const row = (iban: string) => `${corrected.label},${iban},46764.06,منفذ,,${holdsFrom}`
      const old = await answers(world, [row(AN_IBAN)])
      assert.equal(old.reasons[0]!.code, 'order_iban_differs')
      assert.deepEqual(counts(await answers(world, [row(IBANS.misr)])), [1, 0, 0, 0, 0])
    } finally {
      clock.restore()
    }
    const fresh = await aPayingUnit()
    const posted = await aVoucher(fresh, 'posted')
    const early = { bankAccountId: fresh.bankAccountId, method: 'order', toAccountOfNow: true }
    await assert.rejects(
      () => orders.make(posted.id, early as never, { by: fresh.clerk, on }),
      VoucherInputError as never
    )
  })
})
