import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Month } from '#core/fiscal'
import { balanceOf } from '#budget/balances/balance_as_of'
import { PeriodLockedError } from '#accounts/errors'
import { folioFigures } from '#accounts/books/folio'
import AccountBook from '#accounts/models/account_book'
import PaymentVoucher from '#accounts/models/payment_voucher'
import BookVoucher from '#accounts/payments/book_voucher'
import DraftVoucher from '#accounts/payments/draft_voucher'
import { IncompleteDossierError } from '#accounts/payments/errors'
import ReviewVoucher from '#accounts/payments/review_voucher'
import type { VoucherInput } from '#accounts/payments/voucher_input'
import { loadBooks } from '#tests/support/account_books'
import { aBudgetLine, pounds } from '#tests/support/budget'
import { standing } from '#tests/support/holdings'
import { aPayingUnit, aVoucher, fillDossier, type PayingUnit } from '#tests/support/payments'

test.group('What a payment never does', (group) => {
  let world: PayingUnit
  const books = new BookVoucher()
  const review = new ReviewVoucher()

  group.setup(loadBooks)
  group.each.setup(async () => {
    world = await aPayingUnit()
  })

  const bill = (amount: string, day: string) => [
    { invoiceNo: `${day}/1`, invoiceOn: day, beforeVat: pounds(amount), vat: pounds('0.00') },
  ]
  const direct = (lineId: number, amount: string, day = world.on): Partial<VoucherInput> => ({
    ...{ paymentType: 'utilities', commitmentId: null, lineId, dueOn: day },
    invoices: bill(amount, day),
  })
  const debits = async (entryId: number) =>
    db
      .from('ledger_lines')
      .join('ledger_accounts', 'ledger_accounts.id', 'account_id')
      .where('entry_id', entryId)
      .where('debit', '>', 0)
      .select('code', 'debit', 'fund_id', 'budget_line_id')

  test('a posted form stands in books 55 and 224 by its own entry; before it is posted it stands in neither', async ({
    assert,
  }) => {
    const { unitId, clerk, on } = world
    const read = async (code: string) => {
      const book = await AccountBook.findByOrFail('code', code)
      const place = { unitId, month: Month.containing(on) }
      const { moved } = await folioFigures(book, place, { trx: db as never })
      return `${moved.debit}/${moved.credit}`
    }
    const { id } = await aVoucher(world, 'cleared')
    assert.deepEqual([await read('55'), await read('224')], ['0.00/0.00', '0.00/0.00'])
    await books.post(id, { by: clerk, on })
    assert.deepEqual([await read('55'), await read('224')], ['48410.00/0.00', '48410.00/48410.00'])
  })

  test('a form that cannot be posted stays cleared: no entry, no number of book 224, no credit taken', async ({
    assert,
  }) => {
    const { unitId, clerk, on, lineId } = world
    const { id } = await aVoucher(world, 'cleared')
    await db.rawQuery(
      "INSERT INTO accounting_periods (unit_id, month, state) VALUES (?, ?, 'locked')",
      [unitId, Month.containing(on).first]
    )
    await assert.rejects(() => books.post(id, { by: clerk, on }), PeriodLockedError as never)
    const { status, entryId, book224No } = await PaymentVoucher.findOrFail(id)
    assert.deepEqual([status, entryId, book224No], ['cleared', null, null])
    const { committed, paid } = await balanceOf(lineId)
    assert.deepEqual([committed, paid].map(String), ['60000.00', '0.00'])
    assert.deepEqual(await standing(unitId), {})
    await assert.rejects(
      () => db.from('payment_vouchers').where('id', id).update({ status: 'posted' }),
      /payment_vouchers_posted/
    )
  })

  test('supplies are not approved for payment before their inspection minutes and stores receipt are in', async ({
    assert,
  }) => {
    const { officer, head, on } = world
    const { id } = await aVoucher(world, 'draft')
    await db
      .from('voucher_papers')
      .where('voucher_id', id)
      .whereIn('code', ['inspection', 'store_receipt'])
      .delete()
    await review.submit(id, { by: officer, on })
    const refusal = await review.approve(id, { by: head, on }).catch((error) => error)
    assert.instanceOf(refusal, IncompleteDossierError)
    assert.deepEqual(refusal.facts.missing, ['inspection', 'store_receipt'])
  })

  test('each type of payment asks for its own papers: wages for a payroll, a refund for its receipt, a bill for itself', async ({
    assert,
  }) => {
    const { officer, head, on, lineId, unitId } = world
    const types: Record<string, [Partial<VoucherInput>, string[]]> = {
      wages: [direct(lineId, '100.00'), ['payroll', 'approval']],
      utilities: [direct(lineId, '120.00'), ['invoice']],
      deposit_refund: [{ commitmentId: null, unitId }, ['request', 'receipt']],
    }
    for (const [paymentType, [changes, asked]] of Object.entries(types)) {
      const input = world.input({ ...changes, paymentType })
      const { id } = await new DraftVoucher().make(input, { by: officer })
      await review.submit(id, { by: officer, on })
      const refusal = await review.approve(id, { by: head, on }).catch((error) => error)
      assert.deepEqual(refusal.facts.missing, asked, paymentType)
      await fillDossier(id, officer)
      assert.equal((await review.approve(id, { by: head, on })).status, 'reviewed')
    }
  })

  test('a form on the line of a fund is posted with that fund and takes nothing of the same item of the budget', async ({
    assert,
  }) => {
    const { unitId, lineId } = world
    const fund = await aBudgetLine('5000.00', '2104', { unitId, fund: 'SF01' })
    const { entryId } = await aVoucher(world, 'posted', direct(fund.lineId, '1200.00'))
    const [debit] = await debits(entryId!)
    const { id } = await db.from('budget_codes').where({ axis: 'fund', code: 'SF01' }).firstOrFail()
    assert.deepEqual(
      [debit.debit, Number(debit.fund_id), Number(debit.budget_line_id)],
      ['1200.00', Number(id), fund.lineId]
    )
    const left = await Promise.all([fund.lineId, lineId].map((one) => balanceOf(one)))
    assert.deepEqual(
      left.map(({ available }) => String(available)),
      ['3800.00', '40000.00']
    )
  })

  test('forms of December and January follow each other in one year; those of June and July stand in two', async ({
    assert,
  }) => {
    const { unitId, officer, lineId } = world
    const old = await aBudgetLine('5000.00', '2104', { unitId, fiscalYear: '2025/2026' })
    const days = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01']
    const labels = []
    for (const day of days) {
      const line = day < '2026-07-01' ? old.lineId : lineId
      const input = world.input(direct(line, '10.00', day))
      labels.push((await new DraftVoucher().make(input, { by: officer })).label)
    }
    assert.deepEqual(labels, ['1/2025/2026', '2/2025/2026', '3/2025/2026', '1/2026/2027'])
    const wrong = world.input(direct(lineId, '10.00', '2026-06-30'))
    await assert.rejects(
      () => new DraftVoucher().make(wrong, { by: officer }),
      /البند من السنة المالية 2026\/2027/
    )
  })

  test('what a form debits is told by the classification of its line, never guessed from a text', async ({
    assert,
  }) => {
    await db.rawQuery(
      `INSERT INTO ledger_accounts (code, name_ar, name_en, class) VALUES ('21210806', 'مستلزمات سلعية متنوعة', 'Sundry supplies', 'expense')
       ON DUPLICATE KEY UPDATE code = code`
    )
    const { unitId } = world
    const [[code]] = await db.rawQuery(
      "SELECT account_code AS account FROM budget_codes WHERE axis = 'use' AND code = '2106'"
    )
    const sundry = await aBudgetLine('900.00', '2106', { unitId })
    const purpose = 'إيرادات 11320130 أجور 21120101'
    const { entryId } = await aVoucher(world, 'posted', {
      ...direct(sundry.lineId, '900.00'),
      purpose,
    })
    const [debit] = await debits(entryId!)
    assert.deepEqual(
      [debit.code, Number(debit.budget_line_id)],
      [code.account ?? 'INT-USES', sundry.lineId]
    )
  })
})
