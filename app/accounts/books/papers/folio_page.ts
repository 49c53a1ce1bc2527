import type { Trx } from '#core/within'
import { folioFigures, folioHash, folioLines, type FolioFigures } from '#accounts/books/folio'
import { sixColumns } from '#accounts/books/papers/account_tables'
import type { PaperLocale } from '#accounts/books/papers/book_paper'
import { folioTables, linksTo } from '#accounts/books/papers/folio_tables'
import { FOLIO_WORDS } from '#accounts/books/papers/folio_words'
import { pageTable, type PageTable } from '#accounts/books/papers/page_table'
import type BookFolio from '#accounts/models/book_folio'

/** A folio of more lines shows its accounts on the page, each leading to its lines; its papers have them all. */
const LONG = 5000

/** What the page of a folio shows, and whether the ledger has left what was closed. */
export async function folioPage(
  folio: BookFolio,
  locale: PaperLocale,
  { trx, long = LONG }: { trx: Pick<Trx, 'rawQuery'>; long?: number }
): Promise<{ figures: FolioFigures; tables: PageTable[]; differs: boolean; isLong: boolean }> {
  const place = { unitId: folio.unitId, month: folio.period }
  const figures = await folioFigures(folio.book, place, { trx })
  const isLong = figures.lineCount > long
  const lines = isLong ? [] : await folioLines(folio.book, place, { trx })
  const shown = isLong
    ? [
        sixColumns(figures.accounts, {
          name: FOLIO_WORDS[locale].accounts,
          locale,
          linked: linksTo(folio),
        }),
      ]
    : await folioTables({ folio, figures, lines, locale }, { trx })
  const isSame = isLong
    ? sumsAre(folio, figures)
    : folio.documentHash !== null &&
      folioHash(folio.book, figures, lines).equals(folio.documentHash)
  return {
    ...{ figures, isLong },
    tables: shown.map((table) => pageTable(table, { locale })),
    differs: folio.status !== 'open' && !isSame,
  }
}

/** The sums and the number of lines of a closed folio are the ledger's: entries are never changed, only added. */
function sumsAre(folio: BookFolio, { brought, moved, carried, lineCount }: FolioFigures): boolean {
  const pairs = [
    [folio.broughtDebit, brought.debit],
    [folio.broughtCredit, brought.credit],
    [folio.debit, moved.debit],
    [folio.credit, moved.credit],
    [folio.carriedDebit, carried.debit],
    [folio.carriedCredit, carried.credit],
  ] as const
  return folio.lineCount === lineCount && pairs.every(([kept, now]) => kept?.equals(now) ?? false)
}
