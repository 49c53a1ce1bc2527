import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import FileError from '#core/readers/file_error'

/** Bytes that can be read from the start as often as needed: a file, or one entry of a zip. */
export interface ByteSource {
  /** The name the person knows it by. */
  name: string
  /** Size in bytes as declared; for a zip entry, uncompressed. */
  size: number
  stream(): AsyncIterable<Buffer>
}

/** Bytes that can also be read at any place, which a zip directory needs. */
export interface RandomSource extends ByteSource {
  read(position: number, length: number): Promise<Buffer>
  slice(start: number, end: number): AsyncIterable<Buffer>
}

const CHUNK = 256 * 1024

/**
 * A file on disk.
 * @throws FileError `file_missing`, `file_unreadable`
 */
export async function fileSource(path: string): Promise<RandomSource> {
  const handle = await open(path, 'r').catch((error) => {
    throw FileError.unexpected(error)
  })
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) throw FileError.unexpected({ code: 'EISDIR' })
    return onDisk(path, stat.size)
  } finally {
    await handle.close()
  }
}

function onDisk(path: string, size: number): RandomSource {
  return {
    name: path,
    size,
    stream: () => createReadStream(path, { highWaterMark: CHUNK }),
    slice: (start, end) =>
      end > start
        ? createReadStream(path, { start, end: end - 1, highWaterMark: CHUNK })
        : emptyStream(),
    async read(position, length) {
      const handle = await open(path, 'r')
      try {
        const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - position)))
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, position)
        return buffer.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    },
  }
}

/** Bytes already in memory, for a workbook that lies inside a zip. */
export function bufferSource(name: string, buffer: Buffer): RandomSource {
  const slice = async function* (start: number, end: number) {
    for (let at = start; at < end; at += CHUNK) yield buffer.subarray(at, Math.min(at + CHUNK, end))
  }
  return {
    name,
    size: buffer.length,
    stream: () => slice(0, buffer.length),
    slice,
    read: async (position, length) => buffer.subarray(position, position + length),
  }
}

/** The first `length` bytes (fewer when the source is shorter). */
export async function headOf(source: ByteSource, length: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let total = 0
  for await (const chunk of source.stream()) {
    parts.push(chunk)
    total += chunk.length
    if (total >= length) break
  }
  return Buffer.concat(parts).subarray(0, length)
}

async function* emptyStream(): AsyncIterable<Buffer> {}
