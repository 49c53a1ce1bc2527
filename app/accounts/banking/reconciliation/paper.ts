import type { Writable } from 'node:stream'
import { formatDay } from '#core/days'
import ReportDocument from '#core/documents/report_document'
import type { Frozen } from '#accounts/banking/reconciliation/frozen'
import { sumOf, type StandingPapers } from '#accounts/banking/reconciliation/papers'
import { PAPER_HEADINGS, rowsOf } from '#accounts/banking/reconciliation/words'
import { signatory } from '#accounts/books/papers/people'
import type BankReconciliation from '#accounts/models/bank_reconciliation'

export interface PrintedReconciliation {
  one: BankReconciliation
  account: { name: string }
  figures: Frozen
}

/** Room of a heading, these few papers, their sum and the signatures below, in points. */
const signedRoom = (papers: number) => 170 + 30 * papers

/** مذكرة تسوية البنك on paper: its figures, the papers behind each, two signatures. */
export async function printReconciliation(
  {
    one,
    account,
    figures,
    names,
    url,
  }: PrintedReconciliation & { names: ReadonlyMap<number, string>; url: string },
  target: Writable
) {
  const states = { draft: 'مسودة', signed: 'موقعة من معدها', closed: 'معتمدة' }
  const document = new ReportDocument(target, {
    title: 'مذكرة تسوية البنك',
    subtitle: one.period.label('ar'),
    organisation: [one.unit.nameAr, 'الوحدة الحسابية'],
    locale: 'ar',
    reportNumber: `تسوية/${one.fiscalYear.replace('/', '-')}/${one.number}`,
    qr: url,
    question: [
      ['الحساب', account.name],
      ['في', formatDay(one.period.last, 'ar')],
      ['رقم الكشف', one.statementNo || '—'],
      ['الحالة', states[one.status as keyof typeof states]],
    ],
  })
  const sorts = (Object.keys(PAPER_HEADINGS) as (keyof StandingPapers)[]).filter(
    (sort) => figures.papers[sort].length > 0
  )
  await document.table({
    signedBelow: sorts.length === 0,
    columns: [
      { key: 'text', heading: 'البيان', weight: 7 },
      { key: 'amount', heading: 'جنيه', weight: 3, align: 'end' as const },
      { key: 'sum', heading: 'جملة', weight: 3, align: 'end' as const },
    ],
    rows: rowsOf(figures).map(({ text, amount, isSum }) => ({
      text,
      amount: isSum ? '' : amount.format('ar'),
      sum: isSum ? amount.format('ar') : '',
    })),
  })
  for (const sort of sorts) {
    const papers = figures.papers[sort]
    const isSigned = sort === sorts.at(-1)
    document.heading(
      PAPER_HEADINGS[sort],
      isSigned && papers.length < 4 ? { room: signedRoom(papers.length) } : {}
    )
    await document.table({
      signedBelow: isSigned,
      columns: [
        { key: 'day', heading: 'التاريخ', weight: 2 },
        { key: 'said', heading: 'الرقم أو المرجع', weight: 3 },
        { key: 'about', heading: 'البيان', weight: 5 },
        { key: 'amount', heading: 'المبلغ', weight: 2.4, align: 'end' as const },
      ],
      rows: papers.map(({ day, said, about, amount }) => ({
        ...{ day: formatDay(day, 'ar'), said, about, amount: amount.format('ar') },
      })),
      totals: { amount: sumOf(papers).format('ar') },
      totalsLabel: 'الجملة',
    })
  }
  document.signatures([
    signatory('معد المذكرة', { by: one.firstSignedBy, at: one.firstSignedAt }, names),
    signatory('رئيس الحسابات', { by: one.secondSignedBy, at: one.secondSignedAt }, names),
  ])
  const seal = one.documentHash?.toString('hex').slice(0, 16)
  await document.close(seal ? { seal } : {})
}
