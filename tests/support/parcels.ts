import { fold } from '#core/arabic'
import db from '@adonisjs/lucid/services/db'
import { toWgs84 } from '#registry/geo/grids'
import {
  ellipsoidArea,
  insidePoint,
  toWkb,
  type Area,
  type Position,
  type Ring,
} from '#registry/geo/shape'

const RED_BELT = 22992

/** Where parcels of tests lie: metres of the Red Belt, each test at a corner of its own. */
export interface Ground {
  east: number
  north: number
}

/** A piece of desert for one test, five kilometres by three, on which no parcel lies yet. */
export async function freshGround(): Promise<Ground> {
  for (;;) {
    const ground = {
      east: 430_000 + Math.floor(Math.random() * 76) * 5000,
      north: 120_000 + Math.floor(Math.random() * 290) * 3000,
    }
    const box = rectangle(ground, 0, 0, 4999, 2999)
    const [taken] = await db.transaction((trx) =>
      trx.rawQuery(
        'SELECT asset_id FROM asset_shapes WHERE MBRIntersects(shape, ST_GeomFromWKB(?)) LIMIT 1',
        [toWkb(box)]
      )
    )
    if (taken.length === 0) return ground
  }
}

/** A polygon by its corners in metres on the ground; closes itself. */
export function polygon(ground: Ground, at: readonly Position[]): Area {
  const ring: Ring = at.map(([x, y]) => toWgs84([ground.east + x, ground.north + y], RED_BELT))
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

/** A rectangle: left and lower corner, width and height in metres. */
export function rectangle(
  ground: Ground,
  x: number,
  y: number,
  width: number,
  height: number
): Area {
  return polygon(ground, [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ])
}

let made = 0

/** A current parcel with its shape, as the register keeps it. */
export async function aParcel(
  unitId: number,
  shape: Area,
  given: { level?: string; securityClass?: string; code?: string } = {}
): Promise<number> {
  const code = given.code ?? `P-${process.pid}-${Date.now().toString(36)}-${++made}`
  const { id: classId } = await db.from('asset_classes').select('id').firstOrFail()
  const [lon, lat] = insidePoint(shape)
  const [assetId] = await db
    .insertQuery()
    .table('assets')
    .insert({
      code,
      unit_id: unitId,
      class_id: classId,
      site_no: code,
      name: code,
      search_text: fold(code),
      security_class: given.securityClass ?? 'normal',
      latitude: lat.toFixed(7),
      longitude: lon.toFixed(7),
    })
  await db.rawQuery(
    `INSERT INTO asset_geometries (asset_id, version, shape, source_srid, valid_from, area_m2)
     VALUES (?, 1, ST_GeomFromWKB(?), 22992, '2026-01-01', ?)`,
    [Number(assetId), toWkb(shape), ellipsoidArea(shape).toFixed(4)] as never[]
  )
  await db.rawQuery(
    `INSERT INTO asset_shapes (asset_id, geometry_id, unit_id, kind, level, shape, area_m2)
     SELECT asset_id, id, ?, 'polygon', ?, shape, area_m2 FROM asset_geometries WHERE asset_id = ?`,
    [unitId, given.level ?? 'land', Number(assetId)] as never[]
  )
  return Number(assetId)
}

/** A shape as the limit of a unit, from a day on. */
export async function aLimit(
  unitId: number,
  shape: Area,
  { from = '2020-01-01' }: { from?: string } = {}
): Promise<void> {
  await db.rawQuery(
    "INSERT INTO unit_limits (unit_id, valid_from, shape, source) VALUES (?, ?, ST_GeomFromWKB(?), 'test')",
    [unitId, from, toWkb(shape)] as never[]
  )
}
