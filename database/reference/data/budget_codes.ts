/** A code as it is first loaded: children are named inside their parent. */
export interface BudgetCodeSeed {
  code: string
  ar: string
  en: string
  /** Credit on it may not be moved elsewhere (yearly notes on the budget). */
  locked?: boolean
  /** Of the chart, only where an official code was seen. */
  account?: string
  confirmed?: boolean
  children?: readonly BudgetCodeSeed[]
}

export type Axis = 'use' | 'resource' | 'function' | 'programme' | 'fund'

const item = (code: string, ar: string, en: string): BudgetCodeSeed => ({ code, ar, en })

/** Items of a group, numbered in their order: the codes are the house's own, no official ones. */
const items = (group: string, ...names: readonly [ar: string, en: string][]): BudgetCodeSeed[] =>
  names.map(([ar, en], index) => item(`${group}${String(index + 1).padStart(2, '0')}`, ar, en))

const LAW = 'القانون 6 لسنة 2022 بشأن المالية العامة الموحد'

/** Where each axis comes from. */
export const LEGAL: Readonly<Record<Axis, string>> = {
  use: LAW,
  resource: LAW,
  function: `${LAW}، التصنيف الوظيفي (COFOG)`,
  programme: `${LAW}، موازنة البرامج والأداء`,
  fund: `${LAW}، والقانون 43 لسنة 1979 بنظام الإدارة المحلية`,
}

/** Names of chapters 1–6 of uses, of 1–3 and 5 of resources are published; the rest is to be confirmed. */
export const BUDGET_CODES: Readonly<Record<Axis, readonly BudgetCodeSeed[]>> = {
  use: [
    {
      code: '1',
      ar: 'الأجور وتعويضات العاملين',
      en: 'Wages and compensation of employees',
      locked: true,
      confirmed: true,
      children: [
        {
          code: '11',
          ar: 'الأجور النقدية',
          en: 'Cash wages',
          locked: true,
          children: items(
            '11',
            ['الوظائف الدائمة', 'Permanent posts'],
            ['الوظائف المؤقتة', 'Temporary posts'],
            ['المكافآت', 'Bonuses'],
            ['البدلات النوعية', 'Allowances'],
            ['علاوات خاصة', 'Special raises'],
            ['حافز إضافي', 'Additional incentive']
          ).map((one) => ({ ...one, locked: true })),
        },
        {
          code: '12',
          ar: 'المزايا',
          en: 'Benefits',
          locked: true,
          children: items(
            '12',
            ['مزايا نقدية', 'Benefits in cash'],
            ['مزايا عينية', 'Benefits in kind'],
            ['مزايا تأمينية', 'Social insurance']
          ).map((one) => ({ ...one, locked: true })),
        },
      ],
    },
    {
      code: '2',
      ar: 'شراء السلع والخدمات',
      en: 'Goods and services',
      confirmed: true,
      children: [
        {
          code: '21',
          ar: 'السلع',
          en: 'Goods',
          children: items(
            '21',
            ['مواد وخامات', 'Materials'],
            ['وقود وزيوت وقوى محركة', 'Fuel, oils and power'],
            ['قطع غيار ومهمات', 'Spare parts'],
            ['أدوات كتابية وكتب', 'Stationery and books'],
            ['مياه وإنارة', 'Water and lighting'],
            ['مستلزمات سلعية متنوعة', 'Sundry supplies']
          ),
        },
        {
          code: '22',
          ar: 'الخدمات',
          en: 'Services',
          children: items(
            '22',
            ['صيانة', 'Maintenance'],
            ['نشر وإعلان وطبع', 'Publishing, notices and printing'],
            ['نقل وانتقالات عامة', 'Transport'],
            ['بريد واتصالات', 'Post and communications'],
            ['إيجار عقارات', 'Rent of premises'],
            ['نظافة وحراسة', 'Cleaning and guarding'],
            ['تدريب', 'Training'],
            ['نفقات خدمية متنوعة', 'Sundry services']
          ),
        },
      ],
    },
    { code: '3', ar: 'الفوائد', en: 'Interest', confirmed: true },
    {
      code: '4',
      ar: 'الدعم والمنح والمزايا الاجتماعية',
      en: 'Subsidies, grants and social benefits',
      confirmed: true,
      children: [
        {
          code: '41',
          ar: 'الدعم والمنح',
          en: 'Subsidies and grants',
          children: items(
            '41',
            ['دعم', 'Subsidies'],
            ['منح', 'Grants'],
            ['إعانات اجتماعية', 'Social aid']
          ),
        },
      ],
    },
    {
      code: '5',
      ar: 'المصروفات الأخرى',
      en: 'Other expenses',
      confirmed: true,
      children: [
        {
          code: '51',
          ar: 'مصروفات أخرى',
          en: 'Other expenses',
          children: items(
            '51',
            ['ضرائب ورسوم', 'Taxes and fees'],
            ['تعويضات وغرامات', 'Compensation and fines'],
            ['اشتراكات', 'Subscriptions'],
            ['أقساط تأمين', 'Insurance premiums']
          ),
        },
      ],
    },
    {
      code: '6',
      ar: 'شراء الأصول غير المالية (الاستثمارات)',
      en: 'Non-financial assets (investments)',
      confirmed: true,
      children: [
        {
          code: '61',
          ar: 'أصول ثابتة',
          en: 'Fixed assets',
          children: items(
            '61',
            ['مبان سكنية وغير سكنية', 'Buildings'],
            ['تشييدات (طرق وكباري وشبكات)', 'Works: roads, bridges, networks'],
            ['آلات ومعدات', 'Machinery and equipment'],
            ['وسائل نقل', 'Vehicles'],
            ['عدد وأدوات', 'Tools'],
            ['تجهيزات وأثاث', 'Fittings and furniture']
          ),
        },
        {
          code: '62',
          ar: 'أصول غير مالية أخرى',
          en: 'Other non-financial assets',
          children: items(
            '62',
            ['أراض', 'Land'],
            ['أبحاث ودراسات', 'Research and studies'],
            ['دفعات مقدمة', 'Advance payments']
          ),
        },
      ],
    },
    {
      code: '7',
      ar: 'حيازة الأصول المالية المحلية والأجنبية',
      en: 'Acquisition of financial assets',
    },
    { code: '8', ar: 'سداد القروض المحلية والأجنبية', en: 'Repayment of loans' },
  ],
  resource: [
    { code: '1', ar: 'الضرائب', en: 'Taxes', confirmed: true },
    { code: '2', ar: 'المنح', en: 'Grants', confirmed: true },
    {
      code: '3',
      ar: 'الإيرادات الأخرى',
      en: 'Other revenue',
      confirmed: true,
      children: [
        {
          code: '31',
          ar: 'إيرادات أخرى',
          en: 'Other revenue',
          children: items(
            '31',
            ['عوائد ملكية (إيجارات وحق انتفاع)', 'Property income: rents and usufruct'],
            ['رسوم وخدمات', 'Fees and services'],
            ['غرامات ومصادرات', 'Fines and forfeits'],
            ['تحويلات اختيارية (تبرعات)', 'Voluntary transfers'],
            ['إيرادات متنوعة', 'Sundry revenue']
          ),
        },
      ],
    },
    {
      code: '4',
      ar: 'المتحصلات من الإقراض ومبيعات الأصول المالية وغيرها من الأصول',
      en: 'Receipts of lending and sale of assets',
    },
    {
      code: '5',
      ar: 'الاقتراض وإصدار الأوراق المالية بخلاف الأسهم',
      en: 'Borrowing and securities other than shares',
      confirmed: true,
    },
  ],
  function: [
    item('00', 'غير موزع وظيفيًا', 'Not distributed'),
    item('01', 'الخدمات العمومية العامة', 'General public services'),
    item('02', 'الدفاع والأمن القومي', 'Defence'),
    item('03', 'النظام العام وشؤون السلامة العامة', 'Public order and safety'),
    item('04', 'الشؤون الاقتصادية', 'Economic affairs'),
    item('05', 'حماية البيئة', 'Environmental protection'),
    item('06', 'الإسكان والمرافق المجتمعية', 'Housing and community amenities'),
    item('07', 'الصحة', 'Health'),
    item('08', 'الشباب والثقافة والشؤون الدينية', 'Recreation, culture and religion'),
    item('09', 'التعليم', 'Education'),
    item('10', 'الحماية الاجتماعية', 'Social protection'),
  ],
  programme: [item('00', 'بلا برنامج', 'No programme')],
  fund: [
    item('00', 'الموازنة العامة', 'State budget'),
    item('SF01', 'حساب الخدمات والتنمية المحلية', 'Local services and development account'),
    item('SF02', 'صندوق النظافة', 'Cleaning fund'),
    item('SF03', 'صندوق تمويل مشروعات الإسكان الاقتصادي', 'Economic housing fund'),
    item('SF04', 'صندوق استصلاح الأراضي', 'Land reclamation fund'),
    item('SF05', 'حساب المحاجر والملاحات', 'Quarries and salt works account'),
    item('SF06', 'مشروع مواقف سيارات الأجرة (السرفيس)', 'Taxi stations project'),
    item('SF07', 'حساب إيرادات الإعلانات والإشغالات', 'Advertising and occupancy account'),
  ],
}
