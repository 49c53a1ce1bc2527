import { addDays, today, type Day } from '#core/days'
import { Month } from '#core/fiscal'
import MakeBatch from '#accounts/banking/batches/make_batch'
import SignBatch from '#accounts/banking/batches/sign_batch'
import PaymentOrder from '#accounts/models/payment_order'
import EndVoucher from '#accounts/payments/end_voucher'
import { checkInSample, importInSample } from '#reporting/sample/spending/bank_files'
import type { Desk } from '#reporting/sample/spending/desk'
import type { SampleForm } from '#reporting/sample/spending/forms'

/** A form whose order goes to the bank in a file with others. */
export interface Batched {
  form: SampleForm
  voucherId: number
  orderId: number
  bankAccountId: number
}

const REFUSED = 'الحساب لا يقبل الإضافة: مراجعة فرع البنك'

/**
 * The electronic orders of each unit and month in a batch signed by two; the bank's file answers for the
 * earlier ones, is there to be approved for one, and one batch waits for its signatures.
 */
export async function sendSampleBatches(orders: readonly Batched[], desk: Desk): Promise<void> {
  const groups = Map.groupBy(orders, ({ form }) => {
    const month = form.batch === 'month' ? String(Month.containing(form.on)) : ''
    return `${form.batch} ${form.unit} ${month}`
  })
  for (const group of groups.values()) await send(group, desk)
}

async function send(group: readonly Batched[], desk: Desk): Promise<void> {
  const { officer, head, chief } = desk
  const { bankAccountId, form } = group[0]!
  const on = dayAfter(
    group
      .map((one) => one.form.on)
      .sort()
      .at(-1)!
  )
  const orderIds = group.map(({ orderId }) => orderId)
  const { id } = await new MakeBatch().handle(
    { bankAccountId, orderIds, layoutCode: 'general-csv' },
    { by: officer, on }
  )
  if (form.batch === 'waits') return
  await new SignBatch().sign(id, { by: head, on })
  await new SignBatch().sign(id, { by: chief, on })
  await answer(group, dayAfter(on), desk)
}

/** What the bank says of each order of a batch, in its file. */
async function answer(group: readonly Batched[], on: Day, { officer }: Desk): Promise<void> {
  const rows = ['رقم أمر الدفع,IBAN,المبلغ,النتيجة,سبب الرفض,تاريخ الحق,مرجع البنك']
  for (const { orderId, form } of group) {
    const { label, payeeIban, amount } = await PaymentOrder.findOrFail(orderId)
    const said = form.state === 'rejected' ? ['مرفوض', REFUSED] : ['منفذ', '']
    rows.push([label, payeeIban, amount, ...said, on, `GPS-${90_000 + orderId}`].join(','))
  }
  const { form } = group[0]!
  const file = {
    kind: 'payment-results',
    unit: form.unit,
    name: `رد-البنك-${form.unit}-${on}.csv`,
    content: `${rows.join('\n')}\n`,
  }
  if (form.batch === 'sent') return checkInSample(file, officer)
  await importInSample(file)
  for (const { voucherId, form: paid } of group) {
    if (paid.state !== 'archived') continue
    const shelf = `دولاب 2 / رف ${(voucherId % 6) + 1}`
    await new EndVoucher().archive(voucherId, { by: officer, on, shelf })
  }
}

const dayAfter = (day: Day): Day => (day < today() ? addDays(day, 1) : day)
