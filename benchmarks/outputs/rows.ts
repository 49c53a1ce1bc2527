import type { SheetColumn } from '#core/sheets/columns'

/** A register of dues as reports write it: ten columns, Arabic and mixed text, money, days. */
export const COLUMNS: SheetColumn[] = [
  { key: 'number', heading: 'م', type: 'integer' },
  { key: 'code', heading: 'كود الموقع' },
  { key: 'party', heading: 'اسم الشاغل' },
  { key: 'site', heading: 'الموقع' },
  { key: 'markaz', heading: 'المركز' },
  { key: 'status', heading: 'الحالة' },
  { key: 'dueOn', heading: 'تاريخ الاستحقاق', type: 'date' },
  { key: 'discount', heading: 'الخصم', type: 'percent' },
  { key: 'due', heading: 'المستحق', type: 'money' },
  { key: 'left', heading: 'الباقي', type: 'money' },
]

const PARTIES = ['شركة النيل للدعاية والإعلان', 'محمد عبد الرحمن السيد', 'JCDecaux Egypt', 'الأهلي']
const SITES = ['لوحة 12-B (يونيبول) 6×4', 'كشك رقم 7', 'شارع الجمهورية', 'ميدان السواقي']
const DISTRICTS = ['الفيوم', 'سنورس', 'إطسا', 'طامية', 'إبشواي', 'يوسف الصديق']
const SHARES = ['0', '0.125', '0.2', '0.05']

/** The rows, made while they are read; the same every time. */
export function* registerRows(count: number): Generator<object> {
  for (let index = 0; index < count; index++) {
    yield {
      number: index + 1,
      code: `EG-FYM-${String((index * 7919) % 1_000_000).padStart(6, '0')}-${index % 10}`,
      party: `${PARTIES[index % 4]} ${index % 900}`,
      site: SITES[index % 4],
      markaz: DISTRICTS[index % 6],
      status: index % 3 ? 'مسدد جزئيًا' : 'غير مسدد',
      dueOn: `2026-10-${String(1 + (index % 28)).padStart(2, '0')}`,
      discount: SHARES[index % 4],
      due: `${(index * 137) % 1_000_000}.50`,
      left: `${(index * 11) % 10_000}.25`,
    }
  }
}
