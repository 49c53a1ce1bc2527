import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import { postEntry } from '#accounts/actions/post_entry'
import type PaymentOrder from '#accounts/models/payment_order'
import PaymentVoucher from '#accounts/models/payment_voucher'
import { chargedAccount } from '#accounts/payments/charged_account'
import { BankAnswerError } from '#accounts/payments/errors'
import { partyIn } from '#accounts/payments/payee'
import type { BankAct } from '#accounts/payments/voucher_step'
import { linesByRule } from '#accounts/posting_rules'

/** Posts that the bank paid an order: payment orders against bank debits under settlement. @returns the entry's id */
export async function postExecution(
  order: PaymentOrder,
  { on, by, reference, trx }: BankAct & { reference: string; trx: Trx }
): Promise<number> {
  const amount = { ...(await toldApart(order, trx)), amount: order.amount, memo: reference }
  const lines = await linesByRule(
    { document: 'payment_order', event: 'executed', on },
    { amount },
    trx
  )
  const { id } = await postEntry(
    {
      unitId: order.unitId,
      postedOn: on,
      kind: 'payment_order',
      businessKey: await keyOf(order.id, trx),
      description: `تنفيذ أمر الدفع رقم ${order.label}: ${order.payeeName}`.slice(0, 255),
      lines,
    },
    { trx, by }
  )
  return id
}

/** The line is a debit of the order's account and amount. @throws BankAnswerError */
export async function assertLine(order: PaymentOrder, lineId: number, trx: Trx): Promise<void> {
  const [[line]] = await trx.rawQuery(
    `SELECT l.id, EXISTS (SELECT 1 FROM batch_debits d WHERE d.bank_line_id = l.id) OR EXISTS (SELECT 1 FROM line_explanations x
       WHERE x.bank_line_id = l.id AND NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses_id = x.entry_id)) AS is_taken
     FROM bank_lines l WHERE l.id = ? AND l.bank_account_id = ? AND l.amount = -CAST(? AS DECIMAL(18,2))`,
    [lineId, order.bankAccountId, String(order.amount)]
  )
  if (line && !line.is_taken) return
  throw new BankAnswerError(
    line
      ? sentence(
          'سطر كشف البنك مطابق بدفعة أوامر أو مسوى بقيد.',
          'The line is matched with a batch of orders or settled by an entry.'
        )
      : sentence(
          `سطر كشف البنك ليس خصمًا بمبلغ ${order.amount.format('ar')} من حساب الأمر.`,
          `The line is no debit of ${order.amount.format('en')} on the order’s account.`
        )
  )
}

/** Fund and party of the form that the order pays. */
async function toldApart({ voucherId }: PaymentOrder, trx: Trx) {
  const voucher = await PaymentVoucher.findOrFail(voucherId, { client: trx })
  const { fundId } = await chargedAccount(voucher, trx)
  return { fundId, partyId: await partyIn(voucher, trx) }
}

/** Executed once; and once more after its answer was taken back. */
async function keyOf(orderId: number, trx: Trx): Promise<string> {
  const key = `payment_order/${orderId}/executed`
  const [[{ n }]] = await trx.rawQuery(
    'SELECT COUNT(*) AS n FROM ledger_entries WHERE business_key LIKE ?',
    [`${key}%`]
  )
  return Number(n) === 0 ? key : `${key}/${Number(n) + 1}`
}
