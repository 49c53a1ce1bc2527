import { sentence } from '#core/domain_error'
import StoredFile from '#core/models/stored_file'
import { within } from '#core/within'
import { heldBatch } from '#accounts/banking/batches/held_batch'
import { BatchError } from '#accounts/banking/errors'
import { tellBatch } from '#accounts/banking/tell'
import type { VoucherAct } from '#accounts/payments/voucher_step'

/** Tells in the trail that somebody took the file, and how many did before him. */
export async function takeFile(id: number, act: Omit<VoucherAct, 'on'>): Promise<StoredFile> {
  return within(act.trx, async (trx) => {
    const batch = await heldBatch(id, trx)
    if (batch.fileId === null) {
      throw new BatchError(
        sentence('لا ملف قبل التوقيع الثاني.', 'There is no file before the second signature.')
      )
    }
    const times = batch.downloads + 1
    await batch.merge({ downloads: times }).save()
    const after = { times, file: batch.fileHash!.toString('hex') }
    await tellBatch(batch, 'downloaded', after, { ...act, trx })
    return StoredFile.findOrFail(batch.fileId, { client: trx })
  })
}
