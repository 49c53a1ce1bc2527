import { Problem, problemFrom } from '#core/imports/problem'
import type { StageRow } from '#core/imports/definition'
import { parseFeddan, squareMetres } from '#registry/geo/feddan'
import { CUSTODIES } from '#registry/register/attributes'
import { scaled, type Custody, type Side } from '#registry/register/facts'

/** The area of the deed as it is written there, and in square metres where only that is given. */
export function areaFacts(row: StageRow): Problem | null {
  const parts = [row.feddan, row.qirat, row.sahm]
  const hasParts = parts.some((part) => part !== null && part !== undefined)
  const written = row.deed_feddan ?? (hasParts ? inParts(row) : null)
  row.deed_written = written
  if (written) {
    try {
      const metres = squareMetres(parseFeddan(written))
      row.deed_m2 ??= metres
    } catch (error) {
      return new Problem('not_a_feddan', written, 'deed_feddan', problemFrom(error, '', '').reason)
    }
  }
  // An area of nothing is an empty cell of the register.
  for (const name of ['deed_m2', 'survey_m2', 'planning_m2', 'area_m2'] as const) {
    if (row[name] && !/[1-9]/.test(row[name])) row[name] = null
  }
  if (!row.deed_m2) row.deed_written = null
  return null
}

function inParts({ feddan, qirat, sahm }: StageRow): string {
  return `${feddan || 0} ف ${qirat || 0} ط ${sahm || 0} س`
}

/** Who holds the asset, by kind of custody, as the register's facts have it. */
export function custodyFacts(row: StageRow): Record<string, Custody> {
  const facts: Record<string, Custody> = {}
  for (const kind of CUSTODIES) {
    const name = row[`custody_${kind}`]
    if (name) facts[`custody_${kind}`] = { unit_id: null, name, legal_basis_id: null }
  }
  return facts
}

export const SIDE_NAMES = ['north', 'south', 'east', 'west'] as const

/** The sides of a parcel that the row describes. */
export function sidesOf(row: Readonly<Record<string, unknown>>): Side[] {
  return SIDE_NAMES.flatMap((side) => {
    const [neighbour, length] = [row[side], row[`${side}_m`]] as (string | null)[]
    if (!neighbour && !length) return []
    return [
      {
        side,
        seq: 1,
        length_deed_m: length ? scaled(length, 3) : null,
        length_survey_m: null,
        neighbour_text: neighbour ?? null,
        neighbour_asset_id: null,
        neighbour_party_id: null,
        marker: null,
        is_agreed: null,
      },
    ]
  })
}

export function boundaryFacts(row: StageRow): { boundaries?: Side[] } {
  const boundaries = sidesOf(row)
  return boundaries.length > 0 ? { boundaries } : {}
}
