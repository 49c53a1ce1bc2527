import { fold } from '#core/arabic'
import { today } from '#core/days'
import type { RoundScope } from '#registry/models/round'

/**
 * FROM and WHERE of the assets that a round counts, aliased `a` with their class `c`: those in force in
 * its unit and below, of the classes, units, places and holders of its scope.
 */
export function scopeQuery({ unitId, scope }: { unitId: number; scope: RoundScope | null }): {
  sql: string
  bindings: unknown[]
} {
  const { classIds = [], unitIds = [], places = [], custody, everyNth = 1 } = scope ?? {}
  const marks = (list: readonly unknown[]) => list.map(() => '?').join(', ')
  const bindings: unknown[] = [unitId]
  let sql = `FROM assets a JOIN asset_classes c ON c.id = a.class_id /*joins*/
    WHERE a.unit_id IN (SELECT descendant_id FROM unit_closure WHERE ancestor_id = ?)
      AND a.is_current = 1`
  if (unitIds.length > 0) {
    sql += ` AND a.unit_id IN (SELECT descendant_id FROM unit_closure WHERE ancestor_id IN (${marks(unitIds)}))`
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
  if (places.length > 0) {
    const one = `(a.street LIKE ? OR EXISTS (SELECT 1 FROM asset_lands hod WHERE hod.asset_id = a.id AND hod.hod_folded = ?))`
    sql += ` AND (${places.map(() => one).join(' OR ')})`
    bindings.push(...places.flatMap((place) => [`%${literal(place)}%`, fold(place)]))
  }
  if (custody) {
    sql += ` AND EXISTS (SELECT 1 FROM custodies held WHERE held.asset_id = a.id AND held.kind = ?
      AND held.valid_from <= ? AND held.valid_to > ?${custody.holder ? ' AND held.authority_name LIKE ?' : ''})`
    bindings.push(custody.kind, today(), today())
    if (custody.holder) bindings.push(`%${literal(custody.holder)}%`)
  }
  if (everyNth > 1) {
    sql += ' AND MOD(a.id, ?) = 0'
    bindings.push(everyNth)
  }
  return { sql, bindings }
}

const literal = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
