import { formatDay } from '#core/days'
import { Money } from '#core/money'
import type { Reckoned } from '#accounts/books/daily_reckoning'
import type { DayForm, DaySettlement } from '#accounts/books/daily/day_papers'
import {
  moneyColumn,
  sealOf,
  type BookPaper,
  type PaperLocale,
  type PaperTable,
} from '#accounts/books/papers/book_paper'
import { namesOf, signatory } from '#accounts/books/papers/people'
import type DailyReckoning from '#accounts/models/daily_reckoning'

const WORDS = {
  ar: {
    ...{ sums: 'الحسبة', said: 'البيان', count: 'العدد', gross: 'الجملة', net: 'الصرفيات' },
    ...{ held: 'التسويات', opening: 'ما قبله من أول السنة', book55: 'دفتر 55 عن اليوم' },
    ...{ book224: 'دفتر 224 عن اليوم', closing: 'الجملة حتى اليوم', forms: 'استمارات اليوم' },
    ...{ b55: 'رقم 55', form: 'استمارة 50', b224: 'رقم 224', payee: 'المستفيد' },
    ...{ back: '(رد)', total: 'جملة اليوم', settlements: 'تسويات اليوم', code: 'الحساب' },
    ...{ name: 'اسمه', amount: 'المبلغ', empty: 'لا صرف في هذا اليوم.', none: 'لا تسويات.' },
  },
  en: {
    ...{ sums: 'Reckoning', said: 'Of', count: 'Number', gross: 'Gross', net: 'Payments' },
    ...{ held: 'Settlements', opening: 'Before, since July', book55: 'Book 55 of the day' },
    ...{ book224: 'Book 224 of the day', closing: 'To date', forms: 'Forms of the day' },
    ...{ b55: 'No. in 55', form: 'Form 50', b224: 'No. in 224', payee: 'Payee' },
    ...{ back: '(taken back)', total: 'Of the day', settlements: 'Settlements of the day' },
    ...{ code: 'Account', name: 'Name', amount: 'Amount', empty: 'No payments on this day.' },
    none: 'No settlements.',
  },
} as const

interface Shown {
  reckoning: DailyReckoning
  forms: readonly DayForm[]
  settlements: readonly DaySettlement[]
}

/** What form 69 shows: both books beside each other, the day's forms, and what each account settles. */
export function dailyTables(
  { reckoning, forms, settlements }: Shown,
  locale: PaperLocale
): PaperTable[] {
  const words = WORDS[locale]
  const { opening, book55, book224, closing } = reckoning
  const row = (said: string, { count, gross, deductions, net }: Reckoned) => ({
    ...{ said, count, gross, held: deductions, net },
  })
  const amounts = [
    moneyColumn('gross', words.gross),
    moneyColumn('held', words.held),
    moneyColumn('net', words.net),
  ]
  const sum = (key: 'gross' | 'deductions' | 'net') => Money.sum(forms.map((form) => form[key]))
  return [
    {
      name: words.sums,
      columns: [
        { key: 'said', heading: words.said, weight: 5, chars: 30 },
        { key: 'count', heading: words.count, type: 'integer', chars: 10 },
        ...amounts,
      ],
      rows: [
        row(words.opening, opening),
        row(words.book55, book55),
        row(words.book224, book224),
        row(words.closing, closing),
      ],
    },
    {
      name: words.forms,
      columns: [
        { key: 'b55', heading: words.b55, type: 'integer', chars: 9, isLink: true },
        { key: 'form', heading: words.form, type: 'integer', chars: 9 },
        { key: 'b224', heading: words.b224, type: 'integer', chars: 9, isLink: true },
        { key: 'payee', heading: words.payee, weight: 6, chars: 36 },
        ...amounts,
      ],
      rows: forms.map((form) => ({
        ...{ b55: form.book55No, form: form.formNo, b224: form.book224No },
        payee: form.isTakenBack ? `${form.payee} ${words.back}` : form.payee,
        ...{ gross: form.gross, held: form.deductions, net: form.net },
        links: {
          b55: `/accounts/payments/${form.voucherId}`,
          b224: `/papers/ledger_entries/${form.entryId}`,
        },
      })),
      totals: { gross: sum('gross'), held: sum('deductions'), net: sum('net') },
      totalsLabel: words.total,
      empty: words.empty,
    },
    {
      name: words.settlements,
      columns: [
        { key: 'code', heading: words.code, weight: 2, chars: 16 },
        { key: 'name', heading: words.name, weight: 6, chars: 36 },
        moneyColumn('amount', words.amount),
      ],
      rows: settlements.map((one) => ({
        ...{ code: one.code, name: locale === 'en' ? one.nameEn : one.nameAr },
        amount: one.amount,
      })),
      totals: { amount: Money.sum(settlements.map(({ amount }) => amount)) },
      totalsLabel: words.total,
      empty: words.none,
    },
  ]
}

/** Form 69 with the signatures of cashier, accountant and head of accounts. */
export async function dailyPaper(shown: Shown & { url: string }): Promise<BookPaper> {
  const { reckoning, url } = shown
  const { unit, day, cashierBy, accountantBy, headBy } = reckoning
  const names = await namesOf([cashierBy, accountantBy, headBy])
  return {
    file: `form-69-${reckoning.id}`,
    title: 'الحسبة اليومية',
    subtitle: 'نموذج 69 ع.ح',
    organisation: [unit.nameAr, 'الوحدة الحسابية'],
    number: reckoning.label,
    url,
    question: [
      ['اليوم', formatDay(day, 'ar')],
      ['السنة المالية', reckoning.fiscalYear],
      ['مطابقة الدفترين', reckoning.agrees ? 'متفقان' : 'مختلفان'],
    ],
    ...(reckoning.explanation ? { notes: [`تفسير الفرق: ${reckoning.explanation}`] } : {}),
    tables: dailyTables(shown, 'ar'),
    signatures: [
      signatory('الصراف', { by: cashierBy, at: reckoning.cashierAt }, names),
      signatory('المحاسب', { by: accountantBy, at: reckoning.accountantAt }, names),
      signatory('رئيس الحسابات', { by: headBy, at: reckoning.headAt }, names),
    ],
    seal: sealOf(reckoning.documentHash),
  }
}
