import { within, type Trx } from '#core/within'
import { fromDb, bbox, toWkb, type Shape } from '#registry/geo/shape'

/** A current shape near another one. */
export interface Neighbour {
  assetId: number
  unitId: number
  shape: Shape
  code: string
  /** Whether it may be named to people without the right to restricted assets (rule R28). */
  isOpen: boolean
}

export interface CandidateOptions {
  /** Parcels of one level may not overlap: `land`, `building`, … */
  level: string
  /** Assets that do not count: the parcel itself, or those it replaces. */
  except?: number | readonly number[]
  /** How far around, in metres. */
  margin?: number
  /**
   * Reads what others committed since this transaction began (approvals). The rows are share-locked.
   */
  latest?: boolean
  trx?: Trx
}

/** Degrees of latitude of a metre; a degree of longitude is shorter, so the box is never too small. */
const DEGREE_OF_METRE = 1 / 95_000

interface Row {
  asset_id: number
  unit_id: number
  shape: unknown
  code: string
  security_class: string
}

/**
 * The current polygons whose box meets the shape's box (and a margin), of one level. They are asked
 * inside a transaction: outside one, MariaDB answers a spatial condition beside any other with error
 * 1207 "Update locks cannot be acquired" (MDEV-26123), which is why this opens one when none is given.
 */
export async function currentNeighbours(
  shape: Shape,
  { level, except = [], margin = 0, latest = false, trx: outer }: CandidateOptions
): Promise<Neighbour[]> {
  const excluded = typeof except === 'number' ? [except] : except
  const rows = await within(outer, async (trx) => {
    const [found] = await trx.rawQuery(
      `SELECT s.asset_id, s.unit_id, ST_AsBinary(s.shape) AS shape, a.code, a.security_class
         FROM asset_shapes s STRAIGHT_JOIN assets a ON a.id = s.asset_id
        WHERE MBRIntersects(s.shape, ST_GeomFromWKB(?)) AND s.level = ? AND s.kind = 'polygon' AND a.is_current = 1
        ${excluded.length > 0 ? `AND s.asset_id NOT IN (${excluded.map(() => '?').join(',')})` : ''}
        ORDER BY s.asset_id ${latest ? 'LOCK IN SHARE MODE' : ''}`,
      [boxAround(shape, margin), level, ...excluded]
    )
    return found as Row[]
  })
  return rows.map((row) => ({
    assetId: Number(row.asset_id),
    unitId: Number(row.unit_id),
    shape: fromDb(row.shape),
    code: row.code,
    isOpen: row.security_class === 'normal',
  }))
}

/** The box around a shape as the database takes it. */
export function boxAround(shape: Shape, margin = 0): Buffer {
  const [west, south, east, north] = bbox(shape)
  const more = margin * DEGREE_OF_METRE
  const [w, s, e, n] = [west - more, south - more, east + more, north + more]
  return toWkb({
    type: 'Polygon',
    coordinates: [
      [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ],
    ],
  })
}
