import type { PassThrough } from 'node:stream'
import ReportDocument from '#core/documents/report_document'
import type { AccountFigures } from '#accounts/books/figures'
import { standing, type Executed, type FinalAccount } from '#accounts/books/final_account'
import { namesOf } from '#accounts/books/papers/people'
import { sixColumns } from '#accounts/books/papers/period_account_paper'
import type YearClosing from '#accounts/models/year_closing'

/** The final account of a year on paper (الحساب الختامي). */
export async function printFinalAccount(
  { closing, account, url }: { closing: YearClosing; account: FinalAccount; url: string },
  target: PassThrough
) {
  const { fiscalYear, unit, status } = closing
  const document = new ReportDocument(target, {
    title: 'الحساب الختامي',
    subtitle: `السنة المالية ${fiscalYear}`,
    organisation: [unit.nameAr, 'الوحدة الحسابية'],
    locale: 'ar',
    orientation: 'landscape',
    reportNumber: `ختامي/${fiscalYear.replace('/', '-')}`,
    qr: url,
    question: [
      [
        'الحالة',
        { closed: 'في انتظار الاعتماد', undone: 'متراجع عنه', approved: 'معتمد' }[status]!,
      ],
      ['رقم القرار', closing.decisionNo ?? '—'],
    ],
  })
  document.keyFigures([
    { label: 'الموارد', value: account.revenue.total.format('ar') },
    { label: 'الاستخدامات', value: account.expense.total.format('ar') },
    {
      label: account.surplus.isNegative() ? 'العجز' : 'الفائض',
      value: account.surplus.abs().format('ar'),
    },
  ])
  document.heading('الموارد')
  await document.table(actual(account.revenue.accounts, account.revenue.total.format('ar')))
  document.heading('الاستخدامات')
  await document.table(actual(account.expense.accounts, account.expense.total.format('ar')))
  if (account.execution.length) {
    document.heading('تنفيذ الموازنة بالأبواب')
    await document.table(chapters(account.execution))
  }
  document.heading('أرصدة آخر السنة المرحلة إلى السنة التالية')
  await document.table(sixColumns(account.balances))
  const names = await namesOf([closing.closedBy, closing.approvedBy])
  document.signatures([
    { role: 'مدير الحسابات', name: names.get(closing.closedBy) },
    { role: 'رئيس المصلحة', name: names.get(closing.approvedBy ?? 0) },
  ])
  await document.close({ seal: closing.documentHash.toString('hex').slice(0, 16) })
}

function actual(rows: readonly AccountFigures[], total: string) {
  return {
    columns: [
      { key: 'code', heading: 'الحساب', weight: 2 },
      { key: 'name', heading: 'اسمه', weight: 6 },
      { key: 'amount', heading: 'الفعلي', weight: 3, align: 'end' as const },
    ],
    rows: rows.map((row) => ({
      ...{ code: row.code, name: row.nameAr, amount: standing(row).format('ar') },
    })),
    totals: { amount: total },
    totalsLabel: 'الجملة',
    empty: 'لا شيء.',
  }
}

function chapters(rows: readonly Executed[]) {
  const column = (key: string, heading: string) => ({
    ...{ key, heading, weight: 2.4, align: 'end' as const },
  })
  return {
    columns: [
      { key: 'code', heading: 'الباب', weight: 1 },
      { key: 'name', heading: 'اسمه', weight: 5 },
      column('original', 'الربط الأصلي'),
      column('revised', 'المعدل'),
      column('paid', 'المنصرف'),
      column('left', 'الوفر'),
    ],
    rows: rows.map(({ code, nameAr: name, original, revised, paid, left }) => ({
      ...{ code, name, original: original.format('ar'), revised: revised.format('ar') },
      ...{ paid: paid.format('ar'), left: left.format('ar') },
    })),
  }
}
