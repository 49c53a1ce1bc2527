import { addDays, formatDay, type Day } from '#core/days'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { BookRuleError } from '#registry/books/errors'
import { rootUnit } from '#registry/classes/change_class'

export interface NewBook {
  code: string
  nameAr: string
  nameEn: string
  legalReference: string
}

export interface BookAct {
  by: Actor
  trx?: Trx
}

/** Books of depreciation (دفاتر الإهلاك): a further one is opened, and one that is not posted is closed. */
export default class KeepBooks {
  /** A further book for comparison; the posted one is the house's own. Returns its id. */
  async open(book: NewBook, act: BookAct): Promise<number> {
    return within(act.trx, async (trx) => {
      const known = await trx.from('depreciation_books').where('code', book.code).first()
      if (known) {
        throw new BookRuleError(
          `الكود ${book.code} لدفتر آخر.`,
          `Code ${book.code} is that of another book.`
        )
      }
      const row = {
        code: book.code,
        name_ar: book.nameAr,
        name_en: book.nameEn,
        legal_reference: book.legalReference,
      }
      const [id] = await trx.insertQuery().table('depreciation_books').insert(row)
      await recordBook('opened', { id: Number(id), code: book.code }, { after: row }, act.by, trx)
      return Number(id)
    })
  }

  /**
   * Nothing is entered in a book from a day on; what stands in it stays to be read.
   * @throws BookRuleError for the posted book, a closed one, or a day before its last entry
   */
  async close(bookId: number, on: Day, { reason, ...act }: BookAct & { reason: string }) {
    return within(act.trx, async (trx) => {
      const book = await heldBook(bookId, trx)
      if (book.is_posted) {
        throw new BookRuleError(
          'الدفتر الذي يرحل إلى الحسابات لا يقفل.',
          'The book that is posted to the ledger is not closed.'
        )
      }
      if (book.closed_on) throw bookClosed(book.closed_on)
      const last = await trx
        .from('asset_book_entries')
        .where('book_id', bookId)
        .max('effective_on as day')
        .first()
      if (last?.day && last.day >= on) {
        throw new BookRuleError(
          `آخر قيد في الدفتر يوم ${formatDay(last.day, 'ar')}؛ يقفل من اليوم التالي على الأقل.`,
          `Its last entry is of ${formatDay(last.day, 'en')}: it closes the day after at the earliest, ${addDays(last.day, 1)}.`
        )
      }
      await trx.from('depreciation_books').where('id', bookId).update({ closed_on: on })
      await recordBook(
        'closed',
        { id: bookId, code: book.code },
        { after: { on }, reason },
        act.by,
        trx
      )
    })
  }
}

/** A book, held until the transaction ends. */
export async function heldBook(id: number, trx: Trx): Promise<Record<string, any>> {
  return trx.from('depreciation_books').where('id', id).forUpdate().firstOrFail()
}

export const bookClosed = (on: Day) =>
  new BookRuleError(
    `الدفتر مقفل من ${formatDay(on, 'ar')}.`,
    `The book is closed from ${formatDay(on, 'en')}.`
  )

/** What was done to a book, in the chain of the topmost unit. */
export async function recordBook(
  verb: string,
  book: { id: number; code: string },
  facts: { after: object; reason?: string },
  by: Actor,
  trx: Trx
): Promise<void> {
  await Trail.record(
    {
      action: `depreciation_book.${verb}`,
      unitId: await rootUnit(trx),
      subjectType: 'depreciation_book',
      subjectId: book.id,
      label: book.code,
      ...facts,
    },
    { by, trx }
  )
}
