import { formatDay, type Day } from '#core/days'
import { DomainError, sentence, type Sentence } from '#core/domain_error'
import type { Month } from '#core/fiscal'

/** Figures are frozen only once nothing can be posted among them. */
export class MonthStillOpenError extends DomainError {
  static override code = 'E_MONTH_STILL_OPEN'

  constructor(month: Month) {
    super(
      sentence(
        `شهر ${month.label('ar')} ما زال مفتوحًا للقيد في هذه الوحدة.`,
        `${month.label('en')} is still open for posting in this unit.`
      ),
      {
        facts: { month: String(month) },
        cure: sentence('أقفل الشهر المحاسبي أولًا.', 'Lock the month first.'),
      }
    )
  }
}

/** A folio follows a folio: what it brings forward is what the one before carried. */
export class FolioOrderError extends DomainError {
  static override code = 'E_FOLIO_ORDER'
}

/** What a period brings forward is not what the one before carried. */
export class NotContinuousError extends DomainError {
  static override code = 'E_NOT_CONTINUOUS'

  constructor(facts: { account: string; carried: string; brought: string }) {
    super(
      sentence(
        `الحساب ${facts.account} رحّل ${facts.carried} من الفترة السابقة وتبدأ هذه بـ ${facts.brought}.`,
        `Account ${facts.account} carried ${facts.carried} from the period before, and this one begins with ${facts.brought}.`
      ),
      {
        facts,
        cure: sentence(
          'قُيد شيء في فترة سابقة بعد اعتماد حسابها: راجع قيودها.',
          'Something was posted in an earlier period after its account was signed: look at its entries.'
        ),
      }
    )
  }
}

/** An account of a period cannot be made or go on yet. */
export class PeriodAccountError extends DomainError {
  static override code = 'E_PERIOD_ACCOUNT'
}

/** Days of an account of form 75 on which something was paid and whose form 69 is not signed. */
export class UnreckonedDaysError extends DomainError {
  static override code = 'E_UNRECKONED_DAYS'

  constructor(days: readonly Day[], { handedIn = false } = {}) {
    const named = (locale: 'ar' | 'en') => days.map((day) => formatDay(day, locale))
    super(
      sentence(
        `صُرف في أيام من مدة الحساب ولم تكتمل توقيعات حسبتها (69 ع.ح): ${named('ar').join('، ')}.`,
        `Days of the account have payments and no signed reckoning (form 69): ${named('en').join(', ')}.`
      ),
      {
        facts: { days: [...days] },
        cure: handedIn
          ? sentence(
              'وقّع حسبتها، أو رد الحساب إلى معده ليذكر السبب.',
              'Have them signed, or send the account back so that its maker gives the reason.'
            )
          : sentence(
              'أكمل توقيعات حسبتها، أو اكتب سبب تقديم الحساب قبلها.',
              'Have them signed, or write why the account is handed in before them.'
            ),
      }
    )
  }
}

/** The same person may not sign twice, nor what he made. */
export class SignedAlreadyError extends DomainError {
  static override code = 'E_SIGNED_ALREADY'

  constructor() {
    super(
      sentence(
        'وقعت على هذا الحساب في خطوة سابقة، ولكل توقيع صاحبه.',
        'You signed this account at an earlier step; each signature is another person’s.'
      ),
      {
        cure: sentence(
          'يوقع في هذه الخطوة زميل له صلاحيتها.',
          'A colleague who may sign this step does.'
        ),
      }
    )
  }
}

/** What stands in the way of closing a year, all of it at once. */
export class YearNotReadyError extends DomainError {
  static override code = 'E_YEAR_NOT_READY'

  constructor(obstacles: readonly Sentence[]) {
    super(
      sentence(
        `السنة لا تقفل بعد: ${obstacles.map(({ ar }) => ar).join('؛ ')}.`,
        `The year cannot be closed yet: ${obstacles.map(({ en }) => en).join('; ')}.`
      ),
      { facts: { obstacles: obstacles.length } }
    )
  }
}
