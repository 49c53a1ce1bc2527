import Coordinate from 'jsts/org/locationtech/jts/geom/Coordinate.js'
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js'
import InteriorPointArea from 'jsts/org/locationtech/jts/algorithm/InteriorPointArea.js'
import { beltOf, fromWgs84, toWgs84 } from '#registry/geo/grids'
import {
  areaOf,
  polygonsOf,
  positionsOf,
  type Area,
  type Line,
  type Position,
  type Ring,
  type Shape,
} from '#registry/geo/types'

const factory = new GeometryFactory()

/** Easting of the central meridian of each belt, and the Earth's mean radius in Egypt, metres. */
const BELT_EASTING: Record<number, number> = {
  22991: 300_000,
  22992: 615_000,
  22993: 700_000,
  22994: 700_000,
}
const EARTH_RADIUS = 6_363_000

/** A geometry of the overlay library. Its own types are unknown to the compiler in this version. */
export type Flat = ReturnType<GeometryFactory['createPolygon']>

/**
 * The ground as a plane in metres: the belt of the first shape, with its corner as origin so that
 * doubles keep their precision. Surveys are made on the belt, so a neighbour's corner in the middle of
 * a straight edge lies on that edge here; in degrees it would be centimetres beside it.
 *
 * Positions that came in leave unchanged: a corner nobody moved keeps its stored coordinates.
 */
export class Plane {
  readonly #known = new Map<string, Position>()
  readonly #origin: Position

  constructor(
    readonly epsg: number,
    origin: Position
  ) {
    this.#origin = [Math.round(origin[0]), Math.round(origin[1])]
  }

  /** The plane on which a shape, and what lies near it, is judged. */
  static of(shape: Shape): Plane {
    const at = positionsOf(shape)[0] ?? [31, 30]
    const epsg = beltOf(at)
    return new Plane(epsg, fromWgs84(at, epsg))
  }

  /** Longitude and latitude to metres on this plane. */
  at(position: Position): Position {
    const [e, n] = fromWgs84(position, this.epsg)
    return [e - this.#origin[0], n - this.#origin[1]]
  }

  /** As {@link at}, remembering the digits for the way back. */
  #keep(position: Position): Position {
    const flat = this.at(position)
    this.#known.set(`${flat[0]} ${flat[1]}`, position)
    return flat
  }

  /** Metres on this plane to longitude and latitude. */
  back(flat: Position): Position {
    const known = this.#known.get(`${flat[0]} ${flat[1]}`)
    if (known) return [...known]
    return toWgs84([flat[0] + this.#origin[0], flat[1] + this.#origin[1]], this.epsg)
  }

  /** The rings of a shape in metres, for measuring. */
  polygons(shape: Shape): Ring[][] {
    return polygonsOf(shape).map((rings) => rings.map((ring) => ring.map((at) => this.at(at))))
  }

  /** The rings of a shape in metres, for making another shape of them. */
  kept(shape: Shape): Ring[][] {
    return polygonsOf(shape).map((rings) => rings.map((ring) => ring.map((at) => this.#keep(at))))
  }

  /**
   * How many square metres of ground a square metre of the plane is, at a place of the plane: the
   * belt stretches with the square of the distance from its meridian.
   */
  groundAt([x]: Position): number {
    const off = (x + this.#origin[0] - BELT_EASTING[this.epsg]!) / EARTH_RADIUS
    return 1 / (1 + (off * off) / 2) ** 2
  }

  /** A shape or line as a geometry of the overlay library, in metres. */
  geometry(shape: Shape | Line): Flat {
    if (shape.type === 'Point')
      return factory.createPoint(corner(this.#keep(shape.coordinates as Position)))
    if (shape.type === 'LineString') {
      return flatLine((shape.coordinates as Position[]).map((p) => this.#keep(p)))
    }
    return flatGeometry(this.kept(shape))
  }

  /** The polygons of a geometry as an area on the ground; null when none is left. */
  area(geometry: Flat): Area | null {
    const polygons = flatPolygons(geometry).map((rings) =>
      rings.map((ring) => closed(ring.map((at) => this.back(at))))
    )
    return polygons.length === 0 ? null : areaOf(polygons)
  }
}

function corner([x, y]: Position) {
  return new Coordinate(x, y)
}

function closed(ring: Ring): Ring {
  ring[ring.length - 1] = [...ring[0]!]
  return ring
}

/** Rings on a plane as a geometry of the overlay library. */
export function flatGeometry(polygons: Ring[][]): Flat {
  const made = polygons.map(([outer, ...holes]) =>
    factory.createPolygon(
      factory.createLinearRing((outer ?? []).map(corner)),
      holes.map((hole) => factory.createLinearRing(hole.map(corner)))
    )
  )
  return made.length === 1 ? made[0]! : factory.createMultiPolygon(made)
}

/** A line on a plane as a geometry of the overlay library. */
export function flatLine(places: readonly Position[]): Flat {
  return factory.createLineString(places.map(corner))
}

/** The polygons within a geometry of the overlay library, as rings on its plane. */
export function flatPolygons(geometry: Flat): Ring[][] {
  const polygons: Ring[][] = []
  for (let i = 0; i < geometry.getNumGeometries(); i++) {
    const part = geometry.getGeometryN(i)
    if (part.getGeometryType() === 'Polygon') {
      if (part.isEmpty()) continue
      const rings = [positions(part.getExteriorRing())]
      for (let hole = 0; hole < part.getNumInteriorRing(); hole++) {
        rings.push(positions(part.getInteriorRingN(hole)))
      }
      polygons.push(rings)
    } else if (part !== geometry && part.getNumGeometries() > 1) {
      polygons.push(...flatPolygons(part))
    }
  }
  return polygons
}

function positions(line: Flat): Ring {
  return line.getCoordinates().map(({ x, y }: { x: number; y: number }): Position => [x, y])
}

/** A position inside an area, in degrees as it came. */
export function interiorPoint(shape: Shape): Position {
  const { x, y } = new InteriorPointArea(flatGeometry(polygonsOf(shape))).getInteriorPoint()
  return [x, y]
}
