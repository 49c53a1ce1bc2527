import db from '@adonisjs/lucid/services/db'
import type { Option } from '#core/lists/definition'
import type { Viewer } from '#core/web/viewer'

/** More units than a person would scroll through; beyond it only the upper ones are offered. */
const MOST = 400

/** The units a person may narrow a list to, upper units first, by the names of the page's language. */
export async function unitsOffered(
  person: Viewer,
  permission: string,
  locale: 'ar' | 'en'
): Promise<Option[]> {
  const held = person.unitIds(permission)
  if (held !== 'all' && held.length === 0) return []
  const units = await db
    .from('units')
    .join('unit_closure', 'unit_closure.descendant_id', 'units.id')
    .if(held !== 'all', (query) => query.whereIn('units.id', held as number[]))
    .groupBy('units.id', 'units.code', `units.name_${locale}`)
    .orderByRaw('COUNT(*), units.code')
    .select('units.id', `units.name_${locale} as name`)
    .limit(MOST)
  return units.map(({ id, name }) => ({ value: String(id), label: name }))
}
