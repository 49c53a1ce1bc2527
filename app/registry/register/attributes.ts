import { sentence, type Sentence } from '#core/domain_error'

/** The table that shows a fact as it is now; `custodies` and the like keep periods of their own. */
export type FactTable =
  | 'assets'
  | 'asset_lands'
  | 'asset_buildings'
  | 'asset_sites'
  | 'asset_movables'
  | 'custodies'
  | 'asset_areas'
  | 'asset_boundaries'

export type FactType =
  | { is: 'text'; max: number; latin?: true }
  | { is: 'choice'; of: readonly string[] }
  | { is: 'integer'; min?: number; max?: number }
  | { is: 'decimal'; scale: number }
  | { is: 'flag' }
  | { is: 'day' }
  | { is: 'id' }
  | { is: 'list' }
  | { is: 'custody' }
  | { is: 'area' }
  | { is: 'sides' }

export interface Attribute {
  table: FactTable
  type: FactType
  label: Sentence
  /** The table does not take NULL. */
  required?: boolean
}

const text = (max: number): FactType => ({ is: 'text', max })
/** Numbers that papers and machines write in Latin letters and digits alone. */
const latin = (max: number): FactType => ({ is: 'text', max, latin: true })
const choice = (...values: string[]): FactType => ({ is: 'choice', of: values })
const decimal = (scale: number): FactType => ({ is: 'decimal', scale })
const integer: FactType = { is: 'integer', min: 0 }
const flag: FactType = { is: 'flag' }
const id: FactType = { is: 'id' }

function factsOf(
  table: FactTable,
  facts: Record<string, [type: FactType, ar: string, en: string, required?: 'required']>
): Record<string, Attribute> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, [type, ar, en, required]]) => [
      name,
      { table, type, label: sentence(ar, en), required: required === 'required' },
    ])
  )
}

/** Kinds of custody that run beside each other: ولاية، إدارة، انتفاع، عهدة. */
export const CUSTODIES = ['jurisdiction', 'management', 'use', 'physical'] as const
export type CustodyKind = (typeof CUSTODIES)[number]

/** Kinds of area that a parcel may have at once. */
export const AREAS = ['deed', 'survey', 'computed', 'planning'] as const

/** States of a thing that is no longer there to be held. */
export const ENDED = ['disposed', 'lost', 'written_off', 'merged', 'split'] as const

/**
 * Every fact the register keeps of an asset: its name is the column that shows it now, or the name of
 * a dated list (`custody_use`, `area_deed`, `boundaries`). What is not here cannot be recorded.
 */
export const ATTRIBUTES: Readonly<Record<string, Attribute>> = {
  ...factsOf('assets', {
    code: [text(40), 'الكود الدائم', 'Permanent code', 'required'],
    unit_id: [id, 'الوحدة', 'Unit', 'required'],
    class_id: [id, 'النوع', 'Class', 'required'],
    parent_id: [id, 'يتبع أصلًا', 'Part of'],
    site_no: [text(60), 'رقم الموقع', 'Site number', 'required'],
    name: [text(200), 'الاسم', 'Name', 'required'],
    street: [text(200), 'الشارع', 'Street', 'required'],
    street_grade: [text(20), 'درجة الشارع', 'Street grade'],
    latitude: [decimal(7), 'خط العرض', 'Latitude'],
    longitude: [decimal(7), 'خط الطول', 'Longitude'],
    width_m: [decimal(2), 'العرض بالمتر', 'Width in metres'],
    height_m: [decimal(2), 'الارتفاع بالمتر', 'Height in metres'],
    area_m2: [decimal(3), 'المساحة بالمتر المربع', 'Area in square metres'],
    faces: [integer, 'عدد الأوجه', 'Faces'],
    is_in_use: [flag, 'مستغل', 'In use'],
    in_use_source: [text(80), 'مصدر المعاينة', 'Source of the inspection'],
    in_use_on: [{ is: 'day' }, 'تاريخ المعاينة', 'Day of the inspection'],
    unified_property_no: [latin(40), 'الرقم القومي الموحد للعقار', 'National property number'],
    domain: [
      choice('public', 'private', 'endowment', 'leased_in', 'unknown'),
      'الملكية العامة أو الخاصة',
      'Public or private domain',
      'required',
    ],
    record_status: [
      choice('draft', 'recorded', 'surveyed', 'verified', 'disputed', 'superseded'),
      'حالة القيد',
      'State of the record',
      'required',
    ],
    life_status: [
      choice('planned', 'in_service', 'idle', 'under_used', 'surplus', 'disposal', ...ENDED),
      'حالة الأصل',
      'State of the asset',
      'required',
    ],
    criticality: [
      choice('normal', 'important', 'critical'),
      'درجة الأهمية',
      'Criticality',
      'required',
    ],
    security_class: [
      choice('normal', 'restricted', 'strategic'),
      'درجة السرية',
      'Security class',
      'required',
    ],
    address: [text(255), 'العنوان', 'Address'],
    landmark: [text(200), 'أقرب علامة مميزة', 'Nearest landmark'],
    is_in_zimam: [flag, 'داخل الزمام', 'Inside the zimam'],
    is_in_cordon: [flag, 'داخل كردون المباني', 'Inside the building cordon'],
    slots: [{ is: 'integer', min: 1, max: 65535 }, 'عدد الأماكن', 'Slots', 'required'],
  }),
  ...factsOf('asset_lands', {
    hod: [text(120), 'الحوض', 'Basin (hod)'],
    plot_no: [text(60), 'رقم القطعة', 'Plot number'],
    block_no: [text(60), 'رقم البلوك', 'Block number'],
    sheet_no: [text(60), 'رقم اللوحة المساحية', 'Survey sheet'],
    belt: [latin(12), 'شبكة اللوحة', 'Grid of the sheet'],
    register_office: [text(120), 'مأمورية الشهر العقاري', 'Real-property office'],
    register_no: [text(60), 'رقم السجل العيني أو الشهر', 'Real-property register number'],
    use_actual: [text(60), 'الاستعمال الفعلي', 'Actual use'],
    use_planned: [text(60), 'الاستعمال المقرر', 'Planned use'],
    frontage_m: [decimal(3), 'الواجهة بالمتر', 'Frontage in metres'],
    irrigation: [text(60), 'الري', 'Irrigation'],
  }),
  ...factsOf('asset_buildings', {
    floors: [{ is: 'integer', min: -9, max: 300 }, 'عدد الأدوار', 'Floors'],
    units_count: [integer, 'عدد الوحدات', 'Units in it'],
    gross_area_m2: [decimal(3), 'إجمالي مسطح المباني', 'Gross area in square metres'],
    built_year: [{ is: 'integer', min: 1000, max: 2200 }, 'سنة البناء', 'Year built'],
    structure: [text(60), 'نوع الإنشاء', 'Structure'],
    licence_no: [text(60), 'رقم رخصة المباني', 'Building licence'],
  }),
  ...factsOf('asset_sites', {
    orientation: [text(20), 'الاتجاه', 'Orientation'],
    lighting: [text(40), 'الإضاءة', 'Lighting'],
    power_meter_no: [latin(40), 'رقم عداد الكهرباء', 'Power meter'],
    activities: [{ is: 'list' }, 'الأنشطة المسموح بها', 'Allowed activities'],
  }),
  ...factsOf('asset_movables', {
    plate: [text(30), 'رقم اللوحة المعدنية', 'Plate'],
    chassis_no: [latin(40), 'رقم الشاسيه', 'Chassis number'],
    engine_no: [latin(40), 'رقم الموتور', 'Engine number'],
    serial_no: [text(60), 'الرقم المسلسل', 'Serial number'],
    make: [text(60), 'الماركة', 'Make'],
    model: [text(60), 'الطراز', 'Model'],
    fuel: [text(20), 'الوقود', 'Fuel'],
    odometer_km: [integer, 'قراءة العداد بالكيلومتر', 'Odometer in km'],
    store: [text(120), 'المخزن', 'Store'],
  }),
  ...factsOf('custodies', {
    custody_jurisdiction: [{ is: 'custody' }, 'الولاية', 'Jurisdiction'],
    custody_management: [{ is: 'custody' }, 'الإدارة', 'Management'],
    custody_use: [{ is: 'custody' }, 'الانتفاع', 'Use'],
    custody_physical: [{ is: 'custody' }, 'العهدة', 'Physical custody'],
  }),
  ...factsOf('asset_areas', {
    area_deed: [{ is: 'area' }, 'مساحة العقد', 'Area of the deed'],
    area_survey: [{ is: 'area' }, 'مساحة الرفع', 'Area of the survey'],
    area_computed: [{ is: 'area' }, 'المساحة المحسوبة', 'Computed area'],
    area_planning: [{ is: 'area' }, 'مساحة التخطيط', 'Planning area'],
  }),
  ...factsOf('asset_boundaries', {
    boundaries: [{ is: 'sides' }, 'الحدود', 'Boundaries'],
  }),
}

/** Facts that only a change of a kind of their own may touch; a correction leaves them alone. */
export const GUARDED: ReadonlySet<string> = new Set([
  'code',
  'unit_id',
  'class_id',
  'domain',
  'record_status',
  'life_status',
  'criticality',
  'security_class',
  ...CUSTODIES.map((kind) => `custody_${kind}`),
])

/** What a new asset is where nobody said otherwise. */
export const DEFAULTS = {
  street: '',
  domain: 'unknown',
  record_status: 'recorded',
  life_status: 'in_service',
  criticality: 'normal',
  security_class: 'normal',
  slots: 1,
} as const

/** How a fact is called on pages. */
export function factLabel(name: string): Sentence {
  return ATTRIBUTES[name]?.label ?? sentence(name, name)
}
