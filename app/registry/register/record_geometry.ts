import { clock } from '#core/clock'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import { knowsGrid } from '#registry/geo/grids'
import { ellipsoidArea, gridArea, insidePoint, perimeter, toWkb } from '#registry/geo/shape'
import type { Shape } from '#registry/geo/types'
import { momentText } from '#registry/register/changes'

/** How positions were taken. */
export const METHODS = [
  'total_station',
  'gnss_rtk',
  'handheld',
  'digitised',
  'imported',
  'derived',
] as const
export type Method = (typeof METHODS)[number]

/** A shape with the survey it comes from. */
export interface GivenGeometry {
  /** Longitude and latitude on WGS 84. */
  shape: Shape
  /** EPSG code of the survey; 4326 where positions were given as longitude and latitude. */
  source_srid: number
  /** The survey's own numbers, untouched. */
  source_coords: string | null
  transformation: string | null
  method: Method
  accuracy_m: string | null
  surveyor: string | null
  surveyed_on: Day | null
}

/** The level on which shapes may not overlap: parcels against parcels, buildings against buildings. */
export function levelOf(subtype: 'land' | 'building' | 'site' | 'movable'): string {
  return subtype
}

/** What the register derives of a shape: its areas, its boundary's length, a point on it. */
export function measures(geometry: GivenGeometry) {
  const { shape, source_srid: srid } = geometry
  const isArea = shape.type !== 'Point'
  const [longitude, latitude] = insidePoint(shape)
  return {
    area: isArea ? ellipsoidArea(shape).toFixed(4) : null,
    grid: isArea && srid !== 4326 && knowsGrid(srid) ? gridArea(shape, srid).toFixed(4) : null,
    perimeter: isArea ? perimeter(shape).toFixed(4) : null,
    longitude: longitude.toFixed(7),
    latitude: latitude.toFixed(7),
  }
}

export interface GeometryRecording {
  validFrom: Day
  by: { id: number | null }
  trx: Trx
  transactionId?: number | null
  importId?: number | null
}

/**
 * Adds a version of an asset's geometry; earlier ones stay. The asset's row must be held by the
 * caller. The facts that follow from the shape are the caller's to record ({@link geometryFacts}).
 */
export async function recordGeometry(
  assetId: number,
  geometry: GivenGeometry,
  { validFrom, by, trx, transactionId = null, importId = null }: GeometryRecording
): Promise<number> {
  const figures = measures(geometry)
  const [made] = await trx.rawQuery(
    `INSERT INTO asset_geometries (asset_id, version, shape, source_srid, source_coords, transformation, method,
       accuracy_m, surveyor, surveyed_on, area_m2, grid_area_m2, perimeter_m, valid_from, recorded_at, recorded_by,
       transaction_id, import_id)
     SELECT ?, COALESCE(MAX(version), 0) + 1, ST_GeomFromWKB(?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
     FROM asset_geometries WHERE asset_id = ?`,
    [
      assetId,
      toWkb(geometry.shape),
      geometry.source_srid,
      geometry.source_coords,
      geometry.transformation,
      geometry.method,
      geometry.accuracy_m,
      geometry.surveyor,
      geometry.surveyed_on,
      figures.area,
      figures.grid,
      figures.perimeter,
      validFrom,
      momentText(clock.now()),
      by.id,
      transactionId,
      importId,
      assetId,
    ] as string[]
  )
  await syncShape(assetId, trx)
  return Number(made.insertId)
}

/** The facts that a shape brings: a point on it and, for ground, its computed area. */
export function geometryFacts(geometry: GivenGeometry) {
  const { latitude, longitude, area } = measures(geometry)
  const computed = area === null ? {} : { area_computed: { m2: area } }
  return { latitude, longitude, ...computed }
}

/**
 * Keeps the table of current shapes true: the last version of every asset that still stands, and
 * nothing of those that do not, so that only what is current can be overlapped.
 */
export async function syncShape(assetId: number, trx: Trx): Promise<void> {
  const [[found]] = await trx.rawQuery(
    `SELECT g.id AS geometry_id, a.unit_id, a.is_current, c.subtype, s.geometry_id AS shown, s.unit_id AS shown_unit, s.level AS shown_level
     FROM assets a JOIN asset_classes c ON c.id = a.class_id
     LEFT JOIN asset_geometries g ON g.id = (
       SELECT l.id FROM asset_geometries l WHERE l.asset_id = a.id ORDER BY l.valid_from DESC, l.version DESC LIMIT 1)
     LEFT JOIN asset_shapes s ON s.asset_id = a.id
     WHERE a.id = ?`,
    [assetId]
  )
  const level = levelOf(found.subtype)
  if (!found.is_current || found.geometry_id === null) {
    if (found.shown !== null)
      await trx.rawQuery('DELETE FROM asset_shapes WHERE asset_id = ?', [assetId])
    return
  }
  const isShown =
    found.shown === found.geometry_id &&
    found.shown_unit === found.unit_id &&
    found.shown_level === level
  if (isShown) return
  await trx.rawQuery(
    `INSERT INTO asset_shapes (asset_id, geometry_id, unit_id, kind, level, shape, area_m2)
     SELECT g.asset_id, g.id, ?, IF(ST_GeometryType(g.shape) = 'POINT', 'point', 'polygon'), ?, g.shape, g.area_m2
     FROM asset_geometries g WHERE g.id = ?
     ON DUPLICATE KEY UPDATE geometry_id = VALUES(geometry_id), unit_id = VALUES(unit_id), kind = VALUES(kind),
       level = VALUES(level), shape = VALUES(shape), area_m2 = VALUES(area_m2)`,
    [found.unit_id, level, found.geometry_id]
  )
}
