import { importKinds } from '#core/imports/kinds'
import { startingMapping } from '#core/imports/run_import'
import { importSteps } from '#core/imports/steps'
import { openTable } from '#core/readers/open_table'
import type ImportBatch from '#core/imports/import_batch'
import type { OpenOptions } from '#core/readers/types'
import { assertMaker } from '#reporting/imports/errors'

/**
 * Reads the file of an import in another way (sheet, row of headings, encoding, separator), with the
 * columns as far as its headings then tell them.
 * @throws FileError NotMakerError TransitionError ImportBusyError
 */
export async function changeReading(
  batch: ImportBatch,
  reading: OpenOptions,
  by: { id: number }
): Promise<void> {
  assertMaker(batch, by)
  const definition = await importKinds.definition(batch.kind)
  const table = await openTable(batch.file.absolutePath, reading)
  const mapping = await startingMapping(definition, batch.unitId, table.columns, null)
  await importSteps.reread(batch, { reading, mapping })
}
