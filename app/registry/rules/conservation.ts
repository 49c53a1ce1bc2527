import { sentence } from '#core/domain_error'
import { toSegment } from '#registry/geo/inside'
import { overlapArea, unionOf } from '#registry/geo/overlay'
import { Plane } from '#registry/geo/plane'
import { ellipsoidArea, type Shape } from '#registry/geo/shape'
import type { Ring } from '#registry/geo/types'
import { figure, percent, type Finding } from '#registry/rules/finding'
import type { RuleParameters } from '#registry/rules/parameters'

/**
 * Rule R6 of a split or merge: together the outputs cover the ground of the inputs and nothing else.
 * Outlines agree within a length, areas within a share, and the outputs do not overlap each other.
 */
export function judgeConservation(
  inputs: readonly Shape[],
  outputs: readonly Shape[],
  R6: RuleParameters<'R6'>
): Finding[] {
  if (inputs.length === 0 || outputs.length === 0) return []
  const before = unionOf(inputs)
  const after = unionOf(outputs)
  const [had, has] = [ellipsoidArea(before), ellipsoidArea(after)]
  const sum = outputs.reduce((total, shape) => total + ellipsoidArea(shape), 0)
  const findings: Finding[] = []
  const apart = Math.abs(sum - had) / had
  if (apart > R6.share) {
    const [a, b, by, most] = [figure(had), figure(sum), percent(apart), percent(R6.share)]
    findings.push(
      broken(
        sentence(
          `مجموع مساحات النواتج ${b.ar} م² ومساحة الأصل ${a.ar} م²: الفرق ${by.ar} والمسموح ${most.ar}.`,
          `The outputs sum to ${b.en} m² and the inputs cover ${a.en} m²: ${by.en} apart, ${most.en} allowed.`
        ),
        { before: had, after: sum, share: apart, most: R6.share },
        R6
      )
    )
  }
  const away = Math.max(farthest(before, after), farthest(after, before))
  if (away > R6.metres) {
    const [by, most] = [figure(away), figure(R6.metres)]
    findings.push(
      broken(
        sentence(
          `الحد الخارجي للنواتج يبعد عن حد الأصل ${by.ar} م والمسموح ${most.ar} م.`,
          `The outer edge of the outputs is ${by.en} m away from that of the inputs; ${most.en} m are allowed.`
        ),
        { metres: away, most: R6.metres, before: had, after: has },
        R6
      )
    )
  }
  const shared = sharedByPairs(outputs)
  if (shared > Math.max(0.01, R6.metres)) {
    findings.push(
      broken(
        sentence(
          `تتداخل النواتج فيما بينها في ${figure(shared).ar} م².`,
          `The outputs overlap each other by ${figure(shared).en} m².`
        ),
        { shared },
        R6
      )
    )
  }
  return findings
}

function sharedByPairs(shapes: readonly Shape[]): number {
  let sum = 0
  shapes.forEach((one, index) => {
    for (const other of shapes.slice(index + 1)) sum += overlapArea(one, other)
  })
  return sum
}

/** The greatest distance of a corner of one outline from the other outline, metres. */
function farthest(from: Shape, to: Shape): number {
  const plane = Plane.of(from)
  const rings: Ring[] = plane.polygons(to).flat()
  let worst = 0
  for (const corner of plane.polygons(from).flat(2)) {
    let least = Infinity
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        least = Math.min(least, toSegment(corner, ring[i - 1]!, ring[i]!))
      }
    }
    worst = Math.max(worst, least)
  }
  return worst
}

function broken(
  messages: Finding['messages'],
  facts: Finding['facts'],
  R6: RuleParameters<'R6'>
): Finding {
  return {
    rule: 'R6',
    severity: R6.severity,
    messages,
    cure: sentence(
      'قسّم بخط يعبر القطعة كلها مع الالتقاط على أركانها، أو أعد رسم النواتج.',
      'Cut with a line through the whole parcel, snapping to its corners, or draw the outputs again.'
    ),
    facts,
    overridable: false,
    legal: R6.legal,
  }
}
