import type { Drawing, Mark } from '#core/documents/drawing'
import type { Words } from '#core/lists/definition'
import { beltOf, fromWgs84 } from '#registry/geo/grids'
import { insidePoint, type Shape } from '#registry/geo/shape'
import { polygonsOf, positionsOf } from '#registry/geo/types'
import { surroundings } from '#registry/geo/sketch/around'
import { fitted } from '#registry/geo/sketch/outline'

const FRAME = { left: 0, top: 0, width: 110, height: 90 }

/** Several areas beside each other, each with what it is called: the parts of a split, or of a merger. */
export function partsPicture(
  parts: readonly { shape: Shape; label: string }[],
  words: Words
): Drawing {
  const epsg = beltOf(insidePoint(parts[0]!.shape))
  const all = parts.flatMap(({ shape }) => positionsOf(shape))
  const { scale, place } = fitted(
    all.map((at) => fromWgs84(at, epsg)),
    FRAME,
    15
  )
  const marks = parts.flatMap(({ shape, label }): Mark[] => {
    const rings = polygonsOf(shape)
      .flat()
      .map((ring) => ring.map((at) => place(fromWgs84(at, epsg))))
    const at = place(fromWgs84(insidePoint(shape), epsg))
    return [
      { kind: 'outline', rings, role: 'parcel' },
      { kind: 'text', at, text: label, size: 3.6, hold: 'middle', role: 'title' },
    ]
  })
  return { ...FRAME, marks: [...marks, ...surroundings(FRAME, scale, [], words)] }
}
