import { sentence } from '#core/domain_error'
import type { Neighbour } from '#registry/geo/candidates'
import { narrowStrips, snapped } from '#registry/geo/snap'
import { flatOverlap } from '#registry/geo/overlay'
import { Plane } from '#registry/geo/plane'
import { flatArea, type Ring, type Shape } from '#registry/geo/shape'
import { atMoment, figure, percent, type Finding, type Moment } from '#registry/rules/finding'
import type { ShapeRules } from '#registry/rules/parameters'

/** Below this, square metres are the rounding of coordinates and no ground. */
const NOTHING = 0.005

/**
 * Rules R2 and R3 of a shape against current shapes around it: true shared ground above the larger of
 * the two limits is an overlap; a smaller strip, and a narrow gap along an edge, is offered to be
 * snapped away.
 */
export function judgeNeighbours(
  shape: Shape,
  neighbours: readonly Neighbour[],
  rules: Pick<ShapeRules, 'R2' | 'R3'>,
  moment: Moment
): Finding[] {
  if (shape.type === 'Point') return []
  const plane = Plane.of(shape)
  const ground = plane.polygons(shape)
  const own = groundArea(plane, ground)
  const findings: Finding[] = []
  const narrow: Neighbour[] = []
  let strips = { metres: 0, width: 0, shared: 0 }
  for (const neighbour of neighbours) {
    const theirs = plane.polygons(neighbour.shape)
    const shared = flatOverlap(plane, ground, theirs)
    const least = Math.min(own, groundArea(plane, theirs))
    const tolerance = Math.max(rules.R2.area_m2, rules.R2.share * least)
    if (shared > tolerance) {
      findings.push(overlap(neighbour, shared, shared / least, rules.R2, moment))
      continue
    }
    const strip = narrowStrips(ground, theirs, rules.R3.gap_m)
    if (shared > NOTHING || strip.metres > rules.R3.edge_m) {
      narrow.push(neighbour)
      strips = {
        metres: strips.metres + strip.metres,
        width: Math.max(strips.width, strip.width),
        shared: strips.shared + shared,
      }
    }
  }
  if (narrow.length > 0) findings.push(sliver(shape, narrow, strips, rules.R3))
  return findings
}

/** Square metres of ground of polygons on a plane, holes taken out. */
function groundArea(plane: Plane, polygons: readonly Ring[][]): number {
  return polygons.reduce((sum, [outer, ...holes]) => {
    const flat = flatArea(outer!) - holes.reduce((taken, hole) => taken + flatArea(hole), 0)
    return sum + flat * plane.groundAt(outer![0]!)
  }, 0)
}

function overlap(
  neighbour: Neighbour,
  shared: number,
  share: number,
  limits: ShapeRules['R2'],
  moment: Moment
): Finding {
  const [area, part] = [figure(shared), percent(share)]
  const [least, most] = [figure(limits.area_m2), percent(limits.share)]
  // A restricted asset is not named to somebody who merely draws beside it (R28).
  const who = neighbour.isOpen
    ? sentence(`القطعة القائمة ${neighbour.code}`, `the current parcel ${neighbour.code}`)
    : sentence('قطعة قائمة محجوبة البيانات', 'a current parcel whose data are restricted')
  return {
    rule: 'R2',
    severity: atMoment(limits.severity, moment),
    messages: sentence(
      `تتداخل مع ${who.ar} في مساحة ${area.ar} م² (${part.ar} من أصغرهما)، والمسموح الأكبر من ${least.ar} م² و${most.ar}.`,
      `It overlaps ${who.en} by ${area.en} m² (${part.en} of the smaller one); allowed is the larger of ${least.en} m² and ${most.en}.`
    ),
    cure: sentence(
      'صحح الحدود على الرفع المساحي، أو سجل تصحيح حدود للقطعة القائمة أولًا.',
      'Correct the outline after the survey, or first record a boundary correction of the current parcel.'
    ),
    facts: {
      assetId: neighbour.isOpen ? neighbour.assetId : null,
      code: neighbour.isOpen ? neighbour.code : null,
      area: rounded(shared, 4),
      share: rounded(share, 6),
      tolerance: { area_m2: limits.area_m2, share: limits.share },
    },
    overridable: true,
    legal: limits.legal,
  }
}

function sliver(
  shape: Shape,
  neighbours: readonly Neighbour[],
  strips: { metres: number; width: number; shared: number },
  limits: ShapeRules['R3']
): Finding {
  const open = neighbours.filter(({ isOpen }) => isOpen)
  const [gap, edge, metres] = [figure(limits.gap_m), figure(limits.edge_m), figure(strips.metres)]
  const offer = snapped(
    shape,
    neighbours.map((neighbour) => neighbour.shape),
    limits.gap_m
  )
  return {
    rule: 'R3',
    severity: limits.severity,
    messages: sentence(
      `شريط أو فراغ ضيق (أقل من ${gap.ar} م) مع ${figure(neighbours.length).ar} من القطع المجاورة بطول ${metres.ar} م؛ يُنبه إلى ما زاد على ${edge.ar} م.`,
      `A narrow strip or gap (below ${gap.en} m) beside ${neighbours.length} neighbouring parcels, ${metres.en} m long; more than ${edge.en} m is pointed out.`
    ),
    cure: offer
      ? sentence(
          'اقبل الشكل المطابق لحدود الجيران، أو أبق الشكل إن كان الفراغ حقيقيًا.',
          "Take the shape fitted to the neighbours' edges, or keep yours if the strip is real."
        )
      : sentence(
          'راجع النقاط المشتركة مع الجيران على ورقة الرفع.',
          'Check the corners shared with the neighbours on the survey sheet.'
        ),
    facts: {
      assetIds: open.map(({ assetId }) => assetId),
      codes: open.map(({ code }) => code),
      metres: rounded(strips.metres, 2),
      width: rounded(strips.width, 3),
      shared: rounded(strips.shared, 4),
      offer,
    },
    overridable: true,
    legal: limits.legal,
  }
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
