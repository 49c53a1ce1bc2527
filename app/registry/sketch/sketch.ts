import { beltOf, fromWgs84, knowsGrid } from '#registry/geo/grids'
import { insidePoint, polygonsOf } from '#registry/geo/shape'
import type { Position, Shape } from '#registry/geo/types'

/** A corner of a parcel as its sketch lists it: its number, its place on the grid, the way to the next. */
export interface Corner {
  label: string
  east: string
  north: string
  /** Metres to the next corner. */
  length: string
}

/** كروكي: the outline of a parcel on its grid, ready to be drawn anywhere. */
export interface Sketch {
  epsg: number
  /** Rings in drawing units: x to the right, y down, the longer side is 1. */
  rings: Position[][]
  width: number
  height: number
  corners: Corner[]
  /** Where each listed corner stands, in drawing units. */
  places: Position[]
  /** Corners beyond those listed. */
  more: number
  /** Metres of one drawing unit. */
  metres: number
}

/** A sheet shows so many corners by number; a longer outline is drawn whole and listed in part. */
const LISTED = 60

/**
 * The sketch of an area on the grid of its survey, or on the belt where it lies when it was surveyed in
 * degrees. Corners are numbered from the first of the outer ring.
 */
export function sketchOf(shape: Shape, srid: number): Sketch {
  const epsg = srid !== 4326 && knowsGrid(srid) ? srid : beltOf(insidePoint(shape))
  const grids = polygonsOf(shape).flatMap((rings) =>
    rings.map((ring) => ring.map((position) => fromWgs84(position, epsg)))
  )
  const all = grids.flat()
  const [west, east] = range(all.map(([x]) => x))
  const [south, north] = range(all.map(([, y]) => y))
  const metres = Math.max(east - west, north - south) || 1
  const drawn = ([x, y]: Position): Position => [(x - west) / metres, (north - y) / metres]
  const outer = grids[0]!.slice(0, -1)
  const listed = outer.slice(0, LISTED)
  return {
    epsg,
    rings: grids.map((ring) => ring.map(drawn)),
    width: (east - west) / metres,
    height: (north - south) / metres,
    corners: listed.map((at, index) => ({
      label: String(index + 1),
      east: at[0].toFixed(3),
      north: at[1].toFixed(3),
      length: apart(at, outer[(index + 1) % outer.length]!).toFixed(2),
    })),
    places: listed.map(drawn),
    more: outer.length - listed.length,
    metres,
  }
}

/** A round length for the scale bar, about a quarter of the sketch. */
export function scaleBar({ metres }: Sketch): { metres: number; length: number } {
  const wanted = metres / 4
  const power = 10 ** Math.floor(Math.log10(wanted))
  const round = [1, 2, 5].map((step) => step * power).findLast((step) => step <= wanted) ?? power
  return { metres: round, length: round / metres }
}

function range(values: readonly number[]): [number, number] {
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return [least, most]
}

function apart([x1, y1]: Position, [x2, y2]: Position): number {
  return Math.hypot(x2 - x1, y2 - y1)
}
