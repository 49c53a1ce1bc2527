import { once } from 'node:events'
import zlib from 'node:zlib'
import type OutputTarget from '#core/sheets/output_target'
import * as records from '#core/sheets/zip_records'

export type TextChunks = Iterable<string> | AsyncIterable<string>

export interface ZipOptions {
  /** 1 (fast) to 9 (small); 1 when left out. */
  level?: number
  /** When the entries were made; written into the archive. */
  modifiedAt?: Date
  /** Sizes and offsets from here on take the 64-bit form; lowered only by tests. */
  zip64From?: number
}

const DEFLATE_CHUNK = 1 << 18

/**
 * A zip archive written front to back, one compressed entry after another, holding no more than
 * the chunk at hand. Entries past 4 GiB are written in the 64-bit form (PKWARE APPNOTE 4.5.3).
 */
export default class ZipStream {
  readonly #target: OutputTarget
  readonly #level: number
  readonly #modified: records.DosTime
  readonly #zip64From: number
  readonly #entries: records.ZipEntry[] = []

  constructor(target: OutputTarget, options: ZipOptions = {}) {
    this.#target = target
    this.#level = options.level ?? 1
    this.#modified = records.dosTime(options.modifiedAt ?? new Date())
    this.#zip64From = options.zip64From ?? 0xffffffff
  }

  /** Compresses the chunks into one entry and waits until they are handed over. */
  async entry(name: string, chunks: TextChunks): Promise<void> {
    const entry: records.ZipEntry = {
      name: Buffer.from(name),
      modified: this.#modified,
      offset: this.#target.bytes,
      crc: 0,
      size: 0,
      compressedSize: 0,
    }
    await this.#target.write(records.localHeader(entry))
    await this.#deflate(entry, chunks)
    await this.#target.write(records.dataDescriptor(entry, this.#zip64From))
    this.#entries.push(entry)
  }

  /** Writes the archive's directory; no entry can follow. */
  async close(): Promise<void> {
    const start = this.#target.bytes
    for (const entry of this.#entries) {
      await this.#target.write(records.directoryRecord(entry, this.#zip64From))
    }
    const size = this.#target.bytes - start
    const end = { count: this.#entries.length, size, start }
    await this.#target.write(records.endOfDirectory(end, this.#zip64From))
  }

  async #deflate(entry: records.ZipEntry, chunks: TextChunks): Promise<void> {
    const deflate = zlib.createDeflateRaw({ level: this.#level, chunkSize: DEFLATE_CHUNK })
    const compressed: Buffer[] = []
    deflate.on('data', (chunk: Buffer) => compressed.push(chunk))
    const handOver = async () => {
      for (let chunk = compressed.shift(); chunk; chunk = compressed.shift()) {
        entry.compressedSize += chunk.length
        await this.#target.write(chunk)
      }
    }

    try {
      for await (const chunk of chunks) {
        const bytes = Buffer.from(chunk)
        entry.crc = zlib.crc32(bytes, entry.crc)
        entry.size += bytes.length
        if (!deflate.write(bytes)) await once(deflate, 'drain')
        await handOver()
      }
      deflate.end()
      await once(deflate, 'end')
      await handOver()
    } finally {
      deflate.destroy()
    }
  }
}
