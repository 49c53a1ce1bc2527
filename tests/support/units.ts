import db from '@adonisjs/lucid/services/db'

let made = 0

/** A unit of its own for a test: its rows and its chain belong to nobody else. */
export async function aUnit(parentId: number | null = null): Promise<number> {
  await db.rawQuery(
    "INSERT IGNORE INTO unit_kinds (code, name_ar, name_en, sort_order) VALUES ('city', 'مدينة', 'City', 50)"
  )
  const code = `T-${process.pid}-${Date.now().toString(36)}-${++made}`.toUpperCase()
  const [unit] = await db.rawQuery(
    "INSERT INTO units (code, kind, name_ar, name_en, parent_id, search_text) VALUES (?, 'city', ?, ?, ?, ?)",
    [code, `وحدة ${made}`, `Unit ${made}`, parentId, code] as string[]
  )
  const id = Number(unit.insertId)
  await db.rawQuery(
    'INSERT INTO unit_closure (ancestor_id, descendant_id, depth) VALUES (?, ?, 0)',
    [id, id]
  )
  if (parentId !== null) {
    await db.rawQuery(
      `INSERT INTO unit_closure (ancestor_id, descendant_id, depth)
       SELECT ancestor_id, ?, depth + 1 FROM unit_closure WHERE descendant_id = ?`,
      [id, parentId]
    )
  }
  return id
}
