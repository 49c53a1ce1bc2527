import { crc32, createInflateRaw } from 'node:zlib'
import { Readable } from 'node:stream'
import iconv from 'iconv-lite'
import FileError from '#core/readers/file_error'
import type { ByteSource, RandomSource } from '#core/readers/byte_source'

/** Limits against archives made to exhaust the machine. */
export const ZIP_LIMITS = {
  entries: 10_000,
  directoryBytes: 16 * 1024 * 1024,
  totalBytes: 1024 ** 3,
  ratio: 200,
  ratioAboveBytes: 50 * 1024 * 1024,
}

export interface ZipEntry {
  name: string
  method: number
  encrypted: boolean
  compressedSize: number
  size: number
  crc: number
  offset: number
}

const END = 0x06054b50
const END64 = 0x06064b50
const END64_LOCATOR = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/**
 * The directory of a zip, checked before a single byte is unpacked: number of entries, declared
 * sizes and ratio. The sizes are declared by the file, so `entryStream` counts them again.
 * @throws FileError `zip_broken`, `zip_too_big`, `zip_too_many_entries`
 */
export async function readZipDirectory(source: RandomSource): Promise<ZipEntry[]> {
  const { count, size, offset } = await readEnd(source)
  if (count > ZIP_LIMITS.entries || size > ZIP_LIMITS.directoryBytes) {
    throw new FileError('zip_too_many_entries', {
      ar: `الملف المضغوط يحتوي على ${count} ملفاً، والحد الأقصى ${ZIP_LIMITS.entries}. اضغط الملف المطلوب وحده.`,
      en: `The zip holds ${count} files; at most ${ZIP_LIMITS.entries} are accepted. Zip only the file you need.`,
    })
  }
  const directory = await source.read(offset, size)
  if (directory.length < size) throw broken()
  const entries: ZipEntry[] = []
  let at = 0
  while (entries.length < count) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL) throw broken()
    const { entry, next } = readCentral(directory, at)
    entries.push(entry)
    at = next
  }
  checkSizes(entries, source.size)
  return entries
}

async function readEnd(source: RandomSource) {
  const tailLength = Math.min(source.size, 65_557)
  const tailStart = source.size - tailLength
  const tail = await source.read(tailStart, tailLength)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END) continue
    const end = {
      count: tail.readUInt16LE(at + 10),
      size: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    }
    if (end.count !== 0xffff && end.size !== 0xffffffff && end.offset !== 0xffffffff) return end
    return readEnd64(source, tail, at - 20)
  }
  throw broken()
}

async function readEnd64(source: RandomSource, tail: Buffer, at: number) {
  if (at < 0 || tail.readUInt32LE(at) !== END64_LOCATOR) throw broken()
  const end = await source.read(Number(tail.readBigUInt64LE(at + 8)), 56)
  if (end.length < 56 || end.readUInt32LE(0) !== END64) throw broken()
  return {
    count: Number(end.readBigUInt64LE(32)),
    size: Number(end.readBigUInt64LE(40)),
    offset: Number(end.readBigUInt64LE(48)),
  }
}

function readCentral(buffer: Buffer, at: number): { entry: ZipEntry; next: number } {
  const flags = buffer.readUInt16LE(at + 8)
  const nameLength = buffer.readUInt16LE(at + 28)
  const extraLength = buffer.readUInt16LE(at + 30)
  const commentLength = buffer.readUInt16LE(at + 32)
  const nameEnd = at + 46 + nameLength
  const next = nameEnd + extraLength + commentLength
  if (next > buffer.length) throw broken()
  const entry: ZipEntry = {
    name: decodeName(buffer.subarray(at + 46, nameEnd), (flags & 0x800) !== 0),
    method: buffer.readUInt16LE(at + 10),
    encrypted: (flags & 1) !== 0,
    crc: buffer.readUInt32LE(at + 16),
    compressedSize: buffer.readUInt32LE(at + 20),
    size: buffer.readUInt32LE(at + 24),
    offset: buffer.readUInt32LE(at + 42),
  }
  readZip64Extra(entry, buffer.subarray(nameEnd, nameEnd + extraLength))
  return { entry, next }
}

/** Sizes that do not fit 32 bits stand in an extra field, only those that do not fit, in order. */
function readZip64Extra(entry: ZipEntry, extra: Buffer) {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 1) {
      let field = at + 4
      for (const key of ['size', 'compressedSize', 'offset'] as const) {
        if (entry[key] !== 0xffffffff) continue
        if (field + 8 > extra.length) throw broken()
        entry[key] = Number(extra.readBigUInt64LE(field))
        field += 8
      }
    }
    at += 4 + length
  }
}

/** Windows writes names in the local code page without saying so; UTF-8 first, then Arabic. */
function decodeName(bytes: Buffer, utf8: boolean): string {
  if (utf8) return bytes.toString('utf8')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(bytes, 'windows-1256')
  }
}

function checkSizes(entries: ZipEntry[], packed: number) {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > ZIP_LIMITS.totalBytes) throw tooBig()
  if (total > ZIP_LIMITS.ratioAboveBytes && total > packed * ZIP_LIMITS.ratio) throw tooBig()
}

/**
 * One entry as a source of bytes. What really comes out is counted against the limits and
 * against the declared size, and its checksum is compared at the end.
 * @throws FileError on reading: `zip_encrypted`, `zip_method`, `zip_broken`, `zip_too_big`
 */
export function zipEntrySource(source: RandomSource, entry: ZipEntry): ByteSource {
  return { name: entry.name, size: entry.size, stream: () => entryStream(source, entry) }
}

async function* entryStream(source: RandomSource, entry: ZipEntry): AsyncIterable<Buffer> {
  if (entry.encrypted) throw encrypted(entry.name)
  if (entry.method !== 0 && entry.method !== 8) {
    throw new FileError('zip_method', {
      ar: `الملف «${entry.name}» مضغوط بطريقة غير مدعومة. اضغطه بصيغة zip العادية (Deflate) ثم أعد رفعه.`,
      en: `"${entry.name}" is packed with a method that is not supported. Zip it with the ordinary method (Deflate) and upload it again.`,
    })
  }
  const local = await source.read(entry.offset, 30)
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL) throw broken()
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  const packed = source.slice(start, Math.min(source.size, start + entry.compressedSize))
  const limit = Math.min(entry.size, ZIP_LIMITS.totalBytes)
  let total = 0
  let crc = 0
  for await (const chunk of entry.method === 0 ? packed : inflate(packed)) {
    total += chunk.length
    if (total > limit) throw total > ZIP_LIMITS.totalBytes ? tooBig() : broken()
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (total !== entry.size || crc !== entry.crc) throw broken()
}

async function* inflate(packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const input = Readable.from(packed, { objectMode: false })
  const output = createInflateRaw({ chunkSize: 256 * 1024 })
  input.on('error', (error) => output.destroy(error))
  input.pipe(output)
  try {
    for await (const chunk of output) yield chunk as Buffer
  } catch (error) {
    throw error instanceof FileError ? error : broken(error)
  } finally {
    input.destroy()
    output.destroy()
  }
}

/** Refusal of a zip or of a file inside it that is locked with a password. */
export function encrypted(name: string): FileError {
  return new FileError('zip_encrypted', {
    ar: `الملف «${name}» محمي بكلمة مرور. أزل كلمة المرور ثم أعد رفعه.`,
    en: `"${name}" is protected by a password. Remove the password and upload it again.`,
  })
}

function broken(cause?: unknown): FileError {
  return new FileError(
    'zip_broken',
    {
      ar: 'الملف المضغوط تالف أو غير مكتمل، وربما انقطع أثناء النقل. انسخه من مصدره من جديد ثم أعد رفعه.',
      en: 'The packed file is damaged or incomplete, perhaps cut off on the way. Copy it from its source again and upload it.',
    },
    { cause }
  )
}

function tooBig(): FileError {
  return new FileError('zip_too_big', {
    ar: 'محتوى الملف بعد فك ضغطه أكبر من المسموح (1 جيجابايت، أو أكثر من 200 ضعف حجمه). قسّمه إلى ملفات أصغر.',
    en: 'The file unpacks to more than is accepted (1 GiB, or over 200 times its size). Split it into smaller files.',
  })
}
