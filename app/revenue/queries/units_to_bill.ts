import db from '@adonisjs/lucid/services/db'

/** Units in which something may be due that the house bills by itself, or was billed before. */
export async function unitsToBill(below?: number): Promise<number[]> {
  const [rows] = await db.rawQuery(
    `SELECT u.id FROM units u
     ${below ? 'JOIN unit_closure c ON c.descendant_id = u.id AND c.ancestor_id = ?' : ''}
     WHERE EXISTS (SELECT 1 FROM usage_accruals a WHERE a.unit_id = u.id)
        OR EXISTS (SELECT 1 FROM rights r WHERE r.unit_id = u.id AND (r.made_by IS NOT NULL OR r.status IN ('holdover', 'vacated')))
        OR EXISTS (SELECT 1 FROM disposals d WHERE d.unit_id = u.id)
        OR EXISTS (SELECT 1 FROM legalisation_files f WHERE f.unit_id = u.id)
        OR EXISTS (SELECT 1 FROM bills b WHERE b.unit_id = u.id)
     ORDER BY u.id`,
    below ? [below] : []
  )
  return (rows as { id: number }[]).map(({ id }) => Number(id))
}
