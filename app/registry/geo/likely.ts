import { sentence, type Sentence } from '#core/domain_error'
import { EGYPT, fromWgs84, GRIDS, toWgs84, type Grid } from '#registry/geo/grids'
import { isInside } from '#registry/geo/inside'
import { polygonsOf, type Position, type Shape } from '#registry/geo/types'

/** One reading of numbers from a survey sheet. */
export interface LikelyGrid {
  epsg: number
  /** 0–100: how well the reading fits; only readings inside Egypt are given. */
  score: number
  /** Where the first position lies in this reading: longitude, latitude. */
  at: Position
  /** Whether the sheet gave the easting (longitude) first, or the northing (latitude). */
  order: 'en' | 'ne'
  /** Why it may be this grid, and what speaks against it. */
  reasons: Sentence[]
  /** Whether the grid is used outside of the belt it was made for. */
  wrongBelt: boolean
}

/** Points of a reading; the grid's own belt and the unit's ground weigh most. */
const WEIGHT = { egypt: 20, belt: 35, unit: 40, order: 5 }

/**
 * The grids from which pasted numbers may come, the likeliest first. A reading counts when every
 * position falls inside Egypt; it gains when they fall into the belt the grid is made for and on the
 * ground of the unit. The same numbers often fit two belts hundreds of kilometres apart: only the
 * unit's limit can tell them apart.
 *
 * @param points pairs of numbers in the order of the sheet
 * @param options.unitLimits ground on which the parcel is expected
 */
export function likelyGrids(
  points: readonly Position[],
  { unitLimits = [] }: { unitLimits?: readonly Shape[] } = {}
): LikelyGrid[] {
  if (points.length === 0) return []
  const readings: LikelyGrid[] = []
  for (const grid of GRIDS) {
    for (const order of ['en', 'ne'] as const) {
      const reading = read(points, grid, order, unitLimits)
      if (reading) readings.push(reading)
    }
  }
  return readings.sort((a, b) => b.score - a.score)
}

function read(
  points: readonly Position[],
  grid: Grid,
  order: 'en' | 'ne',
  limits: readonly Shape[]
): LikelyGrid | null {
  const places: Position[] = []
  for (const [first, second] of points) {
    const place = inEgypt(order === 'en' ? [first, second] : [second, first], grid)
    if (!place) return null
    places.push(place)
  }
  const reasons: Sentence[] = [
    sentence('تقع كل النقاط داخل مصر.', 'All positions fall inside Egypt.'),
  ]
  const inBelt = places.every((place) => within(place, grid.use))
  reasons.push(inBelt ? IN_BELT : OUT_OF_BELT)
  let score = WEIGHT.egypt + (inBelt ? WEIGHT.belt : 0) + (order === 'en' ? WEIGHT.order : 0)
  if (order === 'ne') reasons.push(grid.unit === 'metre' ? SWAPPED : LATITUDE_FIRST)
  if (limits.length > 0) {
    const inside = places.filter((place) =>
      limits.some((limit) => isInside(place, polygonsOf(limit)))
    )
    score += Math.round((WEIGHT.unit * inside.length) / places.length)
    reasons.push(inside.length === places.length ? ON_UNIT : inside.length > 0 ? PARTLY : OFF_UNIT)
  }
  return { epsg: grid.epsg, score, at: places[0]!, order, reasons, wrongBelt: !inBelt }
}

/** The place in degrees, or null when it is outside of Egypt or where the grid has no meaning. */
function inEgypt(position: Position, grid: Grid): Position | null {
  if (!position.every(Number.isFinite)) return null
  if (grid.unit === 'degree') return within(position, EGYPT) ? position : null
  if (position.some((value) => Math.abs(value) < 1000 || Math.abs(value) > 5e6)) return null
  const place = toWgs84(position, grid.epsg)
  if (!place.every(Number.isFinite) || !within(place, EGYPT)) return null
  const back = fromWgs84(place, grid.epsg)
  return Math.hypot(back[0] - position[0], back[1] - position[1]) < 0.1 ? place : null
}

function within([x, y]: Position, [west, south, east, north]: readonly number[]): boolean {
  return x >= west! && x <= east! && y >= south! && y <= north!
}

const IN_BELT = sentence(
  'تقع في النطاق الذي وضعت له هذه الشبكة.',
  'They fall into the belt that the grid is made for.'
)
const OUT_OF_BELT = sentence(
  'تقع خارج النطاق الذي وضعت له هذه الشبكة: راجع اسم الحزام على الورقة.',
  'They fall outside the belt that the grid is made for: check the name of the belt on the sheet.'
)
const SWAPPED = sentence(
  'بقراءة الشماليات قبل الشرقيات.',
  'Reading the northing before the easting.'
)
const LATITUDE_FIRST = sentence(
  'بقراءة خط العرض قبل خط الطول.',
  'Reading the latitude before the longitude.'
)
const ON_UNIT = sentence('تقع كلها داخل حدود الوحدة.', 'All lie within the limit of the unit.')
const PARTLY = sentence('يقع بعضها داخل حدود الوحدة.', 'Some lie within the limit of the unit.')
const OFF_UNIT = sentence('تقع خارج حدود الوحدة.', 'They lie outside the limit of the unit.')
