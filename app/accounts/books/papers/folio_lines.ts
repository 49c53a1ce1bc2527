import type { Money } from '#core/money'
import { netOf, type AccountFigures, type Sides } from '#accounts/books/figures'
import { running, type FolioFigures, type FolioLine } from '#accounts/books/folio'
import { nameOf } from '#accounts/books/papers/account_tables'
import {
  moneyColumn,
  orBlank,
  type PaperColumn,
  type PaperLocale,
  type PaperRow,
  type PaperTable,
} from '#accounts/books/papers/book_paper'
import { FOLIO_WORDS } from '#accounts/books/papers/folio_words'

export interface LinesAsked {
  figures: FolioFigures
  lines: readonly FolioLine[]
  locale: PaperLocale
}

export const linkOfEntry = (line: Pick<FolioLine, 'entryId'>) => ({
  entry: `/papers/ledger_entries/${line.entryId}`,
})

/**
 * Details of accounts (دفاتر المفردات): each account by itself with what it brings, its lines with the balance
 * after each, and what it carries.
 */
export function detailTable({ figures, lines, locale }: LinesAsked): PaperTable {
  const words = FOLIO_WORDS[locale]
  const byAccount = Map.groupBy(lines, ({ accountId }) => accountId)
  const rows = figures.accounts.flatMap((account) =>
    ofAccount(account, byAccount.get(account.accountId) ?? [], locale)
  )
  return {
    name: words.lines,
    columns: [...lineColumns(locale, false), balanceColumn(locale)],
    rows,
    groupBy: 'account',
    groupHeading: words.account,
    totals: { debit: figures.moved.debit, credit: figures.moved.credit },
    totalsLabel: words.total,
    empty: words.empty,
  }
}

function ofAccount(account: AccountFigures, lines: readonly FolioLine[], locale: PaperLocale) {
  const words = FOLIO_WORDS[locale]
  const group = { account: `${account.code} ${nameOf(account, locale)}` }
  const after = running(account.brought, lines)
  const end = (said: string, sides: Sides): PaperRow => ({
    ...{ ...group, said, debit: null, credit: null },
    balance: balanceText(sides, locale),
  })
  const rows = lines.map((line, index): PaperRow => ({
    ...{ ...group, day: line.day, entry: line.entryNo, said: line.description },
    ...{ debit: orBlank(line.debit), credit: orBlank(line.credit) },
    balance: balanceText(after[index]!, locale),
    links: linkOfEntry(line),
  }))
  return [end(words.brought, account.brought), ...rows, end(words.carried, account.carried)]
}

/** Every line in the order it was posted, for books of entries. */
export function plainTable({ figures, lines, locale }: LinesAsked): PaperTable {
  const words = FOLIO_WORDS[locale]
  const { brought, moved, carried } = figures
  return {
    name: words.lines,
    columns: lineColumns(locale, true),
    rows: [
      { said: words.brought, debit: brought.debit, credit: brought.credit },
      ...lines.map((line) => ({
        ...{ day: line.day, entry: line.entryNo, code: line.code, said: line.description },
        ...{ debit: orBlank(line.debit), credit: orBlank(line.credit) },
        links: linkOfEntry(line),
      })),
      { said: words.carried, debit: carried.debit, credit: carried.credit },
    ],
    totals: { debit: moved.debit, credit: moved.credit },
    totalsLabel: words.total,
    empty: words.empty,
  }
}

/** Columns of a line of the ledger. */
export function lineColumns(locale: PaperLocale, withAccount: boolean): PaperColumn[] {
  const words = FOLIO_WORDS[locale]
  return [
    { key: 'day', heading: words.day, type: 'date', chars: 12 },
    { key: 'entry', heading: words.entry, type: 'integer', chars: 9, isLink: true },
    ...(withAccount ? [{ key: 'code', heading: words.code, weight: 2, chars: 16 }] : []),
    { key: 'said', heading: words.said, weight: 6, chars: 44 },
    moneyColumn('debit', words.debit),
    moneyColumn('credit', words.credit),
  ]
}

const balanceColumn = (locale: PaperLocale): PaperColumn => ({
  ...{ key: 'balance', heading: FOLIO_WORDS[locale].balance, weight: 2.8, chars: 20 },
  align: 'end',
})

/** `1,250.00 مدين`. */
export function balanceText(sides: Sides, locale: PaperLocale): string {
  const words = FOLIO_WORDS[locale]
  const net: Money = netOf(sides)
  if (net.isZero()) return words.nothing
  return `${net.abs().format(locale)} ${net.isNegative() ? words.cr : words.dr}`
}
