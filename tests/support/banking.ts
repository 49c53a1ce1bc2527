import db from '@adonisjs/lucid/services/db'
import { Money } from '#core/money'
import MakeBatch from '#accounts/banking/batches/make_batch'
import SignBatch from '#accounts/banking/batches/sign_batch'
import { importFile, one, type TestFile } from '#tests/support/imports'
import { anOrder, type PayingUnit } from '#tests/support/payments'

/** A form of one invoice of this amount without a commitment, so that many fit one line. */
export const bill = (world: PayingUnit, no: string, amount: string) => ({
  paymentType: 'utilities',
  commitmentId: null,
  lineId: world.lineId,
  invoices: [
    { invoiceNo: no, invoiceOn: world.on, beforeVat: Money.of(amount), vat: Money.of('0.00') },
  ],
})

/** Orders of these amounts in one batch, signed by its two, with its file. */
export async function aSignedBatch(world: PayingUnit, amounts: readonly string[]) {
  const { clerk, head, second, on, bankAccountId } = world
  const orders = []
  for (const [at, amount] of amounts.entries()) {
    orders.push((await anOrder(world, bill(world, `b${at}`, amount))).order)
  }
  const input = { bankAccountId, orderIds: orders.map(({ id }) => id), layoutCode: 'general-csv' }
  const made = await new MakeBatch().handle(input, { by: clerk, on })
  await new SignBatch().sign(made.id, { by: head, on })
  const batch = await new SignBatch().sign(made.id, { by: second, on })
  return { batch, orders }
}

/** The number of the world's bank account. */
export const accountNo = async ({ bankAccountId }: PayingUnit) =>
  (await one('SELECT account_no FROM bank_accounts WHERE id = ?', [bankAccountId]))!

/** A statement of the world's account: `amount,reference,narrative[,day]` a line. */
export async function aStatement(world: PayingUnit, lines: readonly string[]) {
  const number = await accountNo(world)
  const rows = lines.map((line) => {
    const [amount, reference = '', narrative = '', day = world.on] = line.split(',')
    return `${number},${day},${amount},${reference},${narrative}`
  })
  const content = ['account,booked_on,amount,reference,narrative', ...rows].join('\n')
  return importFile({ kind: 'bank-statement', unitId: world.unitId, content })
}

/** The bank's answers as a file of the real pipeline. */
export const answers = (world: PayingUnit, rows: readonly string[], more: Partial<TestFile> = {}) =>
  importFile({
    kind: 'payment-results',
    unitId: world.unitId,
    content: ['رقم أمر الدفع,IBAN,المبلغ,النتيجة,سبب الرفض,تاريخ الحق', ...rows].join('\n'),
    ...more,
  })

/** Ids of the lines of the world's account, in their order. */
export async function linesOf({ bankAccountId }: PayingUnit): Promise<number[]> {
  const rows = await db.from('bank_lines').where('bank_account_id', bankAccountId).orderBy('id')
  return rows.map(({ id }) => Number(id))
}
