import { Asked } from '#registry/register/asked'
import { standingFacts } from '#registry/register/changes'
import { assertGeometryAllowed, classOf } from '#registry/register/classes'
import { ProposalError } from '#registry/register/errors'
import type { Facts } from '#registry/register/facts'
import type { ChangeKind } from '#registry/register/kinds/kind'
import {
  geometryFacts,
  levelOf,
  recordGeometry,
  type GivenGeometry,
} from '#registry/register/record_geometry'
import { judgeAreasOfFacts } from '#registry/rules/areas_of_facts'
import { judgeReciprocity, judgeShape } from '#registry/rules/geometry'

export interface BoundaryProposal {
  asset_id: number
  base_version: number | null
  geometry: GivenGeometry
  /** Areas, sides, sheet and plot as the new survey has them. */
  facts: Facts
}

const ALLOWED = /^(area_|boundaries$|area_m2$|hod$|plot_no$|block_no$|sheet_no$|belt$|frontage_m$)/

/** تصحيح حدود: a new survey of the same asset; the earlier shapes stay. */
const boundary: ChangeKind<BoundaryProposal> = {
  async validate(proposal) {
    const asked = new Asked(proposal)
    const geometry = asked.geometry()
    if (!geometry)
      throw new ProposalError('geometry', 'الشكل الجديد مطلوب.', 'The new shape is missing.')
    const facts = asked.facts()
    const stray = Object.keys(facts).find((name) => !ALLOWED.test(name))
    if (stray) {
      throw new ProposalError(
        stray,
        `«${stray}» لا يغيره تصحيح الحدود؛ سجل تصحيحًا.`,
        `"${stray}" is not changed by a boundary correction; record a correction.`
      )
    }
    const assetId = asked.id('asset_id')
    return { asset_id: assetId, base_version: asked.optionalId('base_version'), geometry, facts }
  },

  inputs: ({ asset_id: assetId, base_version: baseVersion }) => [{ assetId, baseVersion }],

  shapes: ({ geometry }) => [geometry.shape],

  async judge({ asset_id: assetId, geometry, facts }, context) {
    const { unitId, moment, trx, inputs, transactionId } = context
    const input = inputs.get(assetId)!
    assertGeometryAllowed(geometry, await classOf({ id: input.classId }, trx))
    const standing = await standingFacts(assetId, trx)
    const level = levelOf(input.subtype)
    // The area in the head of the record follows the shape unless the change states one.
    const judged = { ...standing, area_m2: null, ...facts }
    return [
      ...(await judgeShape({ shape: geometry.shape, assetId, unitId, level, moment, trx })),
      ...(await judgeAreasOfFacts({ facts: judged, geometry, transactionId, unitId, trx })),
      ...(await judgeReciprocity(assetId, { trx })),
    ]
  },

  async apply({ asset_id: assetId, geometry, facts }, context) {
    const derived = geometryFacts(geometry)
    const area = 'area_computed' in derived ? { area_m2: derived.area_computed!.m2 } : {}
    await context.record(assetId, { ...derived, ...area, ...facts })
    await recordGeometry(assetId, geometry, context.recording)
    return { outputs: [assetId] }
  },
}

export default boundary
