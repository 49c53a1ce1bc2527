import { TransitionError, type Transitions } from '#core/transitions'
import { sentence } from '#core/domain_error'
import { Asked } from '#registry/register/asked'
import type { ChangeKind } from '#registry/register/kinds/kind'
import { judgeCompleteness } from '#registry/rules/completeness'

const STATES = ['recorded', 'surveyed', 'verified', 'disputed'] as const

export interface VerificationProposal {
  asset_id: number
  base_version: number | null
  to: (typeof STATES)[number]
}

/** How far a record is trusted, and how it moves. */
export const RECORD_STATES: Transitions = {
  draft: ['recorded', 'disputed'],
  recorded: ['surveyed', 'verified', 'disputed'],
  surveyed: ['verified', 'recorded', 'disputed'],
  verified: ['surveyed', 'recorded', 'disputed'],
  disputed: ['recorded', 'surveyed', 'verified'],
  superseded: [],
}

const NAMES = {
  draft: sentence('مسودة', 'draft'),
  recorded: sentence('مقيد', 'recorded'),
  surveyed: sentence('مرفوع مساحيًا', 'surveyed'),
  verified: sentence('محقق', 'verified'),
  disputed: sentence('متنازع عليه', 'disputed'),
  superseded: sentence('ملغى', 'superseded'),
}

/** تحقيق القيد: a record becomes surveyed, verified or disputed (R27). */
const verification: ChangeKind<VerificationProposal> = {
  async validate(proposal) {
    const asked = new Asked(proposal)
    return {
      asset_id: asked.id('asset_id'),
      base_version: asked.optionalId('base_version'),
      to: asked.choice('to', STATES),
    }
  },

  inputs: ({ asset_id: assetId, base_version: baseVersion }) => [{ assetId, baseVersion }],

  async judge({ asset_id: assetId, to }, { inputs, moment, trx }) {
    const { recordStatus } = inputs.get(assetId)!
    const allowed = RECORD_STATES[recordStatus] ?? []
    if (!allowed.includes(to)) throw new TransitionError(recordStatus, to, allowed, NAMES)
    return to === 'verified' ? judgeCompleteness(assetId, { moment, trx }) : []
  },

  async apply({ asset_id: assetId, to }, context) {
    await context.record(assetId, { record_status: to })
    return { outputs: [assetId] }
  },
}

export default verification
