import { formatDay, type Day } from '#core/days'
import { within } from '#core/within'
import { BookRuleError } from '#registry/books/errors'
import { bookClosed, heldBook, recordBook, type BookAct } from '#registry/books/setup/keep_books'

export interface NewMethod {
  classCode: string
  method: 'straight_line' | 'declining' | 'none'
  lifeMonths?: number | null
  /** Share of the value at the start of the year: `0.25`. */
  yearlyRate?: string | null
  /** Share of the cost that is left at the end: `0.05`. */
  salvageShare?: string | null
  validFrom: Day
  legalReference: string
  /** False: to be confirmed by the competent authority. */
  confirmed: boolean
}

/**
 * The dated methods of a book (طرق الإهلاك). A method holds for what is capitalised from its day; values that
 * stand keep the method they began with until an order changes them.
 */
export default class AddMethod {
  /**
   * A method of a class from a day; the one before it ends there. One that begins on the same day is not
   * replaced, and a later one stays in force after it.
   * @throws BookRuleError for a closed book, a method without its life or rate, or a day that has one
   */
  async handle(bookId: number, method: NewMethod, act: BookAct): Promise<void> {
    assertSaysHow(method)
    return within(act.trx, async (trx) => {
      const book = await heldBook(bookId, trx)
      if (book.closed_on) throw bookClosed(book.closed_on)
      const { classCode, validFrom } = method
      const others = () =>
        trx.from('depreciation_methods').where({ book_id: bookId, class_code: classCode })
      if (await others().where('valid_from', validFrom).first()) {
        throw new BookRuleError(
          `لهذا النوع طريقة تبدأ من ${formatDay(validFrom, 'ar')}.`,
          `The class has a method from ${formatDay(validFrom, 'en')} already.`
        )
      }
      const next = await others()
        .where('valid_from', '>', validFrom)
        .min('valid_from as day')
        .first()
      await others()
        .where('valid_from', '<', validFrom)
        .where((query) => query.whereNull('valid_to').orWhere('valid_to', '>', validFrom))
        .update({ valid_to: validFrom })
      const row = {
        class_code: classCode,
        method: method.method,
        life_months: method.lifeMonths ?? null,
        yearly_rate: method.yearlyRate ?? null,
        salvage_share: method.salvageShare ?? '0',
        valid_from: validFrom,
        valid_to: (next?.day as Day | null) ?? null,
        legal_reference: method.legalReference,
        confirmed: method.confirmed,
      }
      await trx
        .insertQuery()
        .table('depreciation_methods')
        .insert({ book_id: bookId, ...row })
      await recordBook('method_added', { id: bookId, code: book.code }, { after: row }, act.by, trx)
    })
  }
}

/** Life for a straight line, a rate between nothing and the whole for a declining one, neither for none. */
function assertSaysHow({ method, lifeMonths, yearlyRate }: NewMethod): void {
  const says =
    (method === 'straight_line') === Boolean(lifeMonths) &&
    (method === 'declining') === Boolean(yearlyRate)
  if (says) return
  throw new BookRuleError(
    'القسط الثابت له عمر بالشهور، والمتناقص له نسبة سنوية، وما لا يُهلك ليس له أي منهما.',
    'A straight line has a life in months, a declining method a yearly rate, and none has neither.'
  )
}
