import type { Permission } from '#identity/permissions'
import type { UnitIds } from '#identity/access/access'

/** A person as far as reading goes: {@link User}, or a stand-in of a job that acts for one. */
export interface Reader {
  unitIds(permission: Permission): UnitIds
}

interface Narrowed {
  whereRaw(sql: string): unknown
}

const lists = new WeakMap<readonly number[], string>()

function listed(units: readonly number[]): string {
  let text = lists.get(units)
  if (text === undefined) {
    text = units.map((id) => String(Math.trunc(id))).join(',') || '0'
    lists.set(units, text)
  }
  return text
}

/**
 * Narrows a query to the units where the reader holds the permission; every read of unit data starts
 * here. Works on model queries and on plain ones.
 *
 * ```ts
 * static visibleTo(user: Reader) {
 *   return visible(this.query(), user, 'revenue.charges.read')
 * }
 * ```
 * @param column the column holding the unit's id, qualified where tables are joined
 */
export function visible<Query extends Narrowed>(
  query: Query,
  reader: Reader,
  permission: Permission,
  column = 'unit_id'
): Query {
  const units = reader.unitIds(permission)
  // Ids of the tree, never text of a request: written out, they spare a parameter for each unit.
  if (units !== 'all') query.whereRaw(`${column} IN (${listed(units)})`)
  return query
}
