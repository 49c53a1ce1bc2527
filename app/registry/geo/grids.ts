import proj4 from 'proj4'
import { sentence, type Sentence } from '#core/domain_error'
import { fromEgypt1907, toEgypt1907 } from '#registry/geo/datum'
import type { Position } from '#registry/geo/types'

/** A grid in which Egyptian surveys give coordinates. */
export interface Grid {
  /** EPSG code: what `source_srid` keeps. */
  epsg: number
  names: Sentence
  /** Definition of the projection for other software (PROJ text). */
  proj: string
  /** Where the grid is meant to be used: west, south, east, north in degrees. */
  use: readonly [number, number, number, number]
  /** Eastings and northings in metres, or degrees. */
  unit: 'metre' | 'degree'
  /** Which transformation leads to WGS 84: kept beside each geometry. */
  transformation: string
}

/** The seven parameters of EPSG 7697 with its pivot folded in (position vector, seconds, ppm). */
const TOWGS84 = '-78.9779,-50.7953,-1.4922,-1.603747,0.153612,5.364408,5.33745'
const BELTS = 'Egypt 1907 to WGS 84, EPSG:7697 as seven parameters'

/** Border between Purple and Extended Purple: 28°11′ N. */
const PURPLE_SOUTH = 28 + 11 / 60

function belt(
  epsg: number,
  ar: string,
  en: string,
  [lon, east, north]: readonly [number, number, number],
  use: Grid['use']
): Grid {
  return {
    epsg,
    names: sentence(ar, en),
    proj: `+proj=tmerc +lat_0=30 +lon_0=${lon} +k=1 +x_0=${east} +y_0=${north} +ellps=helmert +towgs84=${TOWGS84} +units=m +no_defs`,
    use,
    unit: 'metre',
    transformation: BELTS,
  }
}

function utm(zone: number, use: Grid['use']): Grid {
  return {
    epsg: 32600 + zone,
    names: sentence(`يو تي إم النطاق ${zone} شمال (WGS84)`, `UTM zone ${zone} North (WGS 84)`),
    proj: `+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`,
    use,
    unit: 'metre',
    transformation: 'none: already WGS 84',
  }
}

/** The grids the register knows, the Egyptian belts first. */
export const GRIDS: readonly Grid[] = [
  belt(22992, 'الحزام الأحمر', 'Red Belt', [31, 615_000, 810_000], [29, 21, 33, 32]),
  belt(22991, 'الحزام الأزرق', 'Blue Belt', [35, 300_000, 1_100_000], [33, 21, 37, 32]),
  belt(22993, 'الحزام البنفسجي', 'Purple Belt', [27, 700_000, 200_000], [24, PURPLE_SOUTH, 29, 32]),
  belt(
    22994,
    'الحزام البنفسجي الممتد',
    'Extended Purple Belt',
    [27, 700_000, 1_200_000],
    [24, 21, 29, PURPLE_SOUTH]
  ),
  utm(36, [30, 21, 36, 32]),
  utm(35, [24, 21, 30, 32]),
  {
    epsg: 4326,
    names: sentence('خطوط الطول والعرض (WGS84)', 'Longitude and latitude (WGS 84)'),
    proj: '+proj=longlat +datum=WGS84 +no_defs',
    use: [24, 21, 37, 32],
    unit: 'degree',
    transformation: 'none: already WGS 84',
  },
]

/** The land of Egypt and its waters, roughly: west, south, east, north. */
export const EGYPT = [24, 21, 37, 32] as const

interface Converter {
  forward(position: Position): Position
  inverse(position: Position): Position
}

const converters = new Map<number, Converter>()

function converter(epsg: number): Converter {
  const known = converters.get(epsg)
  if (known) return known
  const made = makeConverter(gridOf(epsg))
  converters.set(epsg, made)
  return made
}

function makeConverter(grid: Grid): Converter {
  if (grid.epsg === 4326) return { forward: (at) => at, inverse: (at) => at }
  if (grid.transformation !== BELTS) {
    const plain = proj4('+proj=longlat +datum=WGS84 +no_defs', grid.proj)
    return {
      forward: (at) => plain.forward(at) as Position,
      inverse: (at) => plain.inverse(at) as Position,
    }
  }
  // The library's own datum shift is not its own inverse (some millimetres are lost each way), so
  // it only projects on the ellipsoid of 1906; the shift between the datums is ours.
  const flat = grid.proj.replace(/ \+towgs84=\S+/, '')
  const plane = proj4('+proj=longlat +ellps=helmert +no_defs', flat)
  return {
    forward: (at) => plane.forward(toEgypt1907(at)) as Position,
    inverse: (at) => fromEgypt1907(plane.inverse(at) as Position),
  }
}

/**
 * The grid with an EPSG code.
 * @throws RangeError for a code the register does not know
 */
export function gridOf(epsg: number): Grid {
  const grid = GRIDS.find((one) => one.epsg === epsg)
  if (!grid) throw new RangeError(`No grid with EPSG code ${epsg}`)
  return grid
}

/** Whether the register can convert from a grid. */
export function knowsGrid(epsg: number): boolean {
  return GRIDS.some((one) => one.epsg === epsg)
}

/** Easting and northing (metres) of a survey to longitude and latitude on WGS 84 (degrees). */
export function toWgs84(position: Position, epsg: number): Position {
  return converter(epsg).inverse([position[0], position[1]])
}

/** Longitude and latitude on WGS 84 (degrees) to easting and northing (metres) of a grid. */
export function fromWgs84(position: Position, epsg: number): Position {
  return converter(epsg).forward([position[0], position[1]])
}

/** The Egyptian belt in which a place is surveyed. */
export function beltOf([lon, lat]: Position): number {
  if (lon >= 33) return 22991
  if (lon >= 29) return 22992
  return lat >= PURPLE_SOUTH ? 22993 : 22994
}
