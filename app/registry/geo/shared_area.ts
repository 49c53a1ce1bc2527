import type { Ring } from '#registry/geo/types'

interface Box {
  west: number
  south: number
  east: number
  north: number
}

/** Polygons on a plane as their edges: what comparing them needs, and little memory. */
export interface FlatEdges extends Box {
  /** x1, y1, x2, y2 of each edge; outer rings run counter-clockwise, holes clockwise. */
  edges: Float64Array
}

/** Ground two areas share on a plane, and a place in its middle. */
export interface SharedArea {
  area: number
  middle: [number, number]
}

/** The edges of polygons, which may be given in either direction. */
export function flatEdges(polygons: readonly Ring[][]): FlatEdges {
  let count = 0
  for (const rings of polygons) for (const ring of rings) count += Math.max(0, ring.length - 1)
  const edges = new Float64Array(count * 4)
  let at = 0
  for (const rings of polygons) {
    for (let index = 0; index < rings.length; index++) {
      const ring = rings[index]!
      const forward = counterClockwise(ring) === (index === 0)
      for (let i = 1; i < ring.length; i++) {
        const a = ring[forward ? i - 1 : i]!
        const b = ring[forward ? i : i - 1]!
        edges[at] = a[0]
        edges[at + 1] = a[1]
        edges[at + 2] = b[0]
        edges[at + 3] = b[1]
        at += 4
      }
    }
  }
  return { edges, ...boxOfEdges(edges) }
}

/** The area that polygons on one plane share; null where not even their boxes meet. */
export function sharedArea(one: readonly Ring[][], other: readonly Ring[][]): SharedArea | null {
  return sharedBetween(flatEdges(one), flatEdges(other))
}

/**
 * The area that two areas on one plane share: exact arithmetic over pairs of edges instead of building
 * the intersection, so that it is quick and no tangle of nearly equal edges can make it fail.
 *
 * An area is the sum of the strips under its edges, those that run west counted negative; the strips
 * under two edges share what lies under the lower of both. Holes count by running the other way.
 */
export function sharedBetween(one: FlatEdges, other: FlatEdges): SharedArea | null {
  const west = Math.max(one.west, other.west)
  const south = Math.max(one.south, other.south)
  const east = Math.min(one.east, other.east)
  const north = Math.min(one.north, other.north)
  if (!(west < east && south < north)) return null
  const box = { west, south, east, north }
  const a = FIRST.take(one.edges, box)
  const b = SECOND.take(other.edges, box)
  let twice = 0
  for (let i = 0; i < a; i += 4) {
    for (let j = 0; j < b; j += 4) twice += underBoth(FIRST.edges, i, SECOND.edges, j)
  }
  return { area: Math.abs(twice) / 2, middle: [(west + east) / 2, (south + north) / 2] }
}

/** Twice the signed area under both edges, of which each is x1, y1, x2, y2 from an index on. */
function underBoth(a: Float64Array, i: number, b: Float64Array, j: number): number {
  const isTurned = a[i]! > a[i + 2]!
  const isOtherTurned = b[j]! > b[j + 2]!
  const [l, h] = isTurned ? [i + 2, i] : [i, i + 2]
  const [n, o] = isOtherTurned ? [j + 2, j] : [j, j + 2]
  const x1 = a[l]!
  const x2 = a[h]!
  const u1 = b[n]!
  const u2 = b[o]!
  const from = x1 > u1 ? x1 : u1
  const to = x2 < u2 ? x2 : u2
  if (from >= to) return 0
  const y1 = a[l + 1]!
  const v1 = b[n + 1]!
  const m = (a[h + 1]! - y1) / (x2 - x1)
  const k = (b[o + 1]! - v1) / (u2 - u1)
  const p = y1 + m * (from - x1)
  const q = y1 + m * (to - x1)
  const r = v1 + k * (from - u1)
  const s = v1 + k * (to - u1)
  const width = isTurned === isOtherTurned ? to - from : from - to
  const before = p - r
  const after = q - s
  if (before <= 0 === after <= 0) {
    return width * (before + after <= 0 ? p + q : r + s)
  }
  // The edges cross: under one up to there, under the other from there on.
  const share = before / (before - after)
  const at = p + (q - p) * share
  const start = before <= 0 ? p : r
  const end = before <= 0 ? s : q
  return width * (share * (start + at) + (1 - share) * (at + end))
}

/**
 * Edges as seen from the corner of a box: only what stands over the box's width counts, and no edge
 * reaches below or above it. Two of these serve all comparisons one after the other.
 */
class Clip {
  edges = new Float64Array(256)
  #count = 0

  /** Takes the edges that count; gives how many numbers they are. */
  take(edges: Float64Array, { west, south, east, north }: Box): number {
    this.#count = 0
    const height = north - south
    for (let i = 0; i < edges.length; i += 4) {
      const x1 = edges[i]!
      const x2 = edges[i + 2]!
      if ((x1 <= west && x2 <= west) || (x1 >= east && x2 >= east)) continue
      this.#bend(x1 - west, edges[i + 1]! - south, x2 - west, edges[i + 3]! - south, height)
    }
    return this.#count
  }

  /** An edge bent to stay between 0 and the height: under it, within the box, nothing changes. */
  #bend(x1: number, y1: number, x2: number, y2: number, height: number): void {
    let first = y1 < 0 !== y2 < 0 ? -y1 / (y2 - y1) : 0
    let second = y1 < height !== y2 < height ? (height - y1) / (y2 - y1) : 1
    if (first > second) [first, second] = [second, first]
    if (first > 0) this.#put(x1, y1, x2, y2, height, 0, first)
    if (second > first) this.#put(x1, y1, x2, y2, height, first, second)
    if (second < 1) this.#put(x1, y1, x2, y2, height, second, 1)
  }

  #put(
    x1: number,
    y1: number,
    x2: number,
    y2: number,
    height: number,
    from: number,
    to: number
  ): void {
    const start = Math.min(height, Math.max(0, y1 + (y2 - y1) * from))
    const end = Math.min(height, Math.max(0, y1 + (y2 - y1) * to))
    // Under an edge on the floor of the box lies nothing.
    if (!(start > 0 || end > 0)) return
    if (this.#count + 4 > this.edges.length) {
      const wider = new Float64Array(this.edges.length * 2)
      wider.set(this.edges)
      this.edges = wider
    }
    this.edges[this.#count] = x1 + (x2 - x1) * from
    this.edges[this.#count + 1] = start
    this.edges[this.#count + 2] = to === 1 ? x2 : x1 + (x2 - x1) * to
    this.edges[this.#count + 3] = end
    this.#count += 4
  }
}

const FIRST = new Clip()
const SECOND = new Clip()

function counterClockwise(ring: Ring): boolean {
  if (ring.length === 0) return false
  const [x0, y0] = ring[0]!
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1]!
    const b = ring[i]!
    twice += (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0)
  }
  return twice > 0
}

/** The box around edges. */
export function boxOfEdges(edges: Float64Array): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < edges.length; i += 4) {
    if (edges[i]! < west) west = edges[i]!
    if (edges[i]! > east) east = edges[i]!
    if (edges[i + 1]! < south) south = edges[i + 1]!
    if (edges[i + 1]! > north) north = edges[i + 1]!
  }
  return { west, south, east, north }
}
