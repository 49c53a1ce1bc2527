import { Money } from '#core/money'
import type { CarriedCommitment } from '#accounts/books/carried_commitments'
import type { AccountFigures } from '#accounts/books/figures'
import { standing, type Executed, type FinalAccount } from '#accounts/books/final_account'
import { nameOf } from '#accounts/books/papers/account_tables'
import {
  moneyColumn,
  orBlank,
  type PaperLocale,
  type PaperTable,
} from '#accounts/books/papers/book_paper'
import { FINAL_WORDS } from '#accounts/books/papers/final_words'
import type { RolledLine } from '#accounts/books/roll_over'

export interface FinalShown {
  account: FinalAccount
  carried: readonly CarriedCommitment[]
  rolled: readonly RolledLine[]
}

/** What a final account shows: resources, uses, execution, commitments that go on, balances rolled over. */
export function finalTables(
  { account, carried, rolled }: FinalShown,
  locale: PaperLocale
): PaperTable[] {
  const { revenue, expense, execution } = account
  const words = FINAL_WORDS[locale]
  return [
    actual(words.revenue, revenue.accounts, revenue.total, locale),
    actual(words.expense, expense.accounts, expense.total, locale),
    ...(execution.length ? [chapters(execution, locale)] : []),
    ...(carried.length ? [commitments(carried, locale)] : []),
    balances(rolled, locale),
  ]
}

function actual(
  name: string,
  rows: readonly AccountFigures[],
  total: Money,
  locale: PaperLocale
): PaperTable {
  const words = FINAL_WORDS[locale]
  return {
    name,
    columns: [
      { key: 'code', heading: words.code, weight: 2, chars: 16 },
      { key: 'name', heading: words.name, weight: 6, chars: 34 },
      moneyColumn('amount', words.actual, 3),
    ],
    rows: rows.map((row) => ({
      ...{ code: row.code, name: nameOf(row, locale), amount: standing(row) },
    })),
    totals: { amount: total },
    totalsLabel: words.total,
    empty: words.nothing,
  }
}

/** Execution of the budget by chapter; uses and resources are never added together. */
function chapters(rows: readonly Executed[], locale: PaperLocale): PaperTable {
  const words = FINAL_WORDS[locale]
  const keys = ['original', 'revised', 'bound', 'paid', 'left'] as const
  const uses = rows.filter(({ side }) => side === 'use')
  return {
    name: words.execution,
    columns: [
      { key: 'code', heading: words.chapter, weight: 1, chars: 8 },
      { key: 'name', heading: words.name, weight: 5, chars: 34 },
      ...keys.map((key) => moneyColumn(key, words[key])),
    ],
    rows: rows.map((row) => ({
      ...{ code: row.code, name: nameOf(row, locale) },
      ...Object.fromEntries(keys.map((key) => [key, row[key]])),
    })),
    totals: Object.fromEntries(keys.map((key) => [key, Money.sum(uses.map((row) => row[key]))])),
    totalsLabel: words.uses,
  }
}

function commitments(rows: readonly CarriedCommitment[], locale: PaperLocale): PaperTable {
  const words = FINAL_WORDS[locale]
  return {
    name: words.carried,
    columns: [
      { key: 'from', heading: words.from, weight: 2, chars: 16, isLink: true },
      { key: 'to', heading: words.to, weight: 2, chars: 18, isLink: true },
      { key: 'purpose', heading: words.purpose, weight: 6, chars: 40 },
      moneyColumn('amount', words.amount),
    ],
    rows: rows.map(({ fromId, toId, from, to, purpose, amount }) => ({
      ...{ from, to, purpose, amount },
      links: { from: `/budget/commitments/${fromId}`, to: `/budget/commitments/${toId}` },
    })),
    totals: { amount: Money.sum(rows.map(({ amount }) => amount)) },
    totalsLabel: words.total,
  }
}

/** Every account as it closed the year and as it opens the next: revenue and expenditure go to the result. */
function balances(rows: readonly RolledLine[], locale: PaperLocale): PaperTable {
  const words = FINAL_WORDS[locale]
  const four = ({ closes, opens }: RolledLine) => ({
    ...{ cd: closes.debit, cc: closes.credit, od: opens.debit, oc: opens.credit },
  })
  const keys = ['cd', 'cc', 'od', 'oc'] as const
  return {
    name: words.balances,
    columns: [
      { key: 'code', heading: words.code, weight: 2, chars: 16 },
      { key: 'name', heading: words.name, weight: 5, chars: 34 },
      ...keys.map((key) => moneyColumn(key, words[key])),
    ],
    rows: rows.map((row) => {
      const shown = Object.entries(four(row)).map(([key, amount]) => [key, orBlank(amount)])
      return { code: row.code, name: nameOf(row, locale), ...Object.fromEntries(shown) }
    }),
    totals: Object.fromEntries(keys.map((key) => [key, Money.sum(rows.map((r) => four(r)[key]))])),
    totalsLabel: words.total,
    empty: words.nothing,
  }
}
