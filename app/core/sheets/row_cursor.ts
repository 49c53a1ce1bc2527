import type { Row, RowSource } from '#core/sheets/columns'

type Step = IteratorResult<Row>

/**
 * Rows taken one by one from an array, a generator or a database cursor, with one step back: a
 * writer that finds its page or sheet full returns the row it could not place.
 */
export default class RowCursor {
  readonly #iterator: Iterator<Row> | AsyncIterator<Row>
  #returned?: Step

  constructor(rows: RowSource) {
    this.#iterator =
      Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  }

  /** The next step; a promise only when the source is asynchronous. */
  take(): Step | Promise<Step> {
    const step = this.#returned
    if (!step) return this.#iterator.next()
    this.#returned = undefined
    return step
  }

  putBack(step: Step): void {
    this.#returned = step
  }

  /** Lets the source close its connection when the rows are not read to the end. */
  async release(): Promise<void> {
    await this.#iterator.return?.()
  }
}
