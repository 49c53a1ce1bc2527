/**
 * Facts a class may ask of its assets, and how the database tells that one is there; `a` is the asset,
 * `d` the row of its subtype.
 */
const OF_ALL = [
  'name',
  'street',
  'street_grade',
  'address',
  'landmark',
  'unified_property_no',
  'latitude',
  'width_m',
  'height_m',
  'area_m2',
  'faces',
  'is_in_use',
  'is_in_zimam',
  'is_in_cordon',
] as const

const OF_SUBTYPE = {
  land: [
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
  ],
  building: ['floors', 'units_count', 'gross_area_m2', 'built_year', 'structure', 'licence_no'],
  site: ['orientation', 'lighting', 'power_meter_no'],
  movable: ['plate', 'chassis_no', 'engine_no', 'serial_no', 'make', 'model', 'fuel', 'store'],
} as const

const exists = (table: string, where = '') =>
  `EXISTS (SELECT 1 FROM ${table} x WHERE x.asset_id = a.id${where && ` AND ${where}`})`

const OTHERS: Readonly<Record<string, string>> = {
  domain: "a.domain <> 'unknown'",
  deed_area: exists('asset_areas', "x.kind = 'deed'"),
  survey_area: exists('asset_areas', "x.kind = 'survey'"),
  boundaries: exists('asset_boundaries', 'x.valid_to IS NULL'),
  geometry: exists('asset_shapes'),
  jurisdiction: exists('custodies', "x.kind = 'jurisdiction' AND x.valid_to = '9999-12-31'"),
}

export type AskedSubtype = keyof typeof OF_SUBTYPE

export const DETAIL_TABLES: Readonly<Record<AskedSubtype, string>> = {
  land: 'asset_lands',
  building: 'asset_buildings',
  site: 'asset_sites',
  movable: 'asset_movables',
}

/** Every fact that a class of the subtype may ask. */
export function askableFields(subtype: AskedSubtype): string[] {
  return [...OF_ALL, ...OF_SUBTYPE[subtype], ...Object.keys(OTHERS)]
}

/** SQL that is true when the fact is there; null for a fact that such an asset does not have. */
export function presence(field: string, subtype: AskedSubtype): string | null {
  if (OTHERS[field]) return OTHERS[field]
  const own = (OF_SUBTYPE[subtype] as readonly string[]).includes(field)
  if (!own && !(OF_ALL as readonly string[]).includes(field)) return null
  const column = `${own ? 'd' : 'a'}.${field}`
  return `COALESCE(${column}, '') <> ''`
}

/** SQL that is true when a paper of the kind hangs on the asset. */
export function documentPresence(kind: string): string {
  if (!/^[a-z_]{1,30}$/.test(kind)) throw new Error(`No document kind: ${kind}`)
  return `EXISTS (SELECT 1 FROM document_links l JOIN documents p ON p.id = l.document_id
    WHERE l.subject_type = 'asset' AND l.subject_id = a.id AND p.kind = '${kind}')`
}

/** SQL that is true when as many photographs hang on the asset. */
export function photosPresence(count: number): string {
  return `(SELECT COUNT(*) FROM document_links l JOIN documents p ON p.id = l.document_id
    WHERE l.subject_type = 'asset' AND l.subject_id = a.id AND p.kind = 'photo') >= ${Math.trunc(count)}`
}
