import type { Mark } from '#core/documents/drawing'
import { isInside } from '#registry/geo/inside'
import type { Position, Ring } from '#registry/geo/types'

/** A corner on the sheet, with what is written of it. */
export interface Placed {
  at: Position
  corner: { label: string; length: string }
}

/** A rectangle of the sheet that letters take. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

/** Letters of a sketch are so wide for their height. */
const LETTER = 0.58
const NUMBER_SIZE = 3
const LENGTH_SIZE = 2.6
/** Corners nearer than that would run into one thick line. */
const APART = 2.2

/**
 * Numbers outside each corner and lengths outside each side that is long enough to bear one. Where two
 * would cover each other the later one is left to the table.
 */
export function cornerMarks(rings: readonly Placed[][], polygons: readonly Ring[][]): Mark[] {
  const taken: Box[] = []
  const marks: Mark[] = []
  const write = (mark: Extract<Mark, { kind: 'text' }>) => {
    const box = boxOf(mark)
    if (taken.some((other) => meet(box, other))) return
    taken.push(box)
    marks.push(mark)
  }
  for (const ring of rings) {
    let last: Position = [0, 0]
    for (const [index, { at, corner }] of ring.entries()) {
      if (index === 0 || Math.hypot(at[0] - last[0], at[1] - last[1]) >= APART) {
        marks.push({ kind: 'dot', at, role: 'corner' })
        last = at
      }
      const before = ring[(index + ring.length - 1) % ring.length]!.at
      const next = ring[(index + 1) % ring.length]!.at
      const [x, y] = outside(at, bisector(before, at, next), 3.4, polygons)
      write({ ...NUMBER, at: [x, y + 1.1], text: corner.label })
    }
  }
  for (const ring of rings) {
    for (const [index, { at, corner }] of ring.entries()) {
      const next = ring[(index + 1) % ring.length]!.at
      const mark = lengthMark(at, next, corner.length, polygons)
      if (mark) write(mark)
    }
  }
  return marks
}

const NUMBER = { kind: 'text', size: NUMBER_SIZE, hold: 'middle', role: 'corner' } as const

function lengthMark(
  at: Position,
  next: Position,
  text: string,
  polygons: readonly Ring[][]
): Extract<Mark, { kind: 'text' }> | null {
  const length = Math.hypot(next[0] - at[0], next[1] - at[1])
  if (length < text.length * LENGTH_SIZE * LETTER + 2) return null
  const along = (Math.atan2(next[1] - at[1], next[0] - at[0]) * 180) / Math.PI
  const turn = Math.abs(along) > 90 ? along - 180 * Math.sign(along) : along
  const middle: Position = [(at[0] + next[0]) / 2, (at[1] + next[1]) / 2]
  const normal: Position = [-(next[1] - at[1]) / length, (next[0] - at[0]) / length]
  const [x, y] = outside(middle, normal, 2.6, polygons)
  // The foot of the letters lies below the middle of the line, as the text is turned.
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
  const foot: Position = [x - sin * 0.9, y + cos * 0.9]
  return { kind: 'text', at: foot, text, size: LENGTH_SIZE, hold: 'middle', turn, role: 'side' }
}

/** The rectangles that the words of marks take. */
export function labelled(marks: readonly Mark[]): Box[] {
  return marks.flatMap((mark) => (mark.kind === 'text' ? [boxOf(mark)] : []))
}

/** The rectangle around a word that stands over the middle of its foot, turned. */
export function boxOf({ at, text, size, turn = 0 }: Extract<Mark, { kind: 'text' }>): Box {
  const [sin, cos] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
  const [half, tall] = [(text.length * size * LETTER) / 2, size * 0.8]
  const [x, y] = [at[0] + (sin * tall) / 2, at[1] - (cos * tall) / 2]
  const wide = half * Math.abs(cos) + (tall / 2) * Math.abs(sin)
  const high = half * Math.abs(sin) + (tall / 2) * Math.abs(cos)
  return [x - wide, y - high, x + wide, y + high]
}

export function meet(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

function bisector(before: Position, at: Position, next: Position): Position {
  const unit = ([x, y]: Position): Position => {
    const length = Math.hypot(x, y) || 1
    return [x / length, y / length]
  }
  const [a, b] = [
    unit([at[0] - before[0], at[1] - before[1]]),
    unit([at[0] - next[0], at[1] - next[1]]),
  ]
  const sum: Position = [a[0] + b[0], a[1] + b[1]]
  return Math.hypot(...sum) < 0.05 ? [-a[1], a[0]] : unit(sum)
}

/** A place beside another one, on the side that is not inside the outline. */
function outside(
  [x, y]: Position,
  [dx, dy]: Position,
  by: number,
  polygons: readonly Ring[][]
): Position {
  const probe: Position = [x + dx * 0.3, y + dy * 0.3]
  const way = isInside(probe, polygons) ? -1 : 1
  return [x + way * dx * by, y + way * dy * by]
}
