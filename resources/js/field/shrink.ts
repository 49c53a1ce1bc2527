/**
 * Photographs are made smaller on the telephone: a bad line carries a third of a megabyte where it breaks
 * off at four. What the picture says of its time and place (EXIF) is kept, since the register judges by it.
 */

/** Longer sides than this show nothing more of a kiosk. */
const SIDE = 2048
const QUALITY = 0.8
/** Files below this go as they are, in bytes. */
const SMALL = 900_000

const APP1 = 0xe1
const START_OF_SCAN = 0xda
const ORIENTATION = 0x0112

/** The smaller picture; the given one where it is small already or cannot be read. */
export async function shrink(file: File): Promise<Blob> {
  if (file.size <= SMALL || file.type !== 'image/jpeg') return file
  try {
    const bitmap = await createImageBitmap(file)
    const ratio = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(bitmap.width * ratio)
    canvas.height = Math.round(bitmap.height * ratio)
    canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    const drawn = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', QUALITY)
    )
    if (!drawn) return file
    const exif = exifOf(new Uint8Array(await file.arrayBuffer()))
    const small = exif ? withExif(new Uint8Array(await drawn.arrayBuffer()), exif) : drawn
    return small.size < file.size ? small : file
  } catch {
    return file
  }
}

/** The EXIF segment of a JPEG, upright: the canvas has turned the picture already. */
function exifOf(jpeg: Uint8Array): Uint8Array | null {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  for (let at = 2; at + 4 < jpeg.length && jpeg[at] === 0xff;) {
    const marker = jpeg[at + 1]!
    if (marker === START_OF_SCAN) return null
    const length = view.getUint16(at + 2)
    const isExif = marker === APP1 && view.getUint32(at + 4) === 0x45786966
    if (isExif) return upright(jpeg.slice(at, at + 2 + length))
    at += 2 + length
  }
  return null
}

function upright(segment: Uint8Array): Uint8Array {
  const tiff = 10
  const view = new DataView(segment.buffer)
  if (segment.length < tiff + 14) return segment
  const isLittle = view.getUint16(tiff) === 0x4949
  const directory = tiff + view.getUint32(tiff + 4, isLittle)
  if (directory + 2 > segment.length) return segment
  const entries = view.getUint16(directory, isLittle)
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12
    if (at + 12 > segment.length) break
    if (view.getUint16(at, isLittle) === ORIENTATION) view.setUint16(at + 8, 1, isLittle)
  }
  return segment
}

function withExif(jpeg: Uint8Array, exif: Uint8Array): Blob {
  const parts = [jpeg.slice(0, 2), exif, jpeg.slice(2)] as BlobPart[]
  return new Blob(parts, { type: 'image/jpeg' })
}
