import { latinDigits, stripInvisible } from '#core/arabic'
import { Problem } from '#core/imports/problem'
import type { StageRow } from '#core/imports/definition'
import { EGYPT } from '#registry/geo/grids'
import { bbox, tidy } from '#registry/geo/shape'
import { mapped, positionsOf, type Position, type Shape } from '#registry/geo/types'
import { isAsFile, readCrs, type Crs } from '#registry/imports/land/crs'
import { readOutline } from '#registry/imports/land/outline'

/** Where a row says its asset lies, on WGS 84, with what the file itself wrote. */
export interface Place {
  shape: Shape
  srid: number
  /** The survey's own numbers; null where they are longitude and latitude already. */
  source: string | null
  transformation: string | null
  /** It lies outside of Egypt, which the person allowed by naming a coordinate system. */
  isAbroad: boolean
}

/**
 * The place of a row: its outline, else its point in degrees, else its easting and northing, else its
 * pair of degrees in one cell. Numbers whose system nobody named are refused, and so is a place outside
 * of Egypt unless the person named the system himself: numbers on the wrong belt still look like numbers.
 */
export function placeOf(row: StageRow): Place | Problem | null {
  const raw = rawPlace(row)
  if (raw === null || raw instanceof Problem) return raw
  const { shape, field, isDegrees } = raw
  const named = systemOf(row, isDegrees)
  if (named instanceof Problem) return named
  const { crs, byPerson } = named
  const first = positionsOf(shape)[0]!
  if (crs.unit === 'degree' && (Math.abs(first[0]) > 180 || Math.abs(first[1]) > 90)) {
    return new Problem('not_degrees', `${first[0]}, ${first[1]}`, field, NOT_DEGREES)
  }
  const converted = crs.srid === 4326 ? shape : converts(shape, crs)
  if (!converted) return new Problem('not_on_grid', `${first[0]}, ${first[1]}`, field, NOT_ON_GRID)
  const placed = tidy(converted)
  const isAbroad = !isInEgypt(placed)
  if (isAbroad && !byPerson) {
    const [lon, lat] = positionsOf(placed)[0]!
    return new Problem('outside_egypt', `${lon.toFixed(5)}, ${lat.toFixed(5)}`, field)
  }
  const isPlain = crs.srid === 4326
  return {
    shape: placed,
    srid: crs.srid,
    source: isPlain ? null : (row.geometry ?? `${first[0]} ${first[1]}`),
    transformation: isPlain ? null : crs.transformation.slice(0, 80),
    isAbroad,
  }
}

interface RawPlace {
  shape: Shape
  field: string
  /** The field itself says that these are degrees. */
  isDegrees: boolean
}

function rawPlace(row: StageRow): RawPlace | Problem | null {
  if (row.geometry) {
    const shape = readOutline(row.geometry)
    if (!(shape instanceof Problem)) return { shape, field: 'geometry', isDegrees: false }
    return new Problem(shape.code, shape.value, 'geometry', shape.reason)
  }
  const { longitude, latitude, easting, northing } = row
  if (longitude || latitude) return pair(longitude, latitude, 'latitude', true)
  if (easting || northing) return pair(easting, northing, 'easting', false)
  return row.position ? inOneCell(row.position) : null
}

function pair(
  x: string | null | undefined,
  y: string | null | undefined,
  field: string,
  isDegrees: boolean
): RawPlace | Problem {
  if (!x || !y) return new Problem('pair_incomplete', '', field)
  return { shape: { type: 'Point', coordinates: [Number(x), Number(y)] }, field, isDegrees }
}

/** `(30.05, 31.24)` at the end of an address, or `30.05 31.24`; latitude first, as maps write it. */
function inOneCell(text: string): RawPlace | Problem | null {
  const plain = latinDigits(stripInvisible(text)).replaceAll('٫', '.').replaceAll('،', ',')
  const found = /(-?\d{1,3}\.\d+)\s*[,;\s]\s*(-?\d{1,3}\.\d+)\s*\)?\s*$/.exec(plain)
  // An address without a position says nothing of where it lies.
  if (!found) return null
  const at: Position = [Number(found[2]), Number(found[1])]
  return { shape: { type: 'Point', coordinates: at }, field: 'position', isDegrees: true }
}

function systemOf(row: StageRow, isDegrees: boolean): { crs: Crs; byPerson: boolean } | Problem {
  const named = row.crs && !isAsFile(row.crs) ? row.crs : null
  const text = named ?? row.file_crs ?? (isDegrees ? 'EPSG:4326' : null)
  if (!text) return new Problem('crs_missing', '', 'crs')
  const crs = readCrs(text)
  if (crs instanceof Problem)
    return new Problem(crs.code, crs.value, named ? 'crs' : 'file_crs', crs.reason)
  return { crs, byPerson: Boolean(row.crs) }
}

function converts(shape: Shape, crs: Crs): Shape | null {
  const converted = mapped(shape, (at) => crs.toWgs84(at))
  const isPlace = positionsOf(converted).every(
    ([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90
  )
  return isPlace ? converted : null
}

export function isInEgypt(shape: Shape): boolean {
  const [west, south, east, north] = bbox(shape)
  return west >= EGYPT[0] && south >= EGYPT[1] && east <= EGYPT[2] && north <= EGYPT[3]
}

const NOT_DEGREES = {
  ar: 'الأرقام ليست درجات طول وعرض. سمّ شبكتها في «نظام الإحداثيات» (الحزام أو UTM).',
  en: 'the numbers are no degrees of longitude and latitude. Name their grid in "Coordinate system" (belt or UTM).',
}

const NOT_ON_GRID = {
  ar: 'الأرقام لا تقع على أي مكان في الشبكة المسماة. راجع اسم الشبكة وترتيب الشرقيات والشماليات.',
  en: 'the numbers are no place on the grid named. Check its name, and the order of easting and northing.',
}
