import db from '@adonisjs/lucid/services/db'
import type { Day } from '#core/days'
import { Money } from '#core/money'
import { openBankAccount } from '#accounts/actions/open_bank_account'
import BookVoucher from '#accounts/payments/book_voucher'
import { dossierOf } from '#accounts/payments/dossier'
import DraftVoucher from '#accounts/payments/draft_voucher'
import EndVoucher from '#accounts/payments/end_voucher'
import type { VoucherState } from '#accounts/payments/life'
import OrderVoucher from '#accounts/payments/order_voucher'
import ReviewVoucher from '#accounts/payments/review_voucher'
import type { VoucherInput } from '#accounts/payments/voucher_input'
import PaymentVoucher from '#accounts/models/payment_voucher'
import { hasAny } from '#reporting/sample/office/stock'
import { sendSampleBatches, type Batched } from '#reporting/sample/spending/batches'
import { NEEDS } from '#reporting/sample/spending/credit'
import {
  actorOf,
  ago,
  CITY,
  GOVERNORATE,
  lineOf,
  pounds,
  TOWN,
  unitId,
  type Desk,
} from '#reporting/sample/spending/desk'
import { formsOfYear, type SampleForm } from '#reporting/sample/spending/forms'
import { ibanOf } from '#reporting/sample/spending/iban'
import { payee } from '#reporting/sample/spending/payees'

/** The way to the bank, which answers for a batch; the other ends branch off it. */
const WAY = [
  'draft',
  'submitted',
  'reviewed',
  'registered',
  'cleared',
  'posted',
  'ordered',
  'signed_first',
  'signed',
] as const satisfies readonly VoucherState[]

/** How far a form goes before it leaves the way. */
const LEAVES: Partial<Record<VoucherState, (typeof WAY)[number]>> = {
  returned: 'submitted',
  void: 'submitted',
}

/** Forms 50 in every state, from the desk to the shelf, by those whose step it is. */
export async function paySampleForms(desk: Desk): Promise<void> {
  if (await hasAny('payment_vouchers')) return
  const accounts = new Map<string, number>()
  for (const [index, unit] of [GOVERNORATE, CITY, TOWN].entries()) {
    accounts.set(unit, await expenditureAccount(unit, index, desk))
  }
  const batched: Batched[] = []
  for (const form of formsOfYear()) {
    const bankAccountId = accounts.get(form.unit)!
    const { voucherId, orderId } = await bring(form, bankAccountId, desk)
    if (form.batch) batched.push({ form, voucherId, orderId, bankAccountId })
  }
  await sendSampleBatches(batched, desk)
}

async function expenditureAccount(unit: string, index: number, { officer }: Desk) {
  const account = {
    unitId: await unitId(unit),
    accountNo: ibanOf('0001', 4_500_000 + index),
    nameAr: 'حساب المصروفات',
    nameEn: 'Expenditure account',
    bankName: 'البنك المركزي المصري',
    purpose: 'expenditure',
    openedOn: ago(400),
  }
  return openBankAccount(account, { by: actorOf(officer) })
}

async function bring(form: SampleForm, bankAccountId: number, desk: Desk) {
  const { officer, head } = desk
  const { on } = form
  const { id } = await new DraftVoucher().make(await inputOf(form, on), { by: officer })
  if (form.state !== 'returned') await fillDossier(id, desk)
  const last = form.batch ? 'ordered' : (LEAVES[form.state] ?? (form.state as Stage))
  const orderId = await walk(id, last, { desk, on, bankAccountId })
  if (form.state === 'returned') {
    const reason = 'ينقصها محضر الاستلام وختم المهندس'
    await new ReviewVoucher().giveBack(id, { by: head, on, reason })
  }
  if (form.state === 'void') {
    await new EndVoucher().void(id, { by: officer, on, reason: 'حررت على ارتباط آخر' })
  }
  return { voucherId: id, orderId }
}

/** A form 50 of another document (an advance) to the shelf; its order is answered by itself. */
export async function payInSample(unit: string, input: VoucherInput, desk: Desk): Promise<void> {
  const { officer: by } = desk
  const on = input.dueOn
  const { id } = await new DraftVoucher().make(input, { by })
  await fillDossier(id, desk)
  const account = await db
    .from('bank_accounts')
    .where({ unit_id: await unitId(unit), purpose: 'expenditure' })
    .firstOrFail()
  const orderId = await walk(id, 'signed', { desk, on, bankAccountId: Number(account.id) })
  const end = new EndVoucher()
  await end.execute(orderId, { by, on, reference: `GPS-${90_000 + orderId}` })
  await end.archive(id, { by, on, shelf: `دولاب 2 / رف ${(id % 6) + 1}` })
}

type Stage = (typeof WAY)[number]

/** Takes a form as far as a state by those whose step it is. @returns its order, 0 where it has none */
async function walk(
  id: number,
  last: Stage,
  { desk, on, bankAccountId }: { desk: Desk; on: Day; bankAccountId: number }
): Promise<number> {
  const { officer, head, chief } = desk
  const by = { by: officer, on }
  const review = new ReviewVoucher()
  const books = new BookVoucher()
  const orders = new OrderVoucher()
  let orderId = 0
  const take: Record<Stage, () => Promise<unknown>> = {
    draft: async () => {},
    submitted: () => review.submit(id, by),
    reviewed: () => review.approve(id, { by: head, on }),
    registered: () => books.register(id, by),
    cleared: () => books.clear(id, { by: head, on }),
    posted: () => books.post(id, by),
    ordered: async () => {
      orderId = (await orders.make(id, { bankAccountId, method: 'order' }, by)).id
    },
    signed_first: () => orders.sign(orderId, { by: head, on }),
    signed: () => orders.sign(orderId, { by: chief, on }),
  }
  for (const step of WAY.slice(0, WAY.indexOf(last) + 1)) await take[step]()
  return orderId
}

async function inputOf({ unit, of, type, payee: no, purpose, invoices }: SampleForm, on: string) {
  const charged =
    'need' in of ? { commitmentId: await needId(of.need) } : { lineId: await lineOf(unit, of.item) }
  return {
    ...charged,
    ...{ paymentType: type, purpose, dueOn: on, department: 'إدارة الشئون المالية' },
    unitId: await unitId(unit),
    beneficiaryId: await payee(unit, no),
    invoices: invoices.map(([invoiceNo, beforeVat, vat]) => ({
      ...{ invoiceNo, invoiceOn: on, beforeVat: pounds(beforeVat) },
      vat: vat ? pounds(vat) : Money.zero,
    })),
  }
}

/** The commitment that was made for a need, by the number it was asked under. */
async function needId(key: string): Promise<number> {
  const index = NEEDS.findIndex(([name]) => name === key)
  const row = await db
    .from('commitments')
    .where({ need_no: `ط/${index + 1}`, unit_id: await unitId(NEEDS[index]![1]) })
    .firstOrFail()
  return Number(row.id)
}

async function fillDossier(id: number, { officer }: Desk): Promise<void> {
  const voucher = await PaymentVoucher.findOrFail(id)
  for (const { code, isRequired } of await dossierOf(voucher, db as never)) {
    if (!isRequired) continue
    await new ReviewVoucher().addPaper(
      id,
      { code, reference: `${voucher.number}/${code.length} بتاريخ ${voucher.dueOn}` },
      { by: officer }
    )
  }
}
