import { setTimeout as wait } from 'node:timers/promises'
import redis from '@adonisjs/redis/services/main'
import type { Fleet, Victim } from './fleet.js'
import type { Chance } from './random.js'
import type { Recovery } from './recovery.js'

export type Blow = Victim | 'redis_wiped'

const WEIGHTS: Record<Blow, number> = {
  worker: 34,
  mariadb: 26,
  redis: 16,
  web: 12,
  redis_wiped: 12,
}

/** After so many blows of one round they come ever more seldom, or no work would ever end. */
const DENSE = 5

/** Strikes at random moments until it is told to end. */
export class Storm {
  readonly blows: Record<Blow, number> = { web: 0, worker: 0, redis: 0, mariadb: 0, redis_wiped: 0 }
  #running = false
  #rest = new AbortController()
  #loop?: Promise<void>

  constructor(
    readonly fleet: Fleet,
    readonly chance: Chance,
    readonly recovery: Recovery
  ) {}

  start(): void {
    this.#running = true
    this.#rest = new AbortController()
    this.#loop = this.#rage()
  }

  async stop(): Promise<void> {
    this.#running = false
    this.#rest.abort()
    await this.#loop
  }

  async #rage(): Promise<void> {
    for (let count = 1; this.#running; count++) {
      const patience = Math.max(1, (count / DENSE) ** 1.5)
      await wait(this.chance.between(300, 3500) * patience, undefined, {
        signal: this.#rest.signal,
      }).catch(() => {})
      if (!this.#running) return
      const blow = this.chance.pick(WEIGHTS)
      this.blows[blow]++
      if (blow === 'redis_wiped') {
        await redis.flushdb().catch(() => {})
        continue
      }
      this.recovery.watch()
      await this.fleet.strike(blow)
    }
  }
}
