import { Money } from '#core/money'
import type { AccountFigures } from '#accounts/books/figures'
import { standing, type Executed, type FinalAccount } from '#accounts/books/final_account'
import { sixColumns } from '#accounts/books/papers/account_tables'
import {
  moneyColumn,
  sealOf,
  type BookPaper,
  type PaperTable,
} from '#accounts/books/papers/book_paper'
import { namesOf } from '#accounts/books/papers/people'
import type { CarriedCommitment } from '#accounts/books/carried_commitments'
import type YearClosing from '#accounts/models/year_closing'

const STATES = {
  closed: 'في انتظار الاعتماد',
  undone: 'متراجع عنه',
  approved: 'معتمد',
} as const

/** The final account of a year (الحساب الختامي). */
export async function finalAccountPaper({
  closing,
  account,
  carried,
  url,
}: {
  closing: YearClosing
  account: FinalAccount
  carried: readonly CarriedCommitment[]
  url: string
}): Promise<BookPaper> {
  const { fiscalYear, unit, status } = closing
  const names = await namesOf([closing.closedBy, closing.approvedBy])
  const { revenue, expense, surplus, execution, balances } = account
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
    tables: [
      actual('الموارد', revenue.accounts, revenue.total),
      actual('الاستخدامات', expense.accounts, expense.total),
      ...(execution.length ? [chapters(execution)] : []),
      ...(carried.length ? [commitments(carried)] : []),
      sixColumns(balances, { name: 'الأرصدة المرحلة' }),
    ],
    signatures: [
      { role: 'مدير الحسابات', name: names.get(closing.closedBy) },
      { role: 'رئيس المصلحة', name: names.get(closing.approvedBy ?? 0) },
    ],
    seal: sealOf(closing.documentHash),
  }
}

function actual(name: string, rows: readonly AccountFigures[], total: Money): PaperTable {
  return {
    name,
    columns: [
      { key: 'code', heading: 'الحساب', weight: 2, chars: 16 },
      { key: 'name', heading: 'اسمه', weight: 6, chars: 34 },
      moneyColumn('amount', 'الفعلي', 3),
    ],
    rows: rows.map((row) => ({ code: row.code, name: row.nameAr, amount: standing(row) })),
    totals: { amount: total },
    totalsLabel: 'الجملة',
    empty: 'لا شيء.',
  }
}

/** Execution of the budget by chapter; uses and resources are never added together. */
function chapters(rows: readonly Executed[]): PaperTable {
  const keys = ['original', 'revised', 'bound', 'paid', 'left'] as const
  const uses = rows.filter(({ side }) => side === 'use')
  return {
    name: 'تنفيذ الموازنة بالأبواب',
    columns: [
      { key: 'code', heading: 'الباب', weight: 1, chars: 8 },
      { key: 'name', heading: 'اسمه', weight: 5, chars: 34 },
      moneyColumn('original', 'الربط الأصلي'),
      moneyColumn('revised', 'المعدل'),
      moneyColumn('bound', 'الارتباطات القائمة'),
      moneyColumn('paid', 'المنصرف'),
      moneyColumn('left', 'الوفر'),
    ],
    rows: rows.map(({ code, nameAr: name, ...row }) => ({
      ...{ code, name },
      ...Object.fromEntries(keys.map((key) => [key, row[key]])),
    })),
    totals: Object.fromEntries(keys.map((key) => [key, Money.sum(uses.map((row) => row[key]))])),
    totalsLabel: 'جملة الاستخدامات',
  }
}

function commitments(rows: readonly CarriedCommitment[]): PaperTable {
  return {
    name: 'الارتباطات المرحلة',
    columns: [
      { key: 'from', heading: 'الارتباط', weight: 2, chars: 16 },
      { key: 'to', heading: 'رقمه في السنة التالية', weight: 2, chars: 18 },
      { key: 'purpose', heading: 'الغرض', weight: 6, chars: 40 },
      moneyColumn('amount', 'المرحل'),
    ],
    rows: rows.map(({ from, to, purpose, amount }) => ({ from, to, purpose, amount })),
    totals: { amount: Money.sum(rows.map(({ amount }) => amount)) },
    totalsLabel: 'الجملة',
  }
}
