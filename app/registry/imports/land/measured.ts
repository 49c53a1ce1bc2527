import geodesic from 'geographiclib-geodesic'
import { knowsGrid } from '#registry/geo/grids'
import { gridArea, insidePoint } from '#registry/geo/shape'
import { polygonsOf, type Position, type Ring, type Shape } from '#registry/geo/types'
import { isInside } from '#registry/geo/inside'

const EARTH = geodesic.Geodesic.WGS84

/** What follows from a shape, as the columns of a geometry keep it. */
export interface Measures {
  area: number | null
  grid: number | null
  perimeter: number | null
  at: Position
}

/** Area, length of outline and a point on it, each edge measured once. */
export function measured(shape: Shape, srid: number): Measures {
  if (shape.type === 'Point') {
    return { area: null, grid: null, perimeter: null, at: shape.coordinates as Position }
  }
  let area = 0
  let perimeter = 0
  for (const polygon of polygonsOf(shape)) {
    polygon.forEach((ring, index) => {
      const line = EARTH.Polygon(false)
      for (let i = 0; i < ring.length - 1; i++) line.AddPoint(ring[i]![1], ring[i]![0])
      const found = line.Compute(false, true)
      area += (index === 0 ? 1 : -1) * Math.abs(found.area ?? 0)
      perimeter += found.perimeter
    })
  }
  const grid = srid !== 0 && srid !== 4326 && knowsGrid(srid) ? gridArea(shape, srid) : null
  return { area, grid, perimeter, at: pointOn(shape) }
}

/** The middle of its corners where that lies inside, as it mostly does; else any place inside. */
function pointOn(shape: Shape): Position {
  const polygons = polygonsOf(shape)
  const middle = middleOf(polygons[0]![0]!)
  return isInside(middle, polygons) ? middle : insidePoint(shape)
}

function middleOf(ring: Ring): Position {
  let [x, y] = [0, 0]
  for (let i = 1; i < ring.length; i++) {
    x += ring[i]![0]
    y += ring[i]![1]
  }
  return [x / (ring.length - 1), y / (ring.length - 1)]
}
