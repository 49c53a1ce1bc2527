import { PERMISSIONS, READ_PERMISSIONS, type Permission } from '#identity/permissions'

export interface SeededRole {
  code: string
  ar: string
  en: string
  descriptionAr: string
  descriptionEn: string
  permissions: readonly Permission[]
}

/** What nearly every officer needs to find his way: the tree, his jobs and reports. */
const COMMON: readonly Permission[] = [
  'identity.units.read',
  'core.jobs.read',
  'reporting.reports.read',
]

const WATCH_REVENUE: readonly Permission[] = [
  'registry.assets.read',
  'registry.parties.read',
  'registry.rights.read',
  'revenue.charges.read',
  'revenue.reconciliation.read',
  'revenue.differences.read',
]

const WATCH_ACCOUNTS: readonly Permission[] = [
  'accounts.receipts.read',
  'accounts.deposits.read',
  'accounts.settlements.read',
  'accounts.bank.read',
  'accounts.ledger.read',
  'accounts.books.read',
  'accounts.payments.read',
  'accounts.beneficiaries.read',
]

/** What is held of others and what others hold: advances, guarantees, penalties, cheques and cash. */
const WATCH_HOLDINGS: readonly Permission[] = [
  'accounts.advances.read',
  'accounts.guarantees.read',
  'accounts.penalties.read',
  'accounts.safes.read',
]

/** What who deals with the budget may look at. */
const WATCH_BUDGET: readonly Permission[] = ['budget.lines.read', 'budget.commitments.read']

/** What who deals with the land and assets of the state may look at. */
const WATCH_PROPERTY: readonly Permission[] = [
  'registry.assets.read',
  'registry.parties.read',
  'registry.rights.read',
  'registry.disposals.read',
  'registry.encroachments.read',
  'registry.rounds.read',
  'registry.books.read',
]

const role = (
  code: string,
  [ar, en]: readonly [string, string],
  [descriptionAr, descriptionEn]: readonly [string, string],
  permissions: readonly Permission[]
): SeededRole => ({ code, ar, en, descriptionAr, descriptionEn, permissions })

/** The roles the house comes with. Who makes a thing does not also approve it. */
export const SEEDED_ROLES: readonly SeededRole[] = [
  role(
    'finance_officer',
    ['مسؤول مالي', 'Finance officer'],
    [
      'يقيد الإيصالات والتوريدات والبنك ويشغّل المطابقة.',
      'Records receipts, deposits and bank statements, and runs the reconciliation.',
    ],
    [
      ...COMMON,
      ...WATCH_REVENUE,
      ...WATCH_ACCOUNTS,
      ...WATCH_BUDGET,
      'budget.plan.manage',
      'budget.commitments.manage',
      'budget.virements.manage',
      'accounts.deposits.manage',
      'accounts.settlements.manage',
      'accounts.bank.manage',
      'accounts.ledger.manage',
      'accounts.books.manage',
      'accounts.payments.manage',
      ...WATCH_HOLDINGS,
      'accounts.advances.manage',
      'accounts.guarantees.manage',
      'accounts.penalties.manage',
      'accounts.safes.manage',
      'accounts.beneficiaries.manage',
      'registry.books.read',
      'registry.books.manage',
      'core.imports.read',
      'core.imports.create',
      'core.settings.read',
      'core.settings.manage',
      'revenue.reconciliation.run',
      'revenue.differences.explain',
      'reporting.reports.create',
    ]
  ),
  role(
    'accounts_head',
    ['رئيس الحسابات', 'Accounts head'],
    [
      'يعتمد ما أعده غيره، ويبت في المطابقات، ويقفل الفترات.',
      'Approves what others made, decides matches, locks periods.',
    ],
    [
      ...COMMON,
      ...WATCH_REVENUE,
      ...WATCH_ACCOUNTS,
      ...WATCH_BUDGET,
      'budget.plan.approve',
      'budget.commitments.approve',
      'budget.virements.approve',
      ...WATCH_HOLDINGS,
      'accounts.advances.approve',
      'accounts.guarantees.approve',
      'accounts.penalties.approve',
      'accounts.beneficiaries.approve',
      'accounts.ledger.approve',
      'accounts.periods.lock',
      'accounts.books.control',
      'accounts.books.approve',
      'accounts.payments.approve',
      'accounts.payments.override',
      'accounts.payments.sign',
      'audit.trail.read',
      'core.imports.read',
      'core.imports.approve',
      'core.imports.undo',
      'core.jobs.manage',
      'core.settings.read',
      'core.settings.manage',
      'core.settings.approve',
      'identity.people.read',
      'revenue.reconciliation.run',
      'revenue.differences.assign',
      'revenue.differences.explain',
      'revenue.matches.decide',
      'reporting.reports.create',
    ]
  ),
  role(
    'cashier',
    ['صراف', 'Cashier'],
    ['يحرر إيصالات التحصيل ويورد المتحصلات.', 'Issues receipts and hands the takings over.'],
    [
      ...COMMON,
      'registry.parties.read',
      'registry.rights.read',
      'revenue.charges.read',
      'accounts.receipts.read',
      'accounts.receipts.manage',
      'accounts.deposits.read',
      'accounts.deposits.manage',
      'accounts.safes.read',
      'accounts.safes.receive',
      'accounts.books.read',
      'accounts.books.cash',
    ]
  ),
  role(
    'revenue_officer',
    ['مسؤول إيرادات', 'Revenue officer'],
    [
      'يعد المستحقات ويتابع تحصيلها وفروقها.',
      'Makes the charges and follows their collection and differences.',
    ],
    [
      ...COMMON,
      ...WATCH_REVENUE,
      'accounts.receipts.read',
      'core.imports.read',
      'core.imports.create',
      'registry.parties.manage',
      'revenue.charges.manage',
      'revenue.reconciliation.run',
      'revenue.differences.explain',
      'reporting.reports.create',
    ]
  ),
  role(
    'property_officer',
    ['مسؤول أملاك الدولة', 'State-property officer'],
    [
      'يسجل الأصول والتراخيص والعقود وأصحابها.',
      'Registers assets, licences and leases, and their holders.',
    ],
    [
      ...COMMON,
      ...WATCH_PROPERTY,
      'registry.assets.manage',
      'registry.documents.manage',
      'registry.valuations.manage',
      'registry.parties.manage',
      'registry.parties.see_identity',
      'registry.rights.manage',
      'registry.disposals.manage',
      'registry.encroachments.manage',
      'registry.rounds.manage',
      'revenue.charges.read',
      'revenue.differences.read',
      'revenue.differences.explain',
      'reporting.reports.create',
      'core.imports.read',
      'core.imports.create',
    ]
  ),
  role(
    'property_head',
    ['مدير أملاك الدولة', 'Head of state property'],
    [
      'يعتمد ما أعده غيره من تغييرات السجل والعقود والتقييمات ونتائج الحصر.',
      'Approves what others prepared: register changes, leases, valuations and rounds.',
    ],
    [
      ...COMMON,
      ...WATCH_PROPERTY,
      'registry.assets.approve',
      'registry.restricted.read',
      'registry.rules.override',
      'registry.valuations.approve',
      'registry.parties.see_identity',
      'registry.rights.approve',
      'registry.disposals.approve',
      'registry.encroachments.approve',
      'registry.rounds.approve',
      'registry.books.approve',
      'audit.trail.read',
      'core.imports.read',
      'core.imports.approve',
      'core.imports.undo',
      'revenue.charges.read',
      'reporting.reports.create',
    ]
  ),
  role(
    'surveyor',
    ['مسّاح', 'Surveyor'],
    ['يعاين المواقع ويثبت مساحتها وحال استغلالها.', 'Visits sites and records their size and use.'],
    [
      ...COMMON,
      'registry.assets.read',
      'registry.assets.manage',
      'registry.documents.manage',
      'registry.rights.read',
      'registry.encroachments.read',
      'registry.encroachments.inspect',
      'registry.rounds.read',
      'registry.rounds.count',
    ]
  ),
  role(
    'legal_officer',
    ['عضو الشئون القانونية', 'Legal officer'],
    [
      'يجيب عن ظاهر الملكية في التعديات ويتابع قضاياها.',
      'Answers the question of apparent title in encroachments and follows their lawsuits.',
    ],
    [...COMMON, ...WATCH_PROPERTY, 'registry.documents.manage', 'registry.encroachments.judge']
  ),
  role(
    'removal_officer',
    ['مسؤول تنفيذ الإزالات', 'Removal officer'],
    [
      'ينفذ قرارات إزالة التعديات ويثبت تسليم الموقع.',
      'Executes removal orders and records the handover.',
    ],
    [
      ...COMMON,
      'registry.assets.read',
      'registry.documents.manage',
      'registry.encroachments.read',
      'registry.encroachments.execute',
    ]
  ),
  role(
    'procurement_officer',
    ['مسؤول تعاقدات', 'Procurement officer'],
    ['يتابع المتعاملين والعقود.', 'Follows parties and contracts.'],
    [...COMMON, 'registry.assets.read', 'registry.parties.read', 'registry.parties.manage']
  ),
  role(
    'storekeeper',
    ['أمين مخزن', 'Storekeeper'],
    ['يتابع الأصول في عهدة وحدته.', 'Follows the assets in the custody of his unit.'],
    [...COMMON, 'registry.assets.read']
  ),
  role(
    'hr_officer',
    ['مسؤول موارد بشرية', 'HR officer'],
    ['يتابع العاملين بالوحدة.', 'Follows the people of the unit.'],
    [...COMMON, 'identity.people.read']
  ),
  role(
    'secretary_general',
    ['السكرتير العام', 'Secretary-general'],
    [
      'يتابع التحصيل والفروق ويسندها إلى من يفسرها.',
      'Watches the collection, and assigns differences to those who explain them.',
    ],
    [
      ...READ_PERMISSIONS,
      'core.settings.approve',
      'accounts.books.endorse',
      'accounts.payments.sign',
      'accounts.guarantees.forfeit',
      'budget.virements.approve',
      'core.imports.approve',
      'revenue.reconciliation.run',
      'revenue.differences.assign',
      'reporting.reports.create',
    ]
  ),
  role(
    'governor',
    ['المحافظ', 'Governor'],
    ['يطّلع على كل شؤون المحافظة.', 'Reads everything of the governorate.'],
    READ_PERMISSIONS
  ),
  role(
    'ministry_auditor',
    ['مراجع الوزارة', 'Ministry auditor'],
    ['يقرأ كل شيء ولا يغيّر شيئًا.', 'Reads everything and changes nothing.'],
    [...READ_PERMISSIONS, 'registry.parties.see_identity']
  ),
  role(
    'citizen_centre_clerk',
    ['موظف المركز التكنولوجي', 'Citizen-centre clerk'],
    [
      'يستعلم للمواطن عن مواقعه وتراخيصه وما عليه وما سدده.',
      'Looks up a citizen’s sites, licences, dues and payments.',
    ],
    [
      ...COMMON,
      'registry.assets.read',
      'registry.parties.read',
      'registry.parties.manage',
      'registry.rights.read',
      'revenue.charges.read',
      'accounts.receipts.read',
    ]
  ),
  role(
    'system_supervisor',
    ['مشرف النظام', 'System supervisor'],
    [
      'يدير الوحدات والحسابات والأدوار والصلاحيات، ولا يمارس عمل الوحدات.',
      'Runs units, accounts, roles and grants; does none of the units’ own work.',
    ],
    [
      ...PERMISSIONS.filter((name) => name.startsWith('identity.')),
      'audit.trail.read',
      'core.imports.read',
      'core.jobs.read',
      'core.jobs.manage',
      'core.settings.read',
      'core.settings.manage',
    ]
  ),
]
