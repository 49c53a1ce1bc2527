import type { Trx } from '#core/within'

/**
 * The closure table of the units: a row for every unit and each unit above it, itself at depth 0.
 * It answers "all below" in one lookup and is rebuilt here alone, under the tree's lock.
 */
export const UnitTree = {
  /** Serialises changes of shape: two moves at once could otherwise close a ring. */
  async lock(trx: Trx): Promise<void> {
    await trx.rawQuery('SELECT id FROM units WHERE parent_id IS NULL ORDER BY id FOR UPDATE')
  },

  /** Hangs a new unit under its parent. */
  async add(unitId: number, parentId: number | null, trx: Trx): Promise<void> {
    await trx.rawQuery(
      `INSERT INTO unit_closure (ancestor_id, descendant_id, depth)
       SELECT ancestor_id, ?, depth + 1 FROM unit_closure WHERE descendant_id = ?
       UNION ALL SELECT ?, ?, 0`,
      [unitId, parentId ?? 0, unitId, unitId]
    )
  },

  /** Whether `unitId` is `ancestorId` or lies below it. */
  async isWithin(unitId: number, ancestorId: number, trx: Trx): Promise<boolean> {
    const row = await trx
      .from('unit_closure')
      .where({ ancestor_id: ancestorId, descendant_id: unitId })
      .first()
    return row !== null && row !== undefined
  },

  /** Cuts a unit with all below it from its ancestors and hangs it under another parent. */
  async move(unitId: number, parentId: number, trx: Trx): Promise<void> {
    await trx.rawQuery(
      `DELETE above FROM unit_closure AS above
       JOIN unit_closure AS moved ON moved.descendant_id = above.descendant_id
       LEFT JOIN unit_closure AS inside
         ON inside.ancestor_id = moved.ancestor_id AND inside.descendant_id = above.ancestor_id
       WHERE moved.ancestor_id = ? AND inside.ancestor_id IS NULL`,
      [unitId]
    )
    await trx.rawQuery(
      `INSERT INTO unit_closure (ancestor_id, descendant_id, depth)
       SELECT above.ancestor_id, moved.descendant_id, above.depth + moved.depth + 1
       FROM unit_closure AS above CROSS JOIN unit_closure AS moved
       WHERE above.descendant_id = ? AND moved.ancestor_id = ?`,
      [parentId, unitId]
    )
  },
}
