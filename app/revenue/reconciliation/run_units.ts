import db from '@adonisjs/lucid/services/db'
import type { Trx } from '#core/within'

/** The unit and those below it that have charges or receipts at all: each is a step of legs 1 and 2. */
export async function unitsToMatch(unitId: number, trx?: Trx): Promise<number[]> {
  const [rows] = await (trx ?? db).rawQuery(
    `SELECT c.descendant_id AS id FROM unit_closure c WHERE c.ancestor_id = ?
       AND (EXISTS (SELECT 1 FROM charges WHERE unit_id = c.descendant_id)
         OR EXISTS (SELECT 1 FROM receipts WHERE unit_id = c.descendant_id))
     ORDER BY c.descendant_id`,
    [unitId]
  )
  return ids(rows)
}

/** Everything below the run's unit, and its governorate, where bank lines of many units meet. */
export async function unitsToLock(runId: number): Promise<number[]> {
  const [rows] = await db.rawQuery(
    `SELECT DISTINCT d.descendant_id AS id FROM reconciliation_runs r JOIN unit_closure d ON d.ancestor_id = r.unit_id
     WHERE r.id = ?
     UNION SELECT u.id FROM reconciliation_runs r JOIN unit_closure c ON c.descendant_id = r.unit_id
     JOIN units u ON u.id = c.ancestor_id AND u.kind = 'governorate' WHERE r.id = ?`,
    [runId, runId]
  )
  return ids(rows)
}

function ids(rows: { id: number }[]): number[] {
  return rows.map((row) => Number(row.id))
}
