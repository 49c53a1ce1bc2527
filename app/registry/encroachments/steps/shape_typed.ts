import { sentence } from '#core/domain_error'
import { readPasted } from '#registry/coordinates/pasted'
import { shapeOf } from '#registry/coordinates/shape_of'
import { CaseNotReadyError } from '#registry/encroachments/errors'
import type { Shape } from '#registry/geo/shape'

/** UTM 36N: what most hand-held receivers in the valley write. */
export const USUAL_GRID = 32636

/**
 * The ground as typed: a corner a line in a grid; one corner is a point. Null when nothing was typed.
 * @throws NoCoordinatesError, CaseNotReadyError for two corners
 */
export function shapeTyped(typed: {
  corners?: string
  epsg?: number
  order?: 'en' | 'ne'
}): Shape | null {
  if (!typed.corners?.trim()) return null
  const pasted = readPasted(typed.corners)
  const order = typed.order ?? pasted.order ?? 'en'
  const shape = shapeOf(pasted.outlines, { epsg: typed.epsg ?? USUAL_GRID, order })
  if (shape) return shape
  throw new CaseNotReadyError(sentence('ركنان لا يصنعان شكلًا.', 'Two corners make no shape.'), {
    cure: sentence(
      'اكتب نقطة واحدة، أو ثلاثة أركان فأكثر.',
      'Write one point, or three corners and more.'
    ),
  })
}
