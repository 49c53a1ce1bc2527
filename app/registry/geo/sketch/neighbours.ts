import type { Mark } from '#core/documents/drawing'
import { isInside } from '#registry/geo/inside'
import { insidePoint } from '#registry/geo/shape'
import { polygonsOf, type Position, type Ring, type Shape } from '#registry/geo/types'
import { boxOf, meet, type Box } from '#registry/geo/sketch/labels'
import type { Frame } from '#registry/geo/sketch/outline'

/** What a neighbour is drawn around: the parcel itself on the sheet, and the words already there. */
interface Around {
  frame: Frame
  parcel: readonly Ring[][]
  taken: readonly Box[]
}

/** The part of a neighbour's outline within the frame, edge by edge, and its code where it has room. */
export function neighbourMarks(
  { shape, code }: { shape: Shape; code: string },
  place: (at: Position) => Position,
  { frame, parcel, taken }: Around
): Mark[] {
  const polygons = polygonsOf(shape).map((rings) => rings.map((ring) => ring.map(place)))
  const seen: [Position, Position][] = []
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const part = clipped(ring[i - 1]!, ring[i]!, frame)
      if (part) seen.push(part)
    }
  }
  const marks: Mark[] = seen.map(([from, to]) => ({ kind: 'line', from, to, role: 'neighbour' }))
  const middle = place(insidePoint(shape))
  const at = [
    within(frame, middle),
    ...seen.map((edge) => within(frame, beside(edge, middle))),
  ].find(
    (where) =>
      isInside(where, polygons) &&
      !isInside(where, parcel) &&
      !taken.some((box) => meet(box, boxOf({ ...NAME, at: where, text: code })))
  )
  return at ? [...marks, { ...NAME, at, text: code }] : marks
}

const NAME = { kind: 'text', size: 2.6, hold: 'middle', role: 'neighbour' } as const

/** A place with room for a code around it. */
function within({ left, top, width, height }: Frame, [x, y]: Position): Position {
  return [clamp(x, left + 20, left + width - 20), clamp(y, top + 10, top + height - 18)]
}

/** A place beside the middle of an edge, towards the middle of its parcel. */
function beside([[x1, y1], [x2, y2]]: [Position, Position], [mx, my]: Position): Position {
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2]
  const length = Math.hypot(mx - x, my - y) || 1
  return [x + ((mx - x) / length) * 6, y + ((my - y) / length) * 6]
}

/** Liang and Barsky: the part of a segment within the frame, or null. */
function clipped(
  [x1, y1]: Position,
  [x2, y2]: Position,
  frame: Frame
): [Position, Position] | null {
  let [from, to] = [0, 1]
  const [dx, dy] = [x2 - x1, y2 - y1]
  for (const [step, room] of [
    [-dx, x1 - frame.left],
    [dx, frame.left + frame.width - x1],
    [-dy, y1 - frame.top],
    [dy, frame.top + frame.height - y1],
  ] as const) {
    if (step === 0 && room < 0) return null
    if (step < 0) from = Math.max(from, room / step)
    if (step > 0) to = Math.min(to, room / step)
  }
  if (from >= to) return null
  return [
    [x1 + dx * from, y1 + dy * from],
    [x1 + dx * to, y1 + dy * to],
  ]
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
