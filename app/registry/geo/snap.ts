import { nearestOn, toSegment } from '#registry/geo/inside'
import { Plane } from '#registry/geo/plane'
import { problemsOf } from '#registry/geo/validity'
import { areaOf, type Area, type Position, type Ring, type Shape } from '#registry/geo/types'
import { tidy } from '#registry/geo/shape'

/** Nearer than this (metres), two outlines are the same line. */
const SAME = 0.01

type Edge = readonly [Position, Position]

/**
 * How far the outlines of two areas (on one plane, metres) run beside each other, apart but nearer
 * than a width: the strips of no man's land that two surveys of one wall leave.
 * @returns metres of edge, and the widest place
 */
export function narrowStrips(
  shape: readonly Ring[][],
  neighbour: readonly Ring[][],
  width: number
): { metres: number; width: number } {
  const theirs = edgesOf(neighbour.flat())
  let metres = 0
  let widest = 0
  for (const own of edgesOf(shape.flat())) {
    for (const other of theirs) {
      const strip = stripBetween(own, other, width)
      if (!strip) continue
      metres += strip.metres
      widest = Math.max(widest, strip.width)
    }
  }
  return { metres, width: widest }
}

function edgesOf(rings: readonly Ring[]): Edge[] {
  return rings.flatMap((ring) => ring.slice(1).map((end, index): Edge => [ring[index]!, end]))
}

/** The part of an edge beside which another one runs, between {@link SAME} and a width away. */
function stripBetween(
  [a, b]: Edge,
  [c, d]: Edge,
  width: number
): { metres: number; width: number } | null {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  if (length === 0 || apartBoxes([a, b], [c, d], width)) return null
  const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
  const along = ([x, y]: Position) => (x - a[0]) * ux + (y - a[1]) * uy
  const aside = ([x, y]: Position) => (y - a[1]) * ux - (x - a[0]) * uy
  const [from, to] = [along(c), along(d)]
  if (from === to) return null
  const start = Math.max(0, Math.min(from, to))
  const end = Math.min(length, Math.max(from, to))
  if (end - start <= 0) return null
  const asideAt = (t: number) => aside(c) + ((aside(d) - aside(c)) * (t - from)) / (to - from)
  const [first, last] = [asideAt(start), asideAt(end)]
  // Only edges that run alike: one that leaves at an angle is no strip.
  if (Math.abs(last - first) > 0.1 * (end - start) + SAME) return null
  const widest = Math.max(Math.abs(first), Math.abs(last))
  if (widest < SAME || Math.min(Math.abs(first), Math.abs(last)) > width || widest > 2 * width) {
    return null
  }
  return { metres: end - start, width: widest }
}

function apartBoxes([a, b]: Edge, [c, d]: Edge, width: number): boolean {
  return [0, 1].some((axis) => {
    const i = axis as 0 | 1
    return (
      Math.max(a[i], b[i]) + width < Math.min(c[i], d[i]) ||
      Math.max(c[i], d[i]) + width < Math.min(a[i], b[i])
    )
  })
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
