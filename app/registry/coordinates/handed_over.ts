import type { Reader } from '#identity/access/visible'
import CoordinateReading from '#registry/models/coordinate_reading'

/** What the form of a new asset takes over from the coordinate doctor. */
export interface HandedOver {
  id: number
  unitId: number
  typed: { coordinates: string; grid?: string }
}

/** Says which number comes first, for a sheet that does not say it itself. */
const NORTHING_FIRST = 'شماليات شرقيات'

/**
 * A reading that a person hands over to another form (`?coordinates=7`), with the grid that was chosen
 * for it; null when there is no such reading within his reach.
 */
export async function handedOver(id: unknown, reader: Reader): Promise<HandedOver | null> {
  if (typeof id !== 'string' || !/^[1-9]\d{0,17}$/.test(id)) return null
  const reading = await CoordinateReading.visibleTo(reader)
    .where('coordinate_readings.id', id)
    .first()
  if (!reading) return null
  const { pasted, epsg, axisOrder } = reading
  return {
    id: Number(reading.id),
    unitId: Number(reading.unitId),
    typed: {
      coordinates: axisOrder === 'ne' ? `${NORTHING_FIRST}\n${pasted}` : pasted,
      ...(epsg ? { grid: String(epsg) } : {}),
    },
  }
}
