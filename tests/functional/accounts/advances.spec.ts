import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { addDays } from '#core/days'
import { Money } from '#core/money'
import { TransitionError } from '#core/transitions'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { balanceOf } from '#budget/balances/balance_as_of'
import { NotEnoughCreditError } from '#budget/errors'
import AdvanceLife from '#accounts/advances/advance_life'
import {
  AdvanceFormError,
  AdvanceOpenError,
  MoreThanAdvanceError,
  NotSecuredError,
  PaidOtherwiseError,
  SettlementKindError,
} from '#accounts/advances/errors'
import DecideSettlement from '#accounts/advances/decide_settlement'
import RequestAdvance, { type AdvanceInput } from '#accounts/advances/request_advance'
import SettleAdvance, { type SettlementInput } from '#accounts/advances/settle_advance'
import ActOnGuarantee from '#accounts/guarantees/act_on_guarantee'
import RecordGuarantee from '#accounts/guarantees/record_guarantee'
import Advance from '#accounts/models/advance'
import Beneficiary from '#accounts/models/beneficiary'
import type { VoucherInput } from '#accounts/payments/voucher_input'
import { Form50Error } from '#accounts/postings/form_50'
import EndVoucher from '#accounts/payments/end_voucher'
import { takeBackAnswer } from '#accounts/payments/take_back_answer'
import {
  anAdvanceDesk,
  anAdvanceForm,
  bankPays,
  payAdvance,
  replenish,
  type AdvanceDesk,
} from '#tests/support/advances'
import { aBudgetLine, pounds, type BudgetLineWorld } from '#tests/support/budget'
import { standing } from '#tests/support/holdings'
import { aPayee, aPayingUnit, aVoucher } from '#tests/support/payments'
import { aPerson } from '#tests/support/people'

const on = '2026-11-22'
const SPENT_ON = 'INT-COMMISSION'

test.group('Advances', (group) => {
  let line: Pick<BudgetLineWorld, 'unitId' | 'lineId'>
  let officer: User
  let head: User
  let holder: User
  let desk: AdvanceDesk
  const life = new AdvanceLife()
  const settling = new SettleAdvance()
  const deciding = new DecideSettlement()

  group.each.setup(async () => {
    line = await aBudgetLine('10000.00')
    const { unitId } = line
    officer = await aPerson({ unitId, roles: ['finance_officer'] })
    head = await aPerson({ unitId, roles: ['accounts_head'] })
    holder = await aPerson({ unitId, fullName: 'حامل السلفة' })
    desk = await anAdvanceDesk(unitId, { officer, head })
  })

  const by = () => officer.asActor() as { id: number; name: string }
  const request = (input: Partial<AdvanceInput> = {}) =>
    new RequestAdvance().handle(
      {
        unitId: line.unitId,
        kind: 'travel',
        holder: { userId: holder.id },
        amount: pounds('5000.00'),
        purpose: 'مأمورية القاهرة',
        on,
        ...input,
      },
      { by: by() }
    )
  const paid = async (input: Partial<AdvanceInput> = {}) => {
    const { id } = await request(input)
    await life.approve(id, { by: head, on })
    return payAdvance(id, desk, { on })
  }
  const supplierParty = async () =>
    (await Beneficiary.findOrFail((await aPayee(line.unitId, { officer, head })).id)).partyId!
  const spent = (amount: string): SettlementInput => ({
    kind: 'spent',
    amount: pounds(amount),
    paperNo: '12',
    lineId: line.lineId,
    accountCode: SPENT_ON,
  })
  const settle = async (advanceId: number, input: SettlementInput) => {
    const { id } = await settling.submit(advanceId, input, { by: by(), on })
    return deciding.approve(id, { by: head, on })
  }

  test('a travel advance of 5,000 is spent for 3,200, 800 is recovered and 1,000 returned; each pound stands on its account', async ({
    assert,
  }) => {
    const world = await aPayingUnit()
    line = await aBudgetLine('10000.00', '2102', { unitId: world.unitId })
    desk = await anAdvanceDesk(world.unitId, { officer: world.officer, head: world.head })
    const advance = await paid()
    assert.equal(advance.dueOn, '2026-12-07')
    assert.deepEqual(await standing(line.unitId), {
      'INT-ADV-TEMPORARY': '5000.00',
      'INT-BANKDEBIT': '-5000.00',
    })
    const form = await aVoucher(world, 'posted', { stated: [deducted('800.00')] })
    const before = await standing(line.unitId)
    assert.equal(before['INT-ADVANCES'], '-800.00')
    const first = await settle(advance.id, spent('3200.00'))
    assert.equal(first.status, 'paid')
    assert.equal(String(first.open), '1800.00')
    const { paid: charged, available } = await balanceOf(line.lineId)
    assert.deepEqual([charged, available].map(String), ['3200.00', '6800.00'])
    const recovered = (amount: string, paperNo = form.label): SettlementInput => ({
      kind: 'recovered',
      amount: pounds(amount),
      paperNo,
    })
    await assert.rejects(() => settle(advance.id, recovered('800.01')), Form50Error as never)
    await assert.rejects(() => settle(advance.id, recovered('1.00', '13')), Form50Error as never)
    await settle(advance.id, recovered('800.00'))
    await assert.rejects(() => settle(advance.id, recovered('0.01')), Form50Error as never)
    const end = await settle(advance.id, {
      kind: 'returned',
      amount: pounds('1000.00'),
      paperNo: '14',
    })
    assert.equal(end.status, 'settled')
    assert.equal(end.settledOn, on)
    const after = await standing(line.unitId)
    assert.deepEqual(
      [after[SPENT_ON], after['INT-CASH'], after['INT-PAYORDERS']],
      ['3200.00', '1000.00', before['INT-PAYORDERS']]
    )
    assert.notProperty(after, 'INT-ADV-TEMPORARY')
    assert.notProperty(after, 'INT-ADVANCES')
    const [charge] = await db
      .from('ledger_lines')
      .where({ unit_id: line.unitId, budget_line_id: line.lineId })
      .select('debit', 'credit')
    assert.deepEqual([charge.debit, charge.credit], ['3200.00', '0.00'])
  })

  test('an advance is paid by its form 50 alone, once the bank has executed the order: the entry of the form is its entry', async ({
    assert,
  }) => {
    const { id } = await request()
    await life.approve(id, { by: head, on })
    const form = await anAdvanceForm(id, desk, { on })
    assert.deepEqual([form.paymentType, String(form.net)], ['advance_travel', '5000.00'])
    assert.equal((await Advance.findOrFail(id)).status, 'approved')
    const orderId = await bankPays(form.id, desk, { on: addDays(on, 2) })
    const advance = await Advance.findOrFail(id)
    const { entryId } = await form.refresh()
    assert.deepEqual(
      [advance.status, advance.paidOn, advance.dueOn, advance.paymentNo],
      ['paid', '2026-11-24', '2026-12-09', form.label]
    )
    assert.deepEqual([advance.voucherId, advance.ledgerEntryId], [form.id, entryId])
    assert.deepEqual(await standing(line.unitId), {
      'INT-ADV-TEMPORARY': '5000.00',
      'INT-BANKDEBIT': '-5000.00',
    })
    const back = { by: officer, reason: 'ملف خطأ' }
    await takeBackAnswer(orderId, back)
    const again = await Advance.findOrFail(id)
    assert.deepEqual([again.status, again.paidOn, again.voucherId], ['approved', null, null])
    await new EndVoucher().execute(orderId, { by: desk.clerk, on, reference: 'GPS' })
    await settling.submit(id, spent('1.00'), { by: by(), on })
    await assert.rejects(() => takeBackAnswer(orderId, back), AdvanceFormError as never)
    assert.equal((await Advance.findOrFail(id)).status, 'paid')
  })

  test('a form 50 pays no advance but one that is approved, whole, to its holder and once', async ({
    assert,
  }) => {
    const { id } = await request()
    const write = (changes: Partial<VoucherInput> = {}) => anAdvanceForm(id, desk, { on, changes })
    await assert.rejects(() => write(), TransitionError as never)
    await life.approve(id, { by: head, on })
    const paper = { invoiceNo: '1', invoiceOn: on, vat: pounds('0.00') }
    const less = { invoices: [{ ...paper, beforeVat: pounds('4999.99') }] }
    await assert.rejects(() => write(less), PaidOtherwiseError as never)
    const other = { paymentType: 'advance_transport' }
    await assert.rejects(() => write(other), PaidOtherwiseError as never)
    const supplier = await aPayee(line.unitId, { officer, head }, { name: 'مورد' })
    const whom = { beneficiaryId: supplier.id }
    await assert.rejects(() => write(whom), AdvanceFormError as never)
    await assert.rejects(() => write({ advanceId: null }), AdvanceFormError as never)
    const line2102 = { paymentType: 'other', lineId: line.lineId }
    await assert.rejects(() => write(line2102), AdvanceFormError as never)
    const form = await write()
    await assert.rejects(() => write(), AdvanceFormError as never)
    const cancel = () => life.cancel(id, { by: by(), on, reason: 'عدل عنها' })
    await assert.rejects(cancel, AdvanceFormError as never)
    await assert.rejects(
      () => db.from('advances').where('id', id).update({ status: 'paid', voucher_id: form.id }),
      /form 50 that the bank has paid/
    )
    await new EndVoucher().void(form.id, { by: officer, on, reason: 'خطأ' })
    await write()
    assert.deepEqual(await standing(line.unitId), {}, 'a form that is not posted moves nothing')
  })

  test('who has an open advance gets no other of its kind until he settled; of another kind he does', async ({
    assert,
  }) => {
    const first = await paid()
    const refusal = await request().catch((error) => error)
    assert.instanceOf(refusal, AdvanceOpenError)
    assert.include(refusal.messageFor('ar'), `السلفة رقم ${first.label}`)
    assert.deepEqual(refusal.facts, {
      holder: 'حامل السلفة',
      label: first.label,
      open: '5000.00',
    })
    const other = await request({ kind: 'transport' })
    assert.equal(other.number, 2, 'the refused one took no number')
    await settle(first.id, { kind: 'returned', amount: first.amount, paperNo: '1' })
    assert.equal((await request()).status, 'requested')
  })

  test('the database itself keeps one open advance when ten ask at once', async ({ assert }) => {
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => request()))
    const refused = results.filter(({ status }) => status === 'rejected')
    assert.lengthOf(refused, 9)
    for (const result of refused as PromiseRejectedResult[]) {
      assert.instanceOf(result.reason, AdvanceOpenError)
    }
    const [{ count }] = await db
      .from('advances')
      .where({ holder_user_id: holder.id })
      .count('* as count')
    assert.equal(Number(count), 1)
  })

  test('neither who wrote it down nor who gets the money approves an advance', async ({
    assert,
  }) => {
    const own = await request()
    await assert.rejects(
      () => life.approve(own.id, { by: officer, on }),
      SelfApprovalError as never
    )
    const forHead = await request({ holder: { userId: head.id } })
    await assert.rejects(
      () => life.approve(forHead.id, { by: head, on }),
      SelfApprovalError as never
    )
    await assert.rejects(
      () => db.from('advances').where('id', own.id).update({ approved_by: officer.id }),
      /maker_is_not_checker/
    )
  })

  test('no more is settled than is open, and what was spent must fit its budget line', async ({
    assert,
  }) => {
    const { id } = await paid({ amount: pounds('20000.00') })
    await assert.rejects(
      () => settling.submit(id, spent('20000.01'), { by: by(), on }),
      MoreThanAdvanceError as never
    )
    const part = await settling.submit(id, spent('10000.01'), { by: by(), on })
    await assert.rejects(
      () => deciding.approve(part.id, { by: head, on }),
      NotEnoughCreditError as never
    )
    const stands = await Advance.findOrFail(id)
    assert.equal(String(stands.open), '20000.00')
    await deciding.refuse(part.id, { by: head, on, reason: 'البند لا يكفي' })
    await assert.rejects(
      () => deciding.approve(part.id, { by: head, on }),
      TransitionError as never
    )
  })

  test('two parts submitted for the same money: the second is refused when it is approved', async ({
    assert,
  }) => {
    const { id } = await paid()
    const [first, second] = await Promise.all(
      ['1', '2'].map((paperNo) =>
        settling.submit(
          id,
          { kind: 'returned', amount: pounds('3000.00'), paperNo },
          { by: by(), on }
        )
      )
    )
    const results = await Promise.allSettled(
      [first!, second!].map((part) => deciding.approve(part.id, { by: head, on }))
    )
    const refused = results.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
    assert.lengthOf(refused, 1)
    assert.instanceOf(refused[0]!.reason, MoreThanAdvanceError)
    assert.equal(String((await Advance.findOrFail(id)).settled), '3000.00')
  })

  test('a permanent advance is replenished by forms 50 for what was spent and stays as large as it was until the year ends', async ({
    assert,
  }) => {
    const advance = await paid({ kind: 'permanent', amount: pounds('2000.00') })
    assert.equal(advance.dueOn, '2027-06-30')
    const { lineId } = line
    const first = { on, lineId, amount: '1500.00', invoiceNo: '62/1' }
    await replenish(advance.id, desk, first)
    const next = { on, lineId, amount: '700.00', invoiceNo: '62/2' }
    const again = await replenish(advance.id, desk, next)
    assert.equal(again.status, 'paid')
    assert.deepEqual([again.open, again.replenished].map(String), ['2000.00', '2200.00'])
    assert.deepEqual(await standing(line.unitId), {
      'INT-ADV-PERMANENT': '2000.00',
      'INT-USES': '2200.00',
      'INT-BANKDEBIT': '-4200.00',
    })
    const { paid: charged, available } = await balanceOf(lineId)
    assert.deepEqual([charged, available].map(String), ['2200.00', '7800.00'])
    const parts = await db.from('advance_settlements').where('advance_id', advance.id)
    assert.deepEqual(
      parts.map(({ kind, status, amount, line_id: of }) => [kind, status, amount, Number(of)]),
      [
        ['replenished', 'approved', '1500.00', lineId],
        ['replenished', 'approved', '700.00', lineId],
      ]
    )
    const more = { on, lineId, amount: '2000.01', invoiceNo: '62/3' }
    await assert.rejects(() => replenish(advance.id, desk, more), MoreThanAdvanceError as never)
    await assert.rejects(
      () =>
        settling.submit(advance.id, { ...spent('100.00'), kind: 'replenished' }, { by: by(), on }),
      SettlementKindError as never
    )
    const travel = await paid()
    const part = { on, lineId, amount: '100.00', invoiceNo: '62/4' }
    await assert.rejects(() => replenish(travel.id, desk, part), AdvanceFormError as never)
  })

  test('the bank’s answer on a replenishment taken back leaves the advance as it was', async ({
    assert,
  }) => {
    const { id } = await paid({ kind: 'permanent', amount: pounds('2000.00') })
    const paper = { invoiceNo: '62/1', invoiceOn: on, vat: pounds('0.00') }
    const changes = {
      ...{ paymentType: 'advance_replenish', lineId: line.lineId },
      invoices: [{ ...paper, beforeVat: pounds('300.00') }],
    }
    const form = await anAdvanceForm(id, desk, { on, changes })
    const orderId = await bankPays(form.id, desk, { on })
    assert.equal(String((await Advance.findOrFail(id)).replenished), '300.00')
    await takeBackAnswer(orderId, { by: officer, reason: 'ملف خطأ' })
    assert.equal(String((await Advance.findOrFail(id)).replenished), '0.00')
    assert.isEmpty(await db.from('advance_settlements').where('advance_id', id))
  })

  test('a supplier may be paid ahead on two contracts, once on each', async ({ assert }) => {
    const partyId = await supplierParty()
    const ahead = (contractNo: string) =>
      request({ kind: 'supplier', holder: { partyId }, contractNo, purpose: 'دفعة مقدمة' })
    await ahead('5')
    await ahead('6')
    await assert.rejects(() => ahead('5'), AdvanceOpenError as never)
  })

  test('a prepayment that names a letter is paid only while the letter is held for it, of its amount', async ({
    assert,
  }) => {
    const partyId = await supplierParty()
    const letter = async (amount: string, purpose: 'advance' | 'final' = 'advance') =>
      new RecordGuarantee().handle(
        {
          ...{ unitId: line.unitId, partyId, purpose, form: 'letter', subjectNo: '5' },
          ...{ subject: 'توريد', amount: pounds(amount), referenceNo: `${amount}${purpose}` },
          ...{ bankName: `بنك ${line.unitId}`, issuedOn: on, expiresOn: '2027-11-22', on },
        },
        { by: by() }
      )
    const accept = async (guaranteeId: number) => {
      const step = { kind: 'accept', paperNo: '1', reason: 'مطابق' } as const
      const { id } = await new ActOnGuarantee().propose(guaranteeId, step, { by: by() })
      await new ActOnGuarantee().approve(id, { by: head, on })
    }
    const small = await letter('4999.99')
    const final = await letter('5000.00', 'final')
    await accept(small.id)
    await accept(final.id)
    for (const [contractNo, { id: guaranteeId }] of [
      ['5', small],
      ['6', final],
    ] as const) {
      const asked = { kind: 'supplier', holder: { partyId }, contractNo, guaranteeId } as const
      await assert.rejects(() => paid(asked), NotSecuredError as never)
    }
    const { id: guaranteeId } = await letter('5000.00')
    const asked = { kind: 'supplier', holder: { partyId }, contractNo: '7', guaranteeId } as const
    const { id } = await request(asked)
    await life.approve(id, { by: head, on })
    const pay = () => payAdvance(id, desk, { on })
    await assert.rejects(pay, NotSecuredError as never)
    await accept(guaranteeId)
    assert.equal((await pay()).status, 'paid')
    const lines = await db
      .from('ledger_lines')
      .where('unit_id', line.unitId)
      .where('party_id', partyId)
      .whereRaw('(debit = 5000 OR credit = 5000)')
    assert.lengthOf(
      lines,
      8,
      'two letters in memo accounts, the prepayment and its order tell whose they are'
    )
  })

  test('an approved advance keeps its amount, and no state is skipped, even by a plain statement', async ({
    assert,
  }) => {
    const { id } = await request()
    await assert.rejects(() => payAdvance(id, desk, { on }), TransitionError as never)
    await life.approve(id, { by: head, on })
    const row = () => db.from('advances').where('id', id)
    await assert.rejects(() => row().update({ amount: '1.00' }), /keeps its holder/)
    await assert.rejects(() => row().update({ status: 'requested' }), /does not follow/)
    assert.isTrue(Money.of((await row().firstOrFail()).amount).equals(pounds('5000.00')))
  })
})

const deducted = (amount: string) =>
  ({ kind: 'advance', amount: pounds(amount), reference: 'سلفة سفر' }) as const
