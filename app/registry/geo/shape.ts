import geodesic from 'geographiclib-geodesic'
import { DomainError, sentence } from '#core/domain_error'
import { fromWgs84 } from '#registry/geo/grids'
import { interiorPoint } from '#registry/geo/plane'
import {
  polygonsOf,
  positionsOf,
  ringsOf,
  type Position,
  type Ring,
  type Shape,
} from '#registry/geo/types'
import { fromWkb } from '#registry/geo/wkb'

export type { Area, Position, Ring, Shape } from '#registry/geo/types'
export { mapped, polygonsOf, positionsOf, ringsOf } from '#registry/geo/types'
export { fromWkb, toWkb } from '#registry/geo/wkb'

const EARTH = geodesic.Geodesic.WGS84

/** A geometry of a kind the register does not keep (a line, a collection). */
export class ShapeError extends DomainError {
  static override code = 'E_SHAPE'
}

interface Corner {
  x: number
  y: number
}

/**
 * The shape behind a GEOMETRY column as the driver gives it, or behind `ST_AsBinary(…)`.
 * @throws ShapeError for lines, collections and nothing
 */
export function fromDb(value: unknown): Shape {
  if (Buffer.isBuffer(value)) return fromWkb(value)
  const at = ({ x, y }: Corner): Position => [x, y]
  if (isCorner(value)) return { type: 'Point', coordinates: at(value) }
  if (Array.isArray(value) && Array.isArray(value[0])) {
    if (isCorner(value[0][0])) {
      return { type: 'Polygon', coordinates: (value as Corner[][]).map((ring) => ring.map(at)) }
    }
    if (Array.isArray(value[0][0]) && isCorner(value[0][0][0])) {
      const polygons = value as Corner[][][]
      return {
        type: 'MultiPolygon',
        coordinates: polygons.map((rings) => rings.map((ring) => ring.map(at))),
      }
    }
  }
  throw new ShapeError(
    sentence(
      'الشكل ليس نقطة ولا مضلعًا ولا مجموعة مضلعات.',
      'The geometry is neither a point nor a polygon nor several polygons.'
    )
  )
}

function isCorner(value: unknown): value is Corner {
  return typeof value === 'object' && value !== null && 'x' in value && 'y' in value
}

/**
 * Area on the ellipsoid of WGS 84 in square metres, holes taken out; 0 for a point. Edges are
 * geodesics. (Formulas on a sphere are 0.1–0.2 % off in Egypt: as much as an overlap may be.)
 */
export function ellipsoidArea(shape: Shape): number {
  let sum = 0
  for (const [outer, ...holes] of polygonsOf(shape)) {
    sum += ringArea(outer!)
    for (const hole of holes) sum -= ringArea(hole)
  }
  return sum
}

function ringArea(ring: Ring): number {
  return Math.abs(measured(ring).area ?? 0)
}

/** Length of all boundaries on the ellipsoid in metres, holes included; 0 for a point. */
export function perimeter(shape: Shape): number {
  return ringsOf(shape).reduce((sum, ring) => sum + measured(ring).perimeter, 0)
}

function measured(ring: Ring): { perimeter: number; area?: number } {
  const polygon = EARTH.Polygon(false)
  for (let i = 0; i < ring.length - 1; i++) polygon.AddPoint(ring[i]![1], ring[i]![0])
  return polygon.Compute(false, true)
}

/** Area in square metres as the grid of a survey shows it: what a surveyor's sheet prints. */
export function gridArea(shape: Shape, epsg: number): number {
  let sum = 0
  for (const [outer, ...holes] of polygonsOf(shape)) {
    sum += flatArea(outer!.map((at) => fromWgs84(at, epsg)))
    for (const hole of holes) sum -= flatArea(hole.map((at) => fromWgs84(at, epsg)))
  }
  return sum
}

/** Area between corners on a plane, whichever way they go round. */
export function flatArea(ring: readonly Position[]): number {
  const [x0, y0] = ring[0] ?? [0, 0]
  let twice = 0
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i]!
    const [bx, by] = ring[(i + 1) % ring.length]!
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return Math.abs(twice) / 2
}

/** A position that surely lies on the shape: where its label goes. */
export function insidePoint(shape: Shape): Position {
  return shape.type === 'Point' ? (shape.coordinates as Position) : interiorPoint(shape)
}

/** West, south, east and north of a shape in degrees. */
export function bbox(shape: Shape): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of positionsOf(shape)) {
    if (x < box[0]) box[0] = x
    if (y < box[1]) box[1] = y
    if (x > box[2]) box[2] = x
    if (y > box[3]) box[3] = y
  }
  return box
}

/**
 * The shape without repeated corners, with closed rings, outer rings counter-clockwise and holes
 * clockwise (RFC 7946). No corner moves.
 */
export function tidy(shape: Shape): Shape {
  if (shape.type === 'Point') {
    const [x, y] = shape.coordinates as Position
    return { type: 'Point', coordinates: [x, y] }
  }
  const polygons = polygonsOf(shape).map((rings) =>
    rings.map((ring, index) => wound(withoutRepeats(ring), index === 0))
  )
  return shape.type === 'Polygon'
    ? { type: 'Polygon', coordinates: polygons[0] ?? [] }
    : { type: 'MultiPolygon', coordinates: polygons }
}

function withoutRepeats(ring: Ring): Ring {
  const kept: Ring = []
  for (const [x, y] of ring) {
    const last = kept.at(-1)
    if (!last || last[0] !== x || last[1] !== y) kept.push([x, y])
  }
  const [first, last] = [kept[0], kept.at(-1)]
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) kept.push([...first])
  return kept
}

function wound(ring: Ring, counterClockwise: boolean): Ring {
  const [x0, y0] = ring[0] ?? [0, 0]
  let twice = 0
  for (let i = 0; i < ring.length - 1; i++) {
    const [[ax, ay], [bx, by]] = [ring[i]!, ring[i + 1]!]
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return twice > 0 === counterClockwise ? ring : ring.toReversed()
}
