import type { Day } from '#core/days'
import type { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { AmountNeededError } from '#accounts/errors'
import { tellOfBook } from '#accounts/cheques/cheque_trail'
import { ChequeLeafError } from '#accounts/cheques/errors'
import ChequeBook from '#accounts/models/cheque_book'

interface Act {
  by: Actor & { id: number }
  on: Day
  trx?: Trx
}

/** What became of a leaf. A missing one needs the number of the police report. */
export type LeafEnd =
  | { status: 'used'; amount: Money; payeeName: string }
  | { status: 'void' | 'missing'; reason: string }

/** Says what became of a leaf; only a used one may become void afterwards. @throws ChequeLeafError */
export async function endLeaf(
  { bankAccountId, number }: { bankAccountId: number; number: number },
  end: LeafEnd,
  { by, on, trx: outer }: Act
): Promise<void> {
  return within(outer, async (trx) => {
    const leaf = await trx
      .from('cheque_leaves')
      .where({ bank_account_id: bankAccountId, number })
      .forUpdate()
      .first()
    if (!leaf) throw new ChequeLeafError(number, 'ليس في الرصيد', 'is not in the stock')
    const book = await ChequeBook.findOrFail(Number(leaf.book_id), { client: trx })
    const again = leaf.status === 'used' && end.status === 'void'
    if (leaf.status !== 'blank' && !again) {
      throw new ChequeLeafError(number, 'سبق التصرف فيه', 'is used, void or missing already')
    }
    if (end.status === 'used' && !book.issuedOn) {
      throw new ChequeLeafError(number, 'لم يسلم دفتره لأحد', 'is of a book issued to nobody')
    }
    if (end.status === 'used' && !end.amount.isPositive()) throw new AmountNeededError()
    const change =
      end.status === 'used'
        ? { amount: String(end.amount), payee_name: end.payeeName }
        : { reason: end.reason }
    await trx
      .from('cheque_leaves')
      .where({ bank_account_id: bankAccountId, number })
      .update({ ...change, status: end.status, ended_on: on, changed_by: by.id })
    await tellOfBook('leaf_ended', book, { number, status: end.status, ...change }, { by, trx })
  })
}
