import exifr from 'exifr'
import { DateTime } from 'luxon'

/** What a photograph says of itself. */
export interface PhotoFacts {
  takenAt: DateTime | null
  latitude: string | null
  longitude: string | null
  bearingDeg: number | null
  accuracyM: string | null
}

const NOTHING: PhotoFacts = {
  takenAt: null,
  latitude: null,
  longitude: null,
  bearingDeg: null,
  accuracyM: null,
}

const READ = [
  'DateTimeOriginal',
  'OffsetTimeOriginal',
  'GPSLatitude',
  'GPSLatitudeRef',
  'GPSLongitude',
  'GPSLongitudeRef',
  'GPSImgDirection',
  'GPSHPositioningError',
]

/**
 * Position, time and direction that a camera wrote into a picture (EXIF). A clock without its zone is
 * read as Cairo's. A damaged or absent block says nothing: the picture is kept all the same.
 */
export async function photoFacts(bytes: Buffer): Promise<PhotoFacts> {
  const said = await exifr.parse(bytes, { pick: READ, reviveValues: false }).catch(() => null)
  if (!said) return NOTHING
  const { latitude, longitude } = said as { latitude?: number; longitude?: number }
  const placed = isWithin(latitude, 90) && isWithin(longitude, 180)
  return {
    takenAt: momentOf(said.DateTimeOriginal, said.OffsetTimeOriginal),
    latitude: placed ? latitude!.toFixed(7) : null,
    longitude: placed ? longitude!.toFixed(7) : null,
    bearingDeg: isWithin(said.GPSImgDirection, 360) ? Math.round(said.GPSImgDirection) % 360 : null,
    accuracyM: isWithin(said.GPSHPositioningError, 100_000)
      ? Number(said.GPSHPositioningError).toFixed(2)
      : null,
  }
}

function isWithin(value: unknown, limit: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limit
}

function momentOf(text: unknown, offset: unknown): DateTime | null {
  if (typeof text !== 'string') return null
  const zone = typeof offset === 'string' && /^[+-]\d\d:\d\d$/.test(offset) ? `UTC${offset}` : ''
  const moment = DateTime.fromFormat(text.trim(), 'yyyy:MM:dd HH:mm:ss', {
    zone: zone || 'Africa/Cairo',
  })
  return moment.isValid ? moment.toUTC() : null
}
