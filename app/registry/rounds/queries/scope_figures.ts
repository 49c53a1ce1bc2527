import db from '@adonisjs/lucid/services/db'
import type { RoundScope } from '#registry/models/round'
import { scopeQuery } from '#registry/rounds/queries/scope'

export interface ScopeFigures {
  /** Assets that would be frozen as lines. */
  total: number
  /** Restricted and strategic ones, which are counted apart. */
  leftOut: number
  byClass: { name: string; count: number }[]
  byUnit: { name: string; count: number }[]
}

/** How many assets a scope would freeze, by class and unit, before anything is frozen. */
export async function scopeFigures(
  asked: { unitId: number; scope: RoundScope | null },
  locale: 'ar' | 'en'
): Promise<ScopeFigures> {
  const { sql, bindings } = scopeQuery(asked)
  const [rows] = await db.rawQuery(
    `SELECT u.name_${locale} AS unit, c.name_${locale} AS class, u.id AS unit_id, c.id AS class_id,
       c.sort_order, a.security_class = 'normal' AS is_open, COUNT(*) AS n
     ${sql.replace('/*joins*/', 'JOIN units u ON u.id = a.unit_id')}
     GROUP BY u.id, c.id, c.sort_order, is_open, u.name_${locale}, c.name_${locale} ORDER BY c.sort_order, u.id`,
    bindings as string[]
  )
  const figures: ScopeFigures = { total: 0, leftOut: 0, byClass: [], byUnit: [] }
  const classes = new Map<number, { name: string; count: number }>()
  const units = new Map<number, { name: string; count: number }>()
  for (const row of rows as Record<string, any>[]) {
    const count = Number(row.n)
    if (!Number(row.is_open)) {
      figures.leftOut += count
      continue
    }
    figures.total += count
    add(classes, Number(row.class_id), row.class, count)
    add(units, Number(row.unit_id), row.unit, count)
  }
  figures.byClass = [...classes.values()].sort((a, b) => b.count - a.count)
  figures.byUnit = [...units.values()].sort((a, b) => b.count - a.count)
  return figures
}

function add(
  to: Map<number, { name: string; count: number }>,
  id: number,
  name: string,
  n: number
) {
  const kept = to.get(id)
  if (kept) kept.count += n
  else to.set(id, { name, count: n })
}
