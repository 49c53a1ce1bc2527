import type { Ring } from '#registry/geo/types'

interface Box {
  west: number
  south: number
  east: number
  north: number
}

/** Ground two areas share on a plane, and a place in its middle. */
export interface SharedArea {
  area: number
  middle: [number, number]
}

/**
 * The area that polygons on one plane share: exact arithmetic over pairs of edges instead of building
 * the intersection, so that it is quick and no tangle of nearly equal edges can make it fail.
 *
 * An area is the sum of the strips under its edges, those that run west counted negative; the strips
 * under two edges share what lies under the lower of both. Holes count by running the other way.
 */
export function sharedArea(one: readonly Ring[][], other: readonly Ring[][]): SharedArea | null {
  const box = common(boxOf(one), boxOf(other))
  if (!box) return null
  const [a, b] = [edgesWithin(one, box), edgesWithin(other, box)]
  let twice = 0
  for (let i = 0; i < a.length; i += 4) {
    for (let j = 0; j < b.length; j += 4) twice += underBoth(a, i, b, j)
  }
  const area = Math.abs(twice) / 2
  return { area, middle: [(box.west + box.east) / 2, (box.south + box.north) / 2] }
}

/** Twice the signed area under both edges, of which each is x1, y1, x2, y2 from an index on. */
function underBoth(a: Float64Array, i: number, b: Float64Array, j: number): number {
  let [x1, y1, x2, y2] = [a[i]!, a[i + 1]!, a[i + 2]!, a[i + 3]!]
  let [u1, v1, u2, v2] = [b[j]!, b[j + 1]!, b[j + 2]!, b[j + 3]!]
  let sign = 1
  if (x1 > x2) [x1, y1, x2, y2, sign] = [x2, y2, x1, y1, -sign]
  if (u1 > u2) [u1, v1, u2, v2, sign] = [u2, v2, u1, v1, -sign]
  const from = Math.max(x1, u1)
  const to = Math.min(x2, u2)
  if (from >= to) return 0
  const [m, k] = [(y2 - y1) / (x2 - x1), (v2 - v1) / (u2 - u1)]
  const [p, q] = [y1 + m * (from - x1), y1 + m * (to - x1)]
  const [r, s] = [v1 + k * (from - u1), v1 + k * (to - u1)]
  const width = to - from
  const [before, after] = [p - r, q - s]
  if (before <= 0 === after <= 0) {
    return sign * width * (before + after <= 0 ? p + q : r + s)
  }
  // The edges cross: under one up to there, under the other from there on.
  const share = before / (before - after)
  const at = p + (q - p) * share
  const [start, end] = before <= 0 ? [p, s] : [r, q]
  return sign * width * (share * (start + at) + (1 - share) * (at + end))
}

/**
 * The edges of rings as numbers from the box's corner on, outer rings one way round and holes the
 * other. Only what stands over the box's width counts, and no edge reaches below or above it.
 */
function edgesWithin(polygons: readonly Ring[][], box: Box): Float64Array {
  const edges: number[] = []
  const height = box.north - box.south
  for (const rings of polygons) {
    rings.forEach((ring, index) => {
      const forward = counterClockwise(ring) === (index === 0)
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = forward ? [ring[i - 1]!, ring[i]!] : [ring[i]!, ring[i - 1]!]
        if (Math.max(a[0], b[0]) <= box.west || Math.min(a[0], b[0]) >= box.east) continue
        const from: [number, number] = [a[0] - box.west, a[1] - box.south]
        const to: [number, number] = [b[0] - box.west, b[1] - box.south]
        clamped(edges, from, to, height)
      }
    })
  }
  return Float64Array.from(edges)
}

/** An edge bent to stay between 0 and the height: under it, within the box, nothing changes. */
function clamped(
  edges: number[],
  [x1, y1]: [number, number],
  [x2, y2]: [number, number],
  height: number
): void {
  const cuts = [0, 1]
  for (const level of [0, height]) {
    if (y1 < level !== y2 < level) cuts.push((level - y1) / (y2 - y1))
  }
  cuts.sort((a, b) => a - b)
  for (let i = 1; i < cuts.length; i++) {
    const [s, t] = [cuts[i - 1]!, cuts[i]!]
    if (s === t) continue
    const bent = (share: number) => Math.min(height, Math.max(0, y1 + (y2 - y1) * share))
    const at = (share: number) => (share === 1 ? x2 : x1 + (x2 - x1) * share)
    // Under an edge on the floor of the box lies nothing.
    if (bent(s) > 0 || bent(t) > 0) edges.push(at(s), bent(s), at(t), bent(t))
  }
}

function counterClockwise(ring: Ring): boolean {
  const [x0, y0] = ring[0] ?? [0, 0]
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!]
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return twice > 0
}

/** The box around polygons on a plane. */
export function boxOf(polygons: readonly Ring[][]): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const rings of polygons) {
    for (const [x, y] of rings[0] ?? []) {
      if (x < box.west) box.west = x
      if (x > box.east) box.east = x
      if (y < box.south) box.south = y
      if (y > box.north) box.north = y
    }
  }
  return box
}

function common(a: Box, b: Box): Box | null {
  const box = {
    west: Math.max(a.west, b.west),
    south: Math.max(a.south, b.south),
    east: Math.min(a.east, b.east),
    north: Math.min(a.north, b.north),
  }
  return box.west < box.east && box.south < box.north ? box : null
}
