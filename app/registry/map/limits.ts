import type { Reader } from '#identity/access/visible'
import { today } from '#core/days'
import type { Locale } from '#core/domain_error'
import {
  fromDb,
  mapped,
  polygonsOf,
  type Area,
  type Position,
  type Ring,
} from '#registry/geo/shape'
import { boxWkb } from '#registry/ogc/narrow'
import type { Box } from '#registry/ogc/question'
import { looking } from '#registry/ogc/read'
import { visible } from '#identity/access/visible'

/** The limit of a unit as a map draws it. */
export interface DrawnLimit {
  unitId: number
  name: string
  shape: Area
}

const MOST = 200
/** Simplified limits by row and zoom; a row never changes. */
const simplified = new Map<string, Area>()
const KEPT = 2000

/** The limits of the person's units that meet a window, no finer than a pixel of the zoom. */
export function limitsIn(
  { box, zoom }: { box: Box; zoom: number },
  reader: Reader,
  locale: Locale
): Promise<DrawnLimit[]> {
  return looking(async (trx) => {
    const query = trx
      .from('unit_limits as l')
      .join('units', 'units.id', 'l.unit_id')
      .whereRaw('MBRIntersects(l.shape, ST_GeomFromWKB(?))', [boxWkb(box)] as never[])
      .whereRaw(
        'l.valid_from = (SELECT MAX(x.valid_from) FROM unit_limits x WHERE x.unit_id = l.unit_id AND x.valid_from <= ?)',
        [today()]
      )
      .select('l.id', 'l.unit_id', `units.name_${locale} as name`)
      .limit(MOST)
    const rows = await visible(query, reader, 'registry.assets.read', 'units.id')
    const keyOf = (id: number) => `${id} ${zoom}`
    const missing = rows.map((row) => Number(row.id)).filter((id) => !simplified.has(keyOf(id)))
    if (missing.length > 0) {
      const shapes = await trx
        .from('unit_limits')
        .whereIn('id', missing)
        .select('id', trx.raw('ST_AsBinary(shape) AS shape'))
      if (simplified.size > KEPT) simplified.clear()
      for (const { id, shape } of shapes) {
        simplified.set(keyOf(Number(id)), simpler(fromDb(shape) as Area, pixel(zoom)))
      }
    }
    return rows.map((row) => ({
      unitId: Number(row.unit_id),
      name: row.name,
      shape: simplified.get(keyOf(Number(row.id)))!,
    }))
  })
}

const pixel = (zoom: number) => 360 / (256 * 2 ** zoom)

/** The shape without corners that lie within a tolerance of the line without them (Douglas–Peucker). */
export function simpler(shape: Area, tolerance: number): Area {
  const polygons = polygonsOf(shape)
    .map((rings) => rings.map((ring) => thinned(ring, tolerance)).filter((ring) => ring.length > 3))
    .filter((rings) => rings.length > 0)
  const kept: Area = polygons.length
    ? { type: 'MultiPolygon', coordinates: polygons }
    : { type: 'MultiPolygon', coordinates: polygonsOf(shape) }
  return mapped(kept, ([x, y]) => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6]) as Area
}

function thinned(ring: Ring, tolerance: number): Ring {
  if (ring.length < 5) return ring
  const keep = new Uint8Array(ring.length)
  keep[0] = keep[ring.length - 1] = 1
  // A closed ring has no ends: it is parted at the corner farthest from its first.
  const far = farthest(ring, 0, ring.length - 1)
  keep[far.at] = 1
  const parts: [number, number][] = [
    [0, far.at],
    [far.at, ring.length - 1],
  ]
  while (parts.length > 0) {
    const [from, to] = parts.pop()!
    const { at, distance } = farthest(ring, from, to)
    if (distance <= tolerance) continue
    keep[at] = 1
    parts.push([from, at], [at, to])
  }
  return ring.filter((_, at) => keep[at])
}

function farthest(ring: Ring, from: number, to: number): { at: number; distance: number } {
  let [at, distance] = [from, -1]
  for (let i = from + 1; i < to; i++) {
    const away = distanceToLine(ring[i]!, ring[from]!, ring[to]!)
    if (away > distance) [at, distance] = [i, away]
  }
  return { at, distance }
}

function distanceToLine([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = Math.hypot(dx, dy)
  if (length === 0) return Math.hypot(x - ax, y - ay)
  return Math.abs(dx * (ay - y) - dy * (ax - x)) / length
}
