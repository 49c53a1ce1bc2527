import type { Trx } from '#core/within'

export const after = ['asset_classes']

const MAIN = 'نسب استرشادية لعمر الأصول؛ تُعتمد بقرار وزارة المالية والسلطة المختصة'
const TAX = 'القانون 91 لسنة 2005 مادة 25 (نسب الإهلاك الضريبي)؛ للمقارنة فقط ويراجعها المحاسب'
const IPSAS =
  'المعيار الدولي للقطاع العام 45 (الأعمار الإنتاجية تقديرية)؛ للمقارنة فقط، وتؤكدها وزارة المالية والسلطة المختصة'
const LEGAL = { main: MAIN, tax: TAX, ipsas: IPSAS } as const

/** Books of depreciation: one is posted to the ledger, the others are for comparison. */
const BOOKS = [
  { code: 'main', ar: 'الدفتر الأساسي', en: 'Main book', posted: 1, legal: MAIN },
  {
    code: 'ipsas',
    ar: 'دفتر المعايير الدولية للقطاع العام',
    en: 'IPSAS book',
    posted: 0,
    legal: IPSAS,
  },
  { code: 'tax', ar: 'دفتر المقارنة الضريبي', en: 'Tax comparison book', posted: 0, legal: TAX },
] as const

/** Lives in months and yearly rates, none of them confirmed by a finance officer yet. */
const METHODS: readonly [
  book: keyof typeof LEGAL,
  cls: string,
  months: number | null,
  rate: string | null,
][] = [
  ['main', 'building', 600, null],
  ['main', 'market', 480, null],
  ['main', 'advertising', 120, null],
  ['main', 'occupancy.kiosk', 120, null],
  ['main', 'movable.vehicle', 84, null],
  ['main', 'movable.equipment', 120, null],
  ['main', 'movable.furniture', 120, null],
  ['ipsas', 'building', 480, null],
  ['ipsas', 'market', 360, null],
  ['ipsas', 'advertising', 96, null],
  ['ipsas', 'occupancy.kiosk', 96, null],
  ['ipsas', 'movable.vehicle', 60, null],
  ['ipsas', 'movable.equipment', 84, null],
  ['ipsas', 'movable.furniture', 120, null],
  ['tax', 'building', 240, null],
  ['tax', 'market', 240, null],
  ['tax', 'advertising', null, '0.250000'],
  ['tax', 'occupancy.kiosk', null, '0.250000'],
  ['tax', 'movable', null, '0.250000'],
]

/** Brings books and methods in once; what people changed or added stays. */
export default async function loadDepreciation(trx: Trx): Promise<void> {
  for (const { code, ar, en, posted, legal } of BOOKS) {
    await trx.rawQuery(
      `INSERT INTO depreciation_books (code, name_ar, name_en, is_posted, legal_reference) VALUES (?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE depreciation_books.code = depreciation_books.code`,
      [code, ar, en, posted, legal]
    )
  }
  for (const [book, cls, months, rate] of METHODS) {
    await trx.rawQuery(
      `INSERT INTO depreciation_methods (book_id, class_code, method, life_months, yearly_rate, valid_from, legal_reference)
       SELECT id, ?, ?, ?, ?, '2000-07-01', ? FROM depreciation_books WHERE code = ?
       ON DUPLICATE KEY UPDATE depreciation_methods.class_code = depreciation_methods.class_code`,
      [
        cls,
        months ? 'straight_line' : 'declining',
        months as number,
        rate as string,
        LEGAL[book],
        book,
      ]
    )
  }
}
