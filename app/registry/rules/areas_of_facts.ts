import type { Trx } from '#core/within'
import { parseFeddan } from '#registry/geo/feddan'
import { ellipsoidArea } from '#registry/geo/shape'
import type { AreaFact, Facts } from '#registry/register/facts'
import type { GivenGeometry } from '#registry/register/record_geometry'
import { judgeAreas } from '#registry/rules/geometry'
import type { Finding } from '#registry/rules/finding'
import { ruleParameters } from '#registry/rules/parameters'

/** Rules R4 and R5 of an asset as a change would leave it. */
export async function judgeAreasOfFacts(asked: {
  facts: Facts
  geometry: GivenGeometry | null
  /** The change whose papers may hold the committee's minutes. */
  transactionId: number | null
  unitId: number
  trx: Trx
}): Promise<Finding[]> {
  const { facts, geometry, transactionId, unitId, trx } = asked
  const deed = facts.area_deed as AreaFact | null | undefined
  const survey = facts.area_survey as AreaFact | null | undefined
  const isGround = geometry && geometry.shape.type !== 'Point'
  const written = [deed, survey].find((area) => area?.as_written && isFeddan(area.as_written))
  return judgeAreas(
    {
      deedM2: deed?.m2,
      surveyM2: survey?.m2,
      computedM2: isGround ? ellipsoidArea(geometry.shape) : null,
      declaredM2: facts.area_m2 as string | null | undefined,
      written: written ? { text: written.as_written!, m2: written.m2 } : null,
      hasMinutes: await hasMinutes(transactionId, trx),
    },
    {
      R4: await ruleParameters('R4', { unitId, trx }),
      R5: await ruleParameters('R5', { unitId, trx }),
    }
  )
}

/** Only what is written in feddan and its parts can be held against square metres. */
function isFeddan(text: string): boolean {
  try {
    parseFeddan(text)
    return true
  } catch {
    return false
  }
}

async function hasMinutes(transactionId: number | null, trx: Trx): Promise<boolean> {
  if (transactionId === null) return false
  const [rows] = await trx.rawQuery(
    `SELECT d.id FROM document_links l JOIN documents d ON d.id = l.document_id
     WHERE l.subject_type = 'transaction' AND l.subject_id = ? AND d.kind = 'minutes' LIMIT 1`,
    [transactionId]
  )
  return rows.length > 0
}
