import { today } from '#core/days'
import type { Stage } from '#core/imports/stage'
import { boxAround } from '#registry/geo/candidates'
import { isInside } from '#registry/geo/inside'
import { limitOf, metresOutside } from '#registry/geo/limits'
import { insidePoint, polygonsOf, type Shape } from '#registry/geo/shape'
import { ruleParameters } from '#registry/rules/parameters'
import { rejectRows, shapeOfRow, type Rejected } from '#registry/imports/cases/ground'

interface Row {
  seq: number
  unit_id: number
  names_unit: number
  shape_hex: string
}

/**
 * Gives each row the unit on whose ground it lies: the lowest one whose limit holds the place. A unit
 * that the row names must hold it (R1); what lies on the ground of a unit outside of the import is
 * rejected. Where no limits are recorded the import's unit is meant.
 */
export async function unitsByPlace(stage: Stage): Promise<void> {
  const rows: Row[] = await stage.sql(
    `SELECT s.seq, s.unit_id, s.names_unit, s.shape_hex FROM import_stage s
     LEFT JOIN import_verdicts x ON x.seq = s.seq WHERE x.seq IS NULL AND s.shape_hex IS NOT NULL`
  )
  const within = new Set(stage.scope.ids.values())
  const { unit_margin_m: margin } = await ruleParameters('R1', {
    unitId: stage.scope.id,
    trx: stage.trx,
  })
  const moved = new Map<number, number[]>()
  const rejected: Rejected[] = []
  for (const row of rows) {
    const shape = shapeOfRow(row)!
    const here = Number(row.names_unit) === 1 ? [] : await unitsHere(shape, stage)
    if (here.length === 0) {
      const limit = await limitOf(Number(row.unit_id), { trx: stage.trx })
      const out = limit && metresOutside(shape, limit.shape, margin) > margin
      if (out) rejected.push(outside(row, 'outside_unit', limit.nameAr))
      continue
    }
    const own = here.find(({ id }) => within.has(id))
    if (own) {
      if (own.id === Number(row.unit_id)) continue
      moved.set(own.id, [...(moved.get(own.id) ?? []), Number(row.seq)])
    } else if (!here[0]!.isAbove) rejected.push(outside(row, 'place_of_other_unit', here[0]!.name))
  }
  for (const [unitId, seqs] of moved) {
    stage.hasOtherUnits = true
    await stage.sql(`UPDATE import_stage SET unit_id = ${unitId} WHERE seq IN (${seqs.join(', ')})`)
  }
  await rejectRows(stage, rejected)
}

const outside = ({ seq }: Row, code: string, name: string): Rejected => ({
  ...{ seq: Number(seq), code, field: 'geometry', value: name },
})

/** Units whose own limit holds the middle of a shape, the lowest first. */
async function unitsHere(
  shape: Shape,
  { trx, scope }: Stage
): Promise<{ id: number; name: string; isAbove: boolean }[]> {
  const [rows] = await trx.rawQuery(
    `SELECT l.unit_id AS id, u.name_ar AS name, MAX(c.depth) AS depth,
       EXISTS (SELECT 1 FROM unit_closure a WHERE a.ancestor_id = l.unit_id AND a.descendant_id = ?) AS isAbove
     FROM unit_limits l STRAIGHT_JOIN units u ON u.id = l.unit_id
     JOIN unit_closure c ON c.descendant_id = u.id
     WHERE MBRIntersects(l.shape, ST_GeomFromWKB(?)) AND l.valid_from <= ?
     GROUP BY l.unit_id, u.name_ar ORDER BY depth DESC, l.unit_id`,
    [scope.id, boxAround(shape), today()] as never[]
  )
  const at = insidePoint(shape)
  const found = []
  for (const row of rows as { id: number; name: string; isAbove: number }[]) {
    const limit = await limitOf(Number(row.id), { trx })
    if (!limit || !isInside(at, polygonsOf(limit.shape))) continue
    found.push({ id: Number(row.id), name: row.name, isAbove: Number(row.isAbove) === 1 })
  }
  return found
}
