import { setImmediate as others } from 'node:timers/promises'

/** Milliseconds of one's own work in a row. */
const LONGEST = 50

/**
 * Lets the other work of a process go on between the steps of a long computation: other jobs of the
 * worker, and the renewal of this one's own lease.
 */
export class Breath {
  #since = performance.now()

  async taken(): Promise<void> {
    if (performance.now() - this.#since < LONGEST) return
    await others()
    this.#since = performance.now()
  }
}
