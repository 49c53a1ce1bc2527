import { fromDb } from '#registry/geo/shape'
import type { ApplyContext } from '#registry/register/kinds/kind'
import { recordGeometry, type Method } from '#registry/register/record_geometry'

/**
 * Where a cancelled change gave an asset another shape, the one before it is recorded once more, as a
 * new version from the same day: versions are only added.
 */
export async function recordAgain(
  assetId: number,
  cancelled: number,
  context: ApplyContext
): Promise<void> {
  const [[own]] = await context.trx.rawQuery(
    'SELECT version, valid_from FROM asset_geometries WHERE asset_id = ? AND transaction_id = ? ORDER BY version LIMIT 1',
    [assetId, cancelled]
  )
  if (!own) return
  const [[before]] = await context.trx.rawQuery(
    `SELECT ST_AsBinary(shape) AS shape, source_srid, source_coords, transformation, method, accuracy_m, surveyor, surveyed_on
     FROM asset_geometries WHERE asset_id = ? AND version < ? AND valid_from <= ?
     ORDER BY valid_from DESC, version DESC LIMIT 1`,
    [assetId, own.version, own.valid_from]
  )
  // Without an earlier shape the wrong one stays the only one known; its facts are gone.
  if (!before) return
  await recordGeometry(
    assetId,
    { ...before, shape: fromDb(before.shape), method: before.method as Method },
    { ...context.recording, validFrom: own.valid_from }
  )
}
