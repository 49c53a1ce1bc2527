import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { sentence } from '#core/domain_error'
import { retrying } from '#core/retry'
import ImportBatch from '#core/imports/import_batch'
import { ImportInUseError, inUse } from '#core/imports/in_use'
import { importKinds } from '#core/imports/kinds'
import { isBinary } from '#core/imports/landing'
import type { Person, RunOptions } from '#core/imports/run_import'
import type { Trx } from '#core/within'

/** An import being taken back, inside its transaction. */
export interface UndoStage {
  trx: Trx
  importId: number
  by: Person
  /**
   * Condition on the records of a table (unaliased) that this import made by `landNew`. The largest
   * tables have no key by import; the ids between which the records lie find them.
   */
  made: string
  sql(text: string, bindings?: (string | number | null)[]): Promise<any>
}

/**
 * Takes a committed import back: reverses what it posted, removes the records that it made (their
 * numbers become free again), and gives back the details it had corrected. Refused, with the name of
 * what stands in the way, once anything uses those records. The ledger keeps entry and reversal.
 */
export async function undoImport(importId: number, options: RunOptions): Promise<void> {
  const batch = await ImportBatch.query().where('id', importId).preload('file').firstOrFail()
  if (batch.state === 'undone') return
  const definition = await importKinds.definition(batch.kind)
  await retrying(() =>
    db.transaction(async (trx) => {
      const fresh = await batch.lock(trx)
      if (fresh.state === 'undone') return
      if (fresh.state !== 'undoing') {
        // Written before anything goes: the register lets go of records only to an undoing import.
        fresh.useTransaction(trx)
        fresh.moveTo('undoing')
        await fresh.save()
      }
      const stage = undoStage(trx, fresh, options.by)
      await importKinds.tellUndoing({ importId, kind: batch.kind }, trx)
      try {
        await definition.undo(stage)
      } catch (error) {
        throw await inUse(error, { importId, trx })
      }
      await stage.sql('DELETE FROM import_changes WHERE import_id = ?', [importId])
      fresh.useTransaction(trx)
      fresh.moveTo('undone')
      fresh.undoneBy = options.by.id
      fresh.undoneAt = DateTime.fromJSDate(clock.now())
      await fresh.save()
      await importKinds.record(
        {
          action: 'import.undone',
          importId,
          unitId: batch.unitId,
          kind: batch.kind,
          fileName: batch.file.originalName,
          sha256: Buffer.from(batch.file.sha256).toString('hex'),
          outcome: { landed: batch.landed, updated: batch.updated },
          reason: options.reason,
        },
        options.by,
        trx
      )
      await options.guard?.(trx)
    })
  )
}

function undoStage(trx: Trx, batch: ImportBatch, by: Person): UndoStage {
  const { id: importId, firstRecordId: first, lastRecordId: last } = batch
  return {
    trx,
    importId,
    by,
    made: first && last ? `import_id = ${importId} AND id BETWEEN ${first} AND ${last}` : 'FALSE',
    sql: async (text, bindings = []) => (await trx.rawQuery(text, bindings as string[]))[0],
  }
}

/** Gives back the details that this import corrected in a table. @throws ImportInUseError */
export async function restoreChanges(stage: UndoStage, table: string, columns: readonly string[]) {
  // Later corrections, of records that this import made or of those that it corrected itself.
  const later = await stage.sql(
    `SELECT MIN(id) AS id FROM (
       SELECT MIN(b.import_id) AS id FROM import_changes a
       JOIN import_changes b ON b.table_name = a.table_name AND b.record_id = a.record_id AND b.import_id > a.import_id
       WHERE a.import_id = ? AND a.table_name = ?
       UNION ALL
       SELECT STRAIGHT_JOIN MIN(b.import_id) FROM import_changes b JOIN ${table} t ON t.id = b.record_id
       WHERE b.table_name = ? AND b.import_id > ? AND t.import_id = ?) later`,
    [stage.importId, table, table, stage.importId, stage.importId]
  )
  if (later[0].id !== null) {
    throw new ImportInUseError(
      sentence(
        `صحح الاستيراد رقم ${later[0].id} بعض السجلات نفسها بعد هذا.`,
        `Import ${later[0].id} corrected some of the same records after this one.`
      ),
      {
        facts: { laterImport: Number(later[0].id) },
        cure: sentence('تراجع عن الأحدث أولًا.', 'Undo the later one first.'),
      }
    )
  }
  const set = columns
    .map((column) => {
      const text = `JSON_VALUE(c.before_value, '$.${column}')`
      return `t.${column} = ${isBinary(column) ? `UNHEX(${text})` : text}`
    })
    .join(', ')
  await stage.sql(
    `UPDATE ${table} t JOIN import_changes c ON c.table_name = '${table}' AND c.record_id = t.id
     SET ${set} WHERE c.import_id = ?`,
    [stage.importId]
  )
}
