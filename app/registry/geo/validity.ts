import 'jsts/org/locationtech/jts/monkey.js'
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js'
import { sentence, type Sentence } from '#core/domain_error'
import { Plane } from '#registry/geo/plane'
import { meetingOf } from '#registry/geo/edge_grid'
import { isInside } from '#registry/geo/inside'
import { polygonsOf, positionsOf, ringsOf, type Position, type Shape } from '#registry/geo/types'
import type { Finding } from '#registry/rules/finding'

/** What the overlay library finds wrong with an outline, by its number of the kind of error. */
const ERRORS: Record<number, Sentence> = {
  2: sentence('فراغ داخلي خارج حدود القطعة', 'a hole lies outside its polygon'),
  3: sentence('فراغات داخلية متداخلة', 'holes lie within each other'),
  4: sentence('داخل القطعة مقسوم بفراغاتها', 'the inside is cut apart by its holes'),
  5: sentence('الحد يقطع نفسه', 'the outline crosses itself'),
  6: sentence('الحد يلمس نفسه', 'the outline touches itself'),
  7: sentence('قطعة داخل قطعة من الشكل نفسه', 'one polygon lies within another of the shape'),
  8: sentence('حدود مكررة', 'two rings are the same'),
  9: sentence('نقاط الحد أقل من ثلاث', 'an outline has fewer than three corners'),
  10: sentence('إحداثي غير صالح', 'a coordinate is not a number'),
  11: sentence('الحد غير مغلق', 'an outline is not closed'),
}

/** What a survey gives has some hundred corners; the library's judgement grows with their square. */
const MOST_CORNERS = 10_000

/**
 * What is wrong with the outline of a shape: rings closed and simple, no edge of zero length, holes
 * inside, coordinates that are places on Earth. Rule R1 without limits that need parameters; empty for
 * a sound shape. The first fault is named with its place, since the others often follow from it.
 *
 * @param most more corners are refused before anything is computed
 */
export function problemsOf(shape: Shape, { most = MOST_CORNERS } = {}): Finding[] {
  const positions = positionsOf(shape)
  if (positions.length > most) return [fault(tooMany(positions.length, most))]
  const stray = positions.find(([lon, lat]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
  if (stray) return [fault(ERRORS[10]!, stray)]
  if (shape.type === 'Point') return []
  if (ringsOf(shape).length === 0) {
    return [fault(sentence('الشكل بلا حدود', 'the shape has no outline'))]
  }

  for (const ring of ringsOf(shape)) {
    const [first, last] = [ring[0], ring.at(-1)]
    if (!first || ring.length < 4) return [fault(ERRORS[9]!, first)]
    if (first[0] !== last![0] || first[1] !== last![1]) return [fault(ERRORS[11]!, last)]
  }
  const repeated = repeatedCorner(shape)
  if (repeated) {
    return [
      fault(
        sentence('ضلع طوله صفر لتكرار نقطة', 'an edge has no length because a corner is repeated'),
        repeated
      ),
    ]
  }
  if (isPlainlySimple(shape)) return []
  const refused = judgeLarge(shape)
  if (refused) return refused
  const plane = Plane.of(shape)
  const error = new IsValidOp(plane.geometry(shape)).getValidationError()
  if (!error) return []
  const { x, y } = error.getCoordinate()
  return [fault(ERRORS[error.getErrorType()] ?? ERRORS[5]!, plane.back([x, y]))]
}

const tooMany = (count: number, most: number) =>
  sentence(
    `في الحد ${count} نقطة، وأقصى ما يقبل ${most}: بسّط الشكل أو قسّمه`,
    `the outline has ${count} corners, at most ${most} are taken: simplify or divide it`
  )

/** Shapes with more corners than this go to the library only when it surely comes to an end with them. */
const MANY = 2_000
/** Of touching edges among more corners than this the library is not asked: it would take minutes. */
const TOO_MANY = 25_000

/** What is told of a large shape without the library: its faults, or null where the library has to look. */
function judgeLarge(shape: Shape): Finding[] | null {
  const rings = ringsOf(shape)
  const corners = rings.reduce((sum, ring) => sum + ring.length, 0)
  if (corners < MANY) return null
  const { how, at } = meetingOf(rings)
  if (how === 'clean') return ringsApart(shape)
  if (how === 'cross') return [fault(ERRORS[5]!, at)]
  if (how === 'touch') return corners > TOO_MANY ? [fault(ERRORS[6]!, at)] : null
  return [
    fault(
      sentence(
        'الحد متشابك إلى حد لا يمكن معه فحصه، فبسّطه',
        'the outline is too tangled to be judged; simplify it'
      ),
      at
    ),
  ]
}

/** Holes and polygons of a shape of which no two edges meet: one corner tells where a whole ring lies. */
function ringsApart(shape: Shape): Finding[] {
  const polygons = polygonsOf(shape)
  for (const [place, [outer, ...holes]] of polygons.entries()) {
    for (const hole of holes) {
      if (!isInside(hole[0]!, [[outer!]])) return [fault(ERRORS[2]!, hole[0])]
      const around = holes.find((other) => other !== hole && isInside(hole[0]!, [[other]]))
      if (around) return [fault(ERRORS[3]!, hole[0])]
    }
    const within = polygons.some((other, index) => index !== place && isInside(outer![0]!, [other]))
    if (within) return [fault(ERRORS[7]!, outer![0])]
  }
  return []
}

/** Rings with more corners than this are left to the library, which sweeps instead of comparing all. */
const FEW = 64

/**
 * Whether a shape is one ring without holes of which no two edges come near each other: what nearly
 * every parcel is, told without building anything. False means only that the library has to look.
 */
function isPlainlySimple(shape: Shape): boolean {
  const rings = ringsOf(shape)
  const ring = rings[0]!
  if (rings.length !== 1 || ring.length > FEW) return false
  const edges = ring.length - 1
  for (let i = 0; i < edges; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!]
    if (turn(a, b, ring[i + 2 > edges ? 1 : i + 2]!) === 0) return false
    for (let j = i + 2; j < edges - (i === 0 ? 1 : 0); j++) {
      const [c, d] = [ring[j]!, ring[j + 1]!]
      if (apart(a, b, c, d)) continue
      if (turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0) return false
    }
  }
  return true
}

function turn(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

function apart(a: Position, b: Position, c: Position, d: Position): boolean {
  return (
    Math.max(a[0], b[0]) < Math.min(c[0], d[0]) ||
    Math.max(c[0], d[0]) < Math.min(a[0], b[0]) ||
    Math.max(a[1], b[1]) < Math.min(c[1], d[1]) ||
    Math.max(c[1], d[1]) < Math.min(a[1], b[1])
  )
}

function repeatedCorner(shape: Shape): Position | undefined {
  for (const ring of ringsOf(shape)) {
    const twice = ring.find(
      ([x, y], index) => index > 0 && ring[index - 1]![0] === x && ring[index - 1]![1] === y
    )
    if (twice) return twice
  }
  return undefined
}

function fault(what: Sentence, at?: Position): Finding {
  const place = at && at.every(Number.isFinite) ? at.map((degree) => degree.toFixed(6)) : null
  return {
    rule: 'R1',
    severity: 'critical',
    messages: sentence(
      `الشكل غير صالح: ${what.ar}${place ? ` عند خط طول ${place[0]} وعرض ${place[1]}` : ''}.`,
      `The shape is not valid: ${what.en}${place ? ` at longitude ${place[0]}, latitude ${place[1]}` : ''}.`
    ),
    cure: sentence(
      'راجع ترتيب النقاط على ورقة الرفع وصحح النقطة المذكورة.',
      'Check the order of the corners on the survey sheet and correct the corner named.'
    ),
    facts: { at: at ?? null },
    overridable: false,
  }
}
