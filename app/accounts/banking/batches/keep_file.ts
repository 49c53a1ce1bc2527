import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import StoredFile from '#core/models/stored_file'
import { MEDIA } from '#core/sheets/media'
import type { Trx } from '#core/within'
import { layoutOf, writeBatchFile } from '#accounts/banking/batches/batch_file'
import type OrderBatch from '#accounts/models/order_batch'
import type { VoucherAct } from '#accounts/payments/voucher_step'

/** Writes the file of a batch as its bank wants it, and keeps it with its fingerprint. */
export async function keepFile(batch: OrderBatch, act: VoucherAct, trx: Trx): Promise<StoredFile> {
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
