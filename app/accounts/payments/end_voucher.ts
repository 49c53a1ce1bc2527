import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import { moveBalance } from '#budget/balances/move_balance'
import Commit from '#budget/commitments/commit'
import { postEntry, reverseEntry } from '#accounts/actions/post_entry'
import PaymentOrder from '#accounts/models/payment_order'
import PaymentVoucher from '#accounts/models/payment_voucher'
import { BankAnswerError, VoucherInputError } from '#accounts/payments/errors'
import { chargedAccount } from '#accounts/payments/charged_account'
import { voidLeaf } from '#accounts/payments/cheque_leaf'
import { partyIn } from '#accounts/payments/payee'
import { withdrawClaims } from '#accounts/payments/voucher_claims'
import { voucherStep, type BankAct, type VoucherAct } from '#accounts/payments/voucher_step'
import { linesByRule } from '#accounts/posting_rules'

/** How a form 50 ends: paid or refused by the bank, on the shelf, or voided with what it did undone. */
export default class EndVoucher {
  /**
   * The bank paid: payment orders are debited, bank debits under settlement credited. The bank account
   * itself is credited by its statement alone, so answer and statement may come in any order and
   * nothing is counted twice. A line of the statement proves one order only.
   * @throws BankAnswerError where the line is of another account or amount
   */
  async execute(
    orderId: number,
    {
      reference,
      bankLineId = null,
      ...act
    }: BankAct & { reference: string; bankLineId?: number | null }
  ): Promise<PaymentOrder> {
    return within(act.trx, async (trx) => {
      const order = await locked(orderId, trx)
      order.moveTo('executed')
      if (bankLineId !== null) await assertLine(order, bankLineId, trx)
      const lines = await linesByRule(
        { document: 'payment_order', event: 'executed', on: act.on },
        { amount: { ...(await toldApart(order, trx)), amount: order.amount, memo: reference } },
        trx
      )
      const entry = await postEntry(
        {
          unitId: order.unitId,
          postedOn: act.on,
          kind: 'payment_order',
          businessKey: await keyOf(orderId, trx),
          description: `تنفيذ أمر الدفع رقم ${order.label}: ${order.payeeName}`.slice(0, 255),
          lines,
        },
        { trx, by: act.by }
      )
      order.merge({ answeredOn: act.on, bankReference: reference, bankLineId, entryId: entry.id })
      await order.save()
      await voucherStep(order.voucherId, { ...act, trx, to: 'executed', reason: reference })
      return order
    })
  }

  /** The bank refused: the order is dead, the form may be ordered again as it is, or voided. */
  async reject(orderId: number, act: BankAct & { reason: string }): Promise<PaymentOrder> {
    return within(act.trx, async (trx) => {
      const order = await locked(orderId, trx)
      order.moveTo('rejected')
      order.merge({ answeredOn: act.on, rejection: act.reason.slice(0, 500) })
      await order.save()
      await voidLeaf(order, act.reason, { ...act, trx })
      await voucherStep(order.voucherId, { ...act, trx, to: 'rejected' })
      return order
    })
  }

  archive(id: number, act: VoucherAct & { shelf: string }): Promise<PaymentVoucher> {
    return voucherStep(id, { ...act, to: 'archived', reason: act.shelf }, async (voucher) => {
      if (voucher.$original.status === 'posted' && voucher.net.isPositive()) {
        throw new VoucherInputError(
          sentence('الصافي يصدر به أمر دفع أولًا.', 'The net is ordered first.')
        )
      }
      voucher.shelf = act.shelf
    })
  }

  /** Voids it: its numbers stay, its entry is reversed, its credit given back, its order dies. */
  void(id: number, act: VoucherAct & { reason: string }): Promise<PaymentVoucher> {
    return voucherStep(id, { ...act, to: 'void' }, async (voucher, trx) => {
      voucher.endReason = act.reason
      await withdrawClaims(id, act.reason, trx)
      const orders = PaymentOrder.query({ client: trx }).where('live_voucher_id', id).forUpdate()
      for (const order of await orders.whereIn('status', ['made', 'signed_first'])) {
        order.moveTo('void')
        await order.save()
        await voidLeaf(order, act.reason, { ...act, trx })
      }
      if (voucher.entryId === null) return
      const { entryId } = voucher
      await reverseEntry(entryId, { postedOn: act.on, reason: act.reason, trx, by: act.by })
      await giveBack(voucher, act, trx)
    })
  }
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

async function locked(orderId: number, trx: Trx): Promise<PaymentOrder> {
  return (await PaymentOrder.findOrFail(orderId, { client: trx })).lock(trx)
}

/** The line is a debit of the order's account and amount. @throws BankAnswerError */
export async function assertLine(order: PaymentOrder, lineId: number, trx: Trx): Promise<void> {
  const [[line]] = await trx.rawQuery(
    `SELECT id FROM bank_lines WHERE id = ? AND bank_account_id = ? AND amount = -CAST(? AS DECIMAL(18,2))`,
    [lineId, order.bankAccountId, String(order.amount)]
  )
  if (line) return
  throw new BankAnswerError(
    sentence(
      `سطر كشف البنك ليس خصمًا بمبلغ ${order.amount.format('ar')} من حساب الأمر.`,
      `The line is no debit of ${order.amount.format('en')} on the order’s account.`
    )
  )
}

async function giveBack(voucher: PaymentVoucher, act: VoucherAct, trx: Trx): Promise<void> {
  const { id, commitmentId, lineId, gross: amount } = voucher
  const document = { type: 'payment_voucher', id }
  const by = act.by.asActor(act.requestId)
  if (commitmentId) {
    await new Commit().unpay(commitmentId, { by, on: act.on, amount, document, trx })
  } else if (lineId) {
    await moveBalance(
      {
        lineId,
        move: 'unpay',
        deltas: { paid: amount.negate() },
        on: act.on,
        document,
        businessKey: `payment_voucher/${id}/unpay`,
      },
      { by, trx }
    )
  }
}
