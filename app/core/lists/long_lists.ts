import { createHash } from 'node:crypto'

const FOR_MS = 60_000
const MOST = 5_000

/**
 * Counts that were found a moment ago and are dear to find: of lists with more rows than are counted, and
 * of those that took long. Ten thousand rows are not gone within a minute, and to count them again for
 * every page would cost more than the page. The question holds the units that its asker sees, so nobody
 * learns of another's rows.
 */
export class LongLists {
  readonly #counted = new Map<string, { rows: number; until: number }>()

  /** Rows as they were counted within the last minute; one above the bound stands for "more". */
  rows(question: string): number | null {
    const counted = this.#counted.get(nameOf(question))
    return counted && Date.now() < counted.until ? counted.rows : null
  }

  note(question: string, rows: number): void {
    if (this.#counted.size >= MOST) this.#counted.clear()
    this.#counted.set(nameOf(question), { rows, until: Date.now() + FOR_MS })
  }
}

function nameOf(question: string): string {
  return createHash('sha1').update(question).digest('base64')
}
