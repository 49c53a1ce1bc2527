import { assertSameAccount } from '#registry/books/accounts'
import { Asked } from '#registry/register/asked'
import { ENDED } from '#registry/register/attributes'
import { classOf } from '#registry/register/classes'
import { ProposalError } from '#registry/register/errors'
import type { Facts } from '#registry/register/facts'
import type { ChangeKind } from '#registry/register/kinds/kind'
import { undedicationOf } from '#registry/register/undedication'
import { judgeDomain, type Undedication } from '#registry/rules/domain'

export interface ReclassifyProposal {
  asset_id: number
  base_version: number | null
  facts: Facts
  undedication: Undedication | null
}

const ALLOWED = [
  'class_id',
  'domain',
  'security_class',
  'criticality',
  'life_status',
  'parent_id',
  'slots',
]

/** إعادة تصنيف: class, domain, secrecy or state of use; never the end of an asset. */
const reclassify: ChangeKind<ReclassifyProposal> = {
  async validate(proposal, { trx }) {
    const asked = new Asked(proposal)
    const facts = asked.facts()
    const stray = Object.keys(facts).find((name) => !ALLOWED.includes(name))
    if (stray || Object.keys(facts).length === 0) {
      throw new ProposalError(
        stray ?? 'facts',
        stray ? `«${stray}» ليس من التصنيف.` : 'لم يذكر ما يتغير.',
        stray ? `"${stray}" is no matter of classification.` : 'Nothing is asked to change.'
      )
    }
    if ((ENDED as readonly unknown[]).includes(facts.life_status)) {
      throw new ProposalError(
        'life_status',
        'ينتهي الأصل بتصرف أو تقسيم أو ضم، لا بإعادة تصنيف.',
        'An asset ends by disposal, split or merge, not by reclassification.'
      )
    }
    const assetId = asked.id('asset_id')
    if (facts.class_id) {
      const { subtype } = await classOf({ id: facts.class_id as number }, trx)
      await assertSameAccount(assetId, subtype, trx)
    }
    return {
      asset_id: assetId,
      base_version: asked.optionalId('base_version'),
      facts,
      undedication: undedicationOf(asked),
    }
  },

  inputs: ({ asset_id: assetId, base_version: baseVersion }) => [{ assetId, baseVersion }],

  async judge({ asset_id: assetId, facts, undedication }, { inputs, moment }) {
    const { domain, code } = inputs.get(assetId)!
    const leaves = facts.domain !== undefined && facts.domain !== 'public'
    return leaves ? judgeDomain({ domain, code, undedication, moment }) : []
  },

  async apply({ asset_id: assetId, facts }, context) {
    await context.record(assetId, facts)
    return { outputs: [assetId] }
  },
}

export default reclassify
