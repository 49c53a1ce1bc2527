import { FiscalYear } from '#core/fiscal'
import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import { settingAt } from '#core/settings'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { AmountNeededError } from '#accounts/errors'
import Penalty from '#accounts/models/penalty'
import { PenaltyCapError, PenaltyPaperError } from '#accounts/penalties/errors'

export interface PenaltyInput {
  unitId: number
  person: { partyId: number; userId?: undefined } | { userId: number; partyId?: undefined }
  /** Kind of the contract as the caps name it (`goods`, `works` …), or `conduct`. */
  violation: string
  investigationNo: string
  contractNo?: string | null
  contractAmount?: Money | null
  amount: Money
  reason: string
  on: Day
}

/** The book in which a unit numbers its penalties, per fiscal year without gaps. */
const PENALTY_BOOK = 'penalties'

/** Writes a penalty down with the investigation it rests on, within the cap of its contract. */
export default class RecordPenalty {
  /** @throws AmountNeededError, PenaltyPaperError, PenaltyCapError */
  async handle(
    { person, on, amount, ...input }: PenaltyInput,
    { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<Penalty> {
    if (!amount.isPositive()) throw new AmountNeededError()
    return within(outer, async (trx) => {
      const personName = await nameOf(person, trx)
      const { unitId } = input
      const fiscalYear = FiscalYear.containing(on).label
      // Its counter is locked first: penalties of one contract are judged one after the other.
      const number = await nextNumber({ unitId, book: PENALTY_BOOK, fiscalYear }, trx)
      await refuseAboveCap({ ...input, person, amount, on }, trx)
      const penalty = await Penalty.create(
        {
          ...input,
          partyId: person.partyId ?? null,
          userId: person.userId ?? null,
          personName,
          fiscalYear,
          number,
          assessed: amount,
          amount,
          status: 'recorded',
          madeBy: by.id,
        },
        { client: trx }
      )
      await Trail.record(
        {
          action: 'penalty.recorded',
          unitId,
          subjectType: 'penalty',
          subjectId: penalty.id,
          label: penalty.label,
          after: penalty.picture(),
        },
        { by, trx }
      )
      return penalty
    })
  }
}

async function nameOf({ partyId, userId }: PenaltyInput['person'], trx: Trx): Promise<string> {
  return partyId
    ? (await trx.from('parties').where('id', partyId).firstOrFail()).name
    : (await trx.from('users').where('id', userId!).firstOrFail()).full_name
}

/** Law 182/2018: the delay fines of a contract together stay within a share of it, by its kind. */
async function refuseAboveCap(
  { unitId, person, violation, contractNo, contractAmount, amount, on }: PenaltyInput,
  trx: Trx
): Promise<void> {
  const caps = await settingAt<Record<string, string>>('accounts.penalties.caps', {
    on,
    unitId,
    trx,
  })
  const share = caps[violation]
  if (!share) return
  if (!contractNo || !contractAmount) {
    throw new PenaltyPaperError(
      sentence('غرامة العقد يذكر معها رقمه وقيمته.', 'It names its contract and its amount.')
    )
  }
  const rows = await trx
    .from('penalties')
    .where({ party_id: person.partyId ?? null, contract_no: contractNo, violation })
    .whereNotIn('status', ['refused', 'cancelled'])
    .select('amount')
    .forUpdate()
  const already = Money.sum(rows.map((row) => Money.of(row.amount)))
  const cap = contractAmount.times(share, { round: 'half_up' })
  if (already.add(amount).compare(cap) > 0)
    throw new PenaltyCapError({ cap, already, asked: amount })
}
