import db from '@adonisjs/lucid/services/db'
import { today, type Day } from '#core/days'
import type { Trx } from '#core/within'
import { isInside, toSegment } from '#registry/geo/inside'
import { Plane } from '#registry/geo/plane'
import { bbox, fromDb, positionsOf, type Position, type Shape } from '#registry/geo/shape'
import { polygonsOf, ringsOf } from '#registry/geo/types'

/** The limit that holds for a unit on a day: its own, or that of the nearest unit above it. */
export interface UnitLimit {
  id: number
  unitId: number
  /** Names of the unit whose limit it is. */
  nameAr: string
  nameEn: string
  validFrom: Day
  shape: Shape
}

/** Limits are large (a governorate has 20,000 corners) and their rows never change: some are kept. */
const KEPT = 16
const kept = new Map<number, Shape>()

interface LimitRow {
  id: number
  unit_id: number
  name_ar: string
  name_en: string
  valid_from: Day
}

/** The ground of a unit on a day, or null when no limit is recorded for it or for units above it. */
export async function limitOf(
  unitId: number,
  { on = today(), trx }: { on?: Day; trx?: Trx } = {}
): Promise<UnitLimit | null> {
  const client = trx ?? db
  const [rows] = await client.rawQuery(
    `SELECT l.id, l.unit_id, u.name_ar, u.name_en, l.valid_from
       FROM unit_closure c JOIN unit_limits l ON l.unit_id = c.ancestor_id JOIN units u ON u.id = l.unit_id
      WHERE c.descendant_id = ? AND l.valid_from <= ?
      ORDER BY c.depth, l.valid_from DESC LIMIT 1`,
    [unitId, on]
  )
  const row = rows[0] as LimitRow | undefined
  if (!row) return null
  return {
    id: Number(row.id),
    unitId: Number(row.unit_id),
    nameAr: row.name_ar,
    nameEn: row.name_en,
    validFrom: row.valid_from,
    shape: await shapeOf(Number(row.id), trx),
  }
}

async function shapeOf(id: number, trx?: Trx): Promise<Shape> {
  const known = kept.get(id)
  if (known) return known
  const [rows] = await (trx ?? db).rawQuery(
    'SELECT ST_AsBinary(shape) AS shape FROM unit_limits WHERE id = ?',
    [id]
  )
  const shape = fromDb(rows[0].shape)
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  kept.set(id, shape)
  return shape
}

/** Longest step between two places of an outline that are asked whether they lie inside, metres. */
const STEP = 20
const MOST_PLACES = 4000

/**
 * How far a shape leaves the ground of a limit, in metres: 0 when all of it lies inside. Beyond the
 * margin the figure is what is known at least.
 */
export function metresOutside(shape: Shape, limit: Shape, margin: number): number {
  const [west, south, east, north] = bbox(shape)
  const more = (margin + 1) / 95_000
  const window = [west - more, south - more, east + more, north + more] as const
  const near = segmentsIn(limit, window)
  const ground = polygonsOf(limit)
  const corners = positionsOf(shape)
  const plane = Plane.of(shape)
  if (near.length === 0) {
    return isInside(corners[0]!, ground) ? 0 : farFrom(plane.at(corners[0]!), limit, plane)
  }
  const edges = near.map(([a, b]) => [plane.at(a), plane.at(b)] as const)
  let worst = 0
  for (const place of placesAlong(shape, plane)) {
    if (isInside(plane.back(place), ground)) continue
    let least = Infinity
    for (const [a, b] of edges) least = Math.min(least, toSegment(place, a, b))
    worst = Math.max(worst, least)
  }
  return worst
}

function farFrom(at: Position, limit: Shape, plane: Plane): number {
  let least = Infinity
  for (const ring of ringsOf(limit)) {
    const flat = ring.map((position) => plane.at(position))
    for (let i = 1; i < flat.length; i++) {
      least = Math.min(least, toSegment(at, flat[i - 1]!, flat[i]!))
    }
  }
  return least
}

function segmentsIn(
  shape: Shape,
  [west, south, east, north]: readonly [number, number, number, number]
): [Position, Position][] {
  const found: [Position, Position][] = []
  for (const ring of ringsOf(shape)) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1]!, ring[i]!]
      if (a[0] < west && b[0] < west) continue
      if (a[0] > east && b[0] > east) continue
      if (a[1] < south && b[1] < south) continue
      if (a[1] > north && b[1] > north) continue
      found.push([a, b])
    }
  }
  return found
}

/** Corners of a shape and places between them, so that an edge cannot leave unseen. */
function* placesAlong(shape: Shape, plane: Plane): Generator<Position> {
  if (shape.type === 'Point') {
    yield plane.at(shape.coordinates as Position)
    return
  }
  const rings = plane.polygons(shape).flat()
  const length = rings.reduce((sum, ring) => sum + lengthOf(ring), 0)
  const step = Math.max(STEP, length / MOST_PLACES)
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!]
      const parts = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / step))
      for (let part = 0; part < parts; part++) {
        yield [ax + ((bx - ax) * part) / parts, ay + ((by - ay) * part) / parts]
      }
    }
  }
}

function lengthOf(ring: readonly Position[]): number {
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    sum += Math.hypot(ring[i]![0] - ring[i - 1]![0], ring[i]![1] - ring[i - 1]![1])
  }
  return sum
}
