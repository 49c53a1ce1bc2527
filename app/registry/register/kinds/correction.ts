import { Asked } from '#registry/register/asked'
import { factLabel, GUARDED } from '#registry/register/attributes'
import { standingFacts } from '#registry/register/changes'
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
import { judgeDuplicates } from '#registry/rules/duplicates'
import { judgeReciprocity, judgeShape } from '#registry/rules/geometry'

export interface CorrectionProposal {
  asset_id: number
  base_version: number | null
  facts: Facts
  geometry: GivenGeometry | null
}

/**
 * تصحيح: what was recorded wrongly or not at all is stated as it is, from the day on which it was so.
 * What was believed until now stays readable by the moment of knowledge.
 */
const correction: ChangeKind<CorrectionProposal> = {
  async validate(proposal) {
    const asked = new Asked(proposal)
    const facts = asked.facts()
    const guarded = Object.keys(facts).find((name) => GUARDED.has(name))
    if (guarded) {
      const { ar, en } = factLabel(guarded)
      throw new ProposalError(
        guarded,
        `«${ar}» تغيره معاملة من نوعها، لا التصحيح.`,
        `"${en}" is changed by a transaction of its own kind, not by a correction.`
      )
    }
    const geometry = asked.geometry()
    if (Object.keys(facts).length === 0 && !geometry) {
      throw new ProposalError('facts', 'لم يذكر ما يصحح.', 'Nothing is asked to be corrected.')
    }
    const assetId = asked.id('asset_id')
    return { asset_id: assetId, base_version: asked.optionalId('base_version'), facts, geometry }
  },

  inputs: ({ asset_id: assetId, base_version: baseVersion }) => [{ assetId, baseVersion }],

  shapes: ({ geometry }) => (geometry ? [geometry.shape] : []),

  async judge({ asset_id: assetId, facts, geometry }, context) {
    const { unitId, moment, trx, inputs, transactionId } = context
    const level = levelOf(inputs.get(assetId)!.subtype)
    const after = { ...(await standingFacts(assetId, trx)), ...facts }
    const speaksOfArea = geometry || Object.keys(facts).some((name) => name.startsWith('area_'))
    // A plot's key is four facts together: the corrected ones are read with those that stay.
    const key =
      facts.hod || facts.plot_no
        ? {
            hod: after.hod,
            plot_no: after.plot_no,
            block_no: after.block_no,
            sheet_no: after.sheet_no,
          }
        : {}
    const numbers = { ...key, ...facts } as Facts
    return [
      ...(geometry
        ? await judgeShape({ shape: geometry.shape, assetId, unitId, level, moment, trx })
        : []),
      ...(speaksOfArea
        ? await judgeAreasOfFacts({ facts: after, geometry, transactionId, unitId, trx })
        : []),
      ...(await judgeDuplicates({ facts: numbers, unitId, self: assetId, moment, trx })),
      ...(facts.boundaries ? await judgeReciprocity(assetId, { trx }) : []),
    ]
  },

  async apply({ asset_id: assetId, facts, geometry }, context) {
    const derived = geometry ? geometryFacts(geometry) : {}
    await context.record(assetId, { ...facts, ...derived }, { retroactive: true })
    if (geometry) await recordGeometry(assetId, geometry, context.recording)
    return { outputs: [assetId] }
  },
}

export default correction
