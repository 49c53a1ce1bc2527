import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import FileError from '#core/readers/file_error'
import { decodeMacArabic, isMacArabic, scoreLegacy } from '#core/readers/legacy_encoding'
import type { ByteSource } from '#core/readers/byte_source'

export interface DetectedEncoding {
  /** `utf-8`, `utf-16le`, `utf-16be`, or the name of a one-byte code page. */
  encoding: string
  /** The text is UTF-8 with some bytes that are not; they will come out as U+FFFD. */
  damaged: boolean
}

/** Enough text beyond ASCII to tell one code page from another. */
const LEGACY_SAMPLE = 256 * 1024

/**
 * The encoding of a text. UTF-8 is proven on the whole of it, not on its beginning, because
 * lists often stay ASCII for megabytes before the first Arabic name; code pages are told apart
 * by how often each Arabic letter really occurs.
 */
export async function detectEncoding(source: ByteSource): Promise<DetectedEncoding> {
  let carry: Buffer = Buffer.alloc(0)
  let first = true
  let sawMultibyte = false
  let suspect: Buffer[] | null = null
  let suspectBytes = 0

  for await (const chunk of source.stream()) {
    const bytes = carry.length ? Buffer.concat([carry, chunk]) : chunk
    if (first) {
      if (bytes.length < 4 && bytes.length < source.size) {
        carry = bytes
        continue
      }
      first = false
      const wide = byMark(bytes) ?? byZeros(bytes)
      if (wide) return { encoding: wide, damaged: false }
    }
    if (!suspect) {
      const cut = incompleteTail(bytes)
      const whole = cut ? bytes.subarray(0, bytes.length - cut) : bytes
      if (isUtf8(whole)) {
        sawMultibyte ||= !isAscii(whole)
        carry = cut ? bytes.subarray(bytes.length - cut) : Buffer.alloc(0)
        continue
      }
      suspect = []
    }
    carry = Buffer.alloc(0)
    suspect.push(bytes)
    suspectBytes += bytes.length
    if (suspectBytes > LEGACY_SAMPLE * 4) break
  }
  if (!suspect && !carry.length) return { encoding: 'utf-8', damaged: false }
  return decideSuspect(Buffer.concat(suspect ?? [carry]), sawMultibyte)
}

/** UTF-8 with a few broken bytes is still UTF-8: a code page would spoil every Arabic letter. */
function decideSuspect(bytes: Buffer, sawMultibyte: boolean): DetectedEncoding {
  const { sequences, invalid } = countSequences(bytes)
  if (sequences >= invalid * 10 || (sawMultibyte && sequences >= invalid)) {
    return { encoding: 'utf-8', damaged: true }
  }
  return { encoding: scoreLegacy(nonAsciiSample(bytes)), damaged: false }
}

function byMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return null
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/**
 * UTF-16 without its mark: one byte of each pair is nearly always 0 (Latin) or 6 (Arabic), and
 * separators and line ends give zeros even in purely Arabic text.
 */
function byZeros(bytes: Buffer): string | null {
  const length = Math.min(bytes.length, 64 * 1024) & ~1
  if (length < 8) return null
  const high = [0, 0]
  const zeros = [0, 0]
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!
    if (byte === 0) zeros[i & 1]!++
    if (byte === 0 || byte === 6) high[i & 1]!++
  }
  const pairs = length / 2
  for (const odd of [1, 0] as const) {
    const other = odd ? 0 : 1
    if (high[odd]! > pairs * 0.85 && zeros[odd]! > pairs * 0.02 && zeros[other]! < pairs * 0.05) {
      return odd ? 'utf-16le' : 'utf-16be'
    }
  }
  return null
}

/** How many bytes at the end belong to a character that is not complete yet (0 to 3). */
function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) {
      const need = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return need > back ? back : 0
    }
  }
  return 0
}

function countSequences(bytes: Buffer) {
  let sequences = 0
  let invalid = 0
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i]!
    if (byte < 0x80) {
      i++
      continue
    }
    const need = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0
    let got = 0
    while (got < need && (bytes[i + 1 + got]! & 0xc0) === 0x80) got++
    if (need > 0 && got === need && byte < 0xf5) {
      sequences++
      i += need + 1
    } else {
      invalid++
      i++
    }
  }
  return { sequences, invalid }
}

/** The lines that hold anything beyond ASCII, until there is enough of them. */
function nonAsciiSample(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  let total = 0
  for (let start = 0; start < bytes.length && total < LEGACY_SAMPLE;) {
    let end = bytes.indexOf(10, start)
    if (end === -1) end = bytes.length
    const line = bytes.subarray(start, Math.min(end + 1, start + 65_536))
    if (!isAscii(line)) {
      parts.push(line)
      total += line.length
    }
    start = end + 1
  }
  return Buffer.concat(parts)
}

/**
 * Whether a name given by a person is an encoding we can read.
 * @throws FileError `encoding_unknown`
 */
export function knownEncoding(name: string): string {
  const clean = name.trim().toLowerCase().replaceAll('_', '-')
  if (clean === 'utf8') return 'utf-8'
  if (clean === 'utf-16' || clean === 'utf16') return 'utf-16le'
  if (isMacArabic(clean)) return 'macarabic'
  if (iconv.encodingExists(clean)) return clean
  throw new FileError('encoding_unknown', {
    ar: `الترميز «${name}» غير معروف. اختر مثلاً utf-8 أو windows-1256.`,
    en: `The encoding "${name}" is not known. Choose, for example, utf-8 or windows-1256.`,
  })
}

/** The text of a source, in pieces, without its byte order mark. */
export async function* decodeStream(source: ByteSource, encoding: string): AsyncIterable<string> {
  const decoder = makeDecoder(encoding)
  let first = true
  for await (const chunk of source.stream()) {
    const text = decoder.write(chunk)
    if (!text) continue
    yield first && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
    first = false
  }
  const rest = decoder.end()
  if (rest) yield rest
}

function makeDecoder(encoding: string) {
  if (encoding === 'utf-8' || encoding === 'utf-16le') {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true })
    return {
      write: (chunk: Buffer) => decoder.decode(chunk, { stream: true }),
      end: () => decoder.decode(),
    }
  }
  if (encoding === 'macarabic') return { write: decodeMacArabic, end: () => '' }
  const decoder = iconv.getDecoder(encoding)
  return {
    write: (chunk: Buffer) => decoder.write(chunk),
    end: () => decoder.end() ?? '',
  }
}

/** The first characters of a text, for looking at; ends at a whole character. */
export async function headText(source: ByteSource, encoding: string, length: number) {
  let text = ''
  for await (const piece of decodeStream(source, encoding)) {
    text += piece
    if (text.length >= length) return { text: text.slice(0, length), whole: text.length === length }
  }
  return { text, whole: true }
}
