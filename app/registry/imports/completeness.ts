import { VERDICT, type Stage } from '#core/imports/stage'
import type { UndoStage } from '#core/imports/undo'
import RefreshCompletenessJob from '#registry/jobs/refresh_completeness_job'

/**
 * Asks that the completeness of data be worked out again in the units in which rows of a file landed: one
 * job for the whole import, recorded with it. Imports write a register set by set and pass by what a
 * single change works out on the spot.
 */
export async function askCompleteness(stage: Stage): Promise<void> {
  const rows = await stage.sql(
    `SELECT DISTINCT s.unit_id AS id FROM import_stage s LEFT JOIN import_verdicts x ON x.seq = s.seq
     WHERE x.seq IS NULL OR x.verdict = ${VERDICT.updated}`
  )
  await ask(rows, { unitId: stage.scope.id, ...stage })
}

/** As {@link askCompleteness}, of an import that is about to be taken back. */
export async function askCompletenessAfterUndo(stage: UndoStage): Promise<void> {
  const rows = await stage.sql(
    `SELECT DISTINCT a.unit_id AS id FROM assets a WHERE a.import_id = ?
     UNION SELECT DISTINCT a.unit_id FROM import_changes c JOIN assets a ON a.id = c.record_id
     WHERE c.table_name = 'assets' AND c.import_id = ?`,
    [stage.importId, stage.importId]
  )
  const [batch] = await stage.sql('SELECT unit_id AS unitId FROM imports WHERE id = ?', [
    stage.importId,
  ])
  await ask(rows, { unitId: Number(batch.unitId), ...stage })
}

async function ask(
  units: { id: number }[],
  { unitId, by, trx }: Pick<UndoStage, 'by' | 'trx'> & { unitId: number }
): Promise<void> {
  const unitIds = units.map(({ id }) => Number(id))
  if (unitIds.length === 0) return
  await RefreshCompletenessJob.enqueue({ unitIds }, { trx, unitId, by })
}
