import { sentence } from '#core/domain_error'
import { today, type Day } from '#core/days'
import { within, type Trx } from '#core/within'
import { currentNeighbours } from '#registry/geo/candidates'
import { EGYPT } from '#registry/geo/grids'
import { limitOf, metresOutside, type UnitLimit } from '#registry/geo/limits'
import { problemsOf } from '#registry/geo/overlay'
import { bbox, ellipsoidArea, type Shape } from '#registry/geo/shape'
import { atMoment, figure, type Finding, type Moment } from '#registry/rules/finding'
import { judgeNeighbours } from '#registry/rules/neighbourhood'
import { shapeRules, type ShapeRules } from '#registry/rules/parameters'

export { judgeAreas } from '#registry/rules/areas'
export { judgeConservation } from '#registry/rules/conservation'
export { judgeReciprocity } from '#registry/rules/reciprocity'

export interface ShapeCase {
  shape: Shape
  /** The asset whose shape it becomes: not its own neighbour. */
  assetId?: number | null
  /** More assets that do not count as neighbours: those a split or merge replaces. */
  except?: readonly number[]
  unitId: number
  level: string
  moment: Moment
  on?: Day
  /** Read once for many shapes of one unit. */
  rules?: ShapeRules
  trx?: Trx
}

/**
 * Rules R1 to R3 of a shape: sound, large enough, in Egypt and on the ground of its unit; no true
 * overlap with a current parcel of its level; no slivers. A shape that is not sound is not compared
 * with its neighbours. Within a transaction at approval, shapes committed meanwhile are seen.
 */
export async function judgeShape(asked: ShapeCase): Promise<Finding[]> {
  return within(asked.trx, async (trx) => {
    const { shape, unitId, level, moment, on = today() } = asked
    const rules = asked.rules ?? (await shapeRules({ on, unitId, trx }))
    const unsound = problemsOf(shape)
    if (unsound.length > 0) return unsound.map((finding) => ({ ...finding, legal: rules.R1.legal }))
    const limit = await limitOf(unitId, { on, trx })
    const placed = judgePlace(shape, limit, rules, moment)
    if (shape.type === 'Point') return placed
    const except = [...(asked.except ?? []), ...(asked.assetId ? [asked.assetId] : [])]
    const neighbours = await currentNeighbours(shape, {
      level,
      except,
      margin: rules.R3.gap_m,
      latest: moment === 'approval',
      trx,
    })
    return [...placed, ...judgeNeighbours(shape, neighbours, rules, moment)]
  })
}

/** The rest of rule R1: area, Egypt, the unit's limit where one is recorded. */
export function judgePlace(
  shape: Shape,
  limit: UnitLimit | null,
  { R1 }: Pick<ShapeRules, 'R1'>,
  moment: Moment
): Finding[] {
  const findings: Finding[] = []
  const [west, south, east, north] = bbox(shape)
  if (west < EGYPT[0] || south < EGYPT[1] || east > EGYPT[2] || north > EGYPT[3]) {
    return [outsideEgypt([west, south, east, north], R1.legal)]
  }
  const area = ellipsoidArea(shape)
  if (shape.type !== 'Point' && area < R1.min_area_m2) {
    const [has, least] = [figure(area), figure(R1.min_area_m2)]
    findings.push({
      rule: 'R1',
      severity: R1.severity,
      messages: sentence(
        `مساحة الشكل ${has.ar} م² وأقل مساحة تقبل ${least.ar} م².`,
        `The shape covers ${has.en} m²; the least accepted is ${least.en} m².`
      ),
      cure: sentence('راجع الإحداثيات ووحدتها.', 'Check the coordinates and their unit.'),
      facts: { area, least: R1.min_area_m2 },
      overridable: false,
      legal: R1.legal,
    })
  }
  const outside = limit ? metresOutside(shape, limit.shape, R1.unit_margin_m) : 0
  if (limit && outside > R1.unit_margin_m) findings.push(outsideUnit(limit, outside, R1, moment))
  return findings
}

function outsideEgypt(box: number[], legal: string): Finding {
  return {
    rule: 'R1',
    severity: 'critical',
    messages: sentence('يقع الشكل خارج جمهورية مصر العربية.', 'The shape lies outside of Egypt.'),
    cure: sentence(
      'راجع الحزام أو ترتيب الشرقيات والشماليات في صفحة طبيب الإحداثيات.',
      'Check the belt, or the order of easting and northing, with the coordinate doctor.'
    ),
    facts: { box },
    overridable: false,
    legal,
  }
}

function outsideUnit(
  limit: UnitLimit,
  metres: number,
  R1: ShapeRules['R1'],
  moment: Moment
): Finding {
  const [far, margin] = [figure(Math.round(metres)), figure(R1.unit_margin_m)]
  return {
    rule: 'R1',
    severity: atMoment(R1.severity, moment),
    messages: sentence(
      `يخرج الشكل عن حدود ${limit.nameAr} بمسافة ${far.ar} م، والمسموح ${margin.ar} م.`,
      `The shape leaves the limit of ${limit.nameEn} by ${far.en} m; ${margin.en} m are allowed.`
    ),
    cure: sentence(
      'راجع الوحدة المختارة والحزام، أو حدّث حدود الوحدة إن تغيرت.',
      'Check the unit and the belt, or bring the limit of the unit up to date.'
    ),
    facts: { limitId: limit.id, unitId: limit.unitId, metres, margin: R1.unit_margin_m },
    overridable: true,
    legal: R1.legal,
  }
}
