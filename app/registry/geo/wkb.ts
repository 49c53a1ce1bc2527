import { DomainError, sentence } from '#core/domain_error'
import { polygonsOf, type Position, type Ring, type Shape } from '#registry/geo/types'

const POINT = 1
const POLYGON = 3
const MULTIPOLYGON = 6

/** Bytes that are no well-known binary of a point or polygons. */
export class WkbError extends DomainError {
  static override code = 'E_WKB'

  constructor(why: string) {
    super(sentence('لا يمكن قراءة الشكل المحفوظ.', `The stored geometry cannot be read: ${why}.`), {
      facts: { why },
    })
  }
}

/**
 * A shape as well-known binary, little-endian: how it goes to the database. Every byte is written, so the
 * buffers may come from the common pool: a file of parcels makes a hundred thousand small ones.
 */
export function toWkb(shape: Shape): Buffer {
  if (shape.type === 'Point') {
    const bytes = Buffer.allocUnsafe(21)
    head(bytes, 0, POINT)
    const [x, y] = shape.coordinates as Position
    bytes.writeDoubleLE(x, 5)
    bytes.writeDoubleLE(y, 13)
    return bytes
  }
  const polygons = polygonsOf(shape)
  const size = polygons.reduce((sum, rings) => sum + polygonSize(rings), 0)
  if (shape.type === 'Polygon') {
    const bytes = Buffer.allocUnsafe(size)
    writePolygon(bytes, 0, polygons[0] ?? [])
    return bytes
  }
  const bytes = Buffer.allocUnsafe(9 + size)
  head(bytes, 0, MULTIPOLYGON)
  bytes.writeUInt32LE(polygons.length, 5)
  let at = 9
  for (const rings of polygons) at = writePolygon(bytes, at, rings)
  return bytes
}

function polygonSize(rings: Ring[]): number {
  return rings.reduce((sum, ring) => sum + 4 + 16 * ring.length, 9)
}

function head(bytes: Buffer, at: number, type: number): void {
  bytes.writeUInt8(1, at)
  bytes.writeUInt32LE(type, at + 1)
}

function writePolygon(bytes: Buffer, start: number, rings: Ring[]): number {
  head(bytes, start, POLYGON)
  bytes.writeUInt32LE(rings.length, start + 5)
  let at = start + 9
  for (const ring of rings) {
    bytes.writeUInt32LE(ring.length, at)
    at += 4
    for (const [x, y] of ring) {
      bytes.writeDoubleLE(x, at)
      bytes.writeDoubleLE(y, at + 8)
      at += 16
    }
  }
  return at
}

/**
 * A shape from well-known binary of either byte order, or from the database's own form of it (four
 * bytes of SRID in front).
 * @throws WkbError for other kinds, and for bytes that end too early
 */
export function fromWkb(bytes: Buffer): Shape {
  const start = isPlain(bytes) ? 0 : 4
  const cursor = { bytes, at: start }
  try {
    return readShape(cursor)
  } catch (error) {
    if (error instanceof RangeError) throw new WkbError('it ends too early')
    throw error
  }
}

/** Whether bytes begin as WKB; a big-endian point looks like SRID 0 before a little-endian shape. */
function isPlain(bytes: Buffer): boolean {
  if (bytes.length < 9) return true
  if (bytes[0] === 1) return bytes.readUInt32LE(1) <= 7
  if (bytes[0] !== 0) return false
  const type = bytes.readUInt32BE(1)
  return type === POINT ? bytes.length === 21 : type > 0 && type <= 7
}

interface Cursor {
  bytes: Buffer
  at: number
}

function readShape(cursor: Cursor): Shape {
  const { little, type } = readHead(cursor)
  const real = () => {
    const value = little
      ? cursor.bytes.readDoubleLE(cursor.at)
      : cursor.bytes.readDoubleBE(cursor.at)
    cursor.at += 8
    return value
  }
  if (type === POINT) return { type: 'Point', coordinates: [real(), real()] }
  const count = () => {
    const value = little
      ? cursor.bytes.readUInt32LE(cursor.at)
      : cursor.bytes.readUInt32BE(cursor.at)
    cursor.at += 4
    if (value > cursor.bytes.length) throw new WkbError('its counts are impossible')
    return value
  }
  if (type === POLYGON) {
    const coordinates = Array.from({ length: count() }, () =>
      Array.from({ length: count() }, (): Position => [real(), real()])
    )
    return { type: 'Polygon', coordinates }
  }
  if (type === MULTIPOLYGON) {
    const coordinates = Array.from({ length: count() }, () => {
      const part = readShape(cursor)
      if (part.type !== 'Polygon') throw new WkbError('a part of it is no polygon')
      return part.coordinates as Ring[]
    })
    return { type: 'MultiPolygon', coordinates }
  }
  throw new WkbError(`kind ${type} is neither point nor polygon`)
}

function readHead(cursor: Cursor): { little: boolean; type: number } {
  const order = cursor.bytes.readUInt8(cursor.at)
  if (order > 1) throw new WkbError('unknown byte order')
  const little = order === 1
  const type = little
    ? cursor.bytes.readUInt32LE(cursor.at + 1)
    : cursor.bytes.readUInt32BE(cursor.at + 1)
  cursor.at += 5
  return { little, type }
}
