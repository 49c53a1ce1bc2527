import proj4 from 'proj4'
import { beltOf, fromWgs84 } from '#registry/geo/grids'
import { fromWkb } from '#registry/geo/wkb'
import { flatEdges, type FlatEdges } from '#registry/geo/shared_area'
import { polygonsOf, type Position } from '#registry/geo/types'

/** An area in metres on one plane. */
export interface Flat {
  /** Areas of one plane are compared as they are. */
  plane: string
  edges: FlatEdges
}

/** Easting of the meridian of each belt; the stretch of a belt grows with the distance from it. */
const MERIDIAN: Record<string, number> = {
  22991: 300_000,
  22992: 615_000,
  22993: 700_000,
  22994: 700_000,
}
const EARTH_RADIUS = 6_363_000

const abroad = new Map<string, { forward(at: Position): Position }>()

/** The plane on which a place is surveyed: its belt in Egypt, its zone of UTM elsewhere. */
export function planeAt([lon, lat]: Position, isAbroad: boolean): string {
  if (!isAbroad) return String(beltOf([lon, lat]))
  const zone = Math.min(60, Math.max(1, Math.floor((lon + 180) / 6) + 1))
  return `utm${zone}${lat < 0 ? 's' : ''}`
}

/** The polygons of a stored shape on a plane. */
export function flatOn(plane: string, wkb: Buffer): Flat {
  const at = converterTo(plane)
  const polygons = polygonsOf(fromWkb(wkb)).map((rings) => rings.map((ring) => ring.map(at)))
  return { plane, edges: flatEdges(polygons) }
}

function converterTo(plane: string): (at: Position) => Position {
  if (!plane.startsWith('utm')) {
    const epsg = Number(plane)
    return (at) => fromWgs84(at, epsg)
  }
  let convert = abroad.get(plane)
  if (!convert) {
    const definition = `+proj=utm +zone=${Number.parseInt(plane.slice(3), 10)}${plane.endsWith('s') ? ' +south' : ''} +datum=WGS84`
    convert = proj4('+proj=longlat +datum=WGS84 +no_defs', definition) as {
      forward(at: Position): Position
    }
    abroad.set(plane, convert)
  }
  return (at) => convert.forward([at[0], at[1]])
}

/** Square metres of ground of a square metre of a plane at an easting. */
export function groundAt(plane: string, easting: number): number {
  const meridian = MERIDIAN[plane]
  if (meridian === undefined) return 1 / 0.9996 ** 2
  const off = (easting - meridian) / EARTH_RADIUS
  return 1 / (1 + (off * off) / 2) ** 2
}
