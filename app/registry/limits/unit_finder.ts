import { fold } from '#core/arabic'
import { DomainError, sentence } from '#core/domain_error'
import type { Boundary } from '#registry/limits/boundary_file'
import type { LimitsToRecord } from '#registry/limits/record_unit_limits'

/** The field that should name the units is in no outline of the file. */
export class LimitFieldError extends DomainError {
  static override code = 'E_LIMIT_FIELD'
}

/** A unit as it is matched. */
export interface UnitRow {
  id: number
  code: string
  kind: string
  name_ar: string
  name_en: string
  national_code: string | null
}

/** Which units an outline of a file may belong to, and what the file says of it. */
export type UnitFinder = (boundary: Boundary) => { text: string; units: UnitRow[] }

/**
 * Matches outlines to units: the one unit told, else by code, else by name (folded, without the words
 * of its kind). Units out of reach are not found.
 * @throws LimitFieldError when no outline has the field
 */
export function unitFinder(given: LimitsToRecord, units: readonly UnitRow[]): UnitFinder {
  const reachable = (unit: UnitRow) =>
    given.among === undefined || given.among === 'all' || given.among.includes(Number(unit.id))
  if (given.unitId !== undefined) {
    const unit = units.find(({ id }) => Number(id) === given.unitId)
    return () => ({ text: unit?.code ?? '', units: unit && reachable(unit) ? [unit] : [] })
  }
  const field = fieldOf(given)
  const named = byName(given.kind ? units.filter(({ kind }) => kind === given.kind) : units)
  const coded = new Map(units.map((unit) => [unit.code.toUpperCase(), unit]))
  return ({ properties }) => {
    const text = String(properties[field] ?? '').trim()
    const code = coded.get(text.toUpperCase())
    return { text, units: (code ? [code] : (named.get(plain(text)) ?? [])).filter(reachable) }
  }
}

function fieldOf({ field = '', boundaries }: LimitsToRecord): string {
  const fields = new Set(boundaries.flatMap(({ properties }) => Object.keys(properties)))
  const found = [...fields].find((name) => name.toLowerCase() === field.toLowerCase())
  if (found !== undefined) return found
  throw new LimitFieldError(
    sentence(`لا يوجد حقل «${field}» في الملف.`, `There is no field "${field}" in the file.`),
    {
      facts: { field, fields: [...fields] },
      cure: sentence(
        `حقول الملف: ${[...fields].join('، ')}.`,
        `Fields of the file: ${[...fields].join(', ')}.`
      ),
    }
  )
}

/** Words of a unit's kind, which files write or leave out. */
const KIND_WORDS = new Set(
  [
    'محافظة',
    'مركز',
    'مدينة',
    'ومدينة',
    'حي',
    'الوحدة',
    'المحلية',
    'لقرية',
    'governorate',
    'governate',
    'markaz',
    'city',
    'district',
    'and',
    'of',
    'muhafazat',
    'al',
    'el',
  ].map(fold)
)

/** A name as it is matched: folded, without the words of its kind. */
function plain(name: string): string {
  const words = fold(name).split(' ')
  return words.filter((word) => !KIND_WORDS.has(word)).join(' ') || words.join(' ')
}

function byName(units: readonly UnitRow[]): Map<string, UnitRow[]> {
  const named = new Map<string, UnitRow[]>()
  for (const unit of units) {
    for (const name of new Set([plain(unit.name_ar), plain(unit.name_en)])) {
      named.set(name, [...(named.get(name) ?? []), unit])
    }
  }
  return named
}
