import type { Trx } from '#core/within'

const LEGAL =
  'القانون 6 لسنة 2022 والتأشيرات العامة السنوية للموازنة؛ الحدود تؤكدها وزارة المالية كل سنة'

/** Rules of the budget that change by year and decision; all wait for a finance officer. */
const SETTINGS: readonly { name: string; value: unknown; note: string }[] = [
  {
    name: 'budget.virement.rules',
    value: [
      { scope: 'item', upTo: null, authority: 'competent_authority' },
      { scope: 'group', upTo: null, authority: 'finance_ministry' },
      { scope: 'chapter', upTo: null, authority: 'finance_ministry' },
      { scope: 'chapters', upTo: null, authority: 'law' },
      { scope: 'funds', upTo: null, authority: 'law' },
    ],
    note: 'من يقرر النقل بحسب مداه ومبلغه: بين أنواع البند، بين بنود المجموعة، بين مجموعات الباب، بين الأبواب، بين الصناديق',
  },
  {
    name: 'budget.proposal.justify_above_percent',
    value: '10',
    note: 'الزيادة عن اعتماد العام السابق التي لا يقبل المقترح فوقها بغير مبرر مكتوب، بالمائة',
  },
  {
    name: 'budget.release.plan',
    value: { parts: 4, chapters: { 1: 12 } },
    note: 'أجزاء الإفراج في السنة: ربع سنوي، وشهري لباب الأجور',
  },
  {
    name: 'budget.provisional.rule',
    value: { basis: 'previous_year', parts: 12 },
    note: 'الصرف قبل صدور قانون الموازنة: جزء من اثني عشر من اعتمادات العام السابق عن كل شهر',
  },
  {
    name: 'budget.carry_over.rules',
    value: [
      { chapters: ['6'], funds: ['00'], credit: 'comes_along' },
      { chapters: null, notFunds: ['00'], credit: 'comes_along' },
    ],
    note: 'أي الارتباطات المفتوحة ترحل إلى السنة التالية: أول قاعدة تنطبق على باب البند وصندوقه؛ يرحل معها اعتمادها أو تحمل على اعتماد السنة الجديدة',
  },
  {
    name: 'budget.alerts.percents',
    value: [80, 90, 100],
    note: 'نسب ما جنب وارتبط به وصرف من المفرج عنه التي ينبه عندها',
  },
]

/** Brings the general values in once; later values of people stay. */
export default async function loadBudgetRules(trx: Trx): Promise<void> {
  for (const { name, value, note } of SETTINGS) {
    await trx.rawQuery(
      `INSERT INTO dated_settings (name, unit_id, value, valid_from, legal_reference, confirmed, note)
       VALUES (?, NULL, ?, '2000-07-01', ?, 0, ?)
       ON DUPLICATE KEY UPDATE dated_settings.name = dated_settings.name`,
      [name, JSON.stringify(value), LEGAL, note]
    )
  }
}
