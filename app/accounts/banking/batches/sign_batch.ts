import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { sentence } from '#core/domain_error'
import StoredFile from '#core/models/stored_file'
import { MEDIA } from '#core/sheets/media'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import { layoutOf, writeBatchFile } from '#accounts/banking/batches/batch_file'
import { BatchError } from '#accounts/banking/errors'
import OrderBatch from '#accounts/models/order_batch'
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
      const batch = await held(id, trx)
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
        const file = await fileOf(batch, act, trx)
        batch.merge({ fileId: file.id, fileHash: file.sha256 })
      } else {
        const hash = documentHash(batch.picture())
        batch.merge({ firstSignedBy: act.by.id, firstSignedAt: now, documentHash: hash })
      }
      await batch.save()
      const after = { status: batch.status, file: batch.fileHash?.toString('hex') ?? null }
      await tell(batch, isSecond ? 'sent' : 'signed_first', after, { ...act, trx })
      return batch
    })
  }

  /** Lets the orders go; only before the file is written. @throws TransitionError */
  async cancel(id: number, act: VoucherAct & { reason: string }): Promise<OrderBatch> {
    return within(act.trx, async (trx) => {
      const batch = await held(id, trx)
      batch.moveTo('cancelled')
      batch.endReason = act.reason.slice(0, 500)
      for (const order of batch.orders) await order.merge({ batchId: null }).save()
      await batch.save()
      await tell(batch, 'cancelled', { status: batch.status }, { ...act, trx })
      return batch
    })
  }
}

/** Tells in the trail that somebody took the file, and how many did before him. */
export async function tellDownload(id: number, act: Omit<VoucherAct, 'on'>): Promise<StoredFile> {
  return within(act.trx, async (trx) => {
    const batch = await held(id, trx)
    if (batch.fileId === null) {
      throw new BatchError(
        sentence('لا ملف قبل التوقيع الثاني.', 'There is no file before the second signature.')
      )
    }
    const times = batch.downloads + 1
    await batch.merge({ downloads: times }).save()
    const after = { times, file: batch.fileHash!.toString('hex') }
    await tell(batch, 'downloaded', after, { ...act, trx })
    return StoredFile.findOrFail(batch.fileId, { client: trx })
  })
}

async function held(id: number, trx: Trx): Promise<OrderBatch> {
  const batch = await (await OrderBatch.findOrFail(id, { client: trx })).lock(trx)
  await batch.load('orders', (orders) => void orders.orderBy('id').forUpdate())
  return batch
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

async function fileOf(batch: OrderBatch, act: VoucherAct, trx: Trx): Promise<StoredFile> {
  const layout = await layoutOf(batch.layoutCode, trx)
  const folder = await mkdtemp(join(tmpdir(), 'diwan-batch-'))
  try {
    const path = join(folder, `file.${layout.format}`)
    await writeBatchFile(batch, { layout, path, trx })
    return await StoredFile.keep(
      {
        from: path,
        unitId: batch.unitId,
        purpose: 'order-file',
        originalName: `orders-${batch.fiscalYear.replace('/', '-')}-${batch.number}.${layout.format}`,
        mediaType: MEDIA[layout.format],
        by: act.by,
      },
      trx
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const tell = (
  batch: OrderBatch,
  action: string,
  after: object,
  { by, requestId, trx, reason }: Omit<VoucherAct, 'on'> & { trx: Trx; reason?: string }
) =>
  Trail.record(
    {
      action: `order_batch.${action}`,
      unitId: batch.unitId,
      subjectType: 'order_batch',
      subjectId: batch.id,
      label: batch.label,
      after,
      reason,
    },
    { by: by.asActor(requestId), trx }
  )
