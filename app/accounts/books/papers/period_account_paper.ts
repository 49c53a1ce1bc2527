import type { PassThrough } from 'node:stream'
import { formatDay } from '#core/days'
import ReportDocument from '#core/documents/report_document'
import type { Money } from '#core/money'
import { totalsOf, type AccountFigures, type Sides } from '#accounts/books/figures'
import { namesOf } from '#accounts/books/papers/people'
import type PeriodAccount from '#accounts/models/period_account'

const TITLES = {
  month: 'الحساب الشهري',
  quarter: 'الحساب ربع السنوي',
  year: 'الحساب السنوي',
} as const

/** Form 75 on paper with its three signatures in their order. */
export async function printPeriodAccount(
  {
    account,
    lines,
    url,
  }: { account: PeriodAccount; lines: Omit<AccountFigures, 'lineCount'>[]; url: string },
  target: PassThrough
) {
  const { firstDay, lastDay, fiscalYear, unit } = account
  const document = new ReportDocument(target, {
    title: TITLES[account.span as keyof typeof TITLES],
    subtitle: 'نموذج 75 ع.ح',
    organisation: [unit.nameAr, 'الوحدة الحسابية'],
    locale: 'ar',
    orientation: 'landscape',
    reportNumber: account.label,
    qr: url,
    question: [
      ['من', formatDay(firstDay, 'ar')],
      ['إلى', formatDay(lastDay, 'ar')],
      ['السنة المالية', fiscalYear],
    ],
  })
  await document.table(sixColumns(lines))
  const { submittedBy, controllerBy, managerBy, headBy } = account
  const names = await namesOf([submittedBy, controllerBy, managerBy, headBy])
  const of = (id: number | null) => names.get(id ?? 0)
  document.signatures([
    { role: 'أعده', name: of(submittedBy) },
    { role: 'مراقب الحسابات', name: of(controllerBy) },
    { role: 'مدير الحسابات', name: of(managerBy) },
    { role: 'رئيس المصلحة', name: of(headBy) },
  ])
  const seal = account.documentHash?.toString('hex').slice(0, 16)
  await document.close(seal ? { seal } : {})
}

/** A table of accounts: brought, moved and carried, each by its two sides. */
export function sixColumns(
  rows: readonly Pick<AccountFigures, 'code' | 'nameAr' | 'brought' | 'moved' | 'carried'>[]
) {
  const column = (key: string, heading: string) => ({
    ...{ key, heading, weight: 2.4, align: 'end' as const },
  })
  const six = (row: { brought: Sides; moved: Sides; carried: Sides }) => ({
    ...{ bd: amount(row.brought.debit), bc: amount(row.brought.credit) },
    ...{ debit: amount(row.moved.debit), credit: amount(row.moved.credit) },
    ...{ cd: amount(row.carried.debit), cc: amount(row.carried.credit) },
  })
  return {
    columns: [
      { key: 'code', heading: 'الحساب', weight: 2 },
      { key: 'name', heading: 'اسمه', weight: 5 },
      column('bd', 'ما قبله مدين'),
      column('bc', 'ما قبله دائن'),
      column('debit', 'حركة مدينة'),
      column('credit', 'حركة دائنة'),
      column('cd', 'رصيد مدين'),
      column('cc', 'رصيد دائن'),
    ],
    rows: rows.map((row) => ({ code: row.code, name: row.nameAr, ...six(row) })),
    totals: six(totalsOf(rows)),
    totalsLabel: 'الجملة',
    empty: 'لا حركة ولا رصيد.',
  }
}

const amount = (value: Money) => (value.isZero() ? '' : value.format('ar'))
