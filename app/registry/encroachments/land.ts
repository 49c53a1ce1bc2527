import type { Trx } from '#core/within'
import type { Day } from '#core/days'
import { boxAround } from '#registry/geo/candidates'
import { overlapArea } from '#registry/geo/overlay'
import { isInside } from '#registry/geo/inside'
import {
  ellipsoidArea,
  fromDb,
  insidePoint,
  polygonsOf,
  toWkb,
  type Shape,
} from '#registry/geo/shape'
import { ruleParameters } from '#registry/rules/parameters'

/** A registered asset, or a file, on the ground of a shape. */
export interface OnGround {
  id: number
  /** Shared square metres; null where one of the two is a point. */
  shared: number | null
}

interface Row {
  id: number
  shape: unknown
}

/** The registered assets that a shape truly lies on, whatever their level, the most shared first. */
export async function assetsUnder(
  shape: Shape,
  asked: { on: Day; unitId: number; trx: Trx }
): Promise<OnGround[]> {
  const [rows] = await asked.trx.rawQuery(
    `SELECT s.asset_id AS id, ST_AsBinary(s.shape) AS shape FROM asset_shapes s
     STRAIGHT_JOIN assets a ON a.id = s.asset_id
     WHERE MBRIntersects(s.shape, ST_GeomFromWKB(?)) AND a.is_current = 1`,
    [boxAround(shape)]
  )
  return truly(shape, rows, asked)
}

/** The active legalisation files that a shape truly lies on, except those of a case. */
export async function filesUnder(
  shape: Shape,
  asked: { on: Day; unitId: number; trx: Trx }
): Promise<OnGround[]> {
  const [rows] = await asked.trx.rawQuery(
    `SELECT s.file_id AS id, ST_AsBinary(s.shape) AS shape FROM legalisation_shapes s
     STRAIGHT_JOIN legalisation_files f ON f.id = s.file_id
     WHERE MBRIntersects(s.shape, ST_GeomFromWKB(?)) AND f.status = 'active'`,
    [boxAround(shape)]
  )
  return truly(shape, rows, asked)
}

/** The open cases that the shape of a file truly lies on. */
export async function casesUnder(
  shape: Shape,
  asked: { on: Day; unitId: number; trx: Trx }
): Promise<OnGround[]> {
  const [rows] = await asked.trx.rawQuery(
    `SELECT s.case_id AS id, ST_AsBinary(s.shape) AS shape FROM encroachment_shapes s
     STRAIGHT_JOIN encroachment_cases c ON c.id = s.case_id
     WHERE MBRIntersects(s.shape, ST_GeomFromWKB(?)) AND c.closed_on IS NULL`,
    [boxAround(shape)]
  )
  return truly(shape, rows, asked)
}

/** The present shape of a case or of a file. */
export async function shapeOf(
  table: 'encroachment_shapes' | 'legalisation_shapes',
  id: number,
  trx: Trx
): Promise<Shape | null> {
  const key = table === 'encroachment_shapes' ? 'case_id' : 'file_id'
  const [[row]] = await trx.rawQuery(
    `SELECT ST_AsBinary(shape) AS shape FROM ${table} WHERE ${key} = ?`,
    [id]
  )
  return row ? fromDb(row.shape) : null
}

/** Keeps the shape of a case or of a file, in place of the one before. */
export async function keepShape(
  table: 'encroachment_shapes' | 'legalisation_shapes',
  given: { id: number; unitId: number; shape: Shape },
  trx: Trx
): Promise<void> {
  const key = table === 'encroachment_shapes' ? 'case_id' : 'file_id'
  await trx.rawQuery(
    `INSERT INTO ${table} (${key}, unit_id, shape) VALUES (?, ?, ST_GeomFromWKB(?))
     ON DUPLICATE KEY UPDATE shape = VALUES(shape)`,
    [given.id, given.unitId, toWkb(given.shape)] as never[]
  )
}

/** Square metres on the ellipsoid as the columns keep them; null for a point. */
export function areaText(shape: Shape): string | null {
  return shape.type === 'Point' ? null : ellipsoidArea(shape).toFixed(4)
}

/** Those whose ground is shared above the tolerance of rule R2: touching edges do not count. */
async function truly(
  shape: Shape,
  rows: Row[],
  { on, unitId, trx }: { on: Day; unitId: number; trx: Trx }
): Promise<OnGround[]> {
  if (rows.length === 0) return []
  const R2 = await ruleParameters('R2', { on, unitId, trx })
  const found: OnGround[] = []
  for (const row of rows) {
    const other = fromDb(row.shape)
    if (shape.type === 'Point' || other.type === 'Point') {
      if (meetsAtPoint(shape, other)) found.push({ id: Number(row.id), shared: null })
      continue
    }
    const shared = overlapArea(shape, other)
    const smaller = Math.min(ellipsoidArea(shape), ellipsoidArea(other))
    if (shared > Math.max(R2.area_m2, R2.share * smaller))
      found.push({ id: Number(row.id), shared })
  }
  return found.sort((a, b) => (b.shared ?? 0) - (a.shared ?? 0) || a.id - b.id)
}

function meetsAtPoint(one: Shape, other: Shape): boolean {
  if (one.type === 'Point' && other.type === 'Point') return false
  const [point, area] = one.type === 'Point' ? [one, other] : [other, one]
  return isInside(insidePoint(point), polygonsOf(area))
}
