import type { Day } from '#core/days'
import { nextNumber } from '#core/numbering'
import type { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail, type TrailFact } from '#audit/trail'
import Commit from '#budget/commitments/commit'
import { AmountNeededError } from '#budget/commitments/errors'
import BudgetLine from '#budget/models/budget_line'
import Commitment from '#budget/models/commitment'

export interface CommitmentInput {
  lineId: number
  amount: Money
  purpose: string
  needNo?: string | null
  payeeName?: string | null
}

/** The book in which a unit numbers its commitments, per fiscal year without gaps. */
export const COMMITMENT_BOOK = 'commitments'

/** Writes down what is needed of which line; nothing is taken from the line yet. */
export default class RequestCommitment {
  /** @throws AmountNeededError, NotEnoughCreditError where it is set aside at once */
  async handle(
    input: CommitmentInput,
    {
      by,
      reserveOn,
      trx: outer,
    }: { by: Actor & { id: number }; /** Set aside at once. */ reserveOn?: Day | null; trx?: Trx }
  ): Promise<Commitment> {
    if (!input.amount.isPositive()) throw new AmountNeededError()
    // Facts of a line do not change; read inside, they would fix a view that its balance outgrows.
    const line = await BudgetLine.findOrFail(input.lineId, outer ? { client: outer } : undefined)
    return within(outer, async (trx) => {
      const { unitId, fiscalYear } = line
      const number = await nextNumber({ unitId, book: COMMITMENT_BOOK, fiscalYear }, trx)
      const commitment = await Commitment.create(
        { ...input, unitId, fiscalYear, number, status: 'draft', madeBy: by.id },
        { client: trx }
      )
      const requested: TrailFact = {
        action: 'commitment.requested',
        unitId,
        subjectType: 'commitment',
        subjectId: commitment.id,
        label: commitment.label,
        after: commitment.picture(),
      }
      if (reserveOn) {
        return new Commit().reserve(commitment.id, { by, on: reserveOn, trx, told: [requested] })
      }
      await Trail.record(requested, { by, trx })
      return commitment
    })
  }
}
