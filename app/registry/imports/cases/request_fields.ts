import { sentence } from '#core/domain_error'
import { unitField } from '#core/imports/common_fields'
import {
  amountOrZero,
  asciiCode,
  choice,
  code,
  day,
  measure,
  text,
  yesNo,
} from '#core/imports/parsers'
import type { ImportField } from '#core/imports/definition'
import { GROUND_WORDS } from '#registry/imports/cases/change_fields'
import { groundFields } from '#registry/imports/cases/ground'

const ASCII = 'VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin'

/** Words of the portal's lists for each state of a request. */
const STATES = {
  filed: ['مقدم', 'جديد', 'قيد المراجعة', 'تحت الدراسة', 'قيد الفحص', 'submitted', 'under review'],
  paid: ['سدد', 'مسدد', 'سدد الرسوم', 'تم السداد', 'تم سداد الرسوم', 'fees paid'],
  inspected: ['تمت المعاينة', 'عوين', 'معاين', 'inspection done'],
  valued: ['تم التثمين', 'قدر السعر', 'تم التسعير', 'priced'],
  accepted: ['مقبول', 'تمت الموافقة', 'موافقة اللجنة', 'approved'],
  rejected: ['مرفوض', 'رفض', 'رفضت اللجنة', 'refused'],
  grieved: ['متظلم', 'تظلم', 'قيد التظلم', 'grievance'],
  contracted: ['تم التعاقد', 'حرر العقد', 'متعاقد', 'contract signed'],
  settled: ['تم التقنين', 'مقنن', 'سدد الثمن', 'completed'],
  withdrawn: ['عدول', 'متنازل', 'ملغي', 'منسحب', 'محفوظ', 'cancelled', 'abandoned'],
} as const

/** What the portal's list says of a request. */
export const requestFields: readonly ImportField[] = [
  unitField,
  {
    name: 'portal_no',
    labels: sentence('رقم الطلب بالمنصة', 'Portal number'),
    synonyms: ['رقم الطلب', 'رقم المنصة', 'كود الطلب', 'request no', 'application no', 'portal no'],
    required: true,
    column: 'VARCHAR(40)',
    parse: code(40),
  },
  {
    name: 'applicant',
    labels: sentence('مقدم الطلب', 'Applicant'),
    synonyms: ['اسم مقدم الطلب', 'الاسم', 'اسم المواطن', 'applicant name', 'name'],
    required: true,
    column: 'VARCHAR(200)',
    parse: text(200),
  },
  {
    name: 'filed_on',
    labels: sentence('تاريخ التقديم', 'Filed on'),
    synonyms: ['تاريخ الطلب', 'تاريخ تقديم الطلب', 'submission date', 'application date'],
    required: true,
    column: 'DATE',
    parse: day,
  },
  {
    name: 'ground',
    labels: sentence('نوع الأرض', 'Kind of ground'),
    synonyms: ['نوع الطلب', 'الغرض', 'النشاط', 'ground', 'land type'],
    required: true,
    column: ASCII,
    parse: choice(GROUND_WORDS),
  },
  {
    name: 'area_m2',
    labels: sentence('المساحة م²', 'Area (m²)'),
    synonyms: ['المساحة', 'المساحة بالمتر', 'area'],
    parse: measure(0.0001, 99_999_999_999_999, 4),
  },
  {
    name: 'feddan',
    labels: sentence('المساحة بالفدان والقيراط والسهم', 'Area in feddan, qirat and sahm'),
    synonyms: ['المساحة بالفدان', 'فدان', 'ف ط س', 'feddans'],
    parse: text(120),
  },
  {
    name: 'place',
    labels: sentence('الموقع', 'Place'),
    synonyms: ['المكان', 'العنوان', 'القرية', 'الحوض', 'address', 'location'],
    column: 'VARCHAR(300)',
    parse: text(300),
  },
  {
    name: 'asset_code',
    labels: sentence('كود الأصل', 'Asset code'),
    synonyms: ['الكود الدائم', 'asset code'],
    column: 'VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin',
    parse: asciiCode(40),
  },
  {
    name: 'carried_over',
    labels: sentence('محول من القانون 144 لسنة 2017', 'Carried over from Law 144/2017'),
    synonyms: ['محول', 'طلب سابق', 'carried over'],
    column: 'TINYINT',
    parse: yesNo,
  },
  {
    name: 'prior_no',
    labels: sentence('رقم الطلب السابق', 'Number under Law 144'),
    synonyms: ['رقم طلب 144', 'الرقم القديم', 'prior number'],
    column: 'VARCHAR(60)',
    parse: code(60),
  },
  {
    name: 'fee_paid',
    labels: sentence('الرسوم المسددة', 'Fees paid'),
    synonyms: ['المبلغ المسدد', 'رسوم الفحص والمعاينة', 'الرسوم', 'paid amount', 'fee'],
    column: 'DECIMAL(18,2)',
    parse: amountOrZero,
  },
  {
    name: 'fee_paid_on',
    labels: sentence('تاريخ سداد الرسوم', 'Fees paid on'),
    synonyms: ['تاريخ السداد', 'payment date'],
    column: 'DATE',
    parse: day,
  },
  {
    name: 'fee_receipt_no',
    labels: sentence('رقم إيصال الرسوم', 'Receipt of the fees'),
    synonyms: ['رقم الإيصال', 'رقم إيصال السداد', 'receipt no'],
    column: 'VARCHAR(60)',
    parse: code(60),
  },
  {
    name: 'portal_state',
    labels: sentence('حالة الطلب بالمنصة', 'State at the portal'),
    synonyms: ['حالة الطلب', 'الحالة', 'موقف الطلب', 'status', 'state'],
    column: 'VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin',
    parse: choice(STATES),
  },
  {
    name: 'state_on',
    labels: sentence('تاريخ الحالة', 'Day of the state'),
    synonyms: ['تاريخ آخر إجراء', 'state date'],
    column: 'DATE',
    parse: day,
  },
  ...groundFields,
]
