import type { Trx } from '#core/within'

const LEGAL =
  'اللائحة المالية للموازنة والحسابات (السلف)؛ القانون 182 لسنة 2018 (التأمينات والغرامات)؛ تؤكدها الوحدة الحسابية'

/** Deadlines of advances and guarantees; all wait for a finance officer. */
const SETTINGS: readonly { name: string; value: unknown; note: string }[] = [
  {
    name: 'accounts.advances.days',
    value: { travel: 15, transport: 15, supplier: 90 },
    note: 'مهلة تسوية السلفة بالأيام من تاريخ صرفها؛ المستديمة تسوى في نهاية السنة المالية',
  },
  {
    name: 'accounts.guarantees.diary',
    value: { days: [30, 15, 7] },
    note: 'قبل كم يومًا من انتهاء خطاب الضمان ينبه إلى مده أو طلب تسييله',
  },
  {
    name: 'accounts.advances.diary',
    value: { days: [7] },
    note: 'قبل كم يومًا من آخر مهلة السلفة ينبه إلى تسويتها؛ ويوم تفوت المهلة ينبه أيضًا',
  },
  {
    name: 'accounts.sureties.diary',
    value: { days: [60, 30, 7] },
    note: 'قبل كم يومًا من انتهاء ضمان الصراف أو أمين المخزن ينبه إلى تجديده',
  },
  {
    name: 'accounts.penalties.caps',
    value: { goods: '0.03', services: '0.03', studies: '0.03', works: '0.10', transport: '0.10' },
    note: 'الحد الأقصى لغرامات العقد نسبة من قيمته بحسب نوعه',
  },
]

/** Brings the general values in once; later values of people stay. */
export default async function loadHoldingRules(trx: Trx): Promise<void> {
  for (const { name, value, note } of SETTINGS) {
    await trx.rawQuery(
      `INSERT INTO dated_settings (name, unit_id, value, valid_from, legal_reference, confirmed, note)
       VALUES (?, NULL, ?, '2000-07-01', ?, 0, ?)
       ON DUPLICATE KEY UPDATE dated_settings.name = dated_settings.name`,
      [name, JSON.stringify(value), LEGAL, note]
    )
  }
}
