import type { Trx } from '#core/within'
import type PaymentVoucher from '#accounts/models/payment_voucher'
import { chargedAccount } from '#accounts/payments/charged_account'
import { MixedFundsError } from '#accounts/payments/errors'

/**
 * Money of a fund is paid from its own account and no other money from it (لا خلط بين الصناديق). Refunds
 * charge no line: they are paid from where they were held. @throws MixedFundsError
 */
export async function assertOneFund(
  { lineId, paymentType, label }: PaymentVoucher,
  account: { fundId: number | null },
  trx: Trx
): Promise<void> {
  if (lineId === null) return
  const { fundId } = await chargedAccount({ lineId, paymentType }, trx)
  if (Number(fundId ?? 0) !== Number(account.fundId ?? 0)) throw new MixedFundsError(label)
}
