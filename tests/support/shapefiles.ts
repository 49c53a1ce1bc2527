import iconv from 'iconv-lite'
import { zip } from '#tests/unit/core/readers/make'

export interface ShapeRecord {
  attributes: Record<string, string>
  /** Corners of one outer ring, clockwise and closed. */
  ring: [number, number][]
}

/** A shapefile of polygons in a zip, written byte by byte as the format's paper says. */
export function shapefileOf(
  name: string,
  records: readonly ShapeRecord[],
  { prj, encoding = 'utf-8', cpg }: { prj?: string; encoding?: string; cpg?: string } = {}
): Buffer {
  return zip([
    { name: `${name}.shp`, content: shp(records) },
    { name: `${name}.dbf`, content: dbf(records, encoding) },
    ...(prj ? [{ name: `${name}.prj`, content: prj }] : []),
    ...(cpg ? [{ name: `${name}.cpg`, content: cpg }] : []),
  ])
}

function shp(records: readonly ShapeRecord[]): Buffer {
  const parts = records.map(({ ring }, index) => {
    const content = Buffer.alloc(48 + ring.length * 16)
    content.writeInt32LE(5, 0)
    content.writeInt32LE(1, 36)
    content.writeInt32LE(ring.length, 40)
    ring.forEach(([x, y], corner) => {
      content.writeDoubleLE(x, 48 + corner * 16)
      content.writeDoubleLE(y, 56 + corner * 16)
    })
    const head = Buffer.alloc(8)
    head.writeInt32BE(index + 1, 0)
    head.writeInt32BE(content.length / 2, 4)
    return Buffer.concat([head, content])
  })
  const head = Buffer.alloc(100)
  head.writeInt32BE(9994, 0)
  head.writeInt32BE((100 + Buffer.concat(parts).length) / 2, 24)
  head.writeInt32LE(1000, 28)
  head.writeInt32LE(5, 32)
  return Buffer.concat([head, ...parts])
}

const WIDTH = 60

function dbf(records: readonly ShapeRecord[], encoding: string): Buffer {
  const names = Object.keys(records[0]!.attributes)
  const head = Buffer.alloc(32 + names.length * 32 + 1)
  head.writeUInt8(3, 0)
  head.writeUInt32LE(records.length, 4)
  head.writeUInt16LE(head.length, 8)
  head.writeUInt16LE(1 + names.length * WIDTH, 10)
  names.forEach((name, index) => {
    head.write(name, 32 + index * 32, 'latin1')
    head.write('C', 32 + index * 32 + 11, 'latin1')
    head.writeUInt8(WIDTH, 32 + index * 32 + 16)
  })
  head.writeUInt8(0x0d, head.length - 1)
  const rows = records.map(({ attributes }) => {
    const row = Buffer.alloc(1 + names.length * WIDTH, 0x20)
    names.forEach((name, index) => {
      iconv.encode(attributes[name]!, encoding).copy(row, 1 + index * WIDTH)
    })
    return row
  })
  return Buffer.concat([head, ...rows, Buffer.from([0x1a])])
}
