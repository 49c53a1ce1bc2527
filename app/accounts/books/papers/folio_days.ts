import { formatDay } from '#core/days'
import { Money } from '#core/money'
import type { AccountFigures, Sides } from '#accounts/books/figures'
import { byDay } from '#accounts/books/folio'
import { nameOf, grown } from '#accounts/books/papers/account_tables'
import {
  moneyColumn,
  orBlank,
  type PaperRow,
  type PaperTable,
} from '#accounts/books/papers/book_paper'
import type { LinesAsked } from '#accounts/books/papers/folio_lines'
import { FOLIO_WORDS } from '#accounts/books/papers/folio_words'

/** Accounts beside one another on a sheet of A4. */
const ACROSS = 7

const sideOf = ({ class: kind }: Pick<AccountFigures, 'class'>) =>
  kind === 'revenue' || kind === 'liability' ? 'credit' : 'debit'

/**
 * Book 10: days down, accounts across (دفتر الإيرادات والمصروفات), each amount on the side where its account
 * grows, what was taken back below zero. Revenue stands before expenditure, each with its total of the day.
 * @param across accounts of one table; all of them for Excel and the page
 */
export function crossTables(
  { figures, lines, locale }: LinesAsked,
  { across = ACROSS }: { across?: number } = {}
): PaperTable[] {
  const words = FOLIO_WORDS[locale]
  const days = byDay(lines)
  const kinds = [
    { of: 'revenue', total: words.revenue },
    { of: 'expense', total: words.expense },
  ] as const
  return kinds.flatMap(({ of, total }) => {
    const accounts = figures.accounts.filter((account) => account.class === of)
    const parts = partsOf(accounts, across)
    return parts.map((part, index) => {
      const isLast = index === parts.length - 1
      const summed = isLast ? accounts : []
      const row = (label: string, figure: (account: AccountFigures) => Sides): PaperRow => {
        const amount = (account: AccountFigures) => grown(figure(account), sideOf(account))
        return {
          day: label,
          ...Object.fromEntries(part.map((account) => [account.code, orBlank(amount(account))])),
          ...(isLast ? { total: Money.sum(summed.map(amount)) } : {}),
        }
      }
      const nothing = { debit: Money.zero, credit: Money.zero }
      const moved = (account: AccountFigures) => grown(account.moved, sideOf(account))
      return {
        name: parts.length > 1 ? `${total} (${index + 1}/${parts.length})` : total,
        columns: [
          // Of a set width, so that the accounts share the paper among them.
          { key: 'day', heading: words.day, width: 84, chars: 16 },
          ...part.map((account) =>
            moneyColumn(account.code, `${account.code} ${nameOf(account, locale)}`, 3)
          ),
          ...(isLast ? [moneyColumn('total', total, 3)] : []),
        ],
        rows: [
          row(words.brought, ({ brought }) => brought),
          ...[...days].map(([day, sides]) =>
            row(formatDay(day, locale), ({ accountId }) => sides.get(accountId) ?? nothing)
          ),
          row(words.carried, ({ carried }) => carried),
        ],
        totals: {
          ...Object.fromEntries(part.map((account) => [account.code, moved(account)])),
          ...(isLast ? { total: Money.sum(summed.map(moved)) } : {}),
        },
        totalsLabel: words.total,
        empty: words.empty,
      }
    })
  })
}

/** Accounts in tables of so many; one table without accounts when there are none. */
function partsOf<T>(accounts: readonly T[], across: number): T[][] {
  const parts: T[][] = []
  for (let from = 0; from < accounts.length; from += across) {
    parts.push(accounts.slice(from, from + across))
  }
  return parts.length ? parts : [[]]
}
