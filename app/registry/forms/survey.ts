import { placeOf } from '#registry/coordinates/shape_of'
import { gridOf, knowsGrid } from '#registry/geo/grids'
import { likelyGrids, type LikelyGrid } from '#registry/geo/likely'
import { limitOf } from '#registry/geo/limits'
import type { Position, Shape } from '#registry/geo/types'
import { readCoordinates, readSheet, shapeOf } from '#registry/forms/pasted_coordinates'
import { text, type Typed } from '#registry/forms/typed'
import { ProposalError } from '#registry/register/errors'

/** What a survey sheet gave, as a proposal takes it. */
export interface Survey {
  shape: Shape
  source_srid: number
  source_coords: string
  transformation: string
  method: string
  accuracy_m: string | null
  surveyor: string | null
  surveyed_on: string | null
}

export interface Surveyed {
  survey: Survey
  /** The reading that was taken, and the others that fit. */
  likely: LikelyGrid[]
  /** Whether the sheet's grid was guessed. */
  guessed: boolean
}

/**
 * The shape of coordinates pasted into a form: on the grid that was chosen, or on the likeliest one for
 * the ground of the unit. The pasted text is kept as it is.
 * @throws ProposalError when nothing can be read or no grid fits
 */
export async function surveyFrom(
  typed: Typed,
  unitId: number,
  field = 'coordinates'
): Promise<Surveyed | null> {
  const pasted = text(typed, field)
  if (!pasted) return null
  const { outlines: rings, order: said } = readSheet(pasted)
  const likely = likelyGrids(rings.flat(), { unitLimits: await groundOf(unitId) })
  const asked = text(typed, 'grid')
  const epsg = asked && knowsGrid(Number(asked)) ? Number(asked) : likely[0]?.epsg
  if (!epsg) {
    throw new ProposalError(
      field,
      'لا تقع هذه الأرقام داخل مصر على أي نظام إحداثيات معروف.',
      'These numbers lie inside Egypt on none of the known grids.'
    )
  }
  const order = said ?? likely.find((one) => one.epsg === epsg)?.order ?? 'en'
  return {
    survey: {
      shape: shapeOf(rings, { epsg, order }),
      source_srid: epsg,
      source_coords: pasted,
      transformation: gridOf(epsg).transformation.slice(0, 80),
      method: text(typed, 'method') ?? 'digitised',
      accuracy_m: text(typed, 'accuracy_m'),
      surveyor: text(typed, 'surveyor'),
      surveyed_on: text(typed, 'surveyed_on'),
    },
    likely,
    guessed: !asked,
  }
}

/** The corners of a line pasted to cut a parcel along, on the same grid as outlines are read. */
export async function lineFrom(typed: Typed, unitId: number): Promise<Position[] | null> {
  const pasted = text(typed, 'line')
  if (!pasted) return null
  const points = readCoordinates(pasted).flat()
  if (points.length < 2) {
    throw new ProposalError('line', 'خط التقسيم يحتاج نقطتين.', 'A line needs two points.')
  }
  const likely = likelyGrids(points, { unitLimits: await groundOf(unitId) })
  const asked = Number(text(typed, 'grid') ?? 0)
  const chosen = likely.find(({ epsg }) => epsg === asked) ?? likely[0]
  if (!chosen) {
    throw new ProposalError('line', 'النقاط خارج مصر.', 'The points lie outside Egypt.')
  }
  return points.map((at) => placeOf(at, chosen))
}

async function groundOf(unitId: number): Promise<Shape[]> {
  const limit = await limitOf(unitId)
  return limit ? [limit.shape] : []
}
