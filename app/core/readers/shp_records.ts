import FileError from '#core/readers/file_error'
import { ByteReader } from '#core/readers/byte_reader'
import type { ByteSource } from '#core/readers/byte_source'

type Ring = [number, number][]

/** One outline beyond this is a damaged file. */
const LONGEST = 256 * 1024 * 1024

/** A record's geometry as the text of GeoJSON (in the file's own coordinates), or null for none. */
export type ShpRecord = string | null

/**
 * The outlines of a .shp file in their order: points, lines and polygons; measures and heights are left
 * out. Each record says its own length, so the index (.shx) is not needed.
 * @throws FileError `shp_broken`, `shp_kind`
 */
export async function* shpRecords(source: ByteSource): AsyncGenerator<ShpRecord> {
  const reader = new ByteReader(source.stream())
  try {
    const head = await reader.take(100)
    if (head.length < 100 || head.readInt32BE(0) !== 9994) throw shpBroken()
    for (;;) {
      const prefix = await reader.take(8)
      if (prefix.length === 0) return
      if (prefix.length < 8) throw shpBroken()
      const length = prefix.readInt32BE(4) * 2
      if (length < 4 || length > LONGEST) throw shpBroken()
      const content = await reader.take(length)
      if (content.length < length) throw shpBroken()
      yield outline(content)
    }
  } finally {
    await reader.close()
  }
}

function outline(content: Buffer): ShpRecord {
  const kind = content.readInt32LE(0)
  try {
    if (kind === 0) return null
    if (kind === 1 || kind === 11 || kind === 21) {
      return JSON.stringify({ type: 'Point', coordinates: position(content, 4) })
    }
    if (kind === 8 || kind === 18 || kind === 28) {
      const coordinates = positions(content, 40, content.readInt32LE(36))
      return JSON.stringify({ type: 'MultiPoint', coordinates })
    }
    if (kind === 3 || kind === 13 || kind === 23) {
      return JSON.stringify({ type: 'MultiLineString', coordinates: parts(content) })
    }
    if (kind === 5 || kind === 15 || kind === 25) return polygons(parts(content))
  } catch (error) {
    if (error instanceof RangeError) throw shpBroken(error)
    throw error
  }
  throw new FileError('shp_kind', {
    ar: `في ملف الخرائط أشكال من نوع غير مدعوم (${kind}). المقبول: نقاط ومضلعات.`,
    en: `The shapefile holds shapes of a kind that is not supported (${kind}). Accepted are points and polygons.`,
  })
}

function position(content: Buffer, at: number): [number, number] {
  return [content.readDoubleLE(at), content.readDoubleLE(at + 8)]
}

function positions(content: Buffer, at: number, count: number): Ring {
  if (count < 0 || at + count * 16 > content.length) throw shpBroken()
  return Array.from({ length: count }, (_, index) => position(content, at + index * 16))
}

function parts(content: Buffer): Ring[] {
  const [partCount, pointCount] = [content.readInt32LE(36), content.readInt32LE(40)]
  if (partCount < 0 || partCount > pointCount || 44 + partCount * 4 > content.length)
    throw shpBroken()
  const starts = Array.from({ length: partCount }, (_, index) =>
    content.readInt32LE(44 + index * 4)
  )
  const at = 44 + partCount * 4
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? pointCount
    if (start < 0 || end < start || end > pointCount) throw shpBroken()
    return positions(content, at + start * 16, end - start)
  })
}

/** Outer rings run clockwise, holes the other way; a hole belongs to the outer ring around it. */
function polygons(rings: Ring[]): string | null {
  if (rings.length === 0) return null
  if (rings.length === 1) return JSON.stringify({ type: 'Polygon', coordinates: rings })
  const outer = rings.filter((ring) => twice(ring) <= 0).map((ring) => [ring])
  for (const hole of rings.filter((ring) => twice(ring) > 0)) {
    const around = outer.filter(([ring]) => holds(ring!, hole))
    // The smallest ring around it; a hole in nothing is ground of its own, drawn the wrong way round.
    const own = around.sort((a, b) => Math.abs(twice(a[0]!)) - Math.abs(twice(b[0]!)))[0]
    if (own) own.push(hole)
    else outer.push([hole])
  }
  return JSON.stringify(
    outer.length === 1
      ? { type: 'Polygon', coordinates: outer[0] }
      : { type: 'MultiPolygon', coordinates: outer }
  )
}

/** Twice the area of a ring, negative when it runs clockwise. */
function twice(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0]
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!]
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return sum
}

/** Whether a ring lies around another one: asked of its first corners, since one may touch. */
function holds(ring: Ring, inner: Ring): boolean {
  let inside = 0
  const asked = inner.slice(0, 7)
  for (const [x, y] of asked) {
    let isInside = false
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[ax, ay], [bx, by]] = [ring[i]!, ring[j]!]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside
    }
    if (isInside) inside++
  }
  return inside * 2 > asked.length
}

export function shpBroken(cause?: unknown): FileError {
  return new FileError(
    'shp_broken',
    {
      ar: 'ملف الأشكال (shp) تالف أو مقطوع. انسخ ملفات الطبقة من مصدرها من جديد واضغطها معًا.',
      en: 'The file of outlines (shp) is damaged or cut off. Copy the files of the layer from their source again and zip them together.',
    },
    { cause }
  )
}
