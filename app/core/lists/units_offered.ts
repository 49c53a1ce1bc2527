import { fold } from '#core/arabic'
import type { Option } from '#core/lists/definition'
import { unitsKnown } from '#core/units_known'
import type { Viewer } from '#core/web/viewer'

export interface UnitOption extends Option {
  code: string
  /** Code and names folded, the former ones too. */
  search: string
  isOpen: boolean
}

/** So many are chosen from a list; of more, a person types a name or a code. */
export const FEW_UNITS = 25
const SUGGESTED = 20

/** The units a person may narrow a list to, upper units first, by the names of the page's language. */
export async function unitsOffered(
  person: Viewer,
  permission: string,
  locale: 'ar' | 'en'
): Promise<UnitOption[]> {
  const held = person.unitIds(permission)
  if (held !== 'all' && held.length === 0) return []
  const { all } = await unitsKnown()
  const within = held === 'all' ? null : new Set(held)
  return all.flatMap((unit) =>
    within === null || within.has(unit.id)
      ? { ...unit, value: String(unit.id), label: unit[locale] }
      : []
  )
}

/** A unit as it stands in a field that is typed into: villages share names, codes are their own. */
export function unitText({ label, code }: UnitOption): string {
  return `${label} — ${code}`
}

/** The offered units whose name or code holds what was typed, at most twenty. */
export function unitsLike(units: readonly UnitOption[], typed: string): UnitOption[] {
  const text = fold(typed)
  const found: UnitOption[] = []
  for (const unit of units) {
    if (unit.search.includes(text)) found.push(unit)
    if (found.length === SUGGESTED) break
  }
  return found
}

/**
 * The offered unit that is meant by an id, a code, the text of a field, or as much of a name as only one
 * of them has; `'several'` when more are possible, null when none.
 */
export function unitMeant(
  units: readonly UnitOption[],
  typed: string
): UnitOption | 'several' | null {
  const text = typed.trim()
  if (/^\d+$/.test(text)) return units.find(({ value }) => value === text) ?? null
  const code = text.slice(text.lastIndexOf('—') + 1).trim()
  const byCode = units.find((unit) => unit.code.toLowerCase() === code.toLowerCase())
  if (byCode) return byCode
  const named = units.filter(({ label }) => fold(label) === fold(text))
  const found = named.length > 0 ? named : unitsLike(units, text)
  return found.length > 1 ? 'several' : (found[0] ?? null)
}

/** A field for choosing a unit, as its component lays it out. */
export function unitField(
  units: readonly UnitOption[],
  permission: string,
  typed: string,
  chosen: UnitOption | null
) {
  const isFew = units.length <= FEW_UNITS
  return {
    isFew,
    // Where several were possible, they are what the field suggests even without scripts.
    options: isFew ? units : typed && !chosen ? unitsLike(units, typed) : [],
    value: chosen?.value ?? '',
    text: chosen ? unitText(chosen) : typed,
    url: `/choices/units?permission=${encodeURIComponent(permission)}`,
  }
}
