import type { Sentence } from '#core/domain_error'

/**
 * Everything a person may be allowed to do, `<domain>.<noun>.<verb>`, with the names people read.
 * A route, a role and a menu name permissions only from here; adding one here is adding it to the
 * house, and the next `reference:load` gives it to the seeded roles that list it.
 */
const catalogue = {
  'identity.units.read': ['عرض الوحدات', 'See units'],
  'identity.units.manage': ['إدارة الوحدات', 'Manage units'],
  'identity.people.read': ['عرض العاملين', 'See people'],
  'identity.people.manage': ['إدارة حسابات العاملين', 'Manage people’s accounts'],
  'identity.roles.read': ['عرض الأدوار', 'See roles'],
  'identity.roles.manage': ['إدارة الأدوار', 'Manage roles'],
  'identity.grants.read': ['عرض الصلاحيات الممنوحة', 'See grants'],
  'identity.grants.manage': ['منح الصلاحيات وإنهاؤها', 'Give and end grants'],
  'identity.grants.delegate': [
    'منح أدوار لا يمارسها المانح بنفسه',
    'Grant roles that the granter does not exercise',
  ],
  'audit.trail.read': ['عرض سجل المراجعة', 'See the audit trail'],
  'core.jobs.read': ['عرض المهام', 'See jobs'],
  'core.jobs.manage': ['إعادة المهام وإلغاؤها', 'Retry and cancel jobs'],
  'core.imports.read': ['عرض عمليات الاستيراد', 'See imports'],
  'core.imports.create': ['استيراد الملفات', 'Import files'],
  'core.imports.approve': ['اعتماد الاستيراد', 'Approve imports'],
  'core.imports.undo': ['التراجع عن الاستيراد', 'Undo imports'],
  'core.settings.read': ['عرض الأحكام والنسب', 'See rules and rates'],
  'core.settings.manage': ['اقتراح تعديل الأحكام والنسب', 'Propose changes of rules and rates'],
  'core.settings.approve': ['اعتماد تعديل الأحكام والنسب', 'Approve changes of rules and rates'],
  'registry.assets.read': ['عرض الأصول', 'See assets'],
  'registry.assets.manage': ['إعداد تغييرات سجل الأصول', 'Propose changes to the asset register'],
  'registry.assets.approve': ['اعتماد تغييرات سجل الأصول', 'Approve changes to the asset register'],
  'registry.restricted.read': [
    'عرض الأصول المقيدة والاستراتيجية',
    'See restricted and strategic assets',
  ],
  'registry.rules.override': [
    'تجاوز ضوابط السجل بسبب مكتوب',
    'Override register rules, with a reason',
  ],
  'registry.documents.manage': ['إضافة المستندات والصور', 'Add documents and photographs'],
  'registry.valuations.manage': ['إعداد تقييمات الأصول', 'Propose valuations'],
  'registry.valuations.approve': ['اعتماد تقييمات الأصول', 'Approve valuations'],
  'registry.parties.read': ['عرض المتعاملين', 'See parties'],
  'registry.parties.manage': ['إدارة المتعاملين', 'Manage parties'],
  'registry.parties.see_identity': ['عرض الرقم القومي كاملًا', 'See national ids unmasked'],
  'registry.rights.read': ['عرض التراخيص والعقود', 'See licences and leases'],
  'registry.rights.manage': ['إدارة التراخيص والعقود', 'Manage licences and leases'],
  'registry.rights.approve': ['اعتماد التراخيص والعقود', 'Approve licences and leases'],
  'registry.disposals.read': ['عرض التصرفات والتخصيص', 'See disposals and allocations'],
  'registry.disposals.manage': ['إعداد التصرفات والتخصيص', 'Prepare disposals and allocations'],
  'registry.disposals.approve': ['اعتماد التصرفات والتخصيص', 'Approve disposals and allocations'],
  'registry.encroachments.read': ['عرض التعديات', 'See encroachments'],
  'registry.encroachments.manage': ['إدارة ملفات التعديات', 'Manage encroachment cases'],
  'registry.encroachments.inspect': [
    'معاينة التعديات وتحرير المحاضر',
    'Inspect encroachments and write minutes',
  ],
  'registry.encroachments.judge': [
    'الرأي القانوني في التعديات',
    'Give the legal answer on encroachments',
  ],
  'registry.encroachments.approve': ['إصدار قرارات التعديات', 'Decide encroachment cases'],
  'registry.encroachments.execute': ['تنفيذ قرارات الإزالة', 'Execute removal orders'],
  'registry.rounds.read': ['عرض الحصر والجرد', 'See inventory rounds'],
  'registry.rounds.manage': ['إدارة الحصر والجرد', 'Manage inventory rounds'],
  'registry.rounds.count': ['تسجيل نتائج الحصر ميدانيًا', 'Record findings in the field'],
  'registry.rounds.approve': ['اعتماد نتائج الحصر', 'Approve the results of a round'],
  'registry.books.read': ['عرض حسابات الأصول', 'See asset accounts'],
  'registry.books.manage': [
    'إعداد قيود الأصول والإهلاك',
    'Prepare capitalisation and depreciation',
  ],
  'registry.books.approve': ['اعتماد قيود الأصول', 'Approve asset entries'],
  'revenue.charges.read': ['عرض المستحقات', 'See charges'],
  'revenue.charges.manage': ['إدارة المستحقات', 'Manage charges'],
  'revenue.reconciliation.read': ['عرض المطابقة', 'See the reconciliation'],
  'revenue.reconciliation.run': ['تشغيل المطابقة', 'Run the reconciliation'],
  'revenue.differences.read': ['عرض الفروق', 'See differences'],
  'revenue.differences.assign': ['إسناد الفروق', 'Assign differences'],
  'revenue.differences.explain': ['تفسير الفروق', 'Explain differences'],
  'revenue.matches.decide': ['البت في المطابقات المقترحة', 'Decide suggested matches'],
  'budget.lines.read': ['عرض الموازنة وأرصدة بنودها', 'See the budget and its balances'],
  'budget.plan.manage': ['إعداد مشروع الموازنة', 'Prepare the budget'],
  'budget.plan.approve': ['اعتماد الموازنة والإفراج والتجميد', 'Approve, release and freeze'],
  'budget.commitments.read': ['عرض الارتباطات', 'See commitments'],
  'budget.commitments.manage': ['طلب الارتباطات والتجنيب', 'Request and reserve commitments'],
  'budget.commitments.approve': ['اعتماد الارتباطات', 'Approve commitments'],
  'budget.virements.manage': ['إعداد نقل الاعتمادات', 'Prepare virements'],
  'budget.virements.approve': ['اعتماد نقل الاعتمادات', 'Approve virements'],
  'accounts.receipts.read': ['عرض إيصالات التحصيل', 'See receipts'],
  'accounts.receipts.manage': ['تحرير إيصالات التحصيل', 'Issue and void receipts'],
  'accounts.deposits.read': ['عرض حوافظ التوريد', 'See deposit slips'],
  'accounts.deposits.manage': ['إدارة حوافظ التوريد', 'Manage deposit slips'],
  'accounts.settlements.read': ['عرض التسويات الإلكترونية', 'See electronic settlements'],
  'accounts.settlements.manage': ['إدارة التسويات الإلكترونية', 'Manage electronic settlements'],
  'accounts.bank.read': ['عرض الحسابات وكشوف البنك', 'See bank accounts and statements'],
  'accounts.bank.manage': ['إدارة الحسابات وكشوف البنك', 'Manage bank accounts and statements'],
  'accounts.payments.read': ['عرض استمارات الصرف وأوامر الدفع', 'See payments'],
  'accounts.payments.manage': [
    'تحرير استمارات الصرف وقيدها وأوامر دفعها',
    'Write payments, book them and make their orders',
  ],
  'accounts.payments.approve': ['مراجعة استمارات الصرف والتسميح بها', 'Review and clear payments'],
  'accounts.payments.override': [
    'تجاوز نقص مستندات الصرف بسبب مكتوب',
    'Override papers missing of a payment, with a reason',
  ],
  'accounts.payments.sign': ['توقيع أوامر الدفع والشيكات', 'Sign payment orders and cheques'],
  'accounts.ledger.read': ['عرض القيود', 'See the ledger'],
  'accounts.ledger.manage': ['إعداد القيود', 'Post to the ledger'],
  'accounts.advances.read': ['عرض السلف', 'See advances'],
  'accounts.advances.manage': ['طلب السلف وصرفها وتسويتها', 'Request, pay and settle advances'],
  'accounts.advances.approve': ['اعتماد السلف وتسوياتها', 'Approve advances and settlements'],
  'accounts.guarantees.read': ['عرض التأمينات وخطابات الضمان', 'See guarantees and deposits'],
  'accounts.guarantees.manage': ['تسجيل التأمينات وإجراءاتها', 'Record guarantees and their steps'],
  'accounts.guarantees.approve': ['اعتماد إجراءات التأمينات', 'Approve steps of guarantees'],
  'accounts.guarantees.forfeit': [
    'اعتماد تسييل التأمينات ومصادرتها',
    'Approve claims and forfeitures of guarantees',
  ],
  'accounts.penalties.read': ['عرض الغرامات والجزاءات', 'See penalties'],
  'accounts.penalties.manage': ['تسجيل الغرامات وتنفيذها', 'Record and execute penalties'],
  'accounts.penalties.approve': ['اعتماد الغرامات ونتائج التظلم', 'Approve penalties and appeals'],
  'accounts.safes.read': [
    'عرض دفاتر الشيكات وتحويلات النقدية والضمانات',
    'See cheque books, cash transfers and sureties',
  ],
  'accounts.safes.manage': [
    'إدارة دفاتر الشيكات والضمانات وإرسال النقدية',
    'Manage cheque books and sureties, and send cash',
  ],
  'accounts.safes.receive': ['استلام النقدية المحولة', 'Receive cash that was sent'],
  'accounts.beneficiaries.read': [
    'عرض المستفيدين وما صرف لهم',
    'See beneficiaries and what they were paid',
  ],
  'accounts.beneficiaries.manage': [
    'تسجيل المستفيدين وطلب تغيير حساباتهم',
    'Record beneficiaries and ask for new accounts',
  ],
  'accounts.beneficiaries.approve': [
    'اعتماد حسابات المستفيدين',
    'Approve accounts of beneficiaries',
  ],
  'accounts.ledger.approve': ['اعتماد القيود', 'Approve entries'],
  'accounts.periods.lock': ['إقفال الفترات', 'Lock periods'],
  'accounts.books.read': ['عرض الدفاتر والحسابات الشهرية', 'See books and periodic accounts'],
  'accounts.books.manage': [
    'شطب الفوليات وإعداد حساب 75',
    'Close folios and prepare the account of form 75',
  ],
  'accounts.books.cash': [
    'التوقيع كصراف على الحسبة اليومية',
    'Sign the daily reckoning as cashier',
  ],
  'accounts.books.control': [
    'مراجعة الفوليات والتوقيع كمراقب حسابات',
    'Audit folios and sign as accounts controller',
  ],
  'accounts.books.approve': [
    'التوقيع كمدير حسابات وإقفال السنة',
    'Sign as accounts manager and close the year',
  ],
  'accounts.books.endorse': [
    'التوقيع كرئيس المصلحة واعتماد الحساب الختامي',
    'Sign as head of the authority and approve the final account',
  ],
  'reporting.reports.read': ['عرض التقارير', 'See reports'],
  'reporting.reports.create': ['إصدار التقارير', 'Produce reports'],
} as const satisfies Record<string, readonly [string, string]>

export type Permission = keyof typeof catalogue

/** Every permission of the house, in the order of the catalogue. */
export const PERMISSIONS = Object.keys(catalogue) as Permission[]

/** The permissions of the catalogue that change nothing. */
export const READ_PERMISSIONS = PERMISSIONS.filter((name) => name.endsWith('.read'))

/** How a permission is called on pages. */
export function permissionName(permission: Permission): Sentence {
  const [ar, en] = catalogue[permission]
  return { ar, en }
}

export function isPermission(text: string): text is Permission {
  return Object.hasOwn(catalogue, text)
}
