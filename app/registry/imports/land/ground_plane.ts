import proj4 from 'proj4'
import { beltOf, fromWgs84 } from '#registry/geo/grids'
import { fromWkb } from '#registry/geo/wkb'
import { polygonsOf, type Position, type Ring, type Shape } from '#registry/geo/types'

/** Polygons in metres on one plane, and what a square metre of it is on the ground. */
export interface Flat {
  /** Shapes of one plane are compared as they are. */
  plane: string
  polygons: Ring[][]
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
  return flatShape(plane, fromWkb(wkb))
}

export function flatShape(plane: string, shape: Shape): Flat {
  const at = converterTo(plane)
  return { plane, polygons: polygonsOf(shape).map((rings) => rings.map((ring) => ring.map(at))) }
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
