import { Problem } from '#core/imports/problem'
import type { Deriver, StageRow } from '#core/imports/definition'
import { bbox, toWkb } from '#registry/geo/shape'
import { problemsAt } from '#registry/imports/land/soundness'
import { areaFacts, boundaryFacts, custodyFacts } from '#registry/imports/land/dated'
import { measured } from '#registry/imports/land/measured'
import { placeOf, type Place } from '#registry/imports/land/place'
import { note, type LandClass, type LandState } from '#registry/imports/land/state'
import { foldOnce, searchTextOf } from '#registry/register/search_text'
import { judgeAreas } from '#registry/rules/areas'

/** Columns of the stage that are made of others. */
export const DERIVED: Readonly<Record<string, string>> = {
  class_id: 'BIGINT UNSIGNED',
  subtype: 'VARCHAR(10) CHARACTER SET ascii',
  letter: 'CHAR(1) CHARACTER SET ascii',
  hod_folded: 'VARCHAR(120)',
  search_text: 'VARCHAR(600)',
  shape_no: 'INT UNSIGNED',
  shape_hex: 'LONGTEXT CHARACTER SET ascii',
  source_srid: 'INT UNSIGNED',
  source_coords: 'MEDIUMTEXT',
  transformation: 'VARCHAR(80)',
  longitude_7: 'DECIMAL(10,7)',
  latitude_7: 'DECIMAL(10,7)',
  computed_m2: 'DECIMAL(18,4)',
  grid_m2: 'DECIMAL(18,4)',
  perimeter_m: 'DECIMAL(18,4)',
  deed_written: 'VARCHAR(120)',
  dated: 'MEDIUMTEXT',
}

/** Field columns that are filled from other fields. */
export const FILLS = ['deed_m2'] as const

export interface DeriveOptions {
  state: LandState
  classOf: (name: string) => LandClass | undefined
}

/** Completes each row: its class, place, areas, and the facts that keep days of their own. */
export function deriver({ state, classOf }: DeriveOptions): Deriver {
  return (row) => {
    const found = classOf(row.class ?? '')
    if (!found) return new Problem('unknown_class', row.class ?? '', 'class')
    row.class_id = found.id
    row.subtype = found.subtype
    row.letter = found.letter
    row.hod_folded = row.hod ? foldOnce(row.hod).slice(0, 120) : null

    const place = placeOf(row)
    if (place instanceof Problem) return place
    const problem = (place && putPlace(row, place, found, state)) ?? areaFacts(row)
    if (problem) return problem
    judgeRowAreas(row, state)

    const dated = { ...datedAreas(row), ...custodyFacts(row), ...boundaryFacts(row) }
    row.dated = Object.keys(dated).length > 0 ? JSON.stringify(dated) : null
    row.search_text = searchTextOf(row, `${found.nameAr} ${found.nameEn}`)
    return null
  }
}

function putPlace(row: StageRow, place: Place, of: LandClass, state: LandState): Problem | null {
  const { shape } = place
  const isPolygon = shape.type !== 'Point'
  if (isPolygon && !of.geometries.includes('polygon') && of.subtype !== 'site') {
    return new Problem('shape_not_of_class', of.nameAr, 'geometry')
  }
  const unsound = problemsAt(shape, place.isAbroad)
  if (unsound) return unsound
  const { area, grid, perimeter, at } = measured(shape, place.srid)
  if (area !== null && area < state.rules.R1.min_area_m2) {
    return new Problem('shape_too_small', area.toFixed(4), 'geometry')
  }
  const wkb = toWkb(shape)
  state.shapes.push({
    wkb,
    box: bbox(shape),
    area: area ?? 0,
    isPolygon,
    isAbroad: place.isAbroad,
    subtype: of.subtype,
  })
  row.shape_no = String(state.shapes.length)
  row.shape_hex = wkb.toString('hex')
  row.source_srid = String(place.srid)
  row.source_coords = place.source
  row.transformation = place.transformation
  row.longitude_7 = at[0].toFixed(7)
  row.latitude_7 = at[1].toFixed(7)
  row.computed_m2 = area?.toFixed(4) ?? null
  row.grid_m2 = grid?.toFixed(4) ?? null
  row.perimeter_m = perimeter?.toFixed(4) ?? null
  return null
}

/** Rules R4 and R5: an old register is entered as it is, and what does not agree is pointed out. */
function judgeRowAreas(row: StageRow, state: LandState): void {
  const { deed_m2: deedM2, survey_m2: surveyM2, computed_m2: computedM2, area_m2: declaredM2 } = row
  if (!deedM2 && !declaredM2) return
  const written = row.deed_written && deedM2 ? { text: row.deed_written, m2: deedM2 } : null
  const findings = judgeAreas({ deedM2, surveyM2, computedM2, declaredM2, written }, state.rules)
  for (const { rule, messages } of findings) note(state, rule, messages)
}

function datedAreas(row: StageRow): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  const area = (m2: string | null | undefined, written: string | null = null) =>
    m2 ? { m2: fourPlaces(m2), as_written: written, document_id: null } : undefined
  const [deed, survey] = [area(row.deed_m2, row.deed_written ?? null), area(row.survey_m2)]
  const [computed, planning] = [area(row.computed_m2), area(row.planning_m2)]
  if (deed) facts.area_deed = deed
  if (survey) facts.area_survey = survey
  if (computed) facts.area_computed = computed
  if (planning) facts.area_planning = planning
  return facts
}

function fourPlaces(m2: string): string {
  const [whole, fraction = ''] = m2.split('.')
  return `${whole!.replace(/^0+(?=\d)/, '')}.${fraction.padEnd(4, '0').slice(0, 4)}`
}
