/** Kinds of detail by which classes are described. */
export type Subtype = 'land' | 'building' | 'site' | 'movable'

/** What people in the field are shown and may find otherwise, of every asset. */
const OF_ALL = ['name', 'site_no', 'street', 'address', 'landmark', 'is_in_use'] as const

const OF_SUBTYPE: Readonly<Record<Subtype, readonly string[]>> = {
  land: ['use_actual', 'frontage_m', 'hod', 'plot_no'],
  building: ['floors', 'units_count', 'gross_area_m2', 'structure'],
  site: ['width_m', 'height_m', 'faces', 'lighting', 'power_meter_no'],
  movable: ['plate', 'serial_no', 'make', 'model', 'odometer_km', 'store'],
}

/** Table in which each subtype is described. */
export const DETAIL_TABLES: Readonly<Record<Subtype, string>> = {
  land: 'asset_lands',
  building: 'asset_buildings',
  site: 'asset_sites',
  movable: 'asset_movables',
}

/** Columns of `assets` among the facts of the field; the others are of the detail table. */
const OF_ASSETS = new Set<string>([...OF_ALL, 'width_m', 'height_m', 'faces'])

/** The facts of an asset that a team looks at, by the kind of thing it is. */
export function fieldFacts(subtype: Subtype): string[] {
  return [...OF_ALL, ...OF_SUBTYPE[subtype]]
}

/**
 * SQL of a JSON object with the facts of the field of an asset aliased `a` whose detail tables are
 * aliased by their names; facts of other subtypes are left out.
 */
export function factsSql(subtype: Subtype): string {
  const pairs = fieldFacts(subtype).map((name) => {
    const table = OF_ASSETS.has(name) ? 'a' : DETAIL_TABLES[subtype]
    return `'${name}', ${table}.${name}`
  })
  return `JSON_OBJECT(${pairs.join(', ')})`
}

/** The same for rows of any subtype, told by `c.subtype`. */
export function factsOfAnySql(): string {
  const cases = (Object.keys(OF_SUBTYPE) as Subtype[]).map(
    (subtype) => `WHEN '${subtype}' THEN ${factsSql(subtype)}`
  )
  return `CASE c.subtype ${cases.join(' ')} END`
}

/** Joins of the detail tables to `a`. */
export const DETAIL_JOINS = Object.values(DETAIL_TABLES)
  .map((table) => `LEFT JOIN ${table} ON ${table}.asset_id = a.id`)
  .join(' ')
