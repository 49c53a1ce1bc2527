import { ellipsoidArea } from '#registry/geo/shape'
import { geometryAsOf } from '#registry/register/as_of'
import { Asked } from '#registry/register/asked'
import { standingFacts } from '#registry/register/changes'
import { createAsset } from '#registry/register/create_asset'
import { ProposalError } from '#registry/register/errors'
import type { Facts } from '#registry/register/facts'
import { assertBeginning } from '#registry/register/kinds/create'
import { inherited, moveRights, rightMoves } from '#registry/register/kinds/parts'
import type { ChangeKind } from '#registry/register/kinds/kind'
import { levelOf, type GivenGeometry } from '#registry/register/record_geometry'
import { judgeDuplicates } from '#registry/rules/duplicates'
import type { Finding } from '#registry/rules/finding'
import { judgeConservation, judgeShape } from '#registry/rules/geometry'
import { ruleParameters } from '#registry/rules/parameters'
import { judgeRightsOnParts, type RightMove } from '#registry/rules/rights_on_parts'
import { judgeStanding } from '#registry/rules/standing'

export interface SplitProposal {
  asset_id: number
  base_version: number | null
  parts: { facts: Facts; geometry: GivenGeometry | null }[]
  rights: RightMove[]
}

/** تقسيم: one asset becomes several; together they are what it was. */
const split: ChangeKind<SplitProposal> = {
  async validate(proposal, { trx }) {
    const asked = new Asked(proposal)
    const assetId = asked.id('asset_id')
    const parts = asked.list('parts').map((part) => {
      const facts = part.facts()
      assertBeginning(facts, { needsName: false })
      return { facts, geometry: part.geometry() }
    })
    if (parts.length < 2) {
      throw new ProposalError(
        'parts',
        'التقسيم إلى جزأين على الأقل.',
        'A split has at least two parts.'
      )
    }
    const shape = await geometryAsOf(assetId, {}, trx)
    const lacking = parts.findIndex(({ geometry }) => !geometry)
    if (shape && shape.shape.type !== 'Point' && lacking >= 0) {
      throw new ProposalError(
        'geometry',
        `الجزء ${lacking + 1}: الشكل مطلوب لأن للأصل شكلًا مسجلًا.`,
        `Part ${lacking + 1} needs a shape, because the asset has one.`
      )
    }
    return {
      asset_id: assetId,
      base_version: asked.optionalId('base_version'),
      parts,
      rights: rightMoves(asked),
    }
  },

  inputs: ({ asset_id: assetId, base_version: baseVersion }) => [{ assetId, baseVersion }],

  shapes: ({ parts }) => parts.flatMap(({ geometry }) => (geometry ? [geometry.shape] : [])),

  async judge({ asset_id: assetId, parts, rights }, context) {
    const { unitId, moment, trx, transactionId, effectiveOn: on, inputs } = context
    const assetIds = [assetId]
    const accounted = rights.map(({ right_id: id }) => id)
    const findings: Finding[] = [
      ...(await judgeStanding({ assetIds, on, transactionId, trx, moment, accounted })),
      ...(await judgeRightsOnParts({
        inputs: assetIds,
        moves: rights,
        outputs: parts.length,
        on,
        moment,
        trx,
      })),
    ]
    const level = levelOf(inputs.get(assetId)!.subtype)
    const shapes = parts.flatMap(({ geometry }) => (geometry ? [geometry.shape] : []))
    for (const { facts, geometry } of parts) {
      findings.push(...(await judgeDuplicates({ facts, unitId, replaces: assetIds, moment, trx })))
      if (!geometry) continue
      const { shape } = geometry
      findings.push(...(await judgeShape({ shape, except: assetIds, unitId, level, moment, trx })))
    }
    const whole = await geometryAsOf(assetId, {}, trx)
    if (whole && whole.shape.type !== 'Point' && shapes.length === parts.length) {
      const R6 = await ruleParameters('R6', { unitId, trx })
      findings.push(...judgeConservation([whole.shape], shapes, R6))
    }
    return findings
  },

  async apply({ asset_id: assetId, parts, rights }, context) {
    const { trx, inputs } = context
    const input = inputs.get(assetId)!
    const standing = await standingFacts(assetId, trx)
    // The whole ends first: its parts may not overlap it, and its numbers are free for them.
    await context.record(assetId, { life_status: 'split' })
    const outputs: number[] = []
    const lineage = []
    for (const [index, { facts, geometry }] of parts.entries()) {
      const own = { ...inherited(standing), ...named(standing, index), ...facts }
      const part = { unitId: input.unitId, classId: input.classId, facts: own, geometry }
      const toAssetId = await createAsset(part, context.recording)
      outputs.push(toAssetId)
      const ground = geometry && geometry.shape.type !== 'Point' ? geometry.shape : null
      const areaM2 = ground ? ellipsoidArea(ground).toFixed(4) : null
      lineage.push({ fromAssetId: assetId, toAssetId, areaM2 })
    }
    await context.descend(lineage)
    await moveRights(
      rights.map(({ right_id: rightId, part }) => ({ rightId, to: outputs[part]! })),
      context
    )
    return { outputs }
  },
}

export default split

/** Parts that nobody named are called after the whole. */
export function named(standing: Facts, index: number): Facts {
  const plot: Facts = standing.plot_no
    ? { plot_no: `${standing.plot_no}/${index + 1}`.slice(0, 60) }
    : {}
  return { name: `${String(standing.name).slice(0, 185)} (${index + 1})`, ...plot }
}
