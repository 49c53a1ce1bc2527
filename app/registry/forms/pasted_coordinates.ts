import { NoCoordinatesError, readPasted, type Pasted } from '#registry/coordinates/pasted'
import { isInside } from '#registry/geo/inside'
import type { Position, Ring, Shape } from '#registry/geo/types'
import { ProposalError } from '#registry/register/errors'

/**
 * Reads coordinates pasted from a survey sheet, as the coordinate doctor reads them, and the order of
 * the numbers where the sheet names it. A form takes no line that it cannot read.
 * @throws ProposalError naming the line that cannot be read
 */
export function readSheet(text: string): Pick<Pasted, 'outlines' | 'order'> {
  try {
    const { outlines, order, skipped } = readPasted(text)
    const [first] = skipped
    if (!first) return { outlines, order }
    throw refused(
      `السطر ${first.line}: «${first.text}» لا يحوي إحداثيين.`,
      `Line ${first.line}: "${first.text}" has no two coordinates.`
    )
  } catch (error) {
    if (!(error instanceof NoCoordinatesError)) throw error
    const lines = text.split(/\r?\n/)
    const first = lines.findIndex((line) => line.trim() !== '')
    const said = lines[first]?.trim().slice(0, 60)
    throw said === undefined || error.facts.count
      ? refused(error.messages.ar, error.messages.en)
      : refused(
          `السطر ${first + 1}: «${said}» لا يحوي إحداثيين.`,
          `Line ${first + 1}: "${said}" has no two coordinates.`
        )
  }
}

/** The outlines of a sheet alone: see {@link readSheet}. */
export function readCoordinates(text: string): Position[][] {
  return readSheet(text).outlines
}

/**
 * The shape of outlines given as longitude and latitude: a point, a polygon, or several; an outline that
 * begins inside an earlier one is a hole in it.
 * @throws ProposalError when an outline has two corners
 */
export function shapeOf(rings: readonly Position[][]): Shape {
  if (rings.length === 1 && rings[0]!.length === 1) {
    return { type: 'Point', coordinates: rings[0]![0]! }
  }
  const polygons: Ring[][] = []
  for (const ring of rings) {
    if (ring.length < 3) {
      throw refused(
        'المضلع يحتاج ثلاثة أركان على الأقل.',
        'A polygon needs three corners at least.'
      )
    }
    const closed = [...ring, ring[0]!]
    const around = polygons.find((polygon) => isInside(ring[0]!, [[polygon[0]!]]))
    if (around) around.push(closed)
    else polygons.push([closed])
  }
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons }
}

function refused(ar: string, en: string): ProposalError {
  return new ProposalError('coordinates', ar, en)
}
