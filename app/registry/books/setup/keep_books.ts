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

interface Act {
  by: Actor
  trx?: Trx
}

/**
 * Books of depreciation and their dated methods (دفاتر الإهلاك وطرقه). A method holds for what is
 * capitalised from its day; values that stand keep the method they began with until an order changes them.
 */
export default class KeepBooks {
  /** A further book for comparison; the posted one is the house's own. Returns its id. */
  async open(book: NewBook, act: Act): Promise<number> {
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
      await record('opened', { id: Number(id), code: book.code }, { after: row }, act.by, trx)
      return Number(id)
    })
  }

  /**
   * A method of a class from a day; the one before it ends there. One that begins on the same day is not
   * replaced, and a later one stays in force after it.
   * @throws BookRuleError for a closed book, a method without its life or rate, or a day that has one
   */
  async addMethod(bookId: number, method: NewMethod, act: Act): Promise<void> {
    assertSaysHow(method)
    return within(act.trx, async (trx) => {
      const book = await held(bookId, trx)
      if (book.closed_on) throw closed(book.closed_on)
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
      await record('method_added', { id: bookId, code: book.code }, { after: row }, act.by, trx)
    })
  }

  /**
   * Nothing is entered in a book from a day on; what stands in it stays to be read.
   * @throws BookRuleError for the posted book, a closed one, or a day before its last entry
   */
  async close(bookId: number, on: Day, { reason, ...act }: Act & { reason: string }) {
    return within(act.trx, async (trx) => {
      const book = await held(bookId, trx)
      if (book.is_posted) {
        throw new BookRuleError(
          'الدفتر الذي يرحل إلى الحسابات لا يقفل.',
          'The book that is posted to the ledger is not closed.'
        )
      }
      if (book.closed_on) throw closed(book.closed_on)
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
      await record(
        'closed',
        { id: bookId, code: book.code },
        { after: { on }, reason },
        act.by,
        trx
      )
    })
  }
}

async function held(id: number, trx: Trx): Promise<Record<string, any>> {
  return trx.from('depreciation_books').where('id', id).forUpdate().firstOrFail()
}

const closed = (on: Day) =>
  new BookRuleError(
    `الدفتر مقفل من ${formatDay(on, 'ar')}.`,
    `The book is closed from ${formatDay(on, 'en')}.`
  )

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

async function record(
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
