import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { tellOfBook as tell } from '#accounts/cheques/cheque_trail'
import { ChequeRangeError } from '#accounts/cheques/errors'
import ChequeBook from '#accounts/models/cheque_book'

interface Act {
  by: Actor & { id: number }
  on: Day
  trx?: Trx
}

/** Most leaves a book may have; the schema says the same. */
const LARGEST_BOOK = 1000

/** Stock of cheque books (دفاتر الشيكات): received, issued to a holder, taken out of use. */
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
      const book = await held(id, trx)
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

  /**
   * Takes a book out of use (سحب الدفتر): the account is closed, or the bank changes its cheques. Every
   * blank leaf becomes void; what was used stays as it is.
   * @throws ChequeRangeError
   */
  async withdraw(
    id: number,
    { reason, by, on, trx: outer }: Act & { reason: string }
  ): Promise<ChequeBook> {
    return within(outer, async (trx) => {
      const book = await held(id, trx)
      const blank = await trx
        .from('cheque_leaves')
        .where({ book_id: id, status: 'blank' })
        .update({ status: 'void', reason, ended_on: on, changed_by: by.id })
      await book.merge({ withdrawnOn: on, withdrawnBy: by.id, withdrawal: reason }).save()
      const leaves = Number(blank)
      await tell('withdrawn', book, { leaves, on }, { by, trx }, reason)
      return book
    })
  }
}

/** A book that is still in use, locked. */
async function held(id: number, trx: Trx): Promise<ChequeBook> {
  const book = await ChequeBook.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
  if (!book.withdrawnOn) return book
  throw new ChequeRangeError(
    sentence(`سُحب الدفتر في ${book.withdrawnOn}.`, `The book was withdrawn on ${book.withdrawnOn}.`)
  )
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
