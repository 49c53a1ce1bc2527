import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { TransitionError } from '#core/transitions'
import { SelfApprovalError } from '#identity/errors'
import { balanceOf } from '#budget/balances/balance_as_of'
import { MoreThanIsOpenError } from '#budget/commitments/errors'
import { NotEnoughCreditError } from '#budget/errors'
import PaymentOrder from '#accounts/models/payment_order'
import PaymentVoucher from '#accounts/models/payment_voucher'
import BookVoucher from '#accounts/payments/book_voucher'
import DraftVoucher from '#accounts/payments/draft_voucher'
import EndVoucher from '#accounts/payments/end_voucher'
import {
  IncompleteDossierError,
  SameSignatoryError,
  VoucherInputError,
} from '#accounts/payments/errors'
import { ORDER_LIFE, VOUCHER_LIFE } from '#accounts/payments/life'
import OrderVoucher from '#accounts/payments/order_voucher'
import ReviewVoucher from '#accounts/payments/review_voucher'
import { aBudgetLine, pounds } from '#tests/support/budget'
import {
  anOrder,
  aPayingUnit,
  aVoucher,
  fillDossier,
  type PayingUnit,
} from '#tests/support/payments'

test.group('Payments', (group) => {
  let world: PayingUnit
  const review = new ReviewVoucher()
  const books = new BookVoucher()
  const orders = new OrderVoucher()
  const ends = new EndVoucher()

  group.each.setup(async () => {
    world = await aPayingUnit()
  })

  const figures = async () => {
    const { committed, paid, available } = await balanceOf(world.lineId)
    return [committed, paid, available].map(String)
  }
  /** Sides of an entry: `code D|C amount`, in their order. */
  const entryOf = async (id: number) => {
    const [lines] = await db.rawQuery(
      `SELECT a.code, l.debit, l.credit FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
       WHERE l.entry_id = ? ORDER BY l.id`,
      [id]
    )
    return lines.map((line: { code: string; debit: string; credit: string }) =>
      line.credit === '0.00' ? `${line.code} D ${line.debit}` : `${line.code} C ${line.credit}`
    )
  }

  test('a form of two invoices goes from the desk to the bank and the shelf, and each pound is counted once', async ({
    assert,
  }) => {
    const { officer, clerk, head, second, on, bankAccountId } = world
    const drafted = await new DraftVoucher().make(world.input(), { by: officer })
    const { id } = drafted
    assert.match(drafted.label, /^1\/\d{4}\/\d{4}$/)
    assert.deepEqual([drafted.gross, drafted.deductions, drafted.net].map(String), [
      '48410.00',
      '1645.94',
      '46764.06',
    ])
    assert.equal(
      drafted.netWords,
      'ستة وأربعون ألفًا وسبعمائة وأربعة وستون جنيهًا وستة قروش فقط لا غير'
    )
    await fillDossier(id, officer)
    await review.submit(id, { by: officer, on })
    await review.approve(id, { by: head, on })
    const { book55No } = await books.register(id, { by: clerk, on })
    assert.equal(book55No, 1)
    await books.clear(id, { by: head, on })
    assert.deepEqual(await figures(), ['60000.00', '0.00', '40000.00'])
    const posted = await books.post(id, { by: clerk, on })
    assert.equal(posted.book224No, 1)
    assert.deepEqual(await entryOf(posted.entryId!), [
      'INT-USES D 48410.00',
      'INT-WHT C 484.10',
      'INT-STAMPS C 290.46',
      'INT-STAMPS C 871.38',
      'INT-PAYORDERS C 46764.06',
    ])
    assert.deepEqual(await figures(), ['11590.00', '48410.00', '40000.00'])

    const order = await orders.make(id, { bankAccountId, method: 'order' }, { by: clerk, on })
    assert.equal(String(order.amount), '46764.06')
    await orders.sign(order.id, { by: head, on })
    await orders.sign(order.id, { by: second, on })
    const paid = await ends.execute(order.id, { by: clerk, on, reference: 'GPS 77' })
    assert.deepEqual(await entryOf(paid.entryId!), [
      'INT-PAYORDERS D 46764.06',
      'INT-BANKDEBIT C 46764.06',
    ])
    const shelved = await ends.archive(id, { by: clerk, on, shelf: 'أ/3' })
    assert.equal(shelved.status, 'archived')
    assert.deepEqual(await figures(), ['11590.00', '48410.00', '40000.00'])
    const steps = await db.from('voucher_steps').where('voucher_id', id).orderBy('id')
    assert.deepEqual(
      steps.map(({ to_status: to }) => to),
      [
        ...['submitted', 'reviewed', 'registered', 'cleared', 'posted', 'ordered'],
        ...['signed_first', 'signed', 'executed', 'archived'],
      ]
    )
    assert.isTrue(steps.slice(1).every((step) => step.document_hash !== null))
  })

  test('the steps of code and of the triggers are the same', async ({ assert }) => {
    const inTrigger = async (migration: string) => {
      const text = await readFile(app.makePath('database/migrations', `${migration}.ts`), 'utf8')
      const [up] = text.split('async down()')
      return [...up!.matchAll(/'(\w+>\w+)'/g)].map((found) => found[1]).sort()
    }
    const inCode = (life: Record<string, readonly string[]>) =>
      Object.entries(life)
        .flatMap(([from, tos]) => tos.map((to) => `${from}>${to}`))
        .sort()
    assert.deepEqual(
      await inTrigger('20493_payment_vouchers_wait_again_when_an_answer_is_undone_trigger'),
      inCode(VOUCHER_LIFE)
    )
    assert.deepEqual(
      await inTrigger('20494_payment_orders_wait_again_when_an_answer_is_undone_trigger'),
      inCode(ORDER_LIFE)
    )
  })

  test('no step is skipped, by code or by a plain update', async ({ assert }) => {
    const { id } = await aVoucher(world, 'draft')
    const { clerk: by, head, on } = world
    await assert.rejects(() => books.post(id, { by, on }), TransitionError as never)
    await assert.rejects(() => review.approve(id, { by: head, on }), TransitionError as never)
    await assert.rejects(
      () => db.from('payment_vouchers').where('id', id).update({ status: 'archived' }),
      /does not make this step/
    )
    await assert.rejects(
      () => db.from('payment_vouchers').where('id', id).delete(),
      /voided, not deleted/
    )
  })

  test('who wrote a form neither reviews nor clears it, in code and in the database', async ({
    assert,
  }) => {
    const { officer, on } = world
    const { id } = await aVoucher(world, 'submitted')
    await assert.rejects(() => review.approve(id, { by: officer, on }), SelfApprovalError as never)
    await assert.rejects(
      () =>
        db
          .from('payment_vouchers')
          .where('id', id)
          .update({
            status: 'reviewed',
            reviewed_by: officer.id,
            reviewed_on: on,
            document_hash: Buffer.alloc(32),
          }),
      /payment_vouchers_maker_is_not_checker/
    )
    await review.approve(id, { by: world.head, on })
    await books.register(id, { by: officer, on })
    await assert.rejects(() => books.clear(id, { by: officer, on }), SelfApprovalError as never)
  })

  test('without its papers a form is not approved; an override needs a reason, which stays on it', async ({
    assert,
  }) => {
    const { officer, head, on } = world
    const { id } = await new DraftVoucher().make(world.input(), { by: officer })
    await review.addPaper(id, { code: 'invoice', reference: '101' }, { by: officer })
    await review.submit(id, { by: officer, on })
    const refusal = await review.approve(id, { by: head, on }).then(
      () => null,
      (error) => error
    )
    assert.instanceOf(refusal, IncompleteDossierError)
    assert.deepEqual(refusal.facts.missing, [
      'commitment',
      'contract',
      'bank_letter',
      'tax_card',
      'inspection',
      'store_receipt',
    ])
    await assert.rejects(
      () => review.approve(id, { by: head, on, override: '  ' }),
      IncompleteDossierError as never
    )
    const passed = await review.approve(id, { by: head, on, override: 'مذكرة عاجلة رقم 9' })
    assert.equal(passed.overrideReason, 'مذكرة عاجلة رقم 9')
    assert.equal(passed.overrideBy, head.id)
  })

  test('a form of a complete dossier is approved without an override', async ({ assert }) => {
    const { overrideBy, status } = await aVoucher(world, 'reviewed')
    assert.equal(status, 'reviewed')
    assert.isNull(overrideBy)
  })

  test('a returned form is corrected and comes again; a submitted one is not touched', async ({
    assert,
  }) => {
    const { officer, head, on } = world
    const { id } = await aVoucher(world, 'submitted')
    const change = () =>
      new DraftVoucher().change(
        id,
        world.input({
          invoices: [
            { invoiceNo: '101', invoiceOn: on, beforeVat: pounds('30000.00'), vat: pounds('0.00') },
          ],
        }),
        { by: officer }
      )
    await assert.rejects(change, TransitionError as never)
    await review.giveBack(id, { by: head, on, reason: 'الفاتورة 102 صورة' })
    const changed = await change()
    assert.deepEqual([changed.gross, changed.net].map(String), ['30000.00', '28980.00'])
    await review.submit(id, { by: officer, on })
    const reviewed = await review.approve(id, { by: head, on })
    assert.equal(reviewed.status, 'reviewed')
    const [[{ reason }]] = await db.rawQuery(
      "SELECT reason FROM voucher_steps WHERE voucher_id = ? AND to_status = 'returned'",
      [id]
    )
    assert.equal(reason, 'الفاتورة 102 صورة')
  })

  test('payee, amounts, invoices and account are frozen once approved, and no update gets by', async ({
    assert,
  }) => {
    const { id } = await aVoucher(world, 'reviewed')
    for (const change of [
      { payee_name: 'غيره' },
      { payee_iban: null },
      { beneficiary_account_id: null },
      { gross: '50000.00', before_vat: '50000.00', net: '48354.06' },
      { deductions: '0.00', net: '48410.00' },
      { line_id: null, commitment_id: null },
    ]) {
      await assert.rejects(
        () => db.from('payment_vouchers').where('id', id).update(change),
        /keeps its facts/
      )
    }
    await assert.rejects(
      () =>
        db
          .from('payment_vouchers')
          .where('id', id)
          .update({ document_hash: Buffer.alloc(32) }),
      /keeps its fingerprint/
    )
    for (const table of ['voucher_invoices', 'voucher_deductions']) {
      await assert.rejects(() => db.from(table).where('voucher_id', id).delete(), /is submitted/)
      await assert.rejects(
        () => db.from(table).where('voucher_id', id).update({ seq: 90 }),
        /is submitted/
      )
    }
  })

  test('numbers of book 55 and 224 have no gap, and a void form keeps its own', async ({
    assert,
  }) => {
    const { clerk: by, on } = world
    const small = (no: string) =>
      world.input({
        invoices: [
          { invoiceNo: no, invoiceOn: on, beforeVat: pounds('1000.00'), vat: pounds('0.00') },
        ],
      })
    const first = await aVoucher(world, 'registered', small('1'))
    const refused = await aVoucher(world, 'reviewed', small('2'))
    await db
      .transaction(async (trx) => {
        await books.register(refused.id, { by, on, trx })
        throw new Error('power cut')
      })
      .catch(() => null)
    const second = await aVoucher(world, 'registered', small('3'))
    await ends.void(first.id, { by, on, reason: 'مكررة' })
    const third = await books.register(refused.id, { by, on })
    assert.deepEqual([first.book55No, second.book55No, third.book55No], [1, 2, 3])
    assert.equal((await PaymentVoucher.findOrFail(first.id)).book55No, 1)
  })

  test('two forms above what is committed: the first is posted, the second is not cleared', async ({
    assert,
  }) => {
    const { head, clerk, on } = world
    const first = await aVoucher(world, 'registered')
    const second = await aVoucher(world, 'registered')
    await books.clear(first.id, { by: head, on })
    await books.clear(second.id, { by: head, on })
    await books.post(first.id, { by: clerk, on })
    await assert.rejects(
      () => books.post(second.id, { by: clerk, on }),
      MoreThanIsOpenError as never
    )
    const third = await aVoucher(world, 'registered')
    await assert.rejects(
      () => books.clear(third.id, { by: head, on }),
      MoreThanIsOpenError as never
    )
    const [[{ n }]] = await db.rawQuery(
      'SELECT COUNT(*) AS n FROM ledger_entries WHERE unit_id = ?',
      [world.unitId]
    )
    assert.equal(n, 1)
    assert.deepEqual(await figures(), ['11590.00', '48410.00', '40000.00'])
  })

  test('a payment without a commitment takes the line itself, where its type allows that', async ({
    assert,
  }) => {
    const { head, on, lineId } = world
    const direct = { paymentType: 'utilities', commitmentId: null, lineId }
    await assert.rejects(
      () =>
        new DraftVoucher().make(world.input({ ...direct, paymentType: 'supplies' }), {
          by: world.officer,
        }),
      VoucherInputError as never
    )
    const bill = (amount: string) => ({
      ...direct,
      invoices: [
        { invoiceNo: 'k1', invoiceOn: on, beforeVat: pounds(amount), vat: pounds('0.00') },
      ],
    })
    const { net } = await aVoucher(world, 'posted', bill('40000.00'))
    assert.equal(String(net), '40000.00')
    assert.deepEqual(await figures(), ['60000.00', '40000.00', '0.00'])
    const { id } = await aVoucher(world, 'registered', bill('0.01'))
    await assert.rejects(() => books.clear(id, { by: head, on }), NotEnoughCreditError as never)
  })

  test('a refund of a deposit debits the deposits and no line', async ({ assert }) => {
    const { unitId } = world
    const refund = { paymentType: 'deposit_refund', commitmentId: null, unitId }
    const { entryId } = await aVoucher(world, 'posted', refund)
    assert.deepEqual(await entryOf(entryId!), [
      'INT-DEPOSITS D 48410.00',
      'INT-PAYORDERS C 48410.00',
    ])
    assert.deepEqual(await figures(), ['60000.00', '0.00', '40000.00'])
  })

  test('voiding a posted form reverses its entry, gives the credit back and kills its order', async ({
    assert,
  }) => {
    const { voucher, order } = await anOrder(world)
    const { clerk: by, on } = world
    await ends.void(voucher.id, { by, on, reason: 'حساب المستفيد مقفل' })
    assert.deepEqual(await figures(), ['60000.00', '0.00', '40000.00'])
    const [[mirror]] = await db.rawQuery('SELECT id FROM ledger_entries WHERE reverses_id = ?', [
      voucher.entryId!,
    ])
    assert.include(await entryOf(mirror.id), 'INT-USES C 48410.00')
    assert.equal((await PaymentOrder.findOrFail(order.id)).status, 'void')
    await assert.rejects(
      () => ends.void(voucher.id, { by, on, reason: 'ثانية' }),
      TransitionError as never
    )
  })

  test('an order is signed by two who made neither it nor the form', async ({ assert }) => {
    const { order } = await anOrder(world)
    const { officer, clerk, head, second, on } = world
    const sign = (by: typeof head) => orders.sign(order.id, { by, on })
    await assert.rejects(() => sign(clerk), SelfApprovalError as never)
    await assert.rejects(() => sign(officer), SelfApprovalError as never)
    await sign(head)
    await assert.rejects(() => sign(head), SameSignatoryError as never)
    await assert.rejects(
      () =>
        db
          .from('payment_orders')
          .where('id', order.id)
          .update({ status: 'signed', second_signed_by: head.id }),
      /payment_orders_two_signatories/
    )
    await assert.rejects(
      () => db.from('payment_orders').where('id', order.id).update({ amount: '46764.07' }),
      /keeps what was made and signed/
    )
    const sent = await sign(second)
    assert.equal(sent.status, 'signed')
  })

  test('an order refused by the bank posts nothing; the form is ordered again and one line of the bank pays once', async ({
    assert,
  }) => {
    const { voucher, order } = await anOrder(world)
    const { clerk: by, head, second, on, bankAccountId, unitId } = world
    const signed = async (id: number) => {
      await orders.sign(id, { by: head, on })
      await orders.sign(id, { by: second, on })
    }
    await signed(order.id)
    await ends.reject(order.id, { by, on, reason: 'رقم الحساب غير صحيح' })
    const again = await orders.make(voucher.id, { bankAccountId, method: 'order' }, { by, on })
    assert.equal(again.number, order.number + 1)
    await signed(again.id)
    const line = async (amount: string) => {
      const [made] = await db.rawQuery(
        `INSERT INTO bank_lines (bank_account_id, unit_id, booked_on, amount, reference, narrative, identity)
         VALUES (?, ?, ?, ?, 'x', 'x', RANDOM_BYTES(16))`,
        [bankAccountId, unitId, on, amount]
      )
      return Number(made.insertId)
    }
    const pay = (bankLineId: number) =>
      ends.execute(again.id, { by, on, reference: 'كشف 12', bankLineId })
    await assert.rejects(async () => pay(await line('-46764.05')), /no debit of 46,764.06/)
    await assert.rejects(async () => pay(await line('46764.06')), /no debit of 46,764.06/)
    const paid = await pay(await line('-46764.06'))
    assert.equal(paid.status, 'executed')
    const [[{ n }]] = await db.rawQuery(
      "SELECT COUNT(*) AS n FROM ledger_entries WHERE unit_id = ? AND kind = 'payment_order'",
      [unitId]
    )
    assert.equal(n, 1)
  })

  test('a line of another year, a commitment of another unit and an invoice told twice are refused', async ({
    assert,
  }) => {
    const { officer: by, on } = world
    const make = (changes: Parameters<PayingUnit['input']>[0]) =>
      new DraftVoucher().make(world.input(changes), { by })
    await assert.rejects(() => make({ dueOn: '2025-12-01' }), VoucherInputError as never)
    await assert.rejects(() => make({ commitmentId: 999999999 }), VoucherInputError as never)
    const one = { invoiceNo: '7', invoiceOn: on, beforeVat: pounds('10.00'), vat: pounds('0.00') }
    await assert.rejects(() => make({ invoices: [one, one] }), VoucherInputError as never)
    await assert.rejects(() => make({ invoices: [] }), VoucherInputError as never)
    await assert.rejects(() => make({ beneficiaryId: 999999999 }), VoucherInputError as never)
    const { lineId } = await aBudgetLine('10.00')
    assert.notEqual(lineId, world.lineId)
  })
})
