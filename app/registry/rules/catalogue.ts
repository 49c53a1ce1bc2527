import { sentence, type Sentence } from '#core/domain_error'
import type { Permission } from '#identity/permissions'
import type { RuleId, Severity } from '#registry/rules/finding'

/** When a rule is asked. */
export type RuleMoment =
  | 'proposal'
  | 'approval'
  | 'right'
  | 'disposal'
  | 'case'
  | 'round'
  | 'document'
  | 'reading'
  | 'always'

/** A rule of the register: what it holds people to, why, when, and who may let it pass. */
export interface Rule {
  id: RuleId
  name: Sentence
  severity: Severity
  /** The text that makes it a rule; practice of registers where no law says it. */
  legal: Sentence
  moments: readonly RuleMoment[]
  /** Permission that lets it pass with a written reason; null: nobody. */
  override: Permission | null
  /** The file that implements it, under `app/`. */
  file: string
  /** Whether its limits are dated settings `registry.rules.ID`. */
  hasParameters?: true
}

const OVERRIDE = 'registry.rules.override' as const

const PRACTICE = sentence('قواعد العمل في سجلات الأملاك', 'Practice of property registers')
const SURVEY = sentence(
  'أصول الرفع المساحي وقواعد السجل',
  'Survey practice and rules of the register'
)
const CIVIL_PUBLIC = sentence('القانون المدني، المادتان 87 و88', 'Civil Code, articles 87 and 88')
const CIVIL_REMOVAL = sentence(
  'القانون المدني مادة 970، وقانون الإدارة المحلية 43 لسنة 1979 مادتا 26 و31، ومبادئ الإدارية العليا',
  'Civil Code 970, Law 43/1979 articles 26 and 31, and the Supreme Administrative Court'
)
const LAW_168 = sentence('القانون 168 لسنة 2025', 'Law 168/2025')
const SEPARATION = sentence('فصل الاختصاصات', 'Separation of duties')
const EXEMPT = sentence(
  'القانون 88 لسنة 2025 (استثناء المواقع الاستراتيجية)',
  'Law 88/2025 (strategic property exempt)'
)

/** R1 to R30, in their order. */
export const RULES: readonly Rule[] = [
  {
    id: 'R1',
    name: sentence('سلامة الشكل ووقوعه في وحدته', 'The shape is sound and lies in its unit'),
    severity: 'critical',
    legal: SURVEY,
    moments: ['proposal', 'approval'],
    override: OVERRIDE,
    file: 'registry/rules/geometry.ts',
    hasParameters: true,
  },
  {
    id: 'R2',
    name: sentence('لا تداخل مع قطعة قائمة', 'No overlap with a current parcel'),
    severity: 'critical',
    legal: SURVEY,
    moments: ['proposal', 'approval'],
    override: OVERRIDE,
    file: 'registry/rules/neighbourhood.ts',
    hasParameters: true,
  },
  {
    id: 'R3',
    name: sentence('لا شرائح ولا فجوات ضيقة بين الجيران', 'No slivers or narrow gaps'),
    severity: 'warning',
    legal: SURVEY,
    moments: ['proposal', 'approval'],
    override: OVERRIDE,
    file: 'registry/rules/neighbourhood.ts',
    hasParameters: true,
  },
  {
    id: 'R4',
    name: sentence('مساحة السند توافق مساحة الرفع', 'The deed’s area agrees with the survey'),
    severity: 'critical',
    legal: SURVEY,
    moments: ['proposal', 'approval'],
    override: OVERRIDE,
    file: 'registry/rules/areas.ts',
    hasParameters: true,
  },
  {
    id: 'R5',
    name: sentence(
      'المساحة المذكورة توافق المحسوبة وأجزاء الفدان',
      'The declared area agrees with the computed one and its feddan parts'
    ),
    severity: 'medium',
    legal: SURVEY,
    moments: ['proposal', 'approval'],
    override: OVERRIDE,
    file: 'registry/rules/areas.ts',
    hasParameters: true,
  },
  {
    id: 'R6',
    name: sentence('التقسيم والضم يحفظان الأرض', 'Split and merge conserve the ground'),
    severity: 'critical',
    legal: SURVEY,
    moments: ['proposal', 'approval'],
    override: null,
    file: 'registry/rules/conservation.ts',
    hasParameters: true,
  },
  {
    id: 'R7',
    name: sentence(
      'لا تغيير يمر فوق حق أو حالة أو معاملة قائمة',
      'No change runs over an open right, case or transaction'
    ),
    severity: 'critical',
    legal: PRACTICE,
    moments: ['proposal', 'approval'],
    override: OVERRIDE,
    file: 'registry/rules/standing.ts',
  },
  {
    id: 'R8',
    name: sentence('كل حق على الأصل ينتقل إلى ناتج', 'Every right on the inputs goes to an output'),
    severity: 'critical',
    legal: PRACTICE,
    moments: ['proposal', 'approval'],
    override: null,
    file: 'registry/rules/rights_on_parts.ts',
  },
  {
    id: 'R9',
    name: sentence('حائز واحد لكل صفة وبلا فجوة', 'One holder of each kind, without a gap'),
    severity: 'critical',
    legal: PRACTICE,
    moments: ['proposal', 'approval', 'always'],
    override: null,
    file: 'registry/register/kinds/custody.ts',
  },
  {
    id: 'R10',
    name: sentence('شاغل واحد لكل مكان', 'One occupant of each place'),
    severity: 'critical',
    legal: PRACTICE,
    moments: ['right', 'approval', 'always'],
    override: null,
    file: 'registry/rights/rules/capacity.ts',
  },
  {
    id: 'R11',
    name: sentence(
      'لا تعارض بين العقود في المدة أو المساحة أو النشاط',
      'Rights do not conflict in time, area or activity'
    ),
    severity: 'critical',
    legal: PRACTICE,
    moments: ['right'],
    override: OVERRIDE,
    file: 'registry/rights/rules/conflicts.ts',
  },
  {
    id: 'R12',
    name: sentence('الأنصبة تساوي الواحد الصحيح', 'Shares sum to exactly one'),
    severity: 'critical',
    legal: PRACTICE,
    moments: ['right', 'always'],
    override: null,
    file: 'registry/rights/shares.ts',
  },
  {
    id: 'R13',
    name: sentence(
      'لا تصرف في ملك عام قبل إنهاء تخصيصه',
      'Public domain is not disposed of before its dedication ends'
    ),
    severity: 'critical',
    legal: CIVIL_PUBLIC,
    moments: ['proposal', 'approval', 'right', 'disposal'],
    override: null,
    file: 'registry/rules/domain.ts',
  },
  {
    id: 'R14',
    name: sentence('التقييم سار ومن لجنة', 'The valuation is valid and a committee’s'),
    severity: 'critical',
    legal: LAW_168,
    moments: ['disposal'],
    override: OVERRIDE,
    file: 'registry/rights/rules/valuation.ts',
    hasParameters: true,
  },
  {
    id: 'R15',
    name: sentence('لا ترسية بأقل من التقييم', 'No award below the valuation'),
    severity: 'critical',
    legal: LAW_168,
    moments: ['disposal'],
    override: OVERRIDE,
    file: 'registry/rights/rules/valuation.ts',
  },
  {
    id: 'R16',
    name: sentence('الخروج وعليه متأخرات', 'Leaving with arrears'),
    severity: 'warning',
    legal: PRACTICE,
    moments: ['right'],
    override: OVERRIDE,
    file: 'registry/rights/rules/renewal.ts',
  },
  {
    id: 'R17',
    name: sentence(
      'إشغال بلا حق يفتح حالة، وبعد انتهائه يحاسب يوميًا',
      'Occupation without a right opens a case; after its end it is charged by the day'
    ),
    severity: 'warning',
    legal: LAW_168,
    moments: ['right', 'always'],
    override: null,
    file: 'registry/rights/actions/record_occupancy.ts',
  },
  {
    id: 'R18',
    name: sentence(
      'لا قرار إزالة قبل جواب الشؤون القانونية عن شبهة الحق',
      'No removal order before the legal answer on an apparent title'
    ),
    severity: 'critical',
    legal: CIVIL_REMOVAL,
    moments: ['case'],
    override: null,
    file: 'registry/encroachments/rules/r18.ts',
  },
  {
    id: 'R19',
    name: sentence(
      'من يعاين غير من يقرر غير من ينفذ',
      'Surveyor, decision maker and executor differ'
    ),
    severity: 'critical',
    legal: SEPARATION,
    moments: ['case', 'round', 'approval'],
    override: null,
    file: 'registry/encroachments/rules/r19.ts',
  },
  {
    id: 'R20',
    name: sentence(
      'طلب تقنين ساري يوقف الإزالة',
      'An active legalisation file freezes the removal'
    ),
    severity: 'critical',
    legal: LAW_168,
    moments: ['case'],
    override: null,
    file: 'registry/encroachments/rules/r20.ts',
  },
  {
    id: 'R21',
    name: sentence('دقة التسجيل الميداني وصوره', 'Accuracy and photographs of a field record'),
    severity: 'medium',
    legal: SURVEY,
    moments: ['round'],
    override: 'registry.rounds.manage',
    file: 'registry/rounds/rules/field_record.ts',
    hasParameters: true,
  },
  {
    id: 'R22',
    name: sentence('لا يقفل حصر وفيه سطر بلا قرار', 'No round closes with an undecided line'),
    severity: 'critical',
    legal: PRACTICE,
    moments: ['round'],
    override: null,
    file: 'registry/rounds/rules/closing.ts',
    hasParameters: true,
  },
  {
    id: 'R23',
    name: sentence('لا كتابة فوق نسخة تغيرت', 'No writing over a version that changed'),
    severity: 'critical',
    legal: PRACTICE,
    moments: ['proposal', 'approval', 'round'],
    override: null,
    file: 'registry/register/decide_change.ts',
  },
  {
    id: 'R24',
    name: sentence(
      'لا تتكرر الأكواد والأرقام والقطع',
      'Codes, numbers and plots are not given twice'
    ),
    severity: 'critical',
    legal: PRACTICE,
    moments: ['proposal', 'approval', 'always'],
    override: OVERRIDE,
    file: 'registry/rules/duplicates.ts',
  },
  {
    id: 'R25',
    name: sentence(
      'المستند مكتمل وغير مؤرخ في المستقبل ولا مكرر',
      'Papers are whole, not of the future, and not used twice'
    ),
    severity: 'warning',
    legal: PRACTICE,
    moments: ['document'],
    override: OVERRIDE,
    file: 'registry/documents/rule_r25.ts',
  },
  {
    id: 'R26',
    name: sentence('لا تجديد مع نزاع أو حالة مفتوحة', 'No renewal with an open dispute or case'),
    severity: 'critical',
    legal: PRACTICE,
    moments: ['right'],
    override: OVERRIDE,
    file: 'registry/rights/rules/renewal.ts',
  },
  {
    id: 'R27',
    name: sentence('لا تحقيق لقيد ناقص', 'No verification of an incomplete record'),
    severity: 'critical',
    legal: PRACTICE,
    moments: ['proposal', 'approval'],
    override: OVERRIDE,
    file: 'registry/rules/completeness.ts',
  },
  {
    id: 'R28',
    name: sentence('المواقع المقيدة لا تخرج من النظام', 'Restricted places never leave the house'),
    severity: 'critical',
    legal: EXEMPT,
    moments: ['reading', 'always'],
    override: null,
    file: 'registry/security/open_to.ts',
    hasParameters: true,
  },
  {
    id: 'R29',
    name: sentence('الجار يذكر جاره', 'Neighbours name each other'),
    severity: 'warning',
    legal: SURVEY,
    moments: ['proposal', 'approval'],
    override: OVERRIDE,
    file: 'registry/rules/reciprocity.ts',
  },
  {
    id: 'R30',
    name: sentence(
      'لا حذف بعد القيد، وإنما معاملة إلغاء',
      'Nothing is deleted after it is recorded; only cancelled by a transaction'
    ),
    severity: 'critical',
    legal: PRACTICE,
    moments: ['proposal', 'approval', 'always'],
    override: null,
    file: 'registry/rules/cancellation.ts',
  },
]

/** A rule by its id. */
export function ruleOf(id: RuleId): Rule {
  const rule = RULES.find((one) => one.id === id)
  if (!rule) throw new RangeError(`There is no rule ${id}`)
  return rule
}
