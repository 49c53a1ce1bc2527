import type { Trx } from '#core/within'
import { moveBalance } from '#budget/balances/move_balance'
import Commit from '#budget/commitments/commit'
import type PaymentVoucher from '#accounts/models/payment_voucher'
import type { VoucherAct } from '#accounts/payments/voucher_step'

/** What a form 50 took of its commitment or its line is free again. */
export async function giveBackCredit(
  voucher: PaymentVoucher,
  act: VoucherAct,
  trx: Trx
): Promise<void> {
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
