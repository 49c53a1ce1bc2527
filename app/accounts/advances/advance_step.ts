import type { Day } from '#core/days'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import type { Actor } from '#audit/actor'
import Advance from '#accounts/models/advance'

/** Who acts, when it counts, and in which transaction. */
export interface AdvanceAct {
  by: Actor & { id: number }
  on: Day
  trx?: Trx
}

interface Step {
  by: Actor
  trx?: Trx
  action: string
  reason?: string | null
}

/** One step in the life of an advance: locked, changed by `work`, saved and told in the trail. */
export async function advanceStep(
  id: number,
  { by, trx: outer, action, reason }: Step,
  work: (advance: Advance, trx: Trx) => Promise<void>
): Promise<Advance> {
  return within(outer, async (trx) => {
    const advance = await (await Advance.findOrFail(id, { client: trx })).lock(trx)
    const before = stateOf(advance)
    await work(advance, trx)
    advance.version += 1
    await advance.save()
    await Trail.record(
      {
        action: `advance.${action}`,
        unitId: advance.unitId,
        subjectType: 'advance',
        subjectId: id,
        label: advance.label,
        before,
        after: stateOf(advance),
        reason,
      },
      { by, trx }
    )
    return advance
  })
}

function stateOf({ status, settled, replenished, amount }: Advance) {
  return {
    status,
    amount: String(amount),
    settled: String(settled),
    replenished: String(replenished),
  }
}
