import type { Day } from '#core/days'
import BookVoucher from '#accounts/payments/book_voucher'
import DraftVoucher from '#accounts/payments/draft_voucher'
import EndVoucher from '#accounts/payments/end_voucher'
import OrderVoucher from '#accounts/payments/order_voucher'
import ReviewVoucher from '#accounts/payments/review_voucher'
import type { StatedDeduction } from '#accounts/payments/deductions'
import type { VoucherInput } from '#accounts/payments/voucher_input'
import PaymentVoucher from '#accounts/models/payment_voucher'
import { pounds } from '#tests/support/budget'
import { importFile } from '#tests/support/imports'
import { fillDossier } from '#tests/support/payments'
import type { FiscalYearWorld } from '#tests/scenarios/fiscal_year/world'

export const IBAN = 'EG380019000500000000263180002'

/** Who is paid by a form of the story. */
export const whom = (world: FiscalYearWorld, payee: 'stationer' | 'contractor' | 'staff') => ({
  beneficiaryId: world.payees[payee]!,
})

export const invoice = (invoiceNo: string, invoiceOn: Day, beforeVat: string, vat = '0.00') => ({
  ...{ invoiceNo, invoiceOn },
  beforeVat: pounds(beforeVat),
  vat: pounds(vat),
})

export const stated = (
  kind: StatedDeduction['kind'],
  amount: string,
  reference: string
): StatedDeduction => ({ kind, amount: pounds(amount), reference })

/** The number of a form 50 as documents name it. */
export const formNo = async (world: FiscalYearWorld, name: string) =>
  (await PaymentVoucher.findOrFail(world.id(name))).label

/** Writes a form 50 with its whole dossier. */
export async function written(
  world: FiscalYearWorld,
  name: string,
  input: VoucherInput
): Promise<PaymentVoucher> {
  const by = { by: world.people.officer }
  const voucher = await new DraftVoucher().make(input, by)
  await fillDossier(voucher.id, world.people.officer)
  world.made.set(name, voucher.id)
  return voucher
}

/** From the desk that wrote it to the reviewer and into book 55. */
export async function reviewed(world: FiscalYearWorld, name: string, on: Day) {
  const id = world.id(name)
  await new ReviewVoucher().submit(id, world.by('officer', on))
  await new ReviewVoucher().approve(id, world.by('head', on))
  return new BookVoucher().register(id, world.by('clerk', on))
}

/** Through review, book 55 and clearance into book 224, each step by the people whose work it is. */
export async function posted(
  world: FiscalYearWorld,
  name: string,
  input: VoucherInput,
  on: Day
): Promise<PaymentVoucher> {
  const { id } = await written(world, name, input)
  await reviewed(world, name, on)
  await new BookVoucher().clear(id, world.by('head', on))
  return new BookVoucher().post(id, world.by('clerk', on))
}

/** An order for a posted form, signed by two who made neither. */
export async function signedOrder(world: FiscalYearWorld, name: string, on: Day) {
  const { bankAccountId } = world
  const orders = new OrderVoucher()
  const order = await orders.make(
    world.id(name),
    { bankAccountId, method: 'order' },
    world.by('clerk', on)
  )
  await orders.sign(order.id, world.by('head', on))
  return orders.sign(order.id, world.by('chief', on))
}

/** The form paid: its order made, signed, executed by the bank, and the form put on its shelf. */
export async function paid(
  world: FiscalYearWorld,
  name: string,
  { ordered, executed }: { ordered: Day; executed: Day }
) {
  const order = await signedOrder(world, name, ordered)
  const done = await executedOrder(world, order.id, executed)
  await new EndVoucher().archive(world.id(name), { ...world.by('clerk', executed), shelf: 'أ/1' })
  return done
}

export function executedOrder(world: FiscalYearWorld, orderId: number, on: Day) {
  return new EndVoucher().execute(orderId, {
    ...world.by('clerk', on),
    reference: `GPS ${orderId}`,
  })
}

/** A statement of the city's account, as the bank gives it; credits above zero, debits below. */
export function statement(
  world: FiscalYearWorld,
  name: string,
  lines: readonly (readonly [day: Day, amount: string, said: string])[]
) {
  const content = [
    'account,booked_on,amount,reference,narrative',
    ...lines.map(([day, amount, said]) => `${IBAN},${day},${amount},${said},${said}`),
  ].join('\n')
  return importFile({
    kind: 'bank-statement',
    unitId: world.city,
    content,
    name: `${name}.csv`,
  })
}
