import type { Trx } from '#core/within'

export const after = ['registry_rules']

const LEGAL = 'قواعد عمل ديوان لأملاك الدولة؛ تُعتمد بقرار السلطة المختصة بالمحافظة'

/** Limits of the life of rights and of disposals: months, days, kinds and factors. */
const SETTINGS: readonly { name: string; value: unknown; legal?: string; note: string }[] = [
  {
    name: 'registry.rules.R13',
    value: {
      severity: 'critical',
      allowed_kinds: ['licence', 'easement'],
      longest_months: 36,
      undedicated_by: [
        'law',
        'presidential_decree',
        'pm_decree',
        'minister_decree',
        'governor_decree',
        'judgment',
      ],
    },
    legal: 'المادتان 87 و88 من القانون المدني؛ والمدة تُعتمد بقرار السلطة المختصة',
    note: 'ما تقبله أملاك الدولة العامة من حقوق، وأطول مدة بالشهور، وأنواع القرارات التي تنهي التخصيص للمنفعة العامة',
  },
  {
    name: 'registry.rules.R15',
    value: { severity: 'critical', share: '1' },
    note: 'أقل ثمن للترسية نسبةً إلى التقييم المعتمد',
  },
  {
    name: 'registry.rights.expiring_days',
    value: 90,
    note: 'عدد الأيام قبل نهاية الحق التي يُعد فيها قارب الانتهاء',
  },
  {
    name: 'registry.rights.holdover',
    value: { factor: '1' },
    note: 'مقابل يوم الإشغال بعد الانتهاء: إيجار آخر سنة × المعامل ÷ 365',
  },
]

/** Brings the general values in once; later values of people stay. */
export default async function loadRegistryRights(trx: Trx): Promise<void> {
  for (const { name, value, legal = LEGAL, note } of SETTINGS) {
    await trx.rawQuery(
      `INSERT INTO dated_settings (name, unit_id, value, valid_from, legal_reference, confirmed, note)
       VALUES (?, NULL, ?, '2000-07-01', ?, 0, ?)
       ON DUPLICATE KEY UPDATE dated_settings.name = dated_settings.name`,
      [name, JSON.stringify(value), legal, note]
    )
  }
}
