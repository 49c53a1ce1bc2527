import type { Trx } from '#core/within'
import { bbox } from '#registry/geo/shape'
import type { Shape } from '#registry/geo/types'

/** Cells of a tenth of a degree (about ten kilometres) that the boxes around shapes touch, in order. */
export function placesOf(shapes: readonly Shape[]): number[] {
  const places = new Set<number>()
  for (const shape of shapes) {
    const [west, south, east, north] = bbox(shape).map((degrees) => Math.floor(degrees * 10))
    for (let y = south!; y <= north!; y++) {
      for (let x = west!; x <= east!; x++) places.add((y + 900) * 4000 + (x + 1800))
    }
  }
  return [...places].sort((a, b) => a - b)
}

/**
 * Changes of shape in one place take turns until their transactions end: the question whether a new
 * parcel overlaps another has no row to lock when both are new. Must be the first statement of the
 * transaction, before any snapshot is taken; imports of shapes take it too.
 */
export async function takeTurns(places: readonly number[], trx: Trx): Promise<void> {
  if (places.length === 0) return
  const marks = places.map(() => '(?)').join(', ')
  await trx.rawQuery(
    `INSERT INTO register_locks (place) VALUES ${marks} ON DUPLICATE KEY UPDATE place = VALUES(place)`,
    [...places]
  )
}
