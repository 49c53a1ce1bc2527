import type Round from '#registry/models/round'
import type { RoundScope } from '#registry/models/round'

/**
 * FROM and WHERE of the assets that a round counts, aliased `a` with their class `c`: those in force in
 * its unit and below, of the classes and units of its scope.
 */
export function scopeQuery(round: Round): { sql: string; bindings: unknown[] } {
  const { classIds = [], unitIds = [], everyNth = 1 } = (round.scope ?? {}) as RoundScope
  const marks = (list: readonly unknown[]) => list.map(() => '?').join(', ')
  const bindings: unknown[] = [round.unitId]
  let sql = `FROM assets a JOIN asset_classes c ON c.id = a.class_id /*joins*/
    WHERE a.unit_id IN (SELECT descendant_id FROM unit_closure WHERE ancestor_id = ?)
      AND a.is_current = 1`
  if (unitIds.length > 0) {
    sql += ` AND a.unit_id IN (${marks(unitIds)})`
    bindings.push(...unitIds)
  }
  if (classIds.length > 0) {
    sql += ` AND a.class_id IN (
      WITH RECURSIVE below AS (
        SELECT id FROM asset_classes WHERE id IN (${marks(classIds)})
        UNION SELECT k.id FROM asset_classes k JOIN below ON k.parent_id = below.id)
      SELECT id FROM below)`
    bindings.push(...classIds)
  }
  if (everyNth > 1) {
    sql += ' AND MOD(a.id, ?) = 0'
    bindings.push(everyNth)
  }
  return { sql, bindings }
}
