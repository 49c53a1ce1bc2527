import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { sentence } from '#core/domain_error'
import { within } from '#core/within'
import { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import { heldBatch } from '#accounts/banking/batches/held_batch'
import { keepFile } from '#accounts/banking/batches/keep_file'
import { BatchError } from '#accounts/banking/errors'
import { tellBatch } from '#accounts/banking/tell'
import type OrderBatch from '#accounts/models/order_batch'
import { SameSignatoryError } from '#accounts/payments/errors'
import OrderVoucher from '#accounts/payments/order_voucher'
import { assertUnchanged, type VoucherAct } from '#accounts/payments/voucher_step'

/** Signs a batch and every order in it; the second signature writes the file that goes to the bank. */
export default class SignBatch {
  /**
   * The next signature, by somebody who made neither the batch nor an order of it nor a form behind it.
   * @throws SelfApprovalError SameSignatoryError DocumentChangedError BatchError
   */
  async sign(id: number, act: VoucherAct): Promise<OrderBatch> {
    return within(act.trx, async (trx) => {
      const batch = await heldBatch(id, trx)
      const isSecond = batch.status === 'signed_first'
      batch.moveTo(isSecond ? 'signed' : 'signed_first')
      if (batch.madeBy === act.by.id) throw new SelfApprovalError()
      if (isSecond && batch.firstSignedBy === act.by.id) throw new SameSignatoryError()
      assertUnchanged(batch, batch.documentHash)
      assertWhole(batch)
      const waits = isSecond ? 'signed_first' : 'made'
      for (const order of batch.orders.filter(({ status }) => status === waits)) {
        await new OrderVoucher().sign(order.id, { ...act, trx, batchId: id })
      }
      const now = DateTime.fromJSDate(clock.now())
      if (isSecond) {
        batch.merge({ secondSignedBy: act.by.id, secondSignedAt: now })
        const file = await keepFile(batch, act, trx)
        batch.merge({ fileId: file.id, fileHash: file.sha256 })
      } else {
        const hash = documentHash(batch.picture())
        batch.merge({ firstSignedBy: act.by.id, firstSignedAt: now, documentHash: hash })
      }
      await batch.save()
      const after = { status: batch.status, file: batch.fileHash?.toString('hex') ?? null }
      await tellBatch(batch, isSecond ? 'sent' : 'signed_first', after, { ...act, trx })
      return batch
    })
  }

  /** Lets the orders go; only before the file is written. @throws TransitionError */
  async cancel(id: number, act: VoucherAct & { reason: string }): Promise<OrderBatch> {
    return within(act.trx, async (trx) => {
      const batch = await heldBatch(id, trx)
      batch.moveTo('cancelled')
      batch.endReason = act.reason.slice(0, 500)
      for (const order of batch.orders) await order.merge({ batchId: null }).save()
      await batch.save()
      await tellBatch(batch, 'cancelled', { status: batch.status }, { ...act, trx })
      return batch
    })
  }
}

/** An order voided since leaves the file another than it was made. @throws BatchError */
function assertWhole(batch: OrderBatch): void {
  const lost = batch.orders.find(
    ({ status }) => !['made', 'signed_first', 'signed'].includes(status)
  )
  if (!lost && batch.orders.length === batch.orderCount) return
  throw new BatchError(
    sentence(
      `لم يعد الأمر ${lost?.label ?? ''} صالحًا للإرسال.`,
      `Order ${lost?.label ?? ''} can no longer be sent.`
    ),
    { cure: sentence('ألغ الدفعة وحرر غيرها.', 'Cancel the batch and make another.') }
  )
}
