import { importKinds } from '#core/imports/kinds'
import { startingMapping } from '#core/imports/run_import'
import { openTable } from '#core/readers/open_table'
import { within } from '#core/within'
import type ImportBatch from '#core/imports/import_batch'
import type { OpenOptions } from '#core/readers/types'
import { assertIdle } from '#reporting/imports/actions/queue_step'

/**
 * Reads the file of an import in another way (sheet, row of headings, encoding, separator). What was
 * mapped, checked or approved before no longer counts when the columns become others.
 * @throws FileError TransitionError ImportBusyError
 */
export async function changeReading(batch: ImportBatch, reading: OpenOptions): Promise<void> {
  const definition = await importKinds.definition(batch.kind)
  if (JSON.stringify(batch.reading) === JSON.stringify(reading)) return
  const table = await openTable(batch.file.absolutePath, reading)
  const mapping = await startingMapping(definition, batch.unitId, table.columns, null)
  await within(null, async (trx) => {
    const fresh = await batch.lock(trx)
    await assertIdle(fresh, trx)
    fresh.moveTo('uploaded')
    fresh.merge({ reading, mapping, approvedBy: null, checkedAt: null })
    await fresh.save()
  })
}
