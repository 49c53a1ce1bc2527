import type { Day } from '#core/days'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { ActWaitsError } from '#accounts/guarantees/errors'
import Guarantee from '#accounts/models/guarantee'
import GuaranteeAct from '#accounts/models/guarantee_act'

/**
 * Ends a guarantee that was written down by mistake and never came into the books; its number stays.
 * @throws TransitionError once it was accepted, ActWaitsError
 */
export async function voidGuarantee(
  guaranteeId: number,
  reason: string,
  { by, on, trx: outer }: { by: Actor & { id: number }; on: Day; trx?: Trx }
): Promise<Guarantee> {
  return within(outer, async (trx) => {
    const found = await Guarantee.findOrFail(guaranteeId, { client: trx })
    const guarantee = await found.lock(trx)
    if (await GuaranteeAct.findBy({ guaranteeId, status: 'proposed' }, { client: trx })) {
      throw new ActWaitsError(guarantee.label)
    }
    guarantee.moveTo('void')
    await guarantee.merge({ endedOn: on, version: guarantee.version + 1 }).save()
    await Trail.record(
      {
        action: 'guarantee.void',
        unitId: guarantee.unitId,
        subjectType: 'guarantee',
        subjectId: guaranteeId,
        label: guarantee.label,
        after: { status: 'void' },
        reason,
      },
      { by, trx }
    )
    return guarantee
  })
}
