import type { Option } from '#core/lists/definition'
import { unitsKnown } from '#core/units_known'
import type { Viewer } from '#core/web/viewer'

/** The units a person may narrow a list to, upper units first, by the names of the page's language. */
export async function unitsOffered(
  person: Viewer,
  permission: string,
  locale: 'ar' | 'en'
): Promise<Option[]> {
  const held = person.unitIds(permission)
  if (held !== 'all' && held.length === 0) return []
  const { all } = await unitsKnown()
  const within = held === 'all' ? null : new Set(held)
  return all.flatMap((unit) =>
    within === null || within.has(unit.id) ? { value: String(unit.id), label: unit[locale] } : []
  )
}
