import { createHash } from 'node:crypto'

const FOR_MS = 60_000
const MOST = 5_000

/**
 * Questions that were found a moment ago to have more rows than are counted. Ten thousand rows are not
 * gone within a minute, and to count them again for every page would cost more than the page. The
 * question holds the units that its asker sees, so nobody learns of another's rows.
 */
export class LongLists {
  readonly #until = new Map<string, number>()

  has(question: string): boolean {
    const until = this.#until.get(nameOf(question))
    return until !== undefined && Date.now() < until
  }

  note(question: string): void {
    if (this.#until.size >= MOST) this.#until.clear()
    this.#until.set(nameOf(question), Date.now() + FOR_MS)
  }
}

function nameOf(question: string): string {
  return createHash('sha1').update(question).digest('base64')
}
