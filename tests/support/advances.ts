import db from '@adonisjs/lucid/services/db'
import { today, type Day } from '#core/days'
import type { Trx } from '#core/within'
import type User from '#identity/models/user'
import { openBankAccount } from '#accounts/actions/open_bank_account'
import { payingType, REPLENISHING } from '#accounts/advances/form_of_advance'
import Advance from '#accounts/models/advance'
import type PaymentVoucher from '#accounts/models/payment_voucher'
import BookVoucher from '#accounts/payments/book_voucher'
import DraftVoucher from '#accounts/payments/draft_voucher'
import EndVoucher from '#accounts/payments/end_voucher'
import OrderVoucher from '#accounts/payments/order_voucher'
import ReviewVoucher from '#accounts/payments/review_voucher'
import type { VoucherInput } from '#accounts/payments/voucher_input'
import { pounds } from '#tests/support/budget'
import { aPayee, fillDossier } from '#tests/support/payments'
import { aPerson } from '#tests/support/people'

/** Who and what an advance of a unit is paid by. */
export interface AdvanceDesk {
  unitId: number
  officer: User
  clerk: User
  head: User
  second: User
  bankAccountId: number
  /** The beneficiary as whom holders of the house are paid. */
  staffId: number
}

let desks = 0

/** People, a bank account and a payee of a unit, enough to pay its advances. */
export async function anAdvanceDesk(
  unitId: number,
  { officer, head }: Pick<AdvanceDesk, 'officer' | 'head'>
): Promise<AdvanceDesk> {
  const bankAccountId = await openBankAccount(
    {
      ...{ unitId, nameAr: 'حساب المصروفات', bankName: 'البنك المركزي', purpose: 'expenditure' },
      accountNo: `7${process.pid}${Date.now()}${++desks}`.slice(0, 24),
    },
    { by: officer.asActor() as { id: number; name: string } }
  )
  const staff = await aPayee(
    unitId,
    { officer, head },
    { name: 'العاملون بالوحدة', kind: 'employee' }
  )
  return {
    ...{ unitId, officer, head, bankAccountId, staffId: staff.id },
    clerk: await aPerson({ unitId, roles: ['finance_officer'] }),
    second: await aPerson({ unitId, roles: ['secretary_general'] }),
  }
}

interface Paying {
  on?: Day
  trx?: Trx
  /** What of the form is not as the page of the advance fills it in. */
  changes?: Partial<VoucherInput>
}

/** The form 50 of an approved advance as its page fills it in, with its whole dossier. */
export async function anAdvanceForm(
  advanceId: number,
  { officer, staffId }: AdvanceDesk,
  { on = today(), trx, changes }: Paying = {}
): Promise<PaymentVoucher> {
  const advance = await Advance.findOrFail(advanceId, trx && { client: trx })
  const { unitId, kind, amount, partyId, purpose } = advance
  const payee =
    partyId && (await (trx ?? db).from('beneficiaries').where('party_id', partyId).first())
  const voucher = await new DraftVoucher().make(
    {
      ...{ advanceId, unitId, purpose, paymentType: payingType(kind), dueOn: on },
      beneficiaryId: payee ? Number(payee.id) : staffId,
      invoices: [
        { invoiceNo: advance.label, invoiceOn: on, beforeVat: amount, vat: pounds('0.00') },
      ],
      ...changes,
    },
    { by: officer, trx }
  )
  await fillDossier(voucher.id, officer, trx)
  return voucher
}

/** A form 50 through review, books 55 and 224, order, two signatures and the bank's answer. */
export async function bankPays(
  formId: number,
  { officer, clerk, head, second, bankAccountId }: Omit<AdvanceDesk, 'unitId' | 'staffId'>,
  { on = today(), trx }: Pick<Paying, 'on' | 'trx'> = {}
): Promise<number> {
  const [by, checks] = [
    { by: clerk, on, trx },
    { by: head, on, trx },
  ]
  await new ReviewVoucher().submit(formId, { by: officer, on, trx })
  await new ReviewVoucher().approve(formId, checks)
  await new BookVoucher().register(formId, by)
  await new BookVoucher().clear(formId, checks)
  await new BookVoucher().post(formId, by)
  const orders = new OrderVoucher()
  const { id } = await orders.make(formId, { bankAccountId, method: 'order' }, by)
  await orders.sign(id, checks)
  await orders.sign(id, { by: second, on, trx })
  await new EndVoucher().execute(id, { ...by, reference: `GPS ${id}` })
  return id
}

/** An approved advance paid: by its form 50, and the bank's answer on it. */
export async function payAdvance(
  advanceId: number,
  desk: AdvanceDesk,
  paying: Paying = {}
): Promise<Advance> {
  const { id } = await anAdvanceForm(advanceId, desk, paying)
  await bankPays(id, desk, paying)
  return Advance.findOrFail(advanceId, paying.trx && { client: paying.trx })
}

/** A permanent advance replenished: what was spent on a line is paid back by a form 50. */
export async function replenish(
  advanceId: number,
  desk: AdvanceDesk,
  { lineId, amount, invoiceNo, ...paying }: Paying & ReplenishedBy
): Promise<Advance> {
  const { on = today() } = paying
  const paper = { invoiceNo, invoiceOn: on, beforeVat: pounds(amount), vat: pounds('0.00') }
  const changes = { paymentType: REPLENISHING, lineId, invoices: [paper] }
  return payAdvance(advanceId, desk, { ...paying, changes })
}

interface ReplenishedBy {
  lineId: number
  amount: string
  invoiceNo: string
}
