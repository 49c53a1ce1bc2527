/** Longitude and latitude in degrees, or easting and northing in metres: always in this order. */
export type Position = [number, number]

/** A closed line of positions: the last equals the first. */
export type Ring = Position[]

/** GeoJSON's geometries, as far as the register keeps them. */
export interface Point {
  type: 'Point'
  coordinates: number[]
}
export interface Polygon {
  type: 'Polygon'
  coordinates: number[][][]
}
export interface MultiPolygon {
  type: 'MultiPolygon'
  coordinates: number[][][][]
}
export interface LineString {
  type: 'LineString'
  coordinates: number[][]
}

/** What an asset occupies, as GeoJSON: longitude and latitude on WGS 84. */
export type Shape = Point | Polygon | MultiPolygon

/** A shape that covers ground. */
export type Area = Polygon | MultiPolygon

/** A cut through parcels. */
export type Line = LineString

/** The polygons of a shape, each an outer ring followed by its holes; a point has none. */
export function polygonsOf(shape: Shape): Ring[][] {
  if (shape.type === 'Polygon') return [shape.coordinates as Ring[]]
  if (shape.type === 'MultiPolygon') return shape.coordinates as Ring[][]
  return []
}

/** All rings of a shape, outer and inner. */
export function ringsOf(shape: Shape): Ring[] {
  return polygonsOf(shape).flat()
}

/** All positions of a shape in its order. */
export function positionsOf(shape: Shape): Position[] {
  return shape.type === 'Point' ? [shape.coordinates as Position] : ringsOf(shape).flat()
}

/** One polygon as Polygon, several as MultiPolygon. */
export function areaOf(polygons: Ring[][]): Area {
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons }
}

/** The same shape with each position replaced. */
export function mapped(shape: Shape, change: (position: Position) => Position): Shape {
  if (shape.type === 'Point')
    return { type: 'Point', coordinates: change(shape.coordinates as Position) }
  const polygons = polygonsOf(shape).map((rings) => rings.map((ring) => ring.map(change)))
  return shape.type === 'Polygon'
    ? { type: 'Polygon', coordinates: polygons[0] ?? [] }
    : { type: 'MultiPolygon', coordinates: polygons }
}
