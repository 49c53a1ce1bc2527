import type { Day } from '#core/days'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import Penalty from '#accounts/models/penalty'

export interface PenaltyAct {
  by: Actor & { id: number }
  on: Day
  trx?: Trx
}

/** One step in the life of a penalty: locked, changed by `work`, saved and told in the trail. */
export async function penaltyStep(
  id: number,
  { by, trx: outer, action, reason }: PenaltyAct & { action: string; reason?: string | null },
  work: (penalty: Penalty, trx: Trx) => Promise<void>
): Promise<Penalty> {
  return within(outer, async (trx) => {
    const penalty = await (await Penalty.findOrFail(id, { client: trx })).lock(trx)
    const before = stateOf(penalty)
    await work(penalty, trx)
    penalty.version += 1
    await penalty.save()
    await Trail.record(
      {
        action: `penalty.${action}`,
        unitId: penalty.unitId,
        subjectType: 'penalty',
        subjectId: id,
        label: penalty.label,
        before,
        after: stateOf(penalty),
        reason,
      },
      { by, trx }
    )
    return penalty
  })
}

function stateOf({ status, amount, executed, executedVia }: Penalty) {
  return { status, executedVia, amount: String(amount), executed: String(executed) }
}
