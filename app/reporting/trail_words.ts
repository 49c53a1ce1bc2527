import type { Words } from '#core/lists/definition'

/** Nouns and verbs of the trail's actions (`import.committed`), as people read them. */
const NOUNS: Readonly<Record<string, readonly [string, string]>> = {
  allocation: ['تخصيص', 'Allocation'],
  approval: ['اعتماد', 'Approval'],
  asset: ['موقع', 'Site'],
  bank_account: ['حساب بنكي', 'Bank account'],
  bank_line: ['سطر كشف بنك', 'Bank line'],
  cashier: ['صراف', 'Cashier'],
  charge: ['مستحق', 'Charge'],
  difference: ['فرق', 'Difference'],
  differences: ['فروق', 'Differences'],
  document: ['مستند', 'Document'],
  grant: ['صلاحية', 'Grant'],
  import: ['استيراد', 'Import'],
  job: ['مهمة', 'Job'],
  match: ['مطابقة', 'Match'],
  match_suggestion: ['مقترح مطابقة', 'Suggestion'],
  party: ['متعامل', 'Party'],
  password: ['كلمة السر', 'Password'],
  period: ['فترة محاسبية', 'Period'],
  person: ['موظف', 'Person'],
  receipt: ['إيصال', 'Receipt'],
  reconciliation: ['مطابقة شهر', 'Reconciliation'],
  reconciliation_run: ['تشغيل مطابقة', 'Reconciliation run'],
  report: ['تقرير', 'Report'],
  right: ['ترخيص', 'Licence'],
  role: ['دور', 'Role'],
  roles: ['أدوار', 'Roles'],
  sample: ['بيانات تجريبية', 'Sample'],
  session: ['جلسة', 'Session'],
  setting: ['إعداد', 'Setting'],
  settlement: ['دفعة تحصيل', 'Settlement'],
  slip: ['حافظة توريد', 'Deposit slip'],
  suggestion: ['مقترح مطابقة', 'Suggestion'],
  suggestions: ['مقترحات مطابقة', 'Suggestions'],
  trail: ['سجل المراجعة', 'Trail'],
  unit: ['وحدة', 'Unit'],
  units: ['وحدات', 'Units'],
  user: ['حساب موظف', 'Account'],
}

const VERBS: Readonly<Record<string, readonly [string, string]>> = {
  accepted: ['قبول', 'accepted'],
  added: ['إضافة', 'added'],
  approved: ['اعتماد', 'approved'],
  assigned: ['إسناد', 'assigned'],
  cancelled: ['إلغاء', 'cancelled'],
  changed: ['تعديل', 'changed'],
  close: ['إغلاق', 'closed'],
  closed: ['إغلاق', 'closed'],
  committed: ['ترحيل', 'committed'],
  created: ['إنشاء', 'created'],
  decided: ['بت', 'decided'],
  ended: ['إنهاء', 'ended'],
  explained: ['تفسير', 'explained'],
  finished: ['إتمام', 'finished'],
  given: ['منح', 'given'],
  kept: ['حفظ', 'kept'],
  locked: ['إقفال', 'locked'],
  moved: ['نقل', 'moved'],
  noted: ['ملاحظة', 'noted'],
  opened: ['فتح', 'opened'],
  posted: ['ترحيل', 'posted'],
  produced: ['إصدار', 'produced'],
  refused: ['رفض', 'refused'],
  registered: ['تسجيل', 'registered'],
  renamed: ['تغيير الاسم', 'renamed'],
  reopened: ['إعادة فتح', 'reopened'],
  reset: ['إعادة تعيين', 'reset'],
  retried: ['إعادة محاولة', 'retried'],
  revoked: ['سحب', 'revoked'],
  seeded: ['تحميل', 'loaded'],
  started: ['بدء', 'started'],
  suspended: ['إيقاف', 'suspended'],
  undone: ['تراجع', 'undone'],
}

/** `ترحيل استيراد`, `Import committed`; a word that is not known here stands as it is recorded. */
export function actionWords(action: string, { locale }: Pick<Words, 'locale'>): string {
  const [noun = '', verb = ''] = action.split('.')
  const n = NOUNS[noun]
  const v = VERBS[verb]
  if (!n || !v) return action
  return locale === 'ar' ? `${v[0]} ${n[0]}` : `${n[1]} ${v[1]}`
}

export function subjectTypeWords(type: string, { locale }: Pick<Words, 'locale'>): string {
  return NOUNS[type]?.[locale === 'ar' ? 0 : 1] ?? type
}
