import { today } from '#core/days'
import { FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { SelfApprovalError } from '#identity/errors'
import type User from '#identity/models/user'
import { moveBalance, type Deltas } from '#budget/balances/move_balance'
import { nextLineOf, placeOf } from '#budget/commitments/carried_line'
import { lapses, notYet } from '#budget/commitments/carry_errors'
import { carryRules, ruleFor } from '#budget/commitments/carry_rules'
import { commitmentStep } from '#budget/commitments/commitment_step'
import { COMMITMENT_BOOK } from '#budget/commitments/request_commitment'
import Commitment from '#budget/models/commitment'

interface Carrying {
  by: User
  requestId?: string
  trx?: Trx
}

/**
 * Takes what is open of a commitment over into the same line of the next year, once, where the dated
 * rule of its bab and fund allows (ترحيل الارتباط). It ends with its year and goes on under a number of
 * the next; credit comes along or is taken of the next year's, as the rule says.
 */
export default class CarryOver {
  /** @throws NotCarriedError, SelfApprovalError, TransitionError, NotEnoughCreditError */
  async handle(id: number, { by, requestId, trx: outer }: Carrying): Promise<Commitment> {
    return within(outer, async (trx) => {
      const actor = by.asActor(requestId)
      const asked = await Commitment.findOrFail(id, { client: trx })
      const year = FiscalYear.of(asked.fiscalYear)
      if (today() < year.last) throw notYet(year)
      if (asked.madeBy === by.id) throw new SelfApprovalError()
      const next = FiscalYear.startingIn(year.startYear + 1)
      const place = await placeOf(asked.lineId, trx)
      const rule = ruleFor(await carryRules(year.last, asked.unitId, trx), place)
      if (!rule) throw lapses(asked.label, place)
      const comesAlong = rule.credit === 'comes_along'
      const old = await commitmentStep(
        id,
        { by: actor, on: year.last, action: 'carried', trx },
        async (commitment, move) => {
          const { open } = commitment
          commitment.moveTo('carried')
          const credit = { appropriated: open.negate(), released: open.negate() }
          const deltas: Deltas = { committed: open.negate(), ...(comesAlong ? credit : {}) }
          await move({ move: 'carry', deltas, key: 'carry' })
          commitment.merge({ endedOn: year.last, endReason: `${next.label}` })
        }
      )
      const { unitId, purpose, needNo, payeeName, madeBy, open } = old
      const made = await Commitment.create(
        {
          unitId,
          fiscalYear: next.label,
          number: await nextNumber({ unitId, book: COMMITMENT_BOOK, fiscalYear: next.label }, trx),
          lineId: await nextLineOf(old.lineId, next, trx),
          amount: open,
          paid: Money.zero,
          purpose,
          needNo,
          payeeName,
          status: 'draft',
          madeBy,
          carriedFromId: id,
        },
        { client: trx }
      )
      const hash = documentHash(made.picture())
      const credit = { appropriated: open, released: open }
      const appropriationNo = await moveBalance(
        {
          lineId: made.lineId,
          move: 'carry',
          deltas: { committed: open, ...(comesAlong ? credit : {}) },
          on: next.first,
          document: { type: 'commitment', id: made.id },
          businessKey: `commitment/${made.id}/carried`,
        },
        { by, trx }
      )
      made.moveTo('committed')
      made.merge({ appropriationNo, approvedBy: by.id, approvedOn: next.first, documentHash: hash })
      await made.save()
      const subject = { type: 'commitment', id: made.id, unitId, label: made.label }
      await new DecideApproval().approve({
        subject,
        step: 'carry',
        madeBy,
        by,
        documentHash: hash,
        requestId,
        trx,
      })
      await Trail.record(
        {
          action: 'commitment.carried',
          unitId,
          subjectType: 'commitment',
          subjectId: made.id,
          label: made.label,
          after: { from: old.label, ...made.picture() },
        },
        { by: actor, trx }
      )
      return made
    })
  }
}
