import { toSegment } from '#registry/geo/inside'
import { mapped, polygonsOf, areaOf, type Area, type Ring, type Shape } from '#registry/geo/types'

/** Degrees of longitude that a pixel of a map covers at a zoom. */
export const pixelAt = (zoom: number) => 360 / (256 * 2 ** zoom)

/**
 * An area with fewer corners, for drawing only: none of those left out lies farther from the new edges
 * than a tolerance (degrees), and those that stay keep their place to so many decimals. Rings that
 * vanish are dropped.
 */
export function simplified(shape: Shape, tolerance: number, decimals = 5): Area | null {
  const round = (degrees: number) => Math.round(degrees * 10 ** decimals) / 10 ** decimals
  const polygons = polygonsOf(mapped(shape, ([x, y]) => [round(x), round(y)]))
    .map((rings) => rings.map((ring) => thinned(ring, tolerance)).filter((ring) => ring.length > 3))
    .filter((rings) => rings.length > 0)
  return polygons.length > 0 ? areaOf(polygons) : null
}

/** Ramer, Douglas and Peucker, without recursion: limits have ten thousands of corners. */
function thinned(ring: Ring, tolerance: number): Ring {
  const keep = new Uint8Array(ring.length)
  keep[0] = keep[ring.length - 1] = 1
  const spans: [number, number][] = [[0, ring.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let [farthest, most] = [0, tolerance]
    for (let i = from + 1; i < to; i++) {
      const away = toSegment(ring[i]!, ring[from]!, ring[to]!)
      if (away > most) [farthest, most] = [i, away]
    }
    if (farthest === 0) continue
    keep[farthest] = 1
    spans.push([from, farthest], [farthest, to])
  }
  return ring.filter((_, index) => keep[index])
}
