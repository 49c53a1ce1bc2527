import type { Day } from '#core/days'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail, type TrailFact } from '#audit/trail'
import { takeFromLine, writeMovement, type Movement } from '#budget/balances/move_balance'
import Commitment from '#budget/models/commitment'

/** Who acts, when it counts, and in which transaction. */
export interface CommitmentAct {
  by: Actor & { id: number }
  on: Day
  trx?: Trx
  /** What the trail is told before the step itself. */
  told?: readonly TrailFact[]
}

interface Step extends CommitmentAct {
  action: string
  reason?: string | null
}

/** Moves the commitment's line; a key tells the effect, so that it counts once. */
export type MoveLine = (
  effect: Pick<Movement, 'move' | 'deltas'> & { key: string }
) => Promise<number>

/** What the work of a step may write beside the commitment itself. */
export interface StepTools {
  trx: Trx
  /** Told in the trail together with the step. */
  tell: (fact: TrailFact) => void
}

/**
 * One step in the life of a commitment: locked, changed by `work`, saved and told in the trail, all in
 * one transaction with what it moves on its line. The line's row and the head of the trail, which others
 * wait for, are taken last. No plain read comes first: it would fix a view of the line as it was, and
 * the change of a row changed since is refused (1020).
 */
export async function commitmentStep(
  id: number,
  { by, on, trx: outer, told = [], action, reason }: Step,
  work: (commitment: Commitment, move: MoveLine, tools: StepTools) => Promise<void>
): Promise<Commitment> {
  return within(outer, async (trx) => {
    const commitment = await Commitment.query({ client: trx })
      .where({ id })
      .forUpdate()
      .firstOrFail()
    const before = stateOf(commitment)
    const [moved, facts]: [Movement[], TrailFact[]] = [[], [...told]]
    const move: MoveLine = async ({ key, ...effect }) => {
      const movement: Movement = {
        ...effect,
        lineId: commitment.lineId,
        on,
        document: { type: 'commitment', id },
        businessKey: `commitment/${id}/${key}`,
      }
      moved.push(movement)
      return writeMovement(movement, { by, trx })
    }
    await work(commitment, move, { trx, tell: (fact) => void facts.push(fact) })
    commitment.version += 1
    await commitment.save()
    for (const movement of moved) await takeFromLine(movement, { trx })
    facts.push({
      action: `commitment.${action}`,
      unitId: commitment.unitId,
      subjectType: 'commitment',
      subjectId: id,
      label: commitment.label,
      before,
      after: stateOf(commitment),
      reason,
    })
    await Trail.recordAll(facts, { by, trx })
    return commitment
  })
}

function stateOf({ status, amount, paid, lineId }: Commitment) {
  return { status, lineId, amount: String(amount), paid: String(paid) }
}
