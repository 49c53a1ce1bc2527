import { sentence } from '#core/domain_error'
import { unitField } from '#core/imports/common_fields'
import { asciiCode, choice, code, day, integer, measure, text, yesNo } from '#core/imports/parsers'
import type { ImportField, Parser } from '#core/imports/definition'
import { CHOICES, SYNONYMS } from '#registry/imports/land/words'
import { placeFields } from '#registry/imports/land/place_fields'
import { ATTRIBUTES, CUSTODIES, type Attribute } from '#registry/register/attributes'

/** Facts of the register that a file may give, by attribute: their columns have the same names. */
export const FACTS = [
  'unified_property_no',
  'site_no',
  'name',
  'street',
  'street_grade',
  'address',
  'landmark',
  'domain',
  'life_status',
  'criticality',
  'security_class',
  'is_in_zimam',
  'is_in_cordon',
  'slots',
  'width_m',
  'height_m',
  'area_m2',
  'faces',
  'is_in_use',
  'in_use_source',
  'in_use_on',
  'hod',
  'plot_no',
  'block_no',
  'sheet_no',
  'belt',
  'register_office',
  'register_no',
  'use_actual',
  'use_planned',
  'frontage_m',
  'irrigation',
  'floors',
  'units_count',
  'gross_area_m2',
  'built_year',
  'structure',
  'licence_no',
  'orientation',
  'lighting',
  'power_meter_no',
  'plate',
  'chassis_no',
  'engine_no',
  'serial_no',
  'make',
  'model',
  'fuel',
  'odometer_km',
  'store',
] as const

/** Facts kept in columns of ASCII. */
const ASCII = new Set([
  'unified_property_no',
  'street_grade',
  'belt',
  'power_meter_no',
  'chassis_no',
  'engine_no',
])
/** Numbers of papers and plates: Latin digits, so that one written in either finds the other. */
const CODES = new Set([
  'site_no',
  'plot_no',
  'block_no',
  'sheet_no',
  'register_no',
  'plate',
  'serial_no',
  'licence_no',
])

const MOST = { 2: '9999999', 3: '9999999999999' } as Record<number, string>

function parserOf(name: string, { type }: Attribute): Parser {
  const words = CHOICES[name]
  if (words) return choice(words)
  if (type.is === 'flag') return yesNo
  if (type.is === 'day') return day
  if (type.is === 'integer')
    return integer(Math.min(type.max ?? 4_294_967_295, LARGEST[name] ?? Infinity))
  if (type.is === 'decimal') return measure(0, Number(MOST[type.scale] ?? '999999999'), type.scale)
  const max = type.is === 'text' ? type.max : 120
  if (ASCII.has(name)) return asciiCode(max)
  return CODES.has(name) ? code(max) : text(max)
}

/** What columns of small whole numbers hold at most. */
const LARGEST: Record<string, number> = {
  faces: 65_535,
  slots: 65_535,
  floors: 300,
  built_year: 2200,
}

function columnOf(name: string, { type }: Attribute): string {
  if (type.is === 'flag') return 'TINYINT'
  if (type.is === 'day') return 'DATE'
  if (type.is === 'integer') return 'INT UNSIGNED'
  if (type.is === 'decimal') return type.scale === 2 ? 'DECIMAL(9,2)' : 'DECIMAL(16,3)'
  if (type.is === 'choice' || ASCII.has(name))
    return 'VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin'
  return `VARCHAR(${type.is === 'text' ? type.max : 120})`
}

function factField(name: string): ImportField {
  const attribute = ATTRIBUTES[name]!
  return {
    name,
    labels: attribute.label,
    synonyms: SYNONYMS[name] ?? [],
    column: columnOf(name, attribute),
    parse: parserOf(name, attribute),
  }
}

const identity: readonly ImportField[] = [
  unitField,
  {
    name: 'code',
    labels: sentence('الكود الدائم', 'Permanent code'),
    synonyms: ['كود الأصل', 'الكود', 'asset code', 'permanent code'],
    column: 'VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin',
    parse: asciiCode(40),
  },
  {
    name: 'class',
    labels: sentence('نوع الأصل', 'Class'),
    synonyms: [
      'النوع',
      'نوع العقار',
      'نوع الأرض',
      'التصنيف',
      'asset class',
      'property type',
      'class',
    ],
    required: true,
    parse: text(120),
  },
]

const custody: readonly ImportField[] = CUSTODIES.map((kind) => ({
  name: `custody_${kind}`,
  labels: ATTRIBUTES[`custody_${kind}`]!.label,
  synonyms: SYNONYMS[`custody_${kind}`] ?? [],
  column: 'VARCHAR(200)',
  parse: text(200),
}))

const squareMetres = (name: string, ar: string, en: string, synonyms: string[]): ImportField => ({
  name,
  labels: sentence(ar, en),
  synonyms,
  column: 'DECIMAL(18,4)',
  parse: measure(0, 99_999_999_999_999, 4),
})

const part = (
  name: string,
  ar: string,
  en: string,
  synonyms: string[],
  max: number
): ImportField => ({
  name,
  labels: sentence(ar, en),
  synonyms,
  parse: measure(0, max, 2),
})

const areas: readonly ImportField[] = [
  squareMetres('deed_m2', 'مساحة العقد بالمتر المربع', 'Area of the deed (m²)', [
    'مساحة العقد',
    'مساحة السند',
    'deed area',
  ]),
  {
    name: 'deed_feddan',
    labels: sentence(
      'مساحة العقد بالفدان والقيراط والسهم',
      'Area of the deed in feddan, qirat and sahm'
    ),
    synonyms: ['المساحة بالفدان', 'ف ط س', 'feddan qirat sahm'],
    parse: text(120),
  },
  part('feddan', 'فدان', 'Feddan', ['ف', 'feddans'], 9_999_999),
  part('qirat', 'قيراط', 'Qirat', ['ط', 'kirat', 'qirats'], 23.99),
  part('sahm', 'سهم', 'Sahm', ['س', 'sahms'], 23.99),
  squareMetres('survey_m2', 'مساحة الرفع بالمتر المربع', 'Area of the survey (m²)', [
    'مساحة الرفع',
    'مساحة الرفع المساحي',
    'survey area',
  ]),
  squareMetres('planning_m2', 'مساحة التخطيط بالمتر المربع', 'Planning area (m²)', [
    'مساحة التخطيط',
    'planning area',
  ]),
]

const SIDES = [
  ['north', 'البحري', 'Northern', ['بحري', 'الحد البحري', 'الشمالي']],
  ['south', 'القبلي', 'Southern', ['قبلي', 'الحد القبلي', 'الجنوبي']],
  ['east', 'الشرقي', 'Eastern', ['شرقي', 'الحد الشرقي']],
  ['west', 'الغربي', 'Western', ['غربي', 'الحد الغربي']],
] as const

const boundaries: readonly ImportField[] = SIDES.flatMap(([side, ar, en, synonyms]) => [
  {
    name: side,
    labels: sentence(`الحد ${ar}`, `${en} boundary`),
    synonyms: [...synonyms, `${en} side`],
    column: 'VARCHAR(255)',
    parse: text(255),
  },
  {
    name: `${side}_m`,
    labels: sentence(`طول الحد ${ar} بالمتر`, `Length of the ${en.toLowerCase()} boundary (m)`),
    synonyms: [`طول ${ar}`],
    column: 'DECIMAL(12,3)',
    parse: measure(0, 999_999_999, 3),
  },
])

/** Everything that a register of land and assets may say of one of them. */
export const landFields: readonly ImportField[] = [
  ...identity,
  ...FACTS.map(factField),
  ...areas,
  ...boundaries,
  ...custody,
  ...placeFields,
]
