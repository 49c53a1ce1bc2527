import { importKinds } from '#core/imports/kinds'
import { planFields, type Mapping } from '#core/imports/mapping'
import { importSteps } from '#core/imports/steps'
import { openTable } from '#core/readers/open_table'
import { within } from '#core/within'
import { Trail } from '#audit/trail'
import type { Actor } from '#audit/actor'
import type ImportBatch from '#core/imports/import_batch'
import type { OpenOptions } from '#core/readers/types'
import { assertMaker } from '#reporting/imports/errors'

/**
 * Says which column holds which field, and has every row checked.
 * @throws MappingError NotMakerError TransitionError ImportBusyError
 */
export async function mapColumns(
  batch: ImportBatch,
  mapping: Mapping,
  by: Actor & { id: number }
): Promise<void> {
  assertMaker(batch, by)
  const definition = await importKinds.definition(batch.kind)
  const table = await openTable(batch.file.absolutePath, batch.reading as OpenOptions)
  planFields(definition, mapping, table.columns)
  await within(null, async (trx) => {
    await importSteps.check(batch, { by, trx, mapping })
    await Trail.record(
      {
        action: 'import.mapped',
        unitId: batch.unitId,
        subjectType: 'import',
        subjectId: batch.id,
        label: `${batch.kind} ${batch.file.originalName}`,
        before: { mapping: batch.mapping },
        after: { mapping },
      },
      { by, trx }
    )
  })
}
