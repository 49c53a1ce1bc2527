import type { PassThrough } from 'node:stream'
import { formatDay } from '#core/days'
import ReportDocument from '#core/documents/report_document'
import type DisplayList from '#registry/models/display_list'

const TITLES = {
  legalisation: 'كشف عرض طلبات تقنين وضع اليد',
  round: 'كشف عرض نتائج الحصر',
} as const

/**
 * The list as it hangs on the wall (كشف العرض): in Arabic whatever the reader's language, with the days of
 * objections and the fingerprint of what it says. The list's unit and entries must be loaded.
 */
export async function printList(
  list: DisplayList,
  url: string,
  target: PassThrough
): Promise<void> {
  const day = (value: string | null) => (value ? formatDay(value, 'ar') : '—')
  const document = new ReportDocument(target, {
    title: TITLES[list.kind],
    subtitle: list.title,
    organisation: [list.unit.nameAr, 'إدارة أملاك الدولة'],
    locale: 'ar',
    reportNumber: list.listNo,
    qr: url,
    question: [
      ['رقم الكشف', list.listNo],
      ['مكان العرض', list.place],
      ['من', day(list.displayedOn)],
      ['آخر يوم لتلقي الاعتراضات', day(list.untilOn)],
      ['عدد البنود', String(list.entries.length)],
    ],
  })
  document.paragraph(
    list.status === 'draft'
      ? 'مسودة للمراجعة قبل العرض.'
      : `لكل ذي شأن أن يعترض كتابة على أي بند من هذا الكشف حتى يوم ${day(list.untilOn)} لدى ${list.unit.nameAr}، مع ما يؤيد اعتراضه. ولا يترتب على إدراج اسم أو أرض بالكشف أي حق.`
  )
  await document.table({
    columns: [
      { key: 'seq', heading: 'م', weight: 1 },
      { key: 'number', heading: list.kind === 'round' ? 'كود الأصل' : 'رقم الطلب', weight: 3 },
      { key: 'name', heading: list.kind === 'round' ? 'الأصل' : 'مقدم الطلب', weight: 4 },
      { key: 'place', heading: 'الموقع', weight: 4 },
      { key: 'said', heading: list.kind === 'round' ? 'نتيجة الحصر' : 'نوع الأرض', weight: 2 },
      { key: 'area', heading: 'المساحة م²', weight: 2 },
    ],
    rows: list.entries.map((entry) => ({
      ...{ seq: String(entry.seq), number: entry.number, name: entry.name },
      ...{ place: entry.place ?? '—', said: entry.said ?? '—' },
      area: entry.areaM2 ? String(entry.areaM2).replace(/\.?0+$/, '') : '—',
    })),
  })
  document.signatures([{ role: 'أعده' }, { role: 'مدير الأملاك' }, { role: 'خاتم شعار الجمهورية' }])
  const seal = list.documentHash?.toString('hex').slice(0, 16)
  await document.close(seal ? { seal } : {})
}
