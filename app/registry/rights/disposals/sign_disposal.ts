import type { Trx } from '#core/within'
import DecideApproval from '#identity/actions/decide_approval'
import type Disposal from '#registry/models/disposal'
import type { DecisionAct } from '#registry/rights/disposals/disposal_step'

/** The approval of a second person, bound to the fingerprint of what he approved. */
export async function signDisposal(
  disposal: Disposal,
  step: string,
  madeBy: number,
  hash: Buffer,
  { by, requestId, overrides = [] }: DecisionAct,
  trx: Trx
): Promise<void> {
  await new DecideApproval().approve({
    subject: {
      type: 'disposal',
      id: disposal.id,
      unitId: disposal.unitId,
      label: disposal.label,
    },
    step,
    madeBy,
    by,
    documentHash: hash,
    reason: overrides.map(({ rule, reason }) => `${rule}: ${reason}`).join(' — ') || null,
    requestId,
    trx,
  })
}
