import db from '@adonisjs/lucid/services/db'
import type { Option } from '#core/lists/definition'

/** Classes of a subtype (all of them when none is named), each below its parent. */
export async function classOptions(locale: 'ar' | 'en', subtype?: string): Promise<Option[]> {
  const query = db
    .from('asset_classes')
    .select('id', 'parent_id', `name_${locale} as name`)
    .orderBy('sort_order')
    .orderBy('id')
  if (subtype) void query.where('subtype', subtype)
  const rows: { id: number; parent_id: number | null; name: string }[] = await query
  const ids = new Set(rows.map((row) => row.id))
  const below = Map.groupBy(rows, (row) =>
    row.parent_id !== null && ids.has(row.parent_id) ? row.parent_id : null
  )
  const walk = (parent: number | null, depth: number): Option[] =>
    (below.get(parent) ?? []).flatMap(({ id, name }) => [
      { value: String(id), label: `${'\u2003'.repeat(depth)}${name}` },
      ...walk(id, depth + 1),
    ])
  return walk(null, 0)
}
