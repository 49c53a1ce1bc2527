import { DomainError, sentence } from '#core/domain_error'
import type { Month } from '#core/fiscal'
import type { Money } from '#core/money'

/** A share that cannot be proposed or approved as it stands. */
export class FundShareError extends DomainError {
  static override code = 'E_FUND_SHARE'
}

export const monthNotOver = (month: Month) =>
  new FundShareError(
    sentence(
      `لم ينته شهر ${month.label('ar')} بعد؛ تحسب الحصة على إيراد شهر كامل.`,
      `${month.label('en')} is not over; the share is of a whole month's revenue.`
    )
  )

export const isExempt = (fund: { code: string; nameAr: string; nameEn: string }) =>
  new FundShareError(
    sentence(
      `«${fund.nameAr}» لا حصة للخزانة فيه: ليس صندوقًا، أو هو معفى بنص القاعدة.`,
      `The treasury has no share of "${fund.nameEn}": it is no fund, or the rule exempts it.`
    ),
    { facts: { fund: fund.code } }
  )

export const noRevenue = (month: Month) =>
  new FundShareError(
    sentence(
      `لا إيراد للصندوق في دفتر شهر ${month.label('ar')} تحسب عليه حصة.`,
      `The ledger has no revenue of the fund in ${month.label('en')} to take a share of.`
    )
  )

export const stands = (label: string, month: Month) =>
  new FundShareError(
    sentence(
      `حصة شهر ${month.label('ar')} لهذا الصندوق قائمة برقم ${label}.`,
      `The share of ${month.label('en')} of this fund stands as no. ${label}.`
    ),
    { facts: { label } }
  )

export const baseChanged = (was: Money, is: Money) =>
  new FundShareError(
    sentence(
      `تغير إيراد الشهر بعد إعداد الحصة: كان ${was.format('ar')} جنيه وصار ${is.format('ar')}. ترفض وتعد من جديد.`,
      `The month's revenue changed after the share was prepared: ${was.format('en')} pounds then, ${is.format('en')} now. Refuse it and prepare it anew.`
    ),
    { facts: { was: String(was), is: String(is) } }
  )
