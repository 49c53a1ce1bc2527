import type { Money } from '#core/money'
import type { Frozen } from '#accounts/banking/reconciliation/frozen'
import type { StandingPapers } from '#accounts/banking/reconciliation/papers'

/** Rows of the statement in their order: what it is called, its sign, its amount. */
export function rowsOf(figures: Frozen): { text: string; amount: Money; isSum?: true }[] {
  const less = (amount: Money) => (amount.isZero() ? amount : amount.negate())
  return [
    { text: 'رصيد حساب البنك بدفتر الأستاذ', amount: figures.ledgerBank },
    { text: 'رصيد الخصومات البنكية تحت التسوية', amount: figures.underSettlement },
    { text: 'يطرح: أوامر دفع وشيكات صادرة لم ترد من البنك', amount: less(figures.outstanding) },
    { text: 'يطرح: إضافات بكشف البنك غير معلومة', amount: less(figures.unknownCredits) },
    { text: 'الرصيد الدفتري', amount: figures.book, isSum: true },
    { text: 'يضاف: أوامر دفع وشيكات صادرة لم تقدم للبنك', amount: figures.outstanding },
    { text: 'يضاف: أوامر نفذت ولم تظهر بكشف البنك', amount: figures.executed },
    { text: 'يطرح: خصومات بكشف البنك غير معلومة', amount: less(figures.unknownDebits) },
    { text: 'يضاف: إضافات بكشف البنك غير معلومة', amount: figures.unknownCredits },
    { text: 'الرصيد الواجب بكشف البنك', amount: figures.computed, isSum: true },
    { text: 'رصيد كشف البنك', amount: figures.stated, isSum: true },
    { text: 'الفرق', amount: figures.difference, isSum: true },
  ]
}

/** Headings of the lists of papers, in their order. */
export const PAPER_HEADINGS: Record<keyof StandingPapers, string> = {
  outstanding: 'أوامر دفع وشيكات صادرة لم تقدم للبنك',
  executed: 'أوامر نفذت ولم تظهر بكشف البنك',
  unknownDebits: 'خصومات بكشف البنك غير معلومة',
  unknownCredits: 'إضافات بكشف البنك غير معلومة',
}
