import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import FileError from '#core/readers/file_error'
import { ByteReader } from '#core/readers/byte_reader'
import { knownEncoding } from '#core/readers/encoding'
import type { ByteSource } from '#core/readers/byte_source'

export interface DbaseField {
  name: Buffer
  /** C text, N and F numbers, D day, L yes or no, … */
  type: string
  length: number
}

export interface DbaseHeader {
  fields: DbaseField[]
  records: number
  headerLength: number
  recordLength: number
}

/** Records looked through to tell UTF-8 from the Arabic code page. */
const LOOK = 50_000

/** What a table of attributes says of itself. @throws FileError `dbf_broken` */
export async function readDbaseHeader(reader: ByteReader): Promise<DbaseHeader> {
  const head = await reader.take(32)
  if (head.length < 32) throw dbfBroken()
  const headerLength = head.readUInt16LE(8)
  const recordLength = head.readUInt16LE(10)
  const records = head.readUInt32LE(4)
  if (headerLength < 33 || recordLength < 1) throw dbfBroken()
  const rest = Buffer.from(await reader.take(headerLength - 32))
  if (rest.length < headerLength - 32) throw dbfBroken()
  const fields: DbaseField[] = []
  let total = 1
  for (let at = 0; at + 32 <= rest.length && rest[at] !== 0x0d; at += 32) {
    const end = rest.subarray(at, at + 11).indexOf(0)
    const name = rest.subarray(at, at + (end === -1 ? 11 : end))
    const length = rest[at + 16]!
    fields.push({ name, type: String.fromCharCode(rest[at + 11]!), length })
    total += length
  }
  if (fields.length === 0 || total > recordLength) throw dbfBroken()
  return { fields, records, headerLength, recordLength }
}

/**
 * The records in their order, as cells of bytes; null for one that was deleted.
 * @throws FileError `dbf_broken` when the file ends before its last record
 */
export async function* dbaseRecords(source: ByteSource): AsyncGenerator<Buffer[] | null> {
  const reader = new ByteReader(source.stream())
  try {
    const { fields, records, recordLength } = await readDbaseHeader(reader)
    for (let n = 0; n < records; n++) {
      const record = await reader.take(recordLength)
      if (record.length < recordLength) throw dbfBroken()
      if (record[0] === 0x2a) {
        yield null
        continue
      }
      let at = 1
      yield fields.map(({ length }) => record.subarray(at, (at += length)))
    }
  } finally {
    await reader.close()
  }
}

/**
 * The encoding of the texts: as the .cpg file says, else UTF-8 where all of it is UTF-8, else the
 * Arabic code page of Windows. (The byte in the header that names a code page is mostly wrong.)
 */
export async function dbaseEncoding(source: ByteSource, codePage: string | null): Promise<string> {
  const named = codePage === null ? null : codePageName(codePage)
  if (named) return named
  let looked = 0
  for await (const record of dbaseRecords(source)) {
    for (const cell of record ?? []) {
      if (!isAscii(cell) && !isUtf8(wholeLetters(cell))) return 'windows-1256'
    }
    if (++looked >= LOOK) break
  }
  return 'utf-8'
}

/** `UTF-8`, `1256`, `ANSI 1256`, `65001`, `ISO 88596`; null for what nobody knows. */
function codePageName(text: string): string | null {
  const plain = text.replaceAll('\0', '').trim().toLowerCase()
  const iso = /8859[-_ ]?(\d{1,2})/.exec(plain)
  const number = /(\d{3,5})/.exec(plain)?.[1]
  const name =
    /utf-?8/.test(plain) || number === '65001'
      ? 'utf-8'
      : iso
        ? `iso-8859-${iso[1]}`
        : `cp${number}`
  try {
    return knownEncoding(number || iso || name === 'utf-8' ? name : plain)
  } catch {
    return null
  }
}

/** A text cut at its field's end may end within a letter. */
function wholeLetters(cell: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, cell.length); back++) {
    const byte = cell[cell.length - back]!
    if (byte < 0x80) break
    if (byte < 0xc0) continue
    const need = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return need > back ? cell.subarray(0, cell.length - back) : cell
  }
  return cell
}

/** Text of bytes in an encoding, without filling. */
export function dbaseText(cell: Buffer, encoding: string): string {
  const bytes = encoding === 'utf-8' ? wholeLetters(cell) : cell
  const text = encoding === 'utf-8' ? bytes.toString('utf8') : iconv.decode(bytes, encoding)
  return text.replaceAll('\0', ' ').trim()
}

/** A cell as text: days as ISO, yes and no as 1 and 0, stars where a number did not fit as nothing. */
export function dbaseCell(cell: Buffer, { type }: DbaseField, encoding: string): string | null {
  const text = dbaseText(cell, encoding)
  if (text === '') return null
  if (type === 'D') {
    return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text
  }
  if (type === 'L') return /^[yt]$/i.test(text) ? '1' : /^[nf]$/i.test(text) ? '0' : null
  return (type === 'N' || type === 'F') && /^\*+$/.test(text) ? null : text
}

export function dbfBroken(): FileError {
  return new FileError('dbf_broken', {
    ar: 'جدول البيانات الوصفية (dbf) في ملف الخرائط تالف أو مقطوع. انسخ ملفات الطبقة من مصدرها من جديد واضغطها معًا.',
    en: 'The table of attributes (dbf) of the shapefile is damaged or cut off. Copy the files of the layer from their source again and zip them together.',
  })
}
