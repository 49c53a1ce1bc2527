import type { Position, Ring } from '#registry/geo/types'

/** Whether a position lies in polygons (holes are outside); on the very edge either may be said. */
export function isInside(at: Position, polygons: readonly Ring[][]): boolean {
  return polygons.some(
    ([outer, ...holes]) =>
      outer !== undefined &&
      crossesOddly(at, outer) &&
      !holes.some((hole) => crossesOddly(at, hole))
  )
}

/** Whether a ray to the east leaves the ring an odd number of times. */
function crossesOddly([x, y]: Position, ring: Ring): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!
    const [bx, by] = ring[j]!
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** Distance from a position to a segment on a plane, in the plane's unit. */
export function toSegment(at: Position, a: Position, b: Position): number {
  const [x, y] = nearestOn(at, a, b)
  return Math.hypot(at[0] - x, at[1] - y)
}

/** The position of a segment that is nearest to another position. */
export function nearestOn([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): Position {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return [ax + t * dx, ay + t * dy]
}
