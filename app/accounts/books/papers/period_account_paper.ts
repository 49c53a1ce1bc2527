import { formatDay } from '#core/days'
import type { AccountFigures } from '#accounts/books/figures'
import { sixColumns } from '#accounts/books/papers/account_tables'
import { sealOf, type BookPaper } from '#accounts/books/papers/book_paper'
import { namesOf } from '#accounts/books/papers/people'
import type PeriodAccount from '#accounts/models/period_account'

const TITLES = {
  month: 'الحساب الشهري',
  quarter: 'الحساب ربع السنوي',
  year: 'الحساب السنوي',
} as const

/** Form 75 with its three signatures in their order. */
export async function periodAccountPaper({
  account,
  lines,
  url,
}: {
  account: PeriodAccount
  lines: readonly Omit<AccountFigures, 'lineCount'>[]
  url: string
}): Promise<BookPaper> {
  const { firstDay, lastDay, fiscalYear, unit, span } = account
  const { submittedBy, controllerBy, managerBy, headBy } = account
  const names = await namesOf([submittedBy, controllerBy, managerBy, headBy])
  const of = (id: number | null) => names.get(id ?? 0)
  return {
    file: `form-75-${account.id}`,
    title: TITLES[span as keyof typeof TITLES],
    subtitle: 'نموذج 75 ع.ح',
    organisation: [unit.nameAr, 'الوحدة الحسابية'],
    number: account.label,
    url,
    question: [
      ['من', formatDay(firstDay, 'ar')],
      ['إلى', formatDay(lastDay, 'ar')],
      ['السنة المالية', fiscalYear],
      ...excuse(account),
    ],
    tables: [sixColumns(lines, { name: 'ميزان الحسابات' })],
    signatures: [
      { role: 'أعده', name: of(submittedBy) },
      { role: 'مراقب الحسابات', name: of(controllerBy) },
      { role: 'مدير الحسابات', name: of(managerBy) },
      { role: 'رئيس المصلحة', name: of(headBy) },
    ],
    seal: sealOf(account.documentHash),
  }
}

/** Days whose form 69 was not signed when it was handed in, and why. */
function excuse({ daysReason, unreckonedDays, status }: PeriodAccount): [string, string][] {
  if (!daysReason || status === 'draft') return []
  const days = (unreckonedDays as string[]).map((day) => formatDay(day, 'ar')).join('، ')
  return [
    ['أيام قُدم قبل توقيع حسبتها', days],
    ['سبب ذلك', daysReason],
  ]
}
