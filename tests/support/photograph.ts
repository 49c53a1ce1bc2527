/**
 * A small JPEG as a telephone writes it: an EXIF block with the time, the position, the direction and the
 * accuracy, and the smallest picture behind it.
 */
export function aPhotograph(said: {
  takenAt?: string
  latitude?: [degrees: number, minutes: number, seconds: number]
  longitude?: [degrees: number, minutes: number, seconds: number]
  bearing?: number
  mark?: string
}): Buffer {
  const gps = [
    ascii(1, 'N'),
    rationals(2, said.latitude ?? [29, 18, 30]),
    ascii(3, 'E'),
    rationals(4, said.longitude ?? [30, 50, 34]),
    rationals(0x11, [said.bearing ?? 90]),
  ]
  const exif = [ascii(0x9003, said.takenAt ?? '2026:10:05 14:30:00')]
  const ifd0Size = 2 + 2 * 12 + 4
  const exifAt = 8 + ifd0Size
  const exifBytes = directory(exif, exifAt)
  const gpsAt = exifAt + exifBytes.length
  const ifd0 = directory([pointer(0x8769, exifAt), pointer(0x8825, gpsAt)], 8)
  const head = Buffer.from('4d4d002a00000008', 'hex')
  const tiff = Buffer.concat([head, ifd0, exifBytes, directory(gps, gpsAt)])
  const block = Buffer.concat([Buffer.from('Exif\0\0'), tiff])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(block.length + 2)
  const comment = Buffer.from(said.mark ?? '')
  const commentLength = Buffer.alloc(2)
  commentLength.writeUInt16BE(comment.length + 2)
  return Buffer.concat([
    Buffer.from('ffd8ffe1', 'hex'),
    length,
    block,
    Buffer.from('fffe', 'hex'),
    commentLength,
    comment,
    ONE_PIXEL,
  ])
}

/** Tables and one grey pixel of a baseline JPEG, without its start marker. */
const ONE_PIXEL = Buffer.from(
  'ffdb004300' +
    '01'.repeat(64) +
    'ffc0000b080001000101011100' +
    'ffc4001400010000000000000000000000000000000' +
    '9ffc40014100100000000000000000000000000000000ffda0008010100003f0054ffd9',
  'hex'
)

interface Tag {
  id: number
  type: number
  count: number
  bytes: Buffer
}

const ascii = (id: number, text: string): Tag => ({
  id,
  type: 2,
  count: text.length + 1,
  bytes: Buffer.from(`${text}\0`),
})

const pointer = (id: number, at: number): Tag => ({ id, type: 4, count: 1, bytes: u32(at) })

const rationals = (id: number, values: readonly number[]): Tag => ({
  id,
  type: 5,
  count: values.length,
  bytes: Buffer.concat(values.flatMap((value) => [u32(Math.round(value * 100)), u32(100)])),
})

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** An image file directory at a place of the block, its longer values behind it. */
function directory(tags: readonly Tag[], at: number): Buffer {
  const size = 2 + tags.length * 12 + 4
  let behind = Buffer.alloc(0)
  const entries = tags.map(({ id, type, count, bytes }) => {
    const entry = Buffer.alloc(12)
    entry.writeUInt16BE(id, 0)
    entry.writeUInt16BE(type, 2)
    entry.writeUInt32BE(count, 4)
    if (bytes.length <= 4) bytes.copy(entry, 8)
    else {
      entry.writeUInt32BE(at + size + behind.length, 8)
      behind = Buffer.concat([behind, bytes])
    }
    return entry
  })
  const count = Buffer.alloc(2)
  count.writeUInt16BE(tags.length)
  return Buffer.concat([count, ...entries, Buffer.alloc(4), behind])
}
