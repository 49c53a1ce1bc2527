import { formatDay } from '#core/days'
import type { AccountFigures } from '#accounts/books/figures'
import { sixColumns } from '#accounts/books/papers/account_tables'
import { sealOf, type BookPaper } from '#accounts/books/papers/book_paper'
import { namesOf, signatory } from '#accounts/books/papers/people'
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
      signatory('أعده', { by: submittedBy, at: account.submittedAt }, names),
      signatory('مراقب الحسابات', { by: controllerBy, at: account.controllerAt }, names),
      signatory('مدير الحسابات', { by: managerBy, at: account.managerAt }, names),
      signatory('رئيس المصلحة', { by: headBy, at: account.headAt }, names),
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
