import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'

const BUFFER_BYTES = 1 << 20

/**
 * Where a report file goes: a path, or any writable such as an HTTP response. A path is written
 * beside itself and takes its name only when whole, so that nobody opens half a report.
 */
export default class OutputTarget {
  /** Bytes handed over so far. */
  bytes = 0

  readonly #stream: Writable
  readonly #path?: string
  readonly #partial?: string
  #failure?: Error

  private constructor(stream: Writable, path?: string, partial?: string) {
    this.#stream = stream
    this.#path = path
    this.#partial = partial
    stream.on('error', (error) => (this.#failure ??= error))
    stream.on('close', () => {
      if (!stream.writableFinished) this.#failure ??= new Error('the reader of the file went away')
    })
  }

  static async open(target: string | Writable): Promise<OutputTarget> {
    if (typeof target !== 'string') return new OutputTarget(target)
    await mkdir(dirname(target), { recursive: true })
    const partial = `${target}.${process.pid}.partial`
    const file = await open(partial, 'w')
    const stream = file.createWriteStream({ highWaterMark: BUFFER_BYTES })
    return new OutputTarget(stream, target, partial)
  }

  /** Writes the bytes and waits while the reader is slower than we are. */
  async write(chunk: Uint8Array): Promise<void> {
    if (this.#failure) throw this.#failure
    this.bytes += chunk.length
    if (!this.#stream.write(chunk)) await this.#drained()
  }

  /** Ends the file; it has its final name when this returns. */
  async finish(): Promise<void> {
    if (this.#failure) throw this.#failure
    this.#stream.end()
    await finished(this.#stream, { readable: false })
    if (this.#partial) await rename(this.#partial, this.#path!)
  }

  /** Gives up: nothing is left under the final name. Safe to call after any failure. */
  async discard(): Promise<void> {
    this.#stream.destroy()
    await finished(this.#stream, { readable: false }).catch(() => {})
    if (this.#partial) await rm(this.#partial, { force: true })
  }

  #drained(): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        this.#stream.off('drain', settle).off('error', settle).off('close', settle)
        if (this.#failure) reject(this.#failure)
        else resolve()
      }
      this.#stream.on('drain', settle).on('error', settle).on('close', settle)
    })
  }
}
