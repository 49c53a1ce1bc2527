import type { Writable } from 'node:stream'
import WorkbookWriter from '#core/sheets/workbook_writer'
import type { PrintedReconciliation } from '#accounts/banking/reconciliation/paper'
import { sumOf, type StandingPapers } from '#accounts/banking/reconciliation/papers'
import { PAPER_HEADINGS, rowsOf } from '#accounts/banking/reconciliation/words'

/** مذكرة تسوية البنك as Excel: one sheet of figures, one of each sort of papers. */
export async function writeReconciliationSheet(
  { one, account, figures }: PrintedReconciliation,
  target: Writable
) {
  const title = `مذكرة تسوية البنك ${one.period.label('ar')}`
  const book = new WorkbookWriter(target, { title, locale: 'ar' })
  await book.sheet({
    name: 'المذكرة',
    title,
    notes: [one.unit.nameAr, account.name, `رقم ${one.label}`],
    orientation: 'portrait',
    columns: [
      { key: 'text', heading: 'البيان', width: 52 },
      { key: 'amount', heading: 'جنيه', type: 'money', width: 20 },
    ],
    rows: rowsOf(figures),
  })
  for (const sort of Object.keys(PAPER_HEADINGS) as (keyof StandingPapers)[]) {
    const rows = figures.papers[sort]
    await book.sheet({
      name: PAPER_HEADINGS[sort].slice(0, 31),
      title: PAPER_HEADINGS[sort],
      columns: [
        { key: 'day', heading: 'التاريخ', type: 'date' },
        { key: 'said', heading: 'الرقم أو المرجع', width: 26 },
        { key: 'about', heading: 'البيان', width: 44 },
        { key: 'amount', heading: 'المبلغ', type: 'money', width: 18 },
      ],
      rows,
      totals: { amount: sumOf(rows) },
      totalsLabel: 'الجملة',
    })
  }
  await book.close()
}
