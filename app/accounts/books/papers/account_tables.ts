import { Money } from '#core/money'
import { totalsOf, type AccountFigures, type Sides } from '#accounts/books/figures'
import {
  moneyColumn,
  orBlank,
  type PaperColumn,
  type PaperLocale,
  type PaperTable,
} from '#accounts/books/papers/book_paper'

type Row = Pick<AccountFigures, 'code' | 'nameAr' | 'nameEn' | 'brought' | 'moved' | 'carried'>

const WORDS = {
  ar: {
    ...{ code: 'الحساب', name: 'اسمه', bd: 'نقل من قبله مدين', bc: 'نقل من قبله دائن' },
    ...{ debit: 'حركة مدينة', credit: 'حركة دائنة', cd: 'نقل بعده مدين', cc: 'نقل بعده دائن' },
    ...{ total: 'الجملة', empty: 'لا حركة ولا رصيد.', approved: 'الاعتماد', left: 'الباقي' },
    ...{ brought: 'ما قبله', moved: 'حركة الشهر', carried: 'الجملة حتى تاريخه' },
  },
  en: {
    ...{ code: 'Account', name: 'Name', bd: 'Brought, debit', bc: 'Brought, credit' },
    ...{ debit: 'Debit', credit: 'Credit', cd: 'Carried, debit', cc: 'Carried, credit' },
    ...{ total: 'Total', empty: 'Neither movement nor balance.', approved: 'Credit', left: 'Left' },
    ...{ brought: 'Brought', moved: 'Of the month', carried: 'To date' },
  },
} as const

export const nameOf = (row: { nameAr: string; nameEn: string }, locale: PaperLocale) =>
  locale === 'en' ? row.nameEn : row.nameAr

const accountColumns = (locale: PaperLocale): PaperColumn[] => [
  { key: 'code', heading: WORDS[locale].code, weight: 2, chars: 16, isLink: true },
  { key: 'name', heading: WORDS[locale].name, weight: 5, chars: 34 },
]

/** A table of accounts: brought, moved and carried, each by its two sides. */
export function sixColumns(
  rows: readonly Row[],
  { name, locale = 'ar', linked }: { name: string; locale?: PaperLocale; linked?: LinkOf }
): PaperTable {
  const words = WORDS[locale]
  const six = (row: { brought: Sides; moved: Sides; carried: Sides }) => ({
    ...{ bd: row.brought.debit, bc: row.brought.credit, debit: row.moved.debit },
    ...{ credit: row.moved.credit, cd: row.carried.debit, cc: row.carried.credit },
  })
  const keys = ['bd', 'bc', 'debit', 'credit', 'cd', 'cc'] as const
  return {
    name,
    columns: [...accountColumns(locale), ...keys.map((key) => moneyColumn(key, words[key]))],
    rows: rows.map((row) => {
      const figures = six(row)
      const shown = Object.fromEntries(keys.map((key) => [key, orBlank(figures[key])]))
      return { code: row.code, name: nameOf(row, locale), ...shown, ...linksOf(row, linked) }
    }),
    totals: six(totalsOf(rows)),
    totalsLabel: words.total,
    empty: words.empty,
  }
}

type LinkOf = (code: string) => string

const linksOf = (row: { code: string }, linked?: LinkOf) =>
  linked ? { links: { code: linked(row.code) } } : {}

/** The net of sides on the side where the book's accounts grow. */
export const grown = ({ debit, credit }: Sides, side: string): Money =>
  side === 'credit' ? credit.subtract(debit) : debit.subtract(credit)

/**
 * Form 81: each account against its credit (دفتر حساب الموارد / الاستخدامات): what the budget gives, what was
 * brought, what the month added, what is reached and what is left.
 */
export function creditTable(
  rows: readonly Row[],
  {
    name,
    side,
    credits,
    locale = 'ar',
    linked,
  }: {
    name: string
    side: string
    credits: readonly AccountCredit[]
    locale?: PaperLocale
    linked?: LinkOf
  }
): PaperTable {
  const words = WORDS[locale]
  const given = new Map(credits.map((one) => [one.code, one]))
  const moved = new Set(rows.map(({ code }) => code))
  const nothing = { debit: Money.zero, credit: Money.zero }
  const untouched = credits
    .filter(({ code, amount }) => !moved.has(code) && !amount.isZero())
    .map((one) => ({ ...one, brought: nothing, moved: nothing, carried: nothing }))
  const all = [...rows, ...untouched].sort((a, b) => (a.code < b.code ? -1 : 1))
  const figures = all.map((row) => {
    const approved = given.get(row.code)?.amount ?? Money.zero
    const carried = grown(row.carried, side)
    return {
      row,
      ...{ approved, brought: grown(row.brought, side), moved: grown(row.moved, side), carried },
      left: approved.subtract(carried),
    }
  })
  const keys = ['approved', 'brought', 'moved', 'carried', 'left'] as const
  return {
    name,
    columns: [...accountColumns(locale), ...keys.map((key) => moneyColumn(key, words[key]))],
    rows: figures.map(({ row, ...amounts }) => ({
      ...{ code: row.code, name: nameOf(row, locale) },
      ...Object.fromEntries(keys.map((key) => [key, orBlank(amounts[key])])),
      ...linksOf(row, linked),
    })),
    totals: Object.fromEntries(keys.map((key) => [key, Money.sum(figures.map((one) => one[key]))])),
    totalsLabel: words.total,
    empty: words.empty,
  }
}

/** What the budget gives an account of the chart. */
export interface AccountCredit {
  code: string
  nameAr: string
  nameEn: string
  amount: Money
}
