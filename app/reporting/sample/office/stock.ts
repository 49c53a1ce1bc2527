import db from '@adonisjs/lucid/services/db'

export interface Thing {
  id: number
  unitId: number
  code: string
  name: string
  version: number
}

/** Assets of a unit and class without any right, land with its outline, first recorded first. */
export async function thingsOf(unit: string, classCode: string, limit: number): Promise<Thing[]> {
  const [rows] = await db.rawQuery(
    `SELECT a.id, a.unit_id AS unitId, a.code, a.name, a.version FROM assets a
     JOIN units u ON u.id = a.unit_id JOIN asset_classes k ON k.id = a.class_id
     LEFT JOIN rights r ON r.asset_id = a.id
     WHERE u.code = ? AND k.code = ? AND r.id IS NULL AND a.is_current = 1
       AND (k.subtype <> 'land' OR EXISTS (SELECT 1 FROM asset_shapes s WHERE s.asset_id = a.id))
     ORDER BY a.id LIMIT ?`,
    [unit, classCode, limit]
  )
  return rows.map((row: Thing) => ({ ...row, id: Number(row.id), unitId: Number(row.unitId) }))
}

/** Numbers of parties of a unit, first recorded first. */
export async function partiesOf(unitId: number, limit: number): Promise<string[]> {
  const rows = await db
    .from('parties')
    .where('unit_id', unitId)
    .orderBy('id')
    .limit(limit)
    .select('party_no')
  return rows.map(({ party_no: no }) => no)
}

/** Whether a table has a row yet. */
export async function hasAny(table: string, where: Record<string, unknown> = {}): Promise<boolean> {
  return Boolean(await db.from(table).where(where).select('*').first())
}
