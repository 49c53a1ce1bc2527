import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { TransitionError } from '#core/transitions'
import { balanceOf } from '#budget/balances/balance_as_of'
import { SelfApprovalError } from '#identity/errors'
import PaymentVoucher from '#accounts/models/payment_voucher'
import { DocumentChangedError } from '#accounts/payments/errors'
import DraftVoucher from '#accounts/payments/draft_voucher'
import EndVoucher from '#accounts/payments/end_voucher'
import OrderVoucher from '#accounts/payments/order_voucher'
import ReplaceVoucher from '#accounts/payments/replace_voucher'
import ReviewVoucher from '#accounts/payments/review_voucher'
import { assertUnchanged } from '#accounts/payments/voucher_step'
import { pounds } from '#tests/support/budget'
import { anOrder, aPayingUnit, aVoucher, type PayingUnit } from '#tests/support/payments'

test.group('Payments refused and corrected', (group) => {
  let world: PayingUnit
  const review = new ReviewVoucher()

  group.each.setup(async () => {
    world = await aPayingUnit()
  })

  test('a reviewed form that is returned loses its approval; corrected, it is approved anew under another fingerprint', async ({
    assert,
  }) => {
    const { officer, head, on } = world
    const first = await aVoucher(world, 'reviewed')
    const returned = await review.giveBack(first.id, { by: head, on, reason: 'السعر أعلى' })
    assert.deepEqual(
      [returned.documentHash, returned.reviewedBy, returned.reviewedOn],
      [null, null, null]
    )
    const one = { invoiceNo: '900', invoiceOn: on, vat: pounds('0.00') }
    const input = world.input({ invoices: [{ ...one, beforeVat: pounds('47000.00') }] })
    await new DraftVoucher().change(first.id, input, { by: officer })
    await review.submit(first.id, { by: officer, on })
    const again = await review.approve(first.id, { by: head, on })
    assert.isFalse(again.documentHash!.equals(first.documentHash!))
    const steps = await db
      .from('voucher_steps')
      .where('voucher_id', first.id)
      .where('to_status', 'reviewed')
      .orderBy('id')
    assert.isTrue((steps[0].document_hash as Buffer).equals(first.documentHash!))
    assert.isTrue((steps[1].document_hash as Buffer).equals(again.documentHash!))
    const approvals = await db
      .from('approvals')
      .where({ subject_type: 'payment_voucher', subject_id: first.id })
    assert.lengthOf(approvals, 2)
  })

  test('who changes the form of another answers for it, and does not approve it', async ({
    assert,
  }) => {
    const { officer, head, second, on } = world
    const { id } = await aVoucher(world, 'draft')
    const one = { invoiceNo: '901', invoiceOn: on, vat: pounds('0.00') }
    const input = world.input({ invoices: [{ ...one, beforeVat: pounds('47000.00') }] })
    const changed = await new DraftVoucher().change(id, input, { by: head })
    assert.deepEqual([changed.madeBy, String(changed.gross)], [head.id, '47000.00'])
    await review.submit(id, { by: officer, on })
    await assert.rejects(() => review.approve(id, { by: head, on }), SelfApprovalError as never)
    await assert.rejects(
      () => db.from('payment_vouchers').where('id', id).update({ reviewed_by: head.id }),
      /CONSTRAINT `payment_vouchers_maker_is_not_checker`/
    )
    const { status, reviewedBy } = await review.approve(id, { by: second, on })
    assert.deepEqual([status, reviewedBy], ['reviewed', second.id])
  })

  test('a form that is not what was approved takes no further step', async ({ assert }) => {
    const { id } = await aVoucher(world, 'reviewed')
    const voucher = await PaymentVoucher.query()
      .where('id', id)
      .preload('invoices', (query) => void query.orderBy('seq'))
      .preload('taken', (query) => void query.orderBy('seq'))
      .firstOrFail()
    assert.doesNotThrow(() => assertUnchanged(voucher, voucher.documentHash))
    for (const change of [
      { payeeName: 'غيره' },
      { payeeIban: 'EG380019000500000000263180003' },
      { net: pounds('48410.00') },
      { lineId: voucher.lineId! + 1 },
    ]) {
      const altered = await PaymentVoucher.query()
        .where('id', id)
        .preload('invoices', (query) => void query.orderBy('seq'))
        .preload('taken', (query) => void query.orderBy('seq'))
        .firstOrFail()
      altered.merge(change)
      assert.throws(
        () => assertUnchanged(altered, voucher.documentHash),
        DocumentChangedError as never
      )
    }
    voucher.invoices[0]!.beforeVat = pounds('29999.99')
    assert.throws(
      () => assertUnchanged(voucher, voucher.documentHash),
      DocumentChangedError as never
    )
  })

  test('to change what is approved it is voided and written anew: credit and entry go back, the draft names it', async ({
    assert,
  }) => {
    const { officer, clerk, on, lineId } = world
    const { id, book55No } = await aVoucher(world, 'posted', {
      stated: [{ kind: 'penalty', amount: pounds('100.00'), reference: 'قرار 3' }],
    })
    const draft = await new ReplaceVoucher().handle(id, {
      ...{ by: clerk, on, reason: 'اسم البند خطأ' },
    })
    assert.deepEqual([draft.status, draft.replacesId], ['draft', id])
    assert.equal(String(draft.net), '46664.06')
    const old = await PaymentVoucher.findOrFail(id)
    assert.deepEqual([old.status, old.book55No], ['void', book55No])
    assert.isNull((await PaymentVoucher.findOrFail(draft.id)).book55No)
    const { committed, paid } = await balanceOf(lineId)
    assert.deepEqual([committed, paid].map(String), ['60000.00', '0.00'])
    await review.submit(draft.id, { by: officer, on })
    await assert.rejects(
      () => new ReplaceVoucher().handle(id, { by: clerk, on, reason: 'ثانية' }),
      TransitionError as never
    )
    assert.lengthOf(await PaymentVoucher.query().where('replaces_id', id), 1)
  })

  test('what the bank refused is voided with its reason, and what it paid is never replaced', async ({
    assert,
  }) => {
    const { clerk: by, head, second, on } = world
    const orders = new OrderVoucher()
    const ends = new EndVoucher()
    const refused = await anOrder(world, {
      invoices: [
        { invoiceNo: '1', invoiceOn: on, beforeVat: pounds('900.00'), vat: pounds('0.00') },
      ],
    })
    for (const person of [head, second]) await orders.sign(refused.order.id, { by: person, on })
    await ends.reject(refused.order.id, { by, on, reason: 'الحساب مغلق' })
    const draft = await new ReplaceVoucher().handle(refused.voucher.id, {
      ...{ by, on, reason: 'حساب جديد للمستفيد' },
    })
    assert.equal(draft.replacesId, refused.voucher.id)
    const paid = await anOrder(world, {
      invoices: [
        { invoiceNo: '2', invoiceOn: on, beforeVat: pounds('800.00'), vat: pounds('0.00') },
      ],
    })
    for (const person of [head, second]) await orders.sign(paid.order.id, { by: person, on })
    await ends.execute(paid.order.id, { by, on, reference: 'GPS 9' })
    await assert.rejects(
      () => new ReplaceVoucher().handle(paid.voucher.id, { by, on, reason: 'خطأ' }),
      TransitionError as never
    )
  })
})
