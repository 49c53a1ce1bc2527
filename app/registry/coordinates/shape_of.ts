import { gridOf, toWgs84 } from '#registry/geo/grids'
import { isInside } from '#registry/geo/inside'
import { tidy } from '#registry/geo/shape'
import { areaOf, type Position, type Ring, type Shape } from '#registry/geo/types'
import type { GridChoice } from '#registry/coordinates/choices'

/**
 * Outlines of a sheet as a shape in longitude and latitude: one pair is a point, an outline a polygon,
 * one that begins inside another a hole in it. Null for two corners, which are neither. Corners stay in
 * the order of the sheet.
 */
export function sheetShape(outlines: readonly Position[][], choice: GridChoice): Shape | null {
  const placed = outlines.map((outline) => outline.map((pair) => placeOf(pair, choice)))
  if (placed.length === 1 && placed[0]!.length === 1) {
    return { type: 'Point', coordinates: placed[0]![0]! }
  }
  const polygons: Ring[][] = []
  for (const outline of placed) {
    if (outline.length < 3) return null
    const ring = [...outline, outline[0]!]
    const around = polygons.find(([outer]) => isInside(outline[0]!, [[outer!]]))
    if (around) around.push(ring)
    else polygons.push([ring])
  }
  return areaOf(polygons)
}

/** The same as it is drawn: its rings wound as maps expect them. */
export function shapeOf(outlines: readonly Position[][], choice: GridChoice): Shape | null {
  const shape = sheetShape(outlines, choice)
  return shape && tidy(shape)
}

/** A pair of a sheet as longitude and latitude. */
export function placeOf([first, second]: Position, { epsg, order }: GridChoice): Position {
  return toWgs84(order === 'en' ? [first, second] : [second, first], epsg)
}

/** How far the repeated corner of a sheet lies from the first, in metres. */
export function closingMetres(
  { from, to }: { from: Position; to: Position },
  { epsg }: GridChoice
): number {
  const [dx, dy] = [from[0] - to[0], from[1] - to[1]]
  return Math.hypot(dx, dy) * (gridOf(epsg).unit === 'degree' ? 111_000 : 1)
}
