import { Asked } from '#registry/register/asked'
import type { Custody } from '#registry/register/facts'
import { receiver } from '#registry/register/kinds/custody'
import type { ChangeKind } from '#registry/register/kinds/kind'
import { judgeStanding } from '#registry/rules/standing'

export interface AllocationProposal {
  asset_id: number
  base_version: number | null
  to: Custody
  purpose: string
}

/** تخصيص: the use of an asset is given to an authority for a purpose. */
const allocation: ChangeKind<AllocationProposal> = {
  async validate(proposal, { trx }) {
    const asked = new Asked(proposal)
    return {
      asset_id: asked.id('asset_id'),
      base_version: asked.optionalId('base_version'),
      to: await receiver(asked.object('to'), trx),
      purpose: asked.text('purpose', 60),
    }
  },

  inputs: ({ asset_id: assetId, base_version: baseVersion }) => [{ assetId, baseVersion }],

  judge: ({ asset_id: assetId }, { effectiveOn: on, transactionId, moment, trx }) =>
    judgeStanding({ assetIds: [assetId], on, transactionId, moment, trx }),

  async apply({ asset_id: assetId, to, purpose }, context) {
    const isLand = context.inputs.get(assetId)!.subtype === 'land'
    const use = isLand ? { use_planned: purpose } : {}
    await context.record(assetId, { custody_use: to, life_status: 'in_service', ...use })
    return { outputs: [assetId] }
  },
}

export default allocation
