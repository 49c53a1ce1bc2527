import type { Permission } from '#identity/permissions'
import type { UnitIds } from '#identity/access/access'

/** A person as far as reading goes: {@link User}, or a stand-in of a job that acts for one. */
export interface Reader {
  unitIds(permission: Permission): UnitIds
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
export function visible<Query extends { whereIn(column: any, values: any): unknown }>(
  query: Query,
  reader: Reader,
  permission: Permission,
  column = 'unit_id'
): Query {
  const units = reader.unitIds(permission)
  if (units !== 'all') query.whereIn(column, units)
  return query
}
