import type { Trx } from '#core/within'

/** A run may wait this long for another run of the same units; a person gives up sooner. */
const RUN_WAITS_SECONDS = 900

/**
 * Holds the matches of the units until the transaction ends: runs and people's decisions take turns.
 * Before any other read of the transaction, so that its snapshot sees what the one before wrote. Units
 * are locked in the order of their ids, so that two runs cannot hold each other up.
 */
export async function lockUnits(
  trx: Trx,
  unitIds: readonly number[],
  { patient = false } = {}
): Promise<void> {
  if (patient) {
    await trx.rawQuery(`SET SESSION innodb_lock_wait_timeout = ${RUN_WAITS_SECONDS}`)
  }
  try {
    for (const unitId of [...new Set(unitIds)].sort((a, b) => a - b)) {
      // Makes the row or locks it by one statement: a missing row cannot be locked.
      await trx.rawQuery(
        'INSERT INTO reconciliation_locks (unit_id) VALUES (?) ON DUPLICATE KEY UPDATE unit_id = VALUES(unit_id)',
        [unitId]
      )
    }
  } finally {
    if (patient) await trx.rawQuery('SET SESSION innodb_lock_wait_timeout = 20').catch(() => {})
  }
}
