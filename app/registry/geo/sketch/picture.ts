import type { Drawing } from '#core/documents/drawing'
import type { Words } from '#core/lists/definition'
import { surroundings } from '#registry/geo/sketch/around'
import { outlineOf, type Outline } from '#registry/geo/sketch/outline'
import type { Shape } from '#registry/geo/types'

/** The frame of a small sketch, in millimetres. */
const FRAME = { left: 0, top: 0, width: 110, height: 90 }

/** A small sketch for pages and cards: the ground in its frame, without title and table. */
export interface SketchPicture extends Drawing, Pick<Outline, 'epsg' | 'scale' | 'corners'> {}

/** The outline of an area as it is, on the grid in which it was surveyed. */
export function sketchPicture(shape: Shape, epsg: number, words: Words): SketchPicture {
  const outline = outlineOf(shape, { epsg, frame: FRAME, margin: 17, words })
  return {
    ...outline,
    width: FRAME.width,
    height: FRAME.height,
    marks: [...outline.marks, ...surroundings(FRAME, outline.scale, [], words)],
  }
}
