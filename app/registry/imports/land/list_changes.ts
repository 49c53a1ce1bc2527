import { sidesOf } from '#registry/imports/land/dated'
import { CUSTODIES } from '#registry/register/attributes'
import {
  sameFact,
  scaled,
  type AreaFact,
  type Custody,
  type Facts,
  type Side,
} from '#registry/register/facts'

type Row = Readonly<Record<string, unknown>>

const AREAS = [
  ['area_deed', 'deed_m2'],
  ['area_survey', 'survey_m2'],
  ['area_planning', 'planning_m2'],
] as const

/**
 * Areas, boundaries, holders and the place of an outline that a row says otherwise than they stand.
 * Sides that the file leaves out stay; a holder is only filled in where none is known.
 */
export function listChanges(row: Row, standing: Facts, isReshaped: boolean): Facts {
  const facts: Facts = {}
  const put = (name: string, value: Facts[string]) => {
    if (!sameFact(standing[name], value)) facts[name] = value
  }
  for (const [name, field] of AREAS) {
    const m2 = scaled(row[field], 4)
    if (!m2 || !/[1-9]/.test(m2)) continue
    const was = standing[name] as AreaFact | null | undefined
    const written = name === 'area_deed' ? ((row.deed_written as string | null) ?? null) : null
    put(name, {
      m2,
      as_written: written ?? (was?.m2 === m2 ? was.as_written : null),
      document_id: was?.m2 === m2 ? was.document_id : null,
    })
  }
  for (const kind of CUSTODIES) {
    const name = row[`custody_${kind}`] as string | null
    const was = standing[`custody_${kind}`] as Custody | null | undefined
    if (name && (!was || was.name === 'غير معلوم')) {
      put(`custody_${kind}`, { unit_id: null, name, legal_basis_id: null })
    }
  }
  const sides = mergedSides((standing.boundaries ?? []) as Side[], sidesOf(row))
  if (sides.length > 0) put('boundaries', sides)
  if (isReshaped) {
    if (row.computed_m2)
      put('area_computed', { m2: scaled(row.computed_m2, 4)!, as_written: null, document_id: null })
    put('latitude', scaled(row.latitude_7, 7))
    put('longitude', scaled(row.longitude_7, 7))
  }
  return facts
}

/** What the file says of a side over what stands of it; one side is one row. */
function mergedSides(standing: readonly Side[], given: readonly Side[]): Side[] {
  const merged = standing.map((side) => {
    const said = side.seq === 1 ? given.find((one) => one.side === side.side) : undefined
    if (!said) return side
    return {
      ...side,
      length_deed_m: said.length_deed_m ?? side.length_deed_m,
      neighbour_text: said.neighbour_text ?? side.neighbour_text,
    }
  })
  const added = given.filter(
    (one) => !standing.some((side) => side.side === one.side && side.seq === 1)
  )
  return [...merged, ...added]
}
