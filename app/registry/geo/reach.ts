import { toSegment } from '#registry/geo/inside'
import type { Position, Ring } from '#registry/geo/types'

/** An end of a cut so near to an outline was meant to be on it, metres. */
const REACH = 0.05

/**
 * A cut (metres) whose ends were laid on an outline, made to reach it: an end at a corner is that corner,
 * one beside an edge goes on a little beyond it. What is drawn with snapping and typed with eight
 * decimals would else end a millimetre short and cut nothing.
 */
export function reaching(line: readonly Position[], rings: readonly Ring[]): Position[] {
  if (line.length < 2) return [...line]
  const from = reached(line[1]!, line[0]!, rings).toReversed()
  const to = reached(line.at(-2)!, line.at(-1)!, rings)
  return [...from, ...line.slice(1, -1), ...to]
}

/** The end of a cut, and where it needs to go on a place beyond. */
function reached(before: Position, end: Position, rings: readonly Ring[]): Position[] {
  const corner = rings.flat().find((at) => apart(at, end) <= REACH)
  if (corner) return [corner]
  const isBeside = rings.some((ring) =>
    ring.slice(1).some((to, index) => toSegment(end, ring[index]!, to) <= REACH)
  )
  const length = apart(before, end)
  if (!isBeside || length === 0) return [end]
  const on = 1 + (2 * REACH) / length
  return [[before[0] + (end[0] - before[0]) * on, before[1] + (end[1] - before[1]) * on]]
}

function apart(a: Position, b: Position): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}
