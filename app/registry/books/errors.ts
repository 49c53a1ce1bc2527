import { DomainError, sentence } from '#core/domain_error'
import { formatDay, type Day } from '#core/days'
import type { Month } from '#core/fiscal'

/** An asset enters a book once; afterwards its value changes by revaluation. */
export class AlreadyCapitalisedError extends DomainError {
  static override code = 'E_ALREADY_CAPITALISED'

  constructor(code: string) {
    super(sentence(`الأصل ${code} مرسمل من قبل.`, `Asset ${code} is capitalised already.`), {
      cure: sentence('استعمل أمر إعادة تقييم.', 'Use a revaluation order.'),
    })
  }
}

/** There is no open value to change or end. */
export class NotCapitalisedError extends DomainError {
  static override code = 'E_NOT_CAPITALISED'

  constructor(code: string) {
    super(
      sentence(`الأصل ${code} ليس له قيمة دفترية مفتوحة.`, `Asset ${code} has no open book value.`),
      { cure: sentence('يُرسمل الأصل أولًا.', 'Capitalise the asset first.') }
    )
  }
}

/** The day lies in a month whose depreciation is in the books already. */
export class MonthDepreciatedError extends DomainError {
  static override code = 'E_MONTH_DEPRECIATED'

  constructor(day: Day, last: Month) {
    super(
      sentence(
        `يوم ${formatDay(day, 'ar')} يقع في شهر حُسب إهلاكه؛ آخر شهر محسوب ${last.label('ar')}.`,
        `${day} lies in a month that is depreciated already; the last one is ${last.label('en')}.`
      ),
      { cure: sentence('اجعل الأمر في شهر تالٍ.', 'Date the order in a later month.') }
    )
  }
}

/** Months are depreciated one after the other, so that no month is missed or doubled. */
export class MonthOutOfTurnError extends DomainError {
  static override code = 'E_MONTH_OUT_OF_TURN'

  constructor(next: Month | null) {
    super(
      next
        ? sentence(
            `الشهر التالي في الإهلاك هو ${next.label('ar')}.`,
            `The next month to depreciate is ${next.label('en')}.`
          )
        : sentence('لا توجد أصول مرسملة في الوحدة.', 'No asset of the unit is capitalised.'),
      {
        cure: next
          ? sentence('احسب الشهور بترتيبها.', 'Depreciate the months in their order.')
          : sentence('رسمل الأصول أولًا.', 'Capitalise assets first.'),
      }
    )
  }
}

/** The figures of an order do not fit each other. */
export class OrderAmountError extends DomainError {
  static override code = 'E_ORDER_AMOUNT'

  constructor(ar: string, en: string) {
    super(sentence(ar, en))
  }
}

/** A revaluation rests on an approved valuation of the asset that holds on its day. */
export class ValuationNeededError extends DomainError {
  static override code = 'E_VALUATION_NEEDED'

  constructor() {
    super(
      sentence(
        'إعادة التقييم تحتاج تقييمًا معتمدًا وساريًا للأصل بالقيمة نفسها.',
        'A revaluation needs an approved valuation of the asset, valid on its day, of the same amount.'
      ),
      {
        cure: sentence(
          'اعتمد التقييم أولًا ثم اختره.',
          'Have the valuation approved, then choose it.'
        ),
      }
    )
  }
}

/** A month is taken back while it is the last one and nothing later rests on it. */
export class DepreciationStandsError extends DomainError {
  static override code = 'E_DEPRECIATION_STANDS'

  constructor(last: Month | null) {
    super(
      sentence(
        last
          ? `لا يُعكس إلا آخر شهر محسوب (${last.label('ar')})، ما لم يُعد تقييم أصل منه أو يُستبعد بعده.`
          : 'لم يُحسب إهلاك شهر يُعكس.',
        last
          ? `Only the last month (${last.label('en')}) is reversed, unless an asset of it was revalued or went after it.`
          : 'No month is depreciated that could be reversed.'
      ),
      { cure: sentence('اعكس الشهور من آخرها.', 'Reverse the months from the last one back.') }
    )
  }
}

/** A book cannot be used this way: it is posted, closed already, or the days do not follow each other. */
export class BookRuleError extends DomainError {
  static override code = 'E_BOOK_RULE'

  constructor(ar: string, en: string) {
    super(sentence(ar, en))
  }
}

/** The account of an asset's cost goes with what it is: land, building, site or movable. */
export class KindInBooksError extends DomainError {
  static override code = 'E_KIND_IN_BOOKS'

  constructor(code: string) {
    super(
      sentence(
        `الأصل ${code} في الدفاتر؛ لا ينقل إلى نوع من طبيعة أخرى (أرض، مبنى، موقع، منقول).`,
        `Asset ${code} stands in the books; it does not become of another nature (land, building, site, movable).`
      ),
      {
        cure: sentence(
          'استبعده من الدفاتر بأمر، ثم سجله بنوعه الجديد.',
          'Take it out of the books by an order, then record it anew.'
        ),
      }
    )
  }
}
