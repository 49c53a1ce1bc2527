import { within } from '#core/within'
import DraftVoucher from '#accounts/payments/draft_voucher'
import EndVoucher from '#accounts/payments/end_voucher'
import PaymentVoucher from '#accounts/models/payment_voucher'
import type { VoucherAct } from '#accounts/payments/voucher_step'
import type { VoucherInput } from '#accounts/payments/voucher_input'

/**
 * What is approved is not changed: it is voided, with what it did undone, and written anew as a draft
 * that names the void one and goes through every step again.
 */
export default class ReplaceVoucher {
  /** @returns the draft, with the figures of the void form, to be corrected */
  handle(id: number, act: VoucherAct & { reason: string }): Promise<PaymentVoucher> {
    return within(act.trx, async (trx) => {
      await new EndVoucher().void(id, { ...act, trx })
      const voided = await PaymentVoucher.query({ client: trx })
        .where('id', id)
        .preload('invoices', (query) => void query.orderBy('seq'))
        .preload('taken', (query) => void query.orderBy('seq'))
        .firstOrFail()
      const { by, requestId } = act
      const draft = await new DraftVoucher().make(inputOf(voided), { by, requestId, trx })
      return draft.merge({ replacesId: id }).save()
    })
  }
}

function inputOf(voucher: PaymentVoucher): VoucherInput {
  const { unitId, paymentType, purpose, department, dueOn, beneficiaryId, commitmentId } = voucher
  return {
    ...{ unitId, paymentType, purpose, department, dueOn, commitmentId },
    advanceId: voucher.advanceId,
    beneficiaryId: beneficiaryId!,
    lineId: commitmentId ? null : voucher.lineId,
    invoices: voucher.invoices.map((one) => ({
      ...{ invoiceNo: one.invoiceNo, invoiceOn: one.invoiceOn, taxUuid: one.taxUuid },
      ...{ description: one.description, beforeVat: one.beforeVat, vat: one.vat },
    })),
    stated: voucher.taken
      .filter(({ rate }) => rate === null)
      .map(({ kind, amount, reference }) => ({
        ...{ kind: kind as NonNullable<VoucherInput['stated']>[number]['kind'], amount },
        reference: reference!,
      })),
  }
}
