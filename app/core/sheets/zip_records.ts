/** The fixed records of a zip archive, as laid down in PKWARE's APPNOTE (sections 4.3 and 4.5.3). */

export interface DosTime {
  time: number
  date: number
}

export interface ZipEntry {
  name: Buffer
  modified: DosTime
  /** Where the entry's local header begins in the archive. */
  offset: number
  crc: number
  size: number
  compressedSize: number
}

const VERSION_DEFLATE = 20
const VERSION_ZIP64 = 45
/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808
const METHOD_DEFLATE = 8
const SEE_ZIP64 = 0xffffffff

/** The archive's own kind of clock: two-second steps since 1980, here in UTC. */
export function dosTime(moment: Date): DosTime {
  const year = Math.max(1980, moment.getUTCFullYear())
  return {
    time:
      (moment.getUTCHours() << 11) |
      (moment.getUTCMinutes() << 5) |
      Math.floor(moment.getUTCSeconds() / 2),
    date: ((year - 1980) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate(),
  }
}

export function localHeader(entry: ZipEntry): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(VERSION_DEFLATE, 4)
  header.writeUInt16LE(FLAGS, 6)
  header.writeUInt16LE(METHOD_DEFLATE, 8)
  header.writeUInt16LE(entry.modified.time, 10)
  header.writeUInt16LE(entry.modified.date, 12)
  header.writeUInt16LE(entry.name.length, 26)
  return Buffer.concat([header, entry.name])
}

/** Checksum and sizes, written after the data because they are not known before. */
export function dataDescriptor(entry: ZipEntry, zip64From: number): Buffer {
  const wide = isLarge(entry, zip64From)
  const record = Buffer.alloc(wide ? 24 : 16)
  record.writeUInt32LE(0x08074b50, 0)
  record.writeUInt32LE(entry.crc, 4)
  if (wide) {
    record.writeBigUInt64LE(BigInt(entry.compressedSize), 8)
    record.writeBigUInt64LE(BigInt(entry.size), 16)
  } else {
    record.writeUInt32LE(entry.compressedSize, 8)
    record.writeUInt32LE(entry.size, 12)
  }
  return record
}

export function directoryRecord(entry: ZipEntry, zip64From: number): Buffer {
  const wide = isLarge(entry, zip64From) || entry.offset >= zip64From
  const version = wide ? VERSION_ZIP64 : VERSION_DEFLATE
  const extra = wide ? zip64Extra(entry) : Buffer.alloc(0)
  const record = Buffer.alloc(46)
  record.writeUInt32LE(0x02014b50, 0)
  record.writeUInt16LE(version, 4)
  record.writeUInt16LE(version, 6)
  record.writeUInt16LE(FLAGS, 8)
  record.writeUInt16LE(METHOD_DEFLATE, 10)
  record.writeUInt16LE(entry.modified.time, 12)
  record.writeUInt16LE(entry.modified.date, 14)
  record.writeUInt32LE(entry.crc, 16)
  record.writeUInt32LE(wide ? SEE_ZIP64 : entry.compressedSize, 20)
  record.writeUInt32LE(wide ? SEE_ZIP64 : entry.size, 24)
  record.writeUInt16LE(entry.name.length, 28)
  record.writeUInt16LE(extra.length, 30)
  record.writeUInt32LE(wide ? SEE_ZIP64 : entry.offset, 42)
  return Buffer.concat([record, entry.name, extra])
}

export interface DirectoryEnd {
  count: number
  /** Bytes of the directory. */
  size: number
  /** Where the directory begins. */
  start: number
}

export function endOfDirectory(end: DirectoryEnd, zip64From: number): Buffer {
  const wide = end.start >= zip64From || end.size >= zip64From || end.count >= 0xffff
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(wide ? 0xffff : end.count, 8)
  record.writeUInt16LE(wide ? 0xffff : end.count, 10)
  record.writeUInt32LE(wide ? SEE_ZIP64 : end.size, 12)
  record.writeUInt32LE(wide ? SEE_ZIP64 : end.start, 16)
  return wide ? Buffer.concat([zip64End(end), record]) : record
}

function isLarge(entry: ZipEntry, zip64From: number): boolean {
  return entry.size >= zip64From || entry.compressedSize >= zip64From
}

function zip64Extra(entry: ZipEntry): Buffer {
  const extra = Buffer.alloc(28)
  extra.writeUInt16LE(0x0001, 0)
  extra.writeUInt16LE(24, 2)
  extra.writeBigUInt64LE(BigInt(entry.size), 4)
  extra.writeBigUInt64LE(BigInt(entry.compressedSize), 12)
  extra.writeBigUInt64LE(BigInt(entry.offset), 20)
  return extra
}

function zip64End(end: DirectoryEnd): Buffer {
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeUInt16LE(VERSION_ZIP64, 12)
  record.writeUInt16LE(VERSION_ZIP64, 14)
  record.writeBigUInt64LE(BigInt(end.count), 24)
  record.writeBigUInt64LE(BigInt(end.count), 32)
  record.writeBigUInt64LE(BigInt(end.size), 40)
  record.writeBigUInt64LE(BigInt(end.start), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(end.start + end.size), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([record, locator])
}
