import 'jsts/org/locationtech/jts/monkey.js'
import DistanceOp from 'jsts/org/locationtech/jts/operation/distance/DistanceOp.js'
import OverlayOp from 'jsts/org/locationtech/jts/operation/overlay/OverlayOp.js'
import Polygonizer from 'jsts/org/locationtech/jts/operation/polygonize/Polygonizer.js'
import SnapIfNeededOverlayOp from 'jsts/org/locationtech/jts/operation/overlay/snap/SnapIfNeededOverlayOp.js'
import { DomainError, sentence } from '#core/domain_error'
import { flatLine, Plane, type Flat } from '#registry/geo/plane'
import { bbox, ellipsoidArea } from '#registry/geo/shape'
import {
  areaOf,
  polygonsOf,
  type Area,
  type Line,
  type Position,
  type Ring,
  type Shape,
} from '#registry/geo/types'
import { reaching } from '#registry/geo/reach'
import { sharedArea } from '#registry/geo/shared_area'
import { isInside } from '#registry/geo/inside'

export { problemsOf } from '#registry/geo/validity'

/** Two shapes so tangled that no overlay of them can be computed. */
export class OverlayError extends DomainError {
  static override code = 'E_OVERLAY'
}

/**
 * Square metres of ground that two areas truly share; 0 for neighbours that only touch, and for
 * points. Computed on the belt's grid: the database calls neighbours with a common edge "overlapping"
 * nearly half of the time, so its predicate is never asked.
 */
export function overlapArea(one: Shape, other: Shape): number {
  if (one.type === 'Point' || other.type === 'Point' || !boxesMeet(one, other)) return 0
  const plane = Plane.of(one)
  return flatOverlap(plane, plane.polygons(one), plane.polygons(other))
}

/** As {@link overlapArea}, of polygons already on a plane. */
export function flatOverlap(
  plane: Plane,
  one: readonly Ring[][],
  other: readonly Ring[][]
): number {
  const shared = sharedArea(one, other)
  return shared ? shared.area * plane.groundAt(shared.middle) : 0
}

/** The ground two areas share; null when it is nothing. */
export function intersectionOf(one: Shape, other: Shape): Area | null {
  if (!boxesMeet(one, other)) return null
  return overlaid(one, other, OverlayOp.INTERSECTION)
}

/** All ground of several areas as one, without inner borders. */
export function unionOf(shapes: readonly Shape[]): Area {
  const plane = Plane.of(shapes[0]!)
  const flat = shapes.map((shape) => plane.geometry(shape))
  // Pair by pair, so that each step joins things of similar size.
  while (flat.length > 1) {
    const [a, b] = [flat.shift()!, flat.shift()!]
    flat.push(attempt(() => SnapIfNeededOverlayOp.overlayOp(a, b, OverlayOp.UNION)))
  }
  return plane.area(flat[0]!) ?? areaOf([])
}

/** The ground of the first area that the second does not cover; null when nothing is left. */
export function differenceOf(one: Shape, other: Shape): Area | null {
  if (!boxesMeet(one, other)) return areaOf(polygonsOf(one))
  return overlaid(one, other, OverlayOp.DIFFERENCE)
}

function overlaid(one: Shape, other: Shape, operation: number): Area | null {
  if (one.type === 'Point' || other.type === 'Point') return null
  const plane = Plane.of(one)
  const [a, b] = [plane.geometry(one), plane.geometry(other)]
  return plane.area(attempt(() => SnapIfNeededOverlayOp.overlayOp(a, b, operation)))
}

/**
 * The parts into which a line cuts an area, the largest first; the area alone when the line does not
 * cross it. Parts keep the area's corners, and share the new ones.
 */
export function splitBy(shape: Area, line: Line): Area[] {
  const plane = Plane.of(shape)
  const ground = plane.geometry(shape)
  const polygons = plane.polygons(shape)
  const drawn = (line.coordinates as Position[]).map((at) => plane.at(at))
  const cut = flatLine(reaching(drawn, polygons.flat()))
  const edges = attempt(() =>
    SnapIfNeededOverlayOp.overlayOp(ground.getBoundary(), cut, OverlayOp.UNION)
  )
  const polygonizer = new Polygonizer()
  polygonizer.add(edges)
  const parts: Area[] = []
  for (const face of polygonizer.getPolygons().toArray() as Flat[]) {
    const { x, y } = face.getInteriorPoint().getCoordinate()
    const part = isInside([x, y], polygons) ? plane.area(face) : null
    if (part) parts.push(part)
  }
  return parts.sort((a, b) => ellipsoidArea(b) - ellipsoidArea(a))
}

/** Shortest distance between two shapes in metres; 0 when they touch or overlap. */
export function distanceMetres(one: Shape, other: Shape): number {
  const plane = Plane.of(one)
  return DistanceOp.distance(plane.geometry(one), plane.geometry(other)) as number
}

/** Whether the boxes around two shapes meet: the cheap question before the exact one. */
export function boxesMeet(one: Shape, other: Shape): boolean {
  const [w1, s1, e1, n1] = bbox(one)
  const [w2, s2, e2, n2] = bbox(other)
  return w1 <= e2 && w2 <= e1 && s1 <= n2 && s2 <= n1
}

function attempt<T>(compute: () => T): T {
  try {
    return compute()
  } catch (error) {
    throw new OverlayError(
      sentence(
        'لا يمكن حساب التقاطع لأن حدود أحد الشكلين تقطع نفسها.',
        'The overlay cannot be computed because an outline crosses itself.'
      ),
      {
        cure: sentence('صحح الشكل ثم أعد المحاولة.', 'Correct the shape, then try again.'),
        cause: error,
      }
    )
  }
}
