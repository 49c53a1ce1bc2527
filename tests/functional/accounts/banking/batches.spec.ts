import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { SelfApprovalError } from '#identity/errors'
import MakeBatch, { accountCheck } from '#accounts/banking/batches/make_batch'
import SignBatch from '#accounts/banking/batches/sign_batch'
import { takeFile } from '#accounts/banking/batches/take_file'
import { BatchError } from '#accounts/banking/errors'
import ChequeStock from '#accounts/cheques/cheque_stock'
import { ChequeLeafError } from '#accounts/cheques/errors'
import PaymentOrder from '#accounts/models/payment_order'
import EndVoucher from '#accounts/payments/end_voucher'
import { InBatchError, SameSignatoryError, VoucherInputError } from '#accounts/payments/errors'
import OrderVoucher from '#accounts/payments/order_voucher'
import { accountNo, aSignedBatch, bill } from '#tests/support/banking'
import { anOrder, aPayingUnit, aVoucher, AN_IBAN, type PayingUnit } from '#tests/support/payments'

test.group('Batches of payment orders', (group) => {
  let world: PayingUnit
  const sign = new SignBatch()

  group.each.setup(async () => {
    world = await aPayingUnit()
  })

  const make = (orderIds: number[], layoutCode = 'general-csv') =>
    new MakeBatch().handle(
      { bankAccountId: world.bankAccountId, orderIds, layoutCode },
      { by: world.clerk, on: world.on }
    )

  test('the second signature signs every order and writes the file, to the letter', async ({
    assert,
  }) => {
    const { batch, orders } = await aSignedBatch(world, ['1250.50', '48.25'])
    assert.equal(batch.status, 'signed')
    assert.deepEqual([batch.orderCount, String(batch.total)], [2, '1298.75'])
    await batch.load('file')
    const bytes = await readFile(batch.file.absolutePath)
    assert.deepEqual(createHash('sha256').update(bytes).digest(), batch.fileHash)
    const number = await accountNo(world)
    const [a, b] = orders.map(({ label }) => label)
    assert.equal(
      bytes.toString('utf8'),
      [
        '\uFEFFم,رقم أمر الدفع,تاريخه,المستفيد,رقم الحساب الدولي IBAN,المبلغ,العملة,البيان',
        `1,${a},${world.on},شركة النيل للأدوات,${AN_IBAN},1250.50,EGP,توريد أدوات كتابية`,
        `2,${b},${world.on},شركة النيل للأدوات,${AN_IBAN},48.25,EGP,توريد أدوات كتابية`,
        `جملة,${batch.label},${world.on},${number},0526360004,1298.75,EGP,2`,
        '',
      ].join('\r\n')
    )
    const signed = await PaymentOrder.query().where('batch_id', batch.id)
    assert.isTrue(signed.every(({ status }) => status === 'signed'))
  })

  test('a slip of one digit in an account changes the check of the file', ({ assert }) => {
    assert.equal(accountCheck([AN_IBAN, AN_IBAN]), 526_360_004)
    assert.equal(accountCheck([AN_IBAN, `${AN_IBAN.slice(0, -1)}3`]), 526_360_005)
    assert.equal(accountCheck(['EG9999999999', 'EG0000000002']), 1)
  })

  test('an Excel layout writes the same rows, and a layout is data', async ({ assert }) => {
    const { order } = await anOrder(world, bill(world, '1', '10.00'))
    const made = await make([order.id], 'general-xlsx')
    const { head, second, on } = world
    await sign.sign(made.id, { by: head, on })
    const batch = await sign.sign(made.id, { by: second, on })
    await batch.load('file')
    const bytes = await readFile(batch.file.absolutePath)
    assert.equal(bytes.subarray(0, 2).toString(), 'PK')
    assert.match(batch.file.originalName, /^orders-\d{4}-\d{4}-1\.xlsx$/)
  })

  test('two sign it who made neither it nor its orders nor their forms', async ({ assert }) => {
    const { clerk, officer, head, second, on } = world
    const { order } = await anOrder(world, bill(world, '1', '10.00'))
    const { id } = await make([order.id])
    await assert.rejects(() => sign.sign(id, { by: clerk, on }), SelfApprovalError as never)
    await assert.rejects(() => sign.sign(id, { by: officer, on }), SelfApprovalError as never)
    await assert.rejects(
      () => new OrderVoucher().sign(order.id, { by: head, on }),
      InBatchError as never
    )
    await sign.sign(id, { by: head, on })
    await assert.rejects(() => sign.sign(id, { by: head, on }), SameSignatoryError as never)
    await assert.rejects(
      () => db.from('order_batches').where('id', id).update({ total: '11.00' }),
      /keeps what was signed/
    )
    await assert.rejects(
      () => db.from('order_batches').where('id', id).update({ status: 'signed' }),
      /order_batches_file/
    )
    await assert.rejects(() => takeFile(id, { by: clerk }), BatchError as never)
    assert.equal((await sign.sign(id, { by: second, on })).status, 'signed')
    await assert.rejects(() => db.from('order_batches').where('id', id).delete(), /not deleted/)
  })

  test('an order goes in one batch only, and one of another account or half signed in none', async ({
    assert,
  }) => {
    const { head, on } = world
    const { order } = await anOrder(world, bill(world, '1', '10.00'))
    await make([order.id])
    await assert.rejects(() => make([order.id]), BatchError as never)
    const half = await anOrder(world, bill(world, '2', '20.00'))
    await new OrderVoucher().sign(half.order.id, { by: head, on })
    await assert.rejects(() => make([half.order.id]), BatchError as never)
    const other = await aPayingUnit()
    const foreign = await anOrder(other, bill(other, '3', '30.00'))
    await assert.rejects(() => make([foreign.order.id]), BatchError as never)
    await assert.rejects(() => make([]), BatchError as never)
  })

  test('a cancelled batch lets its orders go; one with a voided order is not signed', async ({
    assert,
  }) => {
    const { clerk: by, head, on } = world
    const { order, voucher } = await anOrder(world, bill(world, '1', '10.00'))
    const other = await anOrder(world, bill(world, '2', '20.00'))
    const first = await make([order.id, other.order.id])
    await new EndVoucher().void(voucher.id, { by, on, reason: 'مكررة' })
    await assert.rejects(() => sign.sign(first.id, { by: head, on }), BatchError as never)
    const cancelled = await sign.cancel(first.id, { by, on, reason: 'أمر ملغى' })
    assert.equal(cancelled.status, 'cancelled')
    const again = await make([other.order.id])
    assert.deepEqual([again.number, String(again.total)], [2, '20.00'])
  })

  test('who takes the file is told each time', async ({ assert }) => {
    const { batch } = await aSignedBatch(world, ['10.00'])
    const { clerk, head } = world
    await takeFile(batch.id, { by: clerk })
    const file = await takeFile(batch.id, { by: head })
    assert.equal(file.id, batch.fileId)
    const rows = await db
      .from('trail')
      .where({ action: 'order_batch.downloaded', subject_id: batch.id })
      .orderBy('id')
    assert.deepEqual(
      rows.map(({ actor_id: who, after_value: after }) => [Number(who), JSON.parse(after).times]),
      [
        [clerk.id, 1],
        [head.id, 2],
      ]
    )
  })
})

test.group('Cheques of payments', (group) => {
  let world: PayingUnit
  const stock = new ChequeStock()

  group.each.setup(async () => {
    world = await aPayingUnit()
  })

  const leafOf = (number: number) =>
    db
      .from('cheque_leaves')
      .where({ bank_account_id: world.bankAccountId, number })
      .select('status', 'amount', 'payee_name', 'reason')
      .firstOrFail()

  test('a cheque takes a blank leaf of a book that was handed out, the next unless told, and voids it when it dies', async ({
    assert,
  }) => {
    const { clerk: by, on, bankAccountId } = world
    const actor = { by: by.asActor() as { id: number; name: string }, on }
    const book = await stock.receive({ bankAccountId, firstNo: 501, lastNo: 503 }, actor)
    const voucher = await aVoucher(world, 'posted', bill(world, '1', '75.25'))
    const cheque = (chequeNo?: string) =>
      new OrderVoucher().make(voucher.id, { bankAccountId, method: 'cheque', chequeNo }, { by, on })
    await assert.rejects(() => cheque(), VoucherInputError as never)
    await assert.rejects(() => cheque('502'), ChequeLeafError as never)
    await stock.issue(book.id, { ...actor, holderName: 'أمين الخزينة' })
    await assert.rejects(() => cheque('900'), ChequeLeafError as never)
    await assert.rejects(() => cheque('5٠x'), VoucherInputError as never)
    const order = await cheque()
    assert.equal(order.chequeNo, '501')
    assert.deepInclude(await leafOf(501), { status: 'used', amount: '75.25' })
    await new EndVoucher().void(voucher.id, { by, on, reason: 'مستفيد خطأ' })
    assert.deepInclude(await leafOf(501), { status: 'void', reason: 'مستفيد خطأ' })
    const next = await aVoucher(world, 'posted', bill(world, '2', '5.00'))
    const second = await new OrderVoucher().make(
      next.id,
      { bankAccountId, method: 'cheque' },
      { by, on }
    )
    assert.equal(second.chequeNo, '502')
  })
})
