import { sentence } from '#core/domain_error'
import { unitField } from '#core/imports/common_fields'
import {
  amountOrZero,
  choice,
  code,
  day,
  integer,
  measure,
  note,
  text,
  yesNo,
} from '#core/imports/parsers'
import type { ImportField } from '#core/imports/definition'

const metres = (
  name: string,
  ar: string,
  en: string,
  synonyms: string[],
  max: number,
  column: string
): ImportField => ({
  name,
  labels: sentence(ar, en),
  synonyms,
  column,
  parse: measure(0, max, column.endsWith('3)') ? 3 : 2),
})

const degrees = (
  name: string,
  ar: string,
  en: string,
  synonyms: string[],
  bound: number
): ImportField => ({
  name,
  labels: sentence(ar, en),
  synonyms,
  column: 'DECIMAL(10,7)',
  parse: measure(-bound, bound, 7),
})

/** What a register of sites says of the place. */
export const siteFields: readonly ImportField[] = [
  unitField,
  {
    name: 'site_no',
    labels: sentence('رقم الموقع', 'Site number'),
    synonyms: ['كود الموقع', 'الموقع', 'مسلسل الموقع', 'site code', 'site', 'asset no'],
    required: true,
    column: 'VARCHAR(60)',
    parse: code(60),
  },
  {
    name: 'class',
    labels: sentence('نوع الموقع', 'Class'),
    synonyms: ['النوع', 'نوع الأصل', 'نوع الإعلان', 'asset class', 'type', 'site type'],
    required: true,
    parse: text(120),
  },
  {
    name: 'name',
    labels: sentence('اسم الموقع', 'Site name'),
    synonyms: ['الوصف', 'وصف الموقع', 'name', 'description'],
    column: 'VARCHAR(200)',
    parse: text(200),
  },
  {
    name: 'street',
    labels: sentence('الشارع', 'Street'),
    synonyms: ['العنوان', 'اسم الشارع', 'address', 'location'],
    column: 'VARCHAR(200)',
    parse: text(200),
  },
  {
    name: 'street_grade',
    labels: sentence('درجة الشارع', 'Street grade'),
    synonyms: ['الدرجة', 'تصنيف الشارع', 'grade'],
    column: 'VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin',
    parse: choice({
      special: ['ممتازة', 'ممتاز', 'متميز'],
      first: ['أولى', 'اولى', 'درجة أولى', '1'],
      second: ['ثانية', 'درجة ثانية', '2'],
      third: ['ثالثة', 'درجة ثالثة', '3'],
    }),
  },
  degrees('latitude', 'خط العرض', 'Latitude', ['العرض الجغرافي', 'lat', 'y'], 90),
  degrees('longitude', 'خط الطول', 'Longitude', ['الطول الجغرافي', 'lng', 'lon', 'x'], 180),
  metres('width_m', 'العرض بالمتر', 'Width (m)', ['العرض', 'width'], 9_999_999, 'DECIMAL(9,2)'),
  metres(
    'height_m',
    'الارتفاع بالمتر',
    'Height (m)',
    ['الارتفاع', 'height'],
    9_999_999,
    'DECIMAL(9,2)'
  ),
  metres(
    'area_m2',
    'المساحة بالمتر المربع',
    'Area (m²)',
    ['المساحة', 'area'],
    9_999_999_999_999,
    'DECIMAL(16,3)'
  ),
  {
    name: 'faces',
    labels: sentence('عدد الأوجه', 'Faces'),
    synonyms: ['الأوجه', 'عدد الوجوه'],
    column: 'SMALLINT UNSIGNED',
    parse: integer(65_535),
  },
  {
    name: 'in_use',
    labels: sentence('مستغل', 'In use'),
    synonyms: ['مشغول', 'حالة الاستغلال', 'occupied', 'used'],
    column: 'TINYINT',
    parse: yesNo,
  },
  {
    name: 'in_use_source',
    labels: sentence('مصدر المعاينة', 'Source of the inspection'),
    synonyms: ['المصدر', 'القائم بالمعاينة', 'source', 'inspected by'],
    column: 'VARCHAR(80)',
    parse: note(80),
  },
  {
    name: 'in_use_on',
    labels: sentence('تاريخ المعاينة', 'Inspection date'),
    synonyms: ['تاريخ الحصر', 'inspected on', 'surveyed on'],
    column: 'DATE',
    parse: day,
  },
]

/** And of the licence or lease on it, where there is one. */
export const rightFields: readonly ImportField[] = [
  {
    name: 'right_no',
    labels: sentence('رقم الترخيص أو العقد', 'Licence or lease number'),
    synonyms: ['رقم الترخيص', 'رقم الرخصة', 'رقم العقد', 'licence no', 'license no'],
    column: 'VARCHAR(60)',
    parse: code(60),
  },
  {
    name: 'right_kind',
    labels: sentence('نوع السند', 'Kind of right'),
    synonyms: ['نوع الترخيص', 'نوع التعاقد', 'kind of right'],
    column: 'VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin',
    parse: choice({
      licence: ['ترخيص', 'رخصة', 'license', 'permit'],
      lease: ['عقد إيجار', 'إيجار', 'عقد', 'rent'],
      usufruct: ['حق انتفاع', 'انتفاع'],
    }),
  },
  {
    name: 'party_no',
    labels: sentence('رقم الطرف', 'Party number'),
    synonyms: ['رقم العميل', 'رقم المستفيد', 'كود العميل', 'customer no'],
    column: 'VARCHAR(60)',
    parse: code(60),
  },
  {
    name: 'party_name',
    labels: sentence('اسم الطرف', 'Party name'),
    synonyms: [
      'المرخص له',
      'اسم المرخص له',
      'المستأجر',
      'اسم المستفيد',
      'اسم العميل',
      'licensee',
      'tenant',
    ],
    column: 'VARCHAR(200)',
    parse: text(200),
  },
  {
    name: 'valid_from',
    labels: sentence('بداية السريان', 'Valid from'),
    synonyms: ['من تاريخ', 'تاريخ البداية', 'تاريخ الترخيص', 'start date', 'from'],
    column: 'DATE',
    parse: day,
  },
  {
    name: 'valid_until',
    labels: sentence('نهاية السريان', 'Valid until'),
    synonyms: ['إلى تاريخ', 'تاريخ النهاية', 'تاريخ الانتهاء', 'end date', 'expiry', 'expires on'],
    column: 'DATE',
    parse: day,
  },
  {
    name: 'status',
    labels: sentence('حالة الترخيص', 'Status'),
    synonyms: ['الحالة', 'حالة السند'],
    column: 'VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin',
    parse: choice({
      active: ['ساري', 'سارية', 'نشط'],
      draft: ['مسودة', 'تحت الإعداد'],
      suspended: ['موقوف', 'موقوفة'],
      terminated: ['منتهي', 'ملغي', 'مفسوخ', 'منتهية', 'cancelled'],
    }),
  },
  {
    name: 'billing',
    labels: sentence('دورية السداد', 'Billing'),
    synonyms: ['دورية', 'نظام السداد', 'billing period'],
    column: 'VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin',
    parse: choice({
      monthly: ['شهري', 'شهريا', 'month'],
      quarterly: ['ربع سنوي', 'كل ثلاثة أشهر', 'quarter'],
      annual: ['سنوي', 'سنويا', 'yearly', 'year'],
    }),
  },
  {
    name: 'period_amount',
    labels: sentence('قيمة الفترة', 'Amount per period'),
    synonyms: ['القيمة', 'القيمة الإيجارية', 'مقابل الفترة', 'rent', 'amount'],
    column: 'DECIMAL(18,2)',
    parse: amountOrZero,
  },
]

export const RIGHT_NEEDS = [
  'right_kind',
  'party_no',
  'valid_from',
  'valid_until',
  'billing',
  'period_amount',
] as const
