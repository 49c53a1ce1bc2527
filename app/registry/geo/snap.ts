import { nearestOn, toSegment } from '#registry/geo/inside'
import { Plane } from '#registry/geo/plane'
import { flatEdges, type FlatEdges } from '#registry/geo/shared_area'
import { problemsOf } from '#registry/geo/validity'
import { areaOf, type Area, type Position, type Ring, type Shape } from '#registry/geo/types'
import { tidy } from '#registry/geo/shape'

/** Nearer than this (metres), two outlines are the same line. */
const SAME = 0.01

type Edge = readonly [Position, Position]

/** Edges that run beside each other: metres of them, and the widest place between them. */
interface Strips {
  metres: number
  width: number
}

/**
 * How far the outlines of two areas (on one plane, metres) run beside each other, apart but nearer
 * than a width: the strips of no man's land that two surveys of one wall leave.
 */
export function narrowStrips(
  shape: readonly Ring[][],
  neighbour: readonly Ring[][],
  width: number
): Strips {
  return stripsBetween(flatEdges(shape), flatEdges(neighbour), width)
}

/** As {@link narrowStrips}, of areas that are compared more than once. */
export function stripsBetween(one: FlatEdges, other: FlatEdges, width: number): Strips {
  const found = { metres: 0, width: 0 }
  const [own, theirs] = [one.edges, other.edges]
  const west = Math.max(one.west, other.west) - width
  const south = Math.max(one.south, other.south) - width
  const east = Math.min(one.east, other.east) + width
  const north = Math.min(one.north, other.north) + width
  for (let i = 0; i < own.length; i += 4) {
    if (isBeside(own, i, west, south, east, north)) continue
    const w = Math.min(own[i]!, own[i + 2]!) - width
    const s = Math.min(own[i + 1]!, own[i + 3]!) - width
    const e = Math.max(own[i]!, own[i + 2]!) + width
    const n = Math.max(own[i + 1]!, own[i + 3]!) + width
    for (let j = 0; j < theirs.length; j += 4) {
      if (!isBeside(theirs, j, w, s, e, n)) addStrip(own, i, theirs, j, width, found)
    }
  }
  return found
}

/** Whether an edge's box lies outside of a box. */
function isBeside(
  edges: Float64Array,
  i: number,
  west: number,
  south: number,
  east: number,
  north: number
): boolean {
  const x1 = edges[i]!
  const y1 = edges[i + 1]!
  const x2 = edges[i + 2]!
  const y2 = edges[i + 3]!
  return (
    (x1 < west && x2 < west) ||
    (x1 > east && x2 > east) ||
    (y1 < south && y2 < south) ||
    (y1 > north && y2 > north)
  )
}

/** Adds the part of an edge beside which another one runs, between {@link SAME} and a width away. */
function addStrip(
  own: Float64Array,
  i: number,
  theirs: Float64Array,
  j: number,
  width: number,
  found: Strips
): void {
  const x = own[i]!
  const y = own[i + 1]!
  const dx = own[i + 2]! - x
  const dy = own[i + 3]! - y
  const length = Math.sqrt(dx * dx + dy * dy)
  if (length === 0) return
  const ux = dx / length
  const uy = dy / length
  const cx = theirs[j]! - x
  const cy = theirs[j + 1]! - y
  const ex = theirs[j + 2]! - x
  const ey = theirs[j + 3]! - y
  const from = cx * ux + cy * uy
  const to = ex * ux + ey * uy
  if (from === to) return
  const start = Math.max(0, Math.min(from, to))
  const end = Math.min(length, Math.max(from, to))
  if (end - start <= 0) return
  const aside = cy * ux - cx * uy
  const slope = (ey * ux - ex * uy - aside) / (to - from)
  const first = Math.abs(aside + slope * (start - from))
  const last = Math.abs(aside + slope * (end - from))
  // Only edges that run alike: one that leaves at an angle is no strip.
  if (Math.abs(slope * (end - start)) > 0.1 * (end - start) + SAME) return
  const widest = Math.max(first, last)
  if (widest < SAME || Math.min(first, last) > width || widest > 2 * width) return
  found.metres += end - start
  if (widest > found.width) found.width = widest
}

function edgesOf(rings: readonly Ring[]): Edge[] {
  return rings.flatMap((ring) => ring.slice(1).map((end, index): Edge => [ring[index]!, end]))
}

/**
 * The shape with its corners and edges laid onto those of its neighbours wherever they are nearer
 * than a width; their corners become its corners, digit by digit. Null when that changes nothing or
 * would spoil the shape.
 */
export function snapped(shape: Shape, neighbours: readonly Shape[], width: number): Area | null {
  if (shape.type === 'Point') return null
  const plane = Plane.of(shape)
  const polygons = plane.kept(shape)
  const rings = neighbours.flatMap((neighbour) => plane.kept(neighbour).flat())
  const corners = rings.flat()
  const edges = edgesOf(rings)
  let moved = false
  const fitted = polygons.map((polygon) =>
    polygon.map((ring) => {
      const laid = withCorners(
        ring.slice(0, -1).map((at) => laidOn(at, corners, edges, width)),
        corners,
        width
      )
      if (laid.length !== ring.length - 1 || laid.some((at, index) => at !== ring[index]))
        moved = true
      return [...laid, laid[0]!].map((at) => plane.back(at))
    })
  )
  if (!moved) return null
  const offer = tidy(areaOf(fitted)) as Area
  return problemsOf(offer).length === 0 ? offer : null
}

/** The neighbour's corner within reach, else the nearest place of its edges, else the place itself. */
function laidOn(
  at: Position,
  corners: readonly Position[],
  edges: readonly Edge[],
  width: number
): Position {
  let best = at
  let least = width
  for (const corner of corners) {
    const away = Math.hypot(corner[0] - at[0], corner[1] - at[1])
    if (away <= least) [best, least] = [corner, away]
  }
  if (best !== at) return best
  for (const [a, b] of edges) {
    const place = nearestOn(at, a, b)
    const away = Math.hypot(place[0] - at[0], place[1] - at[1])
    if (away <= least && away > 1e-6) [best, least] = [place, away]
    else if (away <= 1e-6) return at
  }
  return best
}

/** A ring (not closed) with the neighbours' corners that lie beside its edges put in between. */
function withCorners(ring: readonly Position[], corners: readonly Position[], width: number): Ring {
  const result: Ring = []
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length]!
    result.push(from)
    const between = corners
      .filter((corner) => !ring.includes(corner) && toSegment(corner, from, to) <= width)
      .map((corner) => ({ corner, t: share(corner, from, to) }))
      .filter(({ t }) => t > 0 && t < 1)
      .sort((a, b) => a.t - b.t)
    for (const { corner } of between) if (!result.includes(corner)) result.push(corner)
  })
  return result
}

function share(at: Position, a: Position, b: Position): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  return length === 0 ? 0 : ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / length
}
