import { sentence } from '#core/domain_error'
import { unitField } from '#core/imports/common_fields'
import { choice, code, day, measure, note, text } from '#core/imports/parsers'
import type { ImportField } from '#core/imports/definition'
import { groundFields } from '#registry/imports/cases/ground'

const ASCII = 'VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin'

/** Words of files for each kind of encroachment. */
const KINDS = {
  building: ['بناء', 'مبنى', 'مباني', 'منشأ', 'منشأة جديدة', 'إنشاء', 'بناء جديد', 'new structure'],
  added_floor: ['تعلية', 'دور إضافي', 'أدوار مضافة', 'تعلية دور', 'added floors', 'extra floor'],
  fence: ['سور', 'تسوير', 'أسوار', 'wall'],
  cultivation: ['زراعة', 'استزراع', 'مزروعات', 'farming'],
  excavation: ['تجريف', 'حفر', 'حفر وتجريف', 'تسوية', 'bulldozing', 'levelling'],
  fill: ['ردم', 'طرح نهر', 'ردم نهر', 'river accretion'],
  occupation: ['إشغال', 'إشغالات', 'وضع يد', 'تشوين', 'occupations'],
  other: ['أخرى', 'غير ذلك', 'آخر'],
} as const

/** Words of files for each kind of ground. */
export const GROUND_WORDS = {
  agricultural: ['زراعية', 'زراعي', 'أرض زراعية', 'استصلاح', 'استزراع', 'farm'],
  built: ['بناء', 'مباني', 'سكني', 'سكنية', 'أرض بناء', 'أرض مباني', 'building'],
} as const

/** What a file of spatial changes may say of one of them. */
export const changeFields: readonly ImportField[] = [
  unitField,
  {
    name: 'change_no',
    labels: sentence('رقم المتغير', 'Number of the change'),
    synonyms: ['كود المتغير', 'رقم التغير', 'change id', 'change no', 'change number', 'fid'],
    required: true,
    column: 'VARCHAR(60)',
    parse: code(60),
  },
  {
    name: 'detected_on',
    labels: sentence('تاريخ الرصد', 'Detected on'),
    synonyms: ['تاريخ المتغير', 'تاريخ الصورة', 'تاريخ التصوير', 'التاريخ', 'date', 'image date'],
    required: true,
    column: 'DATE',
    parse: day,
  },
  {
    name: 'kind',
    labels: sentence('نوع المتغير', 'Kind of change'),
    synonyms: ['النوع', 'نوع التعدي', 'نوع المخالفة', 'change type', 'type', 'kind'],
    required: true,
    column: ASCII,
    parse: choice(KINDS),
  },
  {
    name: 'ground',
    labels: sentence('نوع الأرض', 'Kind of ground'),
    synonyms: ['طبيعة الأرض', 'ground'],
    column: ASCII,
    parse: choice({ ...GROUND_WORDS, vacant: ['فضاء', 'أرض فضاء', 'صحراوية', 'vacant land'] }),
  },
  {
    name: 'place',
    labels: sentence('الموقع', 'Place'),
    synonyms: ['المكان', 'العنوان', 'القرية', 'address', 'place', 'location'],
    column: 'VARCHAR(300)',
    parse: text(300),
  },
  {
    name: 'occupier',
    labels: sentence('اسم الحائز', 'Occupier'),
    synonyms: ['اسم المخالف', 'المتعدي', 'الحائز', 'واضع اليد', 'occupier'],
    column: 'VARCHAR(200)',
    parse: text(200),
  },
  {
    name: 'area_m2',
    labels: sentence('المساحة م²', 'Area (m²)'),
    synonyms: ['المساحة', 'مساحة المتغير', 'area'],
    column: 'DECIMAL(18,4)',
    parse: measure(0.0001, 99_999_999_999_999, 4),
  },
  {
    name: 'licence_no',
    labels: sentence('رقم الترخيص', 'Licence number'),
    synonyms: ['رقم الرخصة', 'الترخيص', 'licence', 'permit no'],
    column: 'VARCHAR(60)',
    parse: code(60),
  },
  {
    name: 'note',
    labels: sentence('ملاحظات', 'Note'),
    synonyms: ['الملاحظات', 'بيان', 'notes', 'remarks'],
    column: 'VARCHAR(500)',
    parse: note(500),
  },
  ...groundFields,
]
