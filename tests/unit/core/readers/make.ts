import { crc32, deflateRawSync } from 'node:zlib'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getActiveTest } from '@japa/runner'
import type FileError from '#core/readers/file_error'
import type { RawRow, TableSource } from '#core/readers/types'

/** Writes a file of its own for one test, removed when the test is over. */
export async function file(content: string | Buffer, name = 'upload'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'diwan-readers-'))
  const path = join(folder, name)
  await writeFile(path, content)
  getActiveTest()?.cleanup(() => rm(folder, { recursive: true, force: true }))
  return path
}

/** All rows of a table. */
export async function all(table: TableSource): Promise<RawRow[]> {
  const rows: RawRow[] = []
  for await (const batch of table.rows()) rows.push(...batch)
  return rows
}

/** Cells of all rows. */
export async function cells(table: TableSource): Promise<(string | null)[][]> {
  return (await all(table)).map((row) => row.cells)
}

/** The refusal a call ends in; a call that succeeds is an error of the test. */
export async function refused(call: Promise<unknown>): Promise<FileError> {
  try {
    await call
  } catch (error) {
    return error as FileError
  }
  throw new Error('The file was accepted')
}

export interface Packed {
  name: string
  content: string | Buffer
  /** What the directory claims instead of the truth. */
  claim?: { size?: number; crc?: number; flags?: number; method?: number }
}

/** A zip made by hand, so that it can also lie about itself. */
export function zip(files: Packed[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content, claim = {} } of files) {
    const raw = Buffer.from(content as string)
    const packed = deflateRawSync(raw)
    const label = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(claim.method ?? 8, 8)
    head.writeUInt16LE(label.length, 26)
    locals.push(head, label, packed)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(0x800 | (claim.flags ?? 0), 8)
    entry.writeUInt16LE(claim.method ?? 8, 10)
    entry.writeUInt32LE(claim.crc ?? crc32(raw), 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claim.size ?? raw.length, 24)
    entry.writeUInt16LE(label.length, 28)
    entry.writeUInt32LE(offset, 42)
    central.push(entry, label)
    offset += head.length + label.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
