import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Money } from '#core/money'
import ChequeStock from '#accounts/cheques/cheque_stock'
import FormPrint from '#accounts/models/form_print'
import PrinterOffset from '#accounts/models/printer_offset'
import OrderVoucher from '#accounts/payments/order_voucher'
import { contentOf } from '#accounts/payments/prints/content'
import { FormNotDueError, ReprintReasonError } from '#accounts/payments/prints/errors'
import { layoutOf } from '#accounts/payments/prints/layouts'
import PrintForm from '#accounts/payments/prints/print_form'
import { withOrder } from '#accounts/payments/prints/printable'
import { sheetsOf } from '#accounts/payments/prints/sheets'
import { pounds } from '#tests/support/budget'
import { anOrder, aPayingUnit, aVoucher, type PayingUnit } from '#tests/support/payments'

test.group('Official forms on paper', (group) => {
  let world: PayingUnit
  const printer = new PrintForm()
  const stock = new ChequeStock()

  group.each.setup(async () => {
    world = await aPayingUnit()
  })

  const contents = (form: 'form-50' | 'entry-224' | 'extract-55', voucherId: number) =>
    db.transaction(async (trx) => {
      const { voucher, order } = await withOrder({ voucherId }, trx)
      return contentOf(form, voucher, order, trx)
    })

  test('form 50 says the figures of its record: invoices, deductions with their rates, the net in words', async ({
    assert,
  }) => {
    const { id } = await aVoucher(world, 'posted')
    const { values, rows } = await contents('form-50', id)
    assert.deepEqual(
      [values.gross, values.deductions, values.net],
      ['48,410.00', '1,645.94', '46,764.06']
    )
    assert.equal(values.words, 'ستة وأربعون ألفًا وسبعمائة وأربعة وستون جنيهًا وستة قروش فقط لا غير')
    assert.deepEqual(
      rows.deductions!.map(({ rate, amount }) => `${rate} ${amount}`),
      ['1% 484.10', '0.6% 290.46', '× 3 871.38']
    )
    assert.deepEqual(
      rows.invoices!.map(({ no, total }) => `${no} ${total}`),
      ['101 30000.00', '102 18410.00']
    )
    assert.equal(values.book55, '1')
    assert.equal(values.book224, '1')
    assert.equal(values.clerk, world.officer.fullName)
    assert.include(values.reviewer!, world.head.fullName)
  })

  test('the slip of book 224 repeats the entry of the ledger, side by side to the same sum', async ({
    assert,
  }) => {
    const { id } = await aVoucher(world, 'posted')
    const { values, rows } = await contents('entry-224', id)
    assert.deepEqual([values.debit, values.credit], ['48,410.00', '48,410.00'])
    assert.deepEqual(
      rows.lines!.map(({ code, debit, credit }) => [code, debit, credit].map(String).join(' ')),
      [
        'INT-USES 48410.00 null',
        'INT-WHT null 484.10',
        'INT-STAMPS null 290.46',
        'INT-STAMPS null 871.38',
        'INT-PAYORDERS null 46764.06',
      ]
    )
  })

  test('a form is printed once; a copy asks why, is numbered and marked, and each is on the record', async ({
    assert,
  }) => {
    const { id } = await aVoucher(world, 'submitted')
    const { clerk: by } = world
    const asked = { form: 'form-50', voucherId: id } as const
    const first = await printer.handle(asked, { by, onPaper: false })
    assert.equal(first.file.subarray(0, 5).toString(), '%PDF-')
    assert.equal(first.print.copyNo, 1)
    assert.isTrue(
      first.print.fileHash.equals(createHash('sha256').update(first.file).digest()),
      'the record bears the fingerprint of the file handed out'
    )
    await assert.rejects(
      () => printer.handle(asked, { by, onPaper: false }),
      ReprintReasonError as never
    )
    await assert.rejects(
      () => printer.handle(asked, { by, onPaper: false, reason: ' . ' }),
      ReprintReasonError as never
    )
    const copy = await printer.handle(asked, { by, onPaper: true, reason: 'تلف الأصل' })
    assert.deepEqual([copy.print.copyNo, copy.print.reason], [2, 'تلف الأصل'])
    const told = await db.from('trail').where('action', 'payment_voucher.printed')
    assert.lengthOf(
      told.filter((row) => Number(row.subject_id) === id),
      2
    )
    await assert.rejects(
      () => db.from('form_prints').where('id', copy.print.id).update({ reason: 'غيره' }),
      /append-only|denied/
    )
    await assert.rejects(
      () => db.from('form_prints').where('id', copy.print.id).delete(),
      /append-only|denied/
    )
  })

  test('a form that has not come to its step is not printed, and a preview leaves no record', async ({
    assert,
  }) => {
    const { id } = await aVoucher(world, 'draft')
    const { officer: by } = world
    const print = (form: 'form-50' | 'extract-55' | 'entry-224' | 'cheque') =>
      printer.handle({ form, voucherId: id }, { by, onPaper: false })
    for (const form of ['form-50', 'extract-55', 'entry-224', 'cheque'] as const) {
      await assert.rejects(() => print(form), FormNotDueError as never)
    }
    const file = await printer.preview({ form: 'form-50', voucherId: id }, { by, onPaper: false })
    assert.isAbove(file.length, 10_000)
    assert.lengthOf(await FormPrint.query().where('voucher_id', id), 0)
  })

  test('an order or a cheque is a form of its own: another order begins with its original', async ({
    assert,
  }) => {
    const { voucher, order } = await anOrder(world)
    const { clerk: by, on, bankAccountId } = world
    const asked = { form: 'payment-order', voucherId: voucher.id, orderId: order.id } as const
    await printer.handle(asked, { by, onPaper: false })
    await assert.rejects(
      () => printer.handle({ ...asked, form: 'cheque' }, { by, onPaper: false }),
      FormNotDueError as never
    )
    const other = await aVoucher(world, 'posted', {
      invoices: [
        { invoiceNo: '5', invoiceOn: on, beforeVat: pounds('1000.00'), vat: pounds('0.00') },
      ],
    })
    const keeper = { by: by.asActor() as { id: number; name: string }, on }
    const book = await stock.receive({ bankAccountId, firstNo: 123, lastNo: 125 }, keeper)
    await stock.issue(book.id, { ...keeper, holderName: 'أمين الخزينة' })
    const cheque = await new OrderVoucher().make(
      other.id,
      { bankAccountId, method: 'cheque', chequeNo: '000123' },
      { by, on }
    )
    const { print } = await printer.handle(
      { form: 'cheque', voucherId: other.id, orderId: cheque.id },
      { by, onPaper: true }
    )
    assert.deepEqual([print.form, print.copyNo, print.orderId], ['cheque', 1, cheque.id])
  })

  test('the offset of the person’s own printer moves every value; another’s printer is not taken', async ({
    assert,
  }) => {
    const { id } = await aVoucher(world, 'submitted')
    const { clerk, officer } = world
    await PrinterOffset.create({ userId: clerk.id, printer: 'مكتب 3', xTenths: -15, yTenths: 25 })
    const asked = { form: 'form-50', voucherId: id } as const
    const mine = await printer.handle(asked, { by: clerk, onPaper: true, printer: 'مكتب 3' })
    assert.deepEqual(
      [mine.print.printer, mine.print.xTenths, mine.print.yTenths],
      ['مكتب 3', -15, 25]
    )
    const strange = await printer.handle(asked, {
      ...{ by: officer, onPaper: true, printer: 'مكتب 3', reason: 'نسخة الملف' },
    })
    assert.deepEqual([strange.print.printer, strange.print.xTenths], [null, 0])
  })

  test('more invoices than the paper has rows: its last row adds up the rest, continuation sheets list all', async ({
    assert,
  }) => {
    const { on } = world
    const invoices = Array.from({ length: 30 }, (_, index) => ({
      ...{ invoiceNo: `ف-${index + 1}`, invoiceOn: on },
      ...{ beforeVat: pounds('1000.00'), vat: pounds('140.00') },
    }))
    const { id } = await aVoucher(world, 'draft', { invoices })
    const layout = await layoutOf('form-50', on, db as never)
    const sheets = sheetsOf(layout, await contents('form-50', id))
    assert.lengthOf(sheets, 3)
    const [first, second, third] = sheets.map(({ rows }) => rows.invoices!)
    assert.deepEqual(
      first!.map(({ no, total }) => `${no} ${total}`),
      [
        'ف-1 1,140.00',
        'ف-2 1,140.00',
        'ف-3 1,140.00',
        `باقي السطور (27) بصفحة الاستمرار ${Money.of('30780.00').format('ar')}`,
      ]
    )
    assert.deepEqual([second!.length, third!.length], [24, 6])
    assert.equal(third!.at(-1)!.no, 'ف-30')
  })
})
