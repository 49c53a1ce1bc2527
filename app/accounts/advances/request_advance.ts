import { FiscalYear } from '#core/fiscal'
import type { Day } from '#core/days'
import type { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { AdvanceOpenError } from '#accounts/advances/errors'
import { AmountNeededError } from '#accounts/errors'
import { openAdvanceOf } from '#accounts/advances/open_advances'
import type { Holder } from '#accounts/holdings/holder_of'
import Advance, { type AdvanceKind } from '#accounts/models/advance'

export interface AdvanceInput {
  unitId: number
  kind: AdvanceKind
  holder: Holder
  amount: Money
  purpose: string
  on: Day
  /** Needed of a supplier's prepayment. */
  contractNo?: string | null
  guaranteeId?: number | null
}

/** The book in which a unit numbers its advances, per fiscal year without gaps. */
const ADVANCE_BOOK = 'advances'

/** Writes a request for an advance down; who has one open of its kind is refused. */
export default class RequestAdvance {
  /** @throws AmountNeededError, AdvanceOpenError */
  async handle(
    { holder, on, amount, ...input }: AdvanceInput,
    { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<Advance> {
    if (!amount.isPositive()) throw new AmountNeededError()
    return within(outer, async (trx) => {
      const holderName = await nameOf(holder, trx)
      const { unitId, kind, contractNo = null } = input
      const fiscalYear = FiscalYear.containing(on).label
      const number = await nextNumber({ unitId, book: ADVANCE_BOOK, fiscalYear }, trx)
      const advance = await onlyOne({ holder, kind, contractNo }, holderName, () =>
        Advance.create(
          {
            ...input,
            fiscalYear,
            number,
            holderUserId: holder.userId ?? null,
            partyId: holder.partyId ?? null,
            holderName,
            amount,
            status: 'requested',
            requestedOn: on,
            madeBy: by.id,
          },
          { client: trx }
        )
      )
      await Trail.record(
        {
          action: 'advance.requested',
          unitId,
          subjectType: 'advance',
          subjectId: advance.id,
          label: advance.label,
          after: advance.picture(),
        },
        { by, trx }
      )
      return advance
    })
  }
}

async function nameOf({ userId, partyId }: Holder, trx: Trx): Promise<string> {
  return userId
    ? (await trx.from('users').where('id', userId).firstOrFail()).full_name
    : (await trx.from('parties').where('id', partyId!).firstOrFail()).name
}

/** The database keeps one open advance of a kind and holder; here it says so in words. */
async function onlyOne<T>(
  asked: Parameters<typeof openAdvanceOf>[0],
  holder: string,
  write: () => Promise<T>
): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const { code, sqlMessage } = error as { code?: string; sqlMessage?: string }
    if (code === 'ER_DUP_ENTRY' && sqlMessage?.includes('advances_one_open')) {
      throw new AdvanceOpenError(holder, await openAdvanceOf(asked))
    }
    throw error
  }
}
