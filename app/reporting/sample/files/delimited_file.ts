import { createHash, type Hash } from 'node:crypto'
import { createWriteStream, type WriteStream } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import iconv from 'iconv-lite'
import type { Dialect } from '#reporting/sample/places'

const CHUNK = 1 << 17

export interface WrittenFile {
  rows: number
  sha256: string
}

/** A text file of rows as clerks save them: UTF-8 with its mark, or the old Arabic code page. */
export class DelimitedFile {
  readonly #stream: WriteStream
  readonly #hash: Hash = createHash('sha256')
  readonly #dialect: Pick<Dialect, 'encoding' | 'separator'>
  #text: string
  #rows = 0

  constructor(
    path: string,
    dialect: Pick<Dialect, 'encoding' | 'separator'>,
    headings: readonly string[]
  ) {
    this.#stream = createWriteStream(path)
    this.#dialect = dialect
    this.#text = dialect.encoding === 'utf8' ? '\uFEFF' : ''
    this.#put(headings)
  }

  /** Values in the order of the headings; null is an empty field. */
  async row(values: readonly (string | null)[]): Promise<void> {
    this.#put(values)
    this.#rows++
    if (this.#text.length > CHUNK) await this.#flush()
  }

  async close(): Promise<WrittenFile> {
    await this.#flush()
    this.#stream.end()
    await finished(this.#stream)
    return { rows: this.#rows, sha256: this.#hash.digest('hex') }
  }

  #put(values: readonly (string | null)[]): void {
    for (let index = 0; index < values.length; index++) {
      if (index > 0) this.#text += this.#dialect.separator
      const value = values[index]
      if (value) this.#text += /[",;\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
    }
    this.#text += '\r\n'
  }

  async #flush(): Promise<void> {
    const bytes = iconv.encode(this.#text, this.#dialect.encoding)
    this.#text = ''
    this.#hash.update(bytes)
    if (!this.#stream.write(bytes)) await once(this.#stream, 'drain')
  }
}
