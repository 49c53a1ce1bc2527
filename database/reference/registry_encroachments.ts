import type { Trx } from '#core/within'

export const after = ['registry_rules']

const LEGAL = 'قواعد عمل ديوان للتعديات؛ تُعتمد بقرار السلطة المختصة بالمحافظة'
const LAW_168 =
  'القانون 168 لسنة 2025 وقرار رئيس مجلس الوزراء 200 لسنة 2026 — تؤكد القيم من نص الجريدة الرسمية'

/** Deadlines, tariffs and texts of encroachment cases. All are to be confirmed before use. */
const SETTINGS: readonly {
  name: string
  value: unknown
  from?: string
  legal?: string
  note: string
}[] = [
  {
    name: 'registry.encroachments.deadlines',
    value: {
      detected: 7,
      unlawful: 7,
      inspected: 3,
      minuted: 15,
      manifest: 15,
      ordered: 7,
      issued: 7,
      notified: 30,
      executed: 15,
      restored: 7,
      handed_over: 30,
      filed: 30,
      fees_paid: 30,
      file_inspected: 30,
      valued: 30,
      accepted: 60,
      rejected: 30,
      grieved: 60,
      contracted: 60,
      leave: 15,
      order_grievance: 60,
      grievance: 30,
    },
    legal:
      'مواعيد العمل بقرار المحافظ؛ والطعن في القرار خلال ستين يومًا: المادة 24 من القانون 47 لسنة 1972؛ والتظلم من رفض التقنين وفق القانون 168 لسنة 2025 — تؤكد',
    note: 'أيام كل مرحلة، وأيام الإزالة الذاتية، وأيام الطعن في قرار الإزالة، وأيام التظلم من رفض التقنين',
  },
  {
    name: 'registry.encroachments.removal_basis',
    value: {
      text: 'المادة 970 من القانون المدني، والمادتان 26 و31 من قانون نظام الإدارة المحلية الصادر بالقانون رقم 43 لسنة 1979',
    },
    legal: 'المادة 970 من القانون المدني والقانون 43 لسنة 1979',
    note: 'السند القانوني الذي يطبع في قرار الإزالة بالطريق الإداري',
  },
  {
    name: 'registry.encroachments.usage_tariff',
    value: {
      agricultural: { rate: '3000', of: 'feddan' },
      built: { rate: '12', of: 'm2' },
      vacant: { rate: '4', of: 'm2' },
    },
    legal: 'مقابل الانتفاع السنوي؛ تحدده لجان التثمين وتعتمده السلطة المختصة — تؤكد القيم',
    note: 'مقابل انتفاع سنة: جنيهات للفدان أو للمتر المربع، ويستحق عن كل يوم جزء من 365',
  },
  {
    name: 'registry.legalisation.fees',
    value: {
      agricultural: {
        of: 'feddan',
        examination: [
          { up_to: '10', fee: '2500' },
          { up_to: '100', fee: '5500' },
          { up_to: '1000', fee: '7500' },
          { up_to: '30000', fee: '9500' },
          { up_to: null, fee: '10000' },
        ],
        inspection_rate: '500',
      },
      built: {
        of: 'm2',
        examination: [{ up_to: null, fee: '0' }],
        inspection_rate: '6',
      },
    },
    from: '2025-08-01',
    legal: LAW_168,
    note: 'رسم الفحص بشرائح المساحة ورسم المعاينة للفدان؛ وأراضي البناء من 6 إلى 10 جنيهات للمتر',
  },
  {
    name: 'registry.legalisation.window',
    value: { opens: '2026-01-21', closes: '2026-07-20' },
    from: '2025-08-01',
    legal: LAW_168,
    note: 'أول وآخر يوم لتقديم الطلبات على المنصة الوطنية؛ ستة أشهر من 21 يناير 2026 كما نُشر، وتسجل مدة جديدة عند مدها',
  },
  {
    name: 'registry.encroachments.same_place',
    value: { metres: 15 },
    note: 'بعد نقطة الرصد عن ملف التعدي الذي تُضم إليه؛ والأشكال تُضم إن اشتركت في أرض فوق سماح القاعدة ق2',
  },
  {
    name: 'registry.display.days',
    value: { days: 30 },
    legal: 'مدة العرض وتلقي الاعتراضات؛ تحددها السلطة المختصة — تؤكد',
    note: 'أيام عرض كشوف الحصر والتقنين وتلقي الاعتراضات عليها',
  },
]

/** Brings the general values in once; later values of people stay. */
export default async function loadRegistryEncroachments(trx: Trx): Promise<void> {
  for (const { name, value, from = '2000-07-01', legal = LEGAL, note } of SETTINGS) {
    await trx.rawQuery(
      `INSERT INTO dated_settings (name, unit_id, value, valid_from, legal_reference, confirmed, note)
       VALUES (?, NULL, ?, ?, ?, 0, ?)
       ON DUPLICATE KEY UPDATE dated_settings.name = dated_settings.name`,
      [name, JSON.stringify(value), from, legal, note]
    )
  }
}
