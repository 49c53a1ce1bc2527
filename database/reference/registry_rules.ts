import type { Trx } from '#core/within'

export const after = ['units']

const LEGAL = 'قواعد عمل ديوان لسجل الأصول؛ تُعتمد بقرار السلطة المختصة بالمحافظة'

/** Limits of the register's rules: lengths in metres, areas in square metres, shares of one. */
export const registryRules = [
  {
    id: 'R1',
    severity: 'critical',
    parameters: { min_area_m2: 1, unit_margin_m: 50 },
    note: 'سلامة الشكل ووقوعه داخل حدود الوحدة',
  },
  {
    id: 'R2',
    severity: 'critical',
    parameters: { area_m2: 1, share: 0.001 },
    note: 'التداخل مع قطعة قائمة',
  },
  {
    id: 'R3',
    severity: 'warning',
    parameters: { gap_m: 0.5, edge_m: 5 },
    note: 'الشرائح والفجوات الضيقة',
  },
  {
    id: 'R4',
    severity: 'critical',
    parameters: { ok: 0.01, minutes: 0.05 },
    note: 'مساحة العقد ومساحة الرفع',
  },
  {
    id: 'R5',
    severity: 'medium',
    parameters: { share: 0.005, sahm: 0.5 },
    note: 'المساحة المذكورة والمحسوبة',
  },
  {
    id: 'R6',
    severity: 'critical',
    parameters: { metres: 0.01, share: 0.001 },
    note: 'حفظ المساحة في التقسيم والضم',
  },
  { id: 'R14', severity: 'critical', parameters: { months: 12 }, note: 'صلاحية التقييم' },
  { id: 'R21', severity: 'medium', parameters: { near_m: 50 }, note: 'دقة التسجيل الميداني' },
  { id: 'R22', severity: 'critical', parameters: { visits: 2 }, note: 'إقفال الحصر' },
  {
    id: 'R28',
    severity: 'critical',
    parameters: { minimum_count: 5 },
    note: 'حجب المواقع الاستراتيجية',
  },
] as const

/** Brings the general limits in once, as `registry.rules.ID`; later values of people stay. */
export default async function loadRegistryRules(trx: Trx): Promise<void> {
  for (const { id, severity, parameters, note } of registryRules) {
    await trx.rawQuery(
      `INSERT INTO dated_settings (name, unit_id, value, valid_from, legal_reference, confirmed, note)
       VALUES (?, NULL, ?, '2000-07-01', ?, 0, ?)
       ON DUPLICATE KEY UPDATE dated_settings.name = dated_settings.name`,
      [`registry.rules.${id}`, JSON.stringify({ severity, ...parameters }), LEGAL, note]
    )
  }
}
