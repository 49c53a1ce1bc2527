import { setTimeout as wait } from 'node:timers/promises'
import type { Fleet } from './fleet.js'

export interface RecoveryFigures {
  /** Blows whose recovery was measured: each until a page of the database was served again. */
  measured: number
  medianSeconds: number
  maxSeconds: number
}

/** Measures how long the house is away: from each blow until a page that needs the database answers. */
export class Recovery {
  readonly #seconds: number[] = []
  readonly #watches = new Set<Promise<void>>()

  constructor(readonly fleet: Fleet) {}

  /** Call at the moment of the blow. */
  watch(): void {
    const watch = this.#watch(performance.now()).finally(() => this.#watches.delete(watch))
    this.#watches.add(watch)
  }

  async figures(): Promise<RecoveryFigures> {
    await Promise.all(this.#watches)
    const sorted = [...this.#seconds].sort((a, b) => a - b)
    return {
      measured: sorted.length,
      medianSeconds: round(sorted[Math.floor(sorted.length / 2)] ?? 0),
      maxSeconds: round(sorted.at(-1) ?? 0),
    }
  }

  async #watch(begun: number): Promise<void> {
    // The victim must be down before its coming back can be seen.
    await wait(20)
    while (!(await this.fleet.isServing())) {
      if (performance.now() - begun > 300_000) throw new Error('Nothing is served for 300 s')
      await wait(100)
    }
    this.#seconds.push((performance.now() - begun) / 1000)
  }
}

const round = (seconds: number) => Number(seconds.toFixed(2))
