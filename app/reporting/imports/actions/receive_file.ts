import { unlink } from 'node:fs/promises'
import { openBatch } from '#core/imports/open_batch'
import { within } from '#core/within'
import { Trail } from '#audit/trail'
import type { Actor } from '#audit/actor'
import type ImportBatch from '#core/imports/import_batch'

export interface ReceivedFile {
  kind: string
  unitId: number
  /** Where the upload lies; it is removed, whatever happens. */
  path: string
  originalName: string
}

/**
 * Takes an uploaded file in as a new import, with the columns as far as its headings tell them. The
 * file is opened first: one that cannot be read leaves nothing behind.
 * @throws FileError UnknownKindError
 */
export async function receiveFile(received: ReceivedFile, by: Actor): Promise<ImportBatch> {
  const { kind, unitId, path, originalName } = received
  try {
    return await within(null, async (trx) => {
      const batch = await openBatch({ kind, unitId, path, originalName, by, trx, complete: false })
      await batch.load('file')
      await Trail.record(
        {
          action: 'import.uploaded',
          unitId,
          subjectType: 'import',
          subjectId: batch.id,
          label: `${kind} ${originalName}`,
          after: {
            bytes: batch.file.bytes,
            sha256: Buffer.from(batch.file.sha256).toString('hex'),
          },
        },
        { by, trx }
      )
      return batch
    })
  } finally {
    await unlink(path).catch(() => {})
  }
}
