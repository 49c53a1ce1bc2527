import type { Trx } from '#core/within'
import type { FolioFigures, FolioLine } from '#accounts/books/folio'
import { sealOf, type BookPaper } from '#accounts/books/papers/book_paper'
import { folioTables } from '#accounts/books/papers/folio_tables'
import { namesOf, signatory } from '#accounts/books/papers/people'
import type BookFolio from '#accounts/models/book_folio'

interface Printed {
  folio: BookFolio
  figures: FolioFigures
  lines: readonly FolioLine[]
  url: string
  /** Accounts beside one another in book 10; all when left out. */
  across?: number
}

const STATES = { open: 'مفتوحة', closed: 'مقفلة', audited: 'مراجعة' } as const

/** A folio as a paper of its book: brought forward, what moved, carried forward, two signatures. */
export async function folioPaper(
  { folio, figures, lines, url, across }: Printed,
  { trx }: { trx: Pick<Trx, 'rawQuery'> }
): Promise<BookPaper> {
  const { book, unit, period } = folio
  const { brought, moved, carried } = figures
  const names = await namesOf([folio.closedBy, folio.auditedBy])
  return {
    file: `folio-${folio.id}`,
    title: book.nameAr,
    subtitle: `${book.formNo} — ${period.label('ar')}`,
    organisation: [unit.nameAr, 'الوحدة الحسابية'],
    number: `${book.code}/${folio.fiscalYear.replace('/', '-')}/${folio.number}`,
    url,
    question: [
      ['رقم الفولية', `${folio.number}`],
      ['السنة المالية', folio.fiscalYear],
      ['الحالة', STATES[folio.status as keyof typeof STATES]],
      ['عدد السطور', String(figures.lineCount)],
    ],
    keyFigures: [
      { label: 'نقل من قبله مدين', value: brought.debit.format('ar') },
      { label: 'نقل من قبله دائن', value: brought.credit.format('ar') },
      { label: 'حركة الشهر مدين', value: moved.debit.format('ar') },
      { label: 'حركة الشهر دائن', value: moved.credit.format('ar') },
      { label: 'نقل بعده مدين', value: carried.debit.format('ar') },
      { label: 'نقل بعده دائن', value: carried.credit.format('ar') },
    ],
    tables: await folioTables({ folio, figures, lines, locale: 'ar', across }, { trx }),
    signatures: [
      signatory('موظف الشطب', { by: folio.closedBy, at: folio.closedAt }, names),
      signatory('رئيس الحسابات', { by: folio.auditedBy, at: folio.auditedAt }, names),
    ],
    seal: sealOf(folio.documentHash),
  }
}
