import db from '@adonisjs/lucid/services/db'
import { amountInWords } from '#core/amount_in_words'
import type { Day } from '#core/days'
import { Money } from '#core/money'
import type { Locale } from '#core/domain_error'
import { computeDeductions, type StatedDeduction } from '#accounts/payments/deductions'
import { deductionRatesOf } from '#accounts/payments/deduction_rates'
import { shareOf } from '#accounts/payments/prints/share'

interface Typed {
  paymentType: string
  dueOn: Day
  invoices: readonly { beforeVat: Money; vat: Money }[]
  stated: readonly StatedDeduction[]
}

/** What a form comes to, as it will be saved: amounts as decimal text, names in one language. */
export interface Figures {
  beforeVat: string
  vat: string
  gross: string
  deductions: { name: string; share: string; amount: string }[]
  total: string
  net: string
  words: string
}

/**
 * Running totals of a form 50 that is being typed: by the same rates and rounding as when it is saved,
 * without writing anything.
 * @throws UnknownDeductionError DeductionReferenceError DeductionsAboveGrossError
 */
export async function figuresOf(typed: Typed, locale: Locale): Promise<Figures> {
  const beforeVat = Money.sum(typed.invoices.map((one) => one.beforeVat))
  const vat = Money.sum(typed.invoices.map((one) => one.vat))
  const rates = await deductionRatesOf(typed.paymentType, typed.dueOn, db as never)
  const byId = new Map(rates.map((rate) => [rate.id, rate]))
  const due = { beforeVat, vat }
  const { gross, deductions, total, net } = computeDeductions(due, rates, typed.stated)
  return {
    ...{ beforeVat: String(beforeVat), vat: String(vat), gross: String(gross) },
    deductions: deductions.map(({ rateId, rate, reference, amount }) => {
      const rule = byId.get(rateId)!
      return {
        name: locale === 'en' ? rule.nameEn : rule.nameAr,
        share: rate ? shareOf(rate, rule.method) : (reference ?? ''),
        amount: String(amount),
      }
    }),
    ...{ total: String(total), net: String(net), words: amountInWords(net, locale) },
  }
}
