import { latinDigits } from '#core/arabic'
import { Problem } from '#core/imports/problem'
import type { Position, Ring, Shape } from '#registry/geo/types'

/**
 * The outline that a cell holds, in its own coordinates: the text of a GeoJSON geometry or well-known
 * text (WKT, EWKT). Points and polygons; several points or a lone collection of polygons count as far as
 * they are one shape.
 */
export function readOutline(text: string): Shape | Problem {
  return text.trimStart().startsWith('{') ? fromJson(text) : fromWkt(text)
}

interface Geometry {
  type?: unknown
  coordinates?: unknown
  geometries?: unknown
}

function fromJson(text: string): Shape | Problem {
  try {
    return shapeOf(JSON.parse(text) as Geometry)
  } catch {
    return unreadable(text)
  }
}

function shapeOf(geometry: Geometry): Shape | Problem {
  const { type, coordinates } = geometry ?? {}
  if (type === 'Point') {
    const at = position(coordinates)
    return at ? { type: 'Point', coordinates: at } : badCorners()
  }
  if (type === 'MultiPoint' && Array.isArray(coordinates) && coordinates.length === 1) {
    return shapeOf({ type: 'Point', coordinates: coordinates[0] })
  }
  if (type === 'Polygon') {
    const polygon = rings(coordinates)
    return polygon ? { type: 'Polygon', coordinates: polygon } : badCorners()
  }
  if (type === 'MultiPolygon') {
    const polygons = Array.isArray(coordinates) ? coordinates.map(rings) : [null]
    if (polygons.length === 0 || polygons.includes(null)) return badCorners()
    return polygons.length === 1
      ? { type: 'Polygon', coordinates: polygons[0]! }
      : { type: 'MultiPolygon', coordinates: polygons as Ring[][] }
  }
  if (type === 'GeometryCollection' && Array.isArray(geometry.geometries)) {
    const [only, ...others] = geometry.geometries as Geometry[]
    if (only && others.length === 0) return shapeOf(only)
  }
  return wrongKind(typeof type === 'string' ? type : '')
}

function rings(value: unknown): Ring[] | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const polygon: Ring[] = []
  for (const line of value) {
    if (!Array.isArray(line)) return null
    const ring = line.map(position)
    if (ring.includes(null)) return null
    polygon.push(ring as Ring)
  }
  return polygon
}

/** Heights are left out. */
function position(value: unknown): Position | null {
  if (!Array.isArray(value) || value.length < 2) return null
  const [x, y] = value as unknown[]
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y)
    ? [x, y]
    : null
}

const NUMBER = '[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?'

function fromWkt(text: string): Shape | Problem {
  const plain = latinDigits(text)
    .replace(/^\s*SRID\s*=\s*\d+\s*;/i, '')
    .trim()
  const head = /^([A-Z]+)\s*(?:Z|M|ZM)?\s*(\(.*\))$/is.exec(plain)
  if (!head) return unreadable(text)
  const name = head[1]!.toUpperCase()
  const types: Record<string, string> = {
    POINT: 'Point',
    MULTIPOINT: 'MultiPoint',
    POLYGON: 'Polygon',
    MULTIPOLYGON: 'MultiPolygon',
  }
  if (!types[name]) return wrongKind(name)
  // Positions become arrays of numbers, brackets those of JSON; what is left over is no WKT.
  const json = head[2]!
    .replace(
      new RegExp(`${NUMBER}(?:\\s+${NUMBER})+`, 'g'),
      (all) => `[${all.split(/\s+/).join(',')}]`
    )
    .replaceAll('(', '[')
    .replaceAll(')', ']')
  try {
    const parsed = JSON.parse(json) as unknown[]
    return shapeOf({ type: types[name], coordinates: name === 'POINT' ? parsed[0] : parsed })
  } catch {
    return unreadable(text)
  }
}

function unreadable(text: string): Problem {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text
  return new Problem('shape_unreadable', shown, null, {
    ar: `الشكل «${shown}» لا يقرأ. اكتبه بصيغة WKT مثل POLYGON((…)) أو صدّره بصيغة GeoJSON.`,
    en: `the outline "${shown}" cannot be read. Write it as WKT such as POLYGON((…)), or export it as GeoJSON.`,
  })
}

function badCorners(): Problem {
  return new Problem('shape_corners', '', null, {
    ar: 'نقاط الشكل ليست أزواجًا من الأرقام. صحح الشكل في برنامجه ثم صدّره من جديد.',
    en: 'the corners of the outline are not pairs of numbers. Correct the shape in its own program and export it again.',
  })
}

function wrongKind(type: string): Problem {
  const shown = type.slice(0, 40)
  return new Problem('shape_kind', shown, null, {
    ar: `الشكل من نوع «${shown}»، والمقبول نقطة أو مضلع أو مجموعة مضلعات. صحح الشكل أو احذفه.`,
    en: `the outline is of the kind "${shown}"; accepted are a point, a polygon or several polygons. Correct or remove it.`,
  })
}
