import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { AmountNeededError } from '#accounts/errors'
import { ChequeLeafError, ChequeRangeError } from '#accounts/cheques/errors'
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

/** Most leaves a book may have; the schema says the same. */
const LARGEST_BOOK = 1000

/** Stock of cheque books (دفاتر الشيكات): received, issued to a holder, and what became of each leaf. */
export default class ChequeStock {
  /** Every leaf is in the stock once: a range that overlaps another is refused. @throws ChequeRangeError */
  async receive(
    book: { bankAccountId: number; firstNo: number; lastNo: number },
    { by, on, trx: outer }: Act
  ): Promise<ChequeBook> {
    const { bankAccountId, firstNo, lastNo } = book
    if (firstNo < 1 || lastNo < firstNo || lastNo - firstNo >= LARGEST_BOOK) {
      throw new ChequeRangeError(
        sentence(
          `الدفتر من شيك إلى ${LARGEST_BOOK} شيك، وآخره بعد أوله.`,
          `A book has 1 to ${LARGEST_BOOK} cheques; its last is not before its first.`
        )
      )
    }
    return within(outer, async (trx) => {
      const account = await trx.from('bank_accounts').where('id', bankAccountId).firstOrFail()
      const unitId = Number(account.unit_id)
      const made = await ChequeBook.create(
        { ...book, unitId, receivedOn: on, receivedBy: by.id },
        { client: trx }
      )
      const numbers = Array.from({ length: lastNo - firstNo + 1 }, (_, index) => firstNo + index)
      await refuseOverlap(() =>
        trx.rawQuery(
          `INSERT INTO cheque_leaves (book_id, bank_account_id, number) VALUES ${numbers.map(() => '(?, ?, ?)').join(', ')}`,
          numbers.flatMap((number) => [made.id, bankAccountId, number])
        )
      )
      await tell('received', made, { ...book }, { by, trx })
      return made
    })
  }

  /** Hands a book to who writes its cheques, once. */
  async issue(
    id: number,
    { holderName, by, on, trx: outer }: Act & { holderName: string }
  ): Promise<ChequeBook> {
    return within(outer, async (trx) => {
      const book = await ChequeBook.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
      if (book.issuedOn) {
        throw new ChequeRangeError(
          sentence(`الدفتر في عهدة ${book.holderName}.`, `The book is with ${book.holderName}.`)
        )
      }
      await book.merge({ holderName, issuedOn: on, issuedBy: by.id }).save()
      await tell('issued', book, { holderName, on }, { by, trx })
      return book
    })
  }

  /** Says what became of a leaf; only a used one may become void afterwards. @throws ChequeLeafError */
  async end(
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
      await tell('leaf_ended', book, { number, status: end.status, ...change }, { by, trx })
    })
  }
}

async function refuseOverlap<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if ((error as { code?: string }).code !== 'ER_DUP_ENTRY') throw error
    throw new ChequeRangeError(
      sentence(
        'أرقام من هذا المدى مسجلة في دفتر آخر للحساب نفسه.',
        'Numbers of this range are in another book of the account.'
      )
    )
  }
}

const tell = (
  action: string,
  book: ChequeBook,
  after: object,
  { by, trx }: { by: Actor; trx: Trx }
) =>
  Trail.record(
    {
      action: `cheque_book.${action}`,
      unitId: book.unitId,
      subjectType: 'cheque_book',
      subjectId: book.id,
      label: `${book.firstNo}–${book.lastNo}`,
      after,
    },
    { by, trx }
  )
