import { sealOf, type BookPaper } from '#accounts/books/papers/book_paper'
import { finalTables, type FinalShown } from '#accounts/books/papers/final_tables'
import { namesOf, signatory } from '#accounts/books/papers/people'
import type YearClosing from '#accounts/models/year_closing'

const STATES = {
  closed: 'في انتظار الاعتماد',
  undone: 'متراجع عنه',
  approved: 'معتمد',
} as const

/** The final account of a year (الحساب الختامي). */
export async function finalAccountPaper({
  closing,
  url,
  ...shown
}: FinalShown & { closing: YearClosing; url: string }): Promise<BookPaper> {
  const { fiscalYear, unit, status } = closing
  const names = await namesOf([closing.closedBy, closing.approvedBy])
  const { revenue, expense, surplus } = shown.account
  return {
    file: `final-account-${closing.id}`,
    title: 'الحساب الختامي',
    subtitle: `السنة المالية ${fiscalYear}`,
    organisation: [unit.nameAr, 'الوحدة الحسابية'],
    number: `ختامي/${fiscalYear.replace('/', '-')}`,
    url,
    question: [
      ['الحالة', STATES[status as keyof typeof STATES]],
      ['رقم القرار', closing.decisionNo ?? '—'],
    ],
    keyFigures: [
      { label: 'الموارد', value: revenue.total.format('ar') },
      { label: 'الاستخدامات', value: expense.total.format('ar') },
      {
        label: surplus.isNegative() ? 'العجز' : 'الفائض',
        value: surplus.abs().format('ar'),
      },
    ],
    tables: finalTables(shown, 'ar'),
    signatures: [
      signatory('مدير الحسابات', { by: closing.closedBy, at: closing.closedAt }, names),
      signatory('رئيس المصلحة', { by: closing.approvedBy, at: closing.approvedAt }, names),
    ],
    seal: sealOf(closing.documentHash),
  }
}
