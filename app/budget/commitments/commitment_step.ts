import type { Day } from '#core/days'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { moveBalance, type Movement } from '#budget/balances/move_balance'
import Commitment from '#budget/models/commitment'

/** Who acts, when it counts, and in which transaction. */
export interface CommitmentAct {
  by: Actor & { id: number }
  on: Day
  trx?: Trx
}

interface Step extends CommitmentAct {
  action: string
  reason?: string | null
}

/** Moves the commitment's line; a key tells the effect, so that it counts once. */
export type MoveLine = (
  effect: Pick<Movement, 'move' | 'deltas'> & { key: string }
) => Promise<number>

/**
 * One step in the life of a commitment: locked, changed by `work`, saved and told in the trail, all in
 * one transaction with what it moves on its line.
 */
export async function commitmentStep(
  id: number,
  { by, on, trx: outer, action, reason }: Step,
  work: (commitment: Commitment, move: MoveLine, trx: Trx) => Promise<void>
): Promise<Commitment> {
  return within(outer, async (trx) => {
    const commitment = await (await Commitment.findOrFail(id, { client: trx })).lock(trx)
    const before = stateOf(commitment)
    const move: MoveLine = ({ key, ...effect }) =>
      moveBalance(
        {
          ...effect,
          lineId: commitment.lineId,
          on,
          document: { type: 'commitment', id },
          businessKey: `commitment/${id}/${key}`,
        },
        { by, trx }
      )
    await work(commitment, move, trx)
    commitment.version += 1
    await commitment.save()
    await Trail.record(
      {
        action: `commitment.${action}`,
        unitId: commitment.unitId,
        subjectType: 'commitment',
        subjectId: id,
        label: commitment.label,
        before,
        after: stateOf(commitment),
        reason,
      },
      { by, trx }
    )
    return commitment
  })
}

function stateOf({ status, amount, paid, lineId }: Commitment) {
  return { status, lineId, amount: String(amount), paid: String(paid) }
}
