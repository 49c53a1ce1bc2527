import type { Trx } from '#core/within'
import { accountCredits } from '#accounts/books/account_credits'
import type { FolioFigures, FolioLine } from '#accounts/books/folio'
import { creditTable, sixColumns } from '#accounts/books/papers/account_tables'
import type { PaperLocale, PaperTable } from '#accounts/books/papers/book_paper'
import { crossTables } from '#accounts/books/papers/folio_days'
import { detailTable, plainTable } from '#accounts/books/papers/folio_lines'
import { journalTable, vouchersTable } from '#accounts/books/papers/folio_vouchers'
import { FOLIO_WORDS } from '#accounts/books/papers/folio_words'
import { voucherFacts } from '#accounts/books/voucher_facts'
import type BookFolio from '#accounts/models/book_folio'

interface Asked {
  folio: BookFolio
  figures: FolioFigures
  lines: readonly FolioLine[]
  locale: PaperLocale
  /** Accounts beside one another in book 10; all when left out. */
  across?: number
}

/** What a folio shows, as its book's form has it: one description for its page, Excel and paper. */
export async function folioTables(
  { folio, figures, lines, locale, across = Number.POSITIVE_INFINITY }: Asked,
  { trx }: { trx: Pick<Trx, 'rawQuery'> }
): Promise<PaperTable[]> {
  const { book, unitId, period: month } = folio
  const asked = { figures, lines, locale }
  const words = FOLIO_WORDS[locale]
  const linked = linksTo(folio)
  if (book.layout === 'days') return crossTables(asked, { across })
  if (book.layout === 'accounts') {
    return [sixColumns(figures.accounts, { name: words.accounts, locale, linked })]
  }
  if (book.layout === 'credits') {
    const side = book.normalSide
    const of = side === 'credit' ? 'resource' : 'use'
    const credits = await accountCredits({ unitId, month, side: of }, { trx })
    return [creditTable(figures.accounts, { name: words.credits, side, credits, locale, linked })]
  }
  if (book.layout === 'lines') return [book.ofEntries ? plainTable(asked) : detailTable(asked)]
  const facts = await voucherFacts(
    lines.map(({ entryId }) => entryId),
    { trx }
  )
  if (book.layout === 'vouchers') return [vouchersTable({ ...asked, facts })]
  return [journalTable({ ...asked, facts, orders: await orderAccounts(trx) })]
}

/** Where the lines of an account in the folio's month are, by its code. */
export function linksTo({ period, unitId }: BookFolio): (code: string) => string {
  const { first, last } = period
  return (code) => {
    const asked = { account: code, posted_from: first, posted_to: last, unit: String(unitId) }
    return `/accounts/ledger-lines?${new URLSearchParams(asked)}`
  }
}

/** Accounts on which the net of forms 50 stands until it is paid. */
async function orderAccounts(trx: Pick<Trx, 'rawQuery'>): Promise<Set<string>> {
  const [rows] = await trx.rawQuery(
    "SELECT DISTINCT account_code AS code FROM posting_rules WHERE document = 'payment_voucher' AND amount_key = 'net' AND side = 'credit'"
  )
  return new Set(rows.map(({ code }: { code: string }) => code))
}
