import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import type { Trx } from '#core/within'
import type User from '#identity/models/user'
import Commit from '#budget/commitments/commit'
import RequestCommitment from '#budget/commitments/request_commitment'
import { openBankAccount } from '#accounts/actions/open_bank_account'
import DecideAccount from '#accounts/beneficiaries/accounts/decide_account'
import ProposeAccount from '#accounts/beneficiaries/accounts/propose_account'
import RecordBeneficiary, { type BeneficiaryKind } from '#accounts/beneficiaries/record_beneficiary'
import BookVoucher from '#accounts/payments/book_voucher'
import DraftVoucher from '#accounts/payments/draft_voucher'
import OrderVoucher from '#accounts/payments/order_voucher'
import ReviewVoucher from '#accounts/payments/review_voucher'
import { dossierOf } from '#accounts/payments/dossier'
import type { VoucherInput } from '#accounts/payments/voucher_input'
import PaymentVoucher from '#accounts/models/payment_voucher'
import { aBudgetLine, pounds } from '#tests/support/budget'
import { aPerson } from '#tests/support/people'

/** An Egyptian IBAN whose check digits are right. */
export const AN_IBAN = 'EG380019000500000000263180002'

let accounts = 0

/** A unit with credit, a commitment on it, a bank account, and the people of the expenditure cycle. */
export async function aPayingUnit(credit = '100000.00', committed = '60000.00') {
  const line = await aBudgetLine(credit)
  const { unitId, lineId } = line
  const person = (role: string) => aPerson({ unitId, roles: [role] })
  const officer = await person('finance_officer')
  const head = await person('accounts_head')
  const second = await person('secretary_general')
  const clerk = await person('finance_officer')
  const on = today()
  const by = officer.asActor() as { id: number; name: string }
  const asked = await new RequestCommitment().handle(
    { lineId, amount: pounds(committed), purpose: 'أدوات كتابية' },
    { by }
  )
  const commitment = await new Commit().approve(asked.id, { by: head, on })
  const bankAccountId = await openBankAccount(
    {
      unitId,
      accountNo: `9${process.pid}${Date.now()}${++accounts}`.slice(0, 24),
      nameAr: 'حساب المصروفات',
      bankName: 'البنك المركزي',
      purpose: 'expenditure',
    },
    { by }
  )
  const payee = await aPayee(unitId, { officer, head })
  // Each form has invoices of its own: 101 and 102, then 201 and 202.
  let forms = 0
  const input = (changes: Partial<VoucherInput> = {}): VoucherInput => ({
    paymentType: 'supplies',
    purpose: 'توريد أدوات كتابية',
    dueOn: on,
    beneficiaryId: payee.id,
    commitmentId: commitment.id,
    invoices: [
      {
        invoiceNo: `${++forms}01`,
        invoiceOn: on,
        beforeVat: pounds('30000.00'),
        vat: pounds('0.00'),
      },
      {
        invoiceNo: `${forms}02`,
        invoiceOn: on,
        beforeVat: pounds('18410.00'),
        vat: pounds('0.00'),
      },
    ],
    ...changes,
  })
  return {
    ...{ unitId, lineId, commitment, bankAccountId, payee, on, input },
    ...{ officer, clerk, head, second },
  }
}

/** A beneficiary of a unit whose account another approved: he may be paid today. */
export async function aPayee(
  unitId: number,
  { officer, head }: { officer: User; head: User },
  {
    name = 'شركة النيل للأدوات',
    iban = AN_IBAN,
    kind = 'supplier',
    trx,
  }: { name?: string; iban?: string; kind?: BeneficiaryKind; trx?: Trx } = {}
): Promise<{ id: number; beneficiaryNo: string; name: string; accountId: number }> {
  const by = officer.asActor() as { id: number; name: string }
  const known = await new RecordBeneficiary().handle({ unitId, kind, name }, { by, trx })
  const account = await new ProposeAccount().handle(
    { beneficiaryId: known.id, iban, bankName: 'بنك التعمير', reason: 'خطاب البنك رقم 12' },
    { by, trx }
  )
  await new DecideAccount().approve(account.id, { by: head, trx })
  return { ...known, name, accountId: account.id }
}

export type PayingUnit = Awaited<ReturnType<typeof aPayingUnit>>

const STEPS = ['draft', 'submitted', 'reviewed', 'registered', 'cleared', 'posted'] as const

/** A form 50 as far as a state, taken there by the people whose work it is. */
export async function aVoucher(
  world: PayingUnit,
  state: (typeof STEPS)[number],
  changes: Partial<VoucherInput> = {}
): Promise<PaymentVoucher> {
  const { officer, clerk, head, on } = world
  const { id } = await new DraftVoucher().make(world.input(changes), { by: officer })
  await fillDossier(id, officer)
  const books = new BookVoucher()
  const review = new ReviewVoucher()
  const take = {
    draft: async () => {},
    submitted: () => review.submit(id, { by: officer, on }),
    reviewed: () => review.approve(id, { by: head, on }),
    registered: () => books.register(id, { by: clerk, on }),
    cleared: () => books.clear(id, { by: head, on }),
    posted: () => books.post(id, { by: clerk, on }),
  }
  for (const step of STEPS.slice(0, STEPS.indexOf(state) + 1)) await take[step]()
  return PaymentVoucher.findOrFail(id)
}

/** Every paper its type asks for. */
export async function fillDossier(id: number, by: User, trx?: Trx): Promise<void> {
  const voucher = await PaymentVoucher.findOrFail(id, trx && { client: trx })
  for (const { code } of await dossierOf(voucher, trx ?? (db as never))) {
    await new ReviewVoucher().addPaper(id, { code, reference: `${code} 1` }, { by, trx })
  }
}

/** A posted form with its order, not signed yet. */
export async function anOrder(world: PayingUnit, changes: Partial<VoucherInput> = {}) {
  const voucher = await aVoucher(world, 'posted', changes)
  const { bankAccountId, clerk: by, on } = world
  const order = await new OrderVoucher().make(
    voucher.id,
    { bankAccountId, method: 'order' },
    { by, on }
  )
  return { voucher, order }
}

/** A posted form whose order is signed by its two signatories: it is with the bank. */
export async function aSignedOrder(world: PayingUnit, changes: Partial<VoucherInput> = {}) {
  const { voucher, order } = await anOrder(world, changes)
  const { head, second, on } = world
  const orders = new OrderVoucher()
  await orders.sign(order.id, { by: head, on })
  return { voucher, order: await orders.sign(order.id, { by: second, on }) }
}
