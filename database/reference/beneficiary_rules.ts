import type { Trx } from '#core/within'

/** Banks as the four digits of an Egyptian IBAN name them; only those seen on real accounts. */
const BANKS = {
  '0001': { ar: 'البنك المركزي المصري', en: 'Central Bank of Egypt' },
  '0002': { ar: 'بنك مصر', en: 'Banque Misr' },
  '0003': { ar: 'البنك الأهلي المصري', en: 'National Bank of Egypt' },
  '0010': { ar: 'البنك التجاري الدولي', en: 'Commercial International Bank' },
}

/** What changes by decision; every value waits for a finance officer to confirm it. */
const SETTINGS: readonly { name: string; value: unknown; legal: string; note: string }[] = [
  {
    name: 'accounts.beneficiaries.cooling_days',
    value: { first: 0, change: 7 },
    legal: 'قاعدة رقابية داخلية؛ تؤكدها السلطة المختصة',
    note: 'أيام بين اعتماد حساب المستفيد والصرف عليه: أول حساب، ثم كل تغيير بعده',
  },
  {
    name: 'accounts.beneficiaries.banks',
    value: BANKS,
    legal: 'أكواد البنوك في رقم الحساب الدولي؛ تُستكمل من كشف البنك المركزي',
    note: 'اسم البنك من الأرقام الأربعة بعد رقمي المراجعة؛ ما لا يُعرف يُكتب اسمه',
  },
  {
    name: 'accounts.beneficiaries.expiry_notice_days',
    value: 30,
    legal: 'قاعدة رقابية داخلية',
    note: 'أيام قبل انتهاء البطاقة الضريبية أو السجل التجاري يبدأ فيها التنبيه',
  },
  {
    name: 'accounts.claims.duplicate_window_days',
    value: 60,
    legal: 'قاعدة رقابية داخلية',
    note: 'أيام قبل المطالبة وبعدها يُبحث فيها عن المبلغ نفسه للمستفيد نفسه',
  },
  {
    name: 'accounts.claims.splitting',
    value: { threshold: '50000.00', windowDays: 30 },
    legal: 'القانون 182 لسنة 2018: حظر تجزئة المشتريات؛ الحد تؤكده السلطة المختصة',
    note: 'مجموع ما يقل كل منه عن الحد، في عدد من الأيام، لمستفيد أو قسم من صنف واحد',
  },
]

/** Brings the general values in once; later values of people stay. */
export default async function loadBeneficiaryRules(trx: Trx): Promise<void> {
  for (const { name, value, legal, note } of SETTINGS) {
    await trx.rawQuery(
      `INSERT INTO dated_settings (name, unit_id, value, valid_from, legal_reference, confirmed, note)
       VALUES (?, NULL, ?, '2000-07-01', ?, 0, ?)
       ON DUPLICATE KEY UPDATE dated_settings.name = dated_settings.name`,
      [name, JSON.stringify(value), legal, note]
    )
  }
}
