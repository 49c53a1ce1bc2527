import db from '@adonisjs/lucid/services/db'

let made = 0

/**
 * A governorate of its own with units below it, whose codes end in the given parts: its papers, its
 * accounts and its differences belong to nobody else.
 */
export async function aGovernorate(
  parts: readonly string[]
): Promise<{ id: number; code: string }> {
  const code = `T${process.pid}${Date.now().toString(36)}${++made}`.toUpperCase()
  const id = await unit(code, 'governorate', null)
  for (const part of parts) await unit(`${code}-${part}`, 'markaz', id)
  return { id, code }
}

async function unit(code: string, kind: string, parentId: number | null): Promise<number> {
  const [written] = await db.rawQuery(
    'INSERT INTO units (code, kind, name_ar, name_en, parent_id, search_text) VALUES (?, ?, ?, ?, ?, ?)',
    [code, kind, `وحدة ${code}`, `Unit ${code}`, parentId, code] as string[]
  )
  const id = Number(written.insertId)
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
