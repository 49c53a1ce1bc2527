import type { PassThrough } from 'node:stream'
import { formatDay } from '#core/days'
import ReportDocument from '#core/documents/report_document'
import type { Money } from '#core/money'
import type { Sides } from '#accounts/books/figures'
import { running, type FolioFigures, type FolioLine } from '#accounts/books/folio'
import { namesOf } from '#accounts/books/papers/people'
import type BookFolio from '#accounts/models/book_folio'

interface Printed {
  folio: BookFolio
  figures: FolioFigures
  lines: readonly FolioLine[]
  url: string
}

const amount = (value: Money) => (value.isZero() ? '' : value.format('ar'))
const sides = ({ debit, credit }: Sides) => ({ debit: amount(debit), credit: amount(credit) })

/** A folio on paper, in Arabic as the book is: brought forward, its lines, carried forward, signatures. */
export async function printFolio({ folio, figures, lines, url }: Printed, target: PassThrough) {
  const { book, unit, period } = folio
  const document = new ReportDocument(target, {
    title: book.nameAr,
    subtitle: `${book.formNo} — ${period.label('ar')}`,
    organisation: [unit.nameAr, 'الوحدة الحسابية'],
    locale: 'ar',
    orientation: 'landscape',
    reportNumber: `${book.code}/${folio.fiscalYear.replace('/', '-')}/${folio.number}`,
    qr: url,
    question: [
      ['رقم الفولية', `${folio.number}`],
      ['السنة المالية', folio.fiscalYear],
      ['الحالة', { open: 'مفتوحة', closed: 'مقفلة', audited: 'مراجعة' }[folio.status]!],
      ['عدد السطور', String(figures.lineCount)],
    ],
  })
  const by = book.layout === 'accounts' ? byAccount(figures) : byLine(figures, lines)
  await document.table(by)
  const names = await namesOf([folio.closedBy, folio.auditedBy])
  document.signatures([
    { role: 'موظف الشطب', name: names.get(folio.closedBy ?? 0) },
    { role: 'رئيس الحسابات', name: names.get(folio.auditedBy ?? 0) },
  ])
  const seal = folio.documentHash?.toString('hex').slice(0, 16)
  await document.close(seal ? { seal } : {})
}

function byAccount({ accounts, brought, moved, carried }: FolioFigures) {
  const three = (row: { brought: Sides; moved: Sides; carried: Sides }) => ({
    ...{ bd: amount(row.brought.debit), bc: amount(row.brought.credit) },
    ...{ debit: amount(row.moved.debit), credit: amount(row.moved.credit) },
    ...{ cd: amount(row.carried.debit), cc: amount(row.carried.credit) },
  })
  return {
    columns: [
      { key: 'code', heading: 'الحساب', weight: 2 },
      { key: 'name', heading: 'اسمه', weight: 5 },
      ...figureColumns([
        ['bd', 'نقل من قبله مدين'],
        ['bc', 'نقل من قبله دائن'],
        ['debit', 'حركة الشهر مدين'],
        ['credit', 'حركة الشهر دائن'],
        ['cd', 'نقل بعده مدين'],
        ['cc', 'نقل بعده دائن'],
      ]),
    ],
    rows: accounts.map((row) => ({ code: row.code, name: row.nameAr, ...three(row) })),
    totals: three({ brought, moved, carried }),
    totalsLabel: 'الجملة',
    empty: 'لا حركة ولا رصيد في هذا الشهر.',
  }
}

function byLine({ brought, moved, carried }: FolioFigures, lines: readonly FolioLine[]) {
  const after = running(brought, lines)
  const rows = lines.map((line, index) => ({
    ...{ day: formatDay(line.day, 'ar'), entry: String(line.entryNo), code: line.code },
    ...{ said: line.description, ...sides(line) },
    balance: balance(after[index]!),
  }))
  const plain = { day: '', entry: '', code: '' }
  return {
    columns: [
      { key: 'day', heading: 'التاريخ', weight: 2 },
      { key: 'entry', heading: 'القيد', weight: 1 },
      { key: 'code', heading: 'الحساب', weight: 2 },
      { key: 'said', heading: 'البيان', weight: 6 },
      ...figureColumns([
        ['debit', 'مدين'],
        ['credit', 'دائن'],
        ['balance', 'الرصيد'],
      ]),
    ],
    rows: [
      { ...plain, said: 'نقل من قبله', ...sides(brought), balance: balance(brought) },
      ...rows,
      { ...plain, said: 'نقل بعده', ...sides(carried), balance: balance(carried) },
    ],
    totals: sides(moved),
    totalsLabel: 'جملة الشهر',
  }
}

function balance({ debit, credit }: Sides): string {
  const net = debit.subtract(credit)
  if (net.isZero()) return 'صفر'
  return `${net.abs().format('ar')} ${net.isNegative() ? 'دائن' : 'مدين'}`
}

function figureColumns(names: readonly [string, string][]) {
  return names.map(([key, heading]) => ({ key, heading, weight: 2.4, align: 'end' as const }))
}
