import { Asked } from '#registry/register/asked'
import type { ChangeKind } from '#registry/register/kinds/kind'
import { undedicationOf } from '#registry/register/undedication'
import { judgeDomain, type Undedication } from '#registry/rules/domain'
import { judgeStanding } from '#registry/rules/standing'

/** Ways in which an asset leaves the register of what is held. */
export const WAYS = [
  'sale',
  'donation',
  'expropriation',
  'demolition',
  'write_off',
  'loss',
] as const

export interface DisposalProposal {
  asset_id: number
  base_version: number | null
  how: (typeof WAYS)[number]
  to: string | null
  undedication: Undedication | null
}

/** تصرف أو استبعاد: the asset is no longer the unit's; its record and its code stay for ever. */
const disposal: ChangeKind<DisposalProposal> = {
  async validate(proposal) {
    const asked = new Asked(proposal)
    return {
      asset_id: asked.id('asset_id'),
      base_version: asked.optionalId('base_version'),
      how: asked.choice('how', WAYS),
      to: asked.optionalText('to'),
      undedication: undedicationOf(asked),
    }
  },

  inputs: ({ asset_id: assetId, base_version: baseVersion }) => [{ assetId, baseVersion }],

  async judge({ asset_id: assetId, how, undedication }, context) {
    const { inputs, moment, effectiveOn: on, transactionId, trx } = context
    const { domain, code } = inputs.get(assetId)!
    // What burnt down or was lost is gone, whether or not anyone ended its dedication.
    const isGone = how === 'loss' || how === 'write_off'
    return [
      ...(isGone ? [] : judgeDomain({ domain, code, undedication, moment })),
      ...(await judgeStanding({ assetIds: [assetId], on, transactionId, moment, trx })),
    ]
  },

  async apply({ asset_id: assetId, how }, context) {
    const ends = { loss: 'lost', write_off: 'written_off' } as const
    const state = ends[how as keyof typeof ends] ?? 'disposed'
    await context.record(assetId, { life_status: state })
    return { outputs: [assetId] }
  },
}

export default disposal
