/** Takes exact numbers of bytes from a stream, for formats whose records say how long they are. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]()
  }

  /** The next bytes; fewer than asked for only at the end of the stream. */
  async take(length: number): Promise<Buffer> {
    if (this.#held.length < length) await this.#fill(length)
    const taken = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(taken.length)
    return taken
  }

  async #fill(length: number): Promise<void> {
    const parts = [this.#held]
    let total = this.#held.length
    while (total < length) {
      const { value, done } = await this.#chunks.next()
      if (done) break
      parts.push(value)
      total += value.length
    }
    this.#held = Buffer.concat(parts)
  }

  /** Ends the stream early. */
  async close(): Promise<void> {
    await this.#chunks.return?.()
  }
}
