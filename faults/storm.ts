import { setTimeout as wait } from 'node:timers/promises'
import redis from '@adonisjs/redis/services/main'
import type { Fleet, Victim } from './fleet.js'
import type { Chance } from './random.js'

export type Blow = Victim | 'redis_wiped'

const WEIGHTS: Record<Blow, number> = {
  worker: 32,
  mariadb: 26,
  redis: 18,
  web: 14,
  redis_wiped: 10,
}

/** Strikes at random moments until it is told to end. */
export class Storm {
  readonly blows: Record<Blow, number> = { web: 0, worker: 0, redis: 0, mariadb: 0, redis_wiped: 0 }
  #running = false
  #loop?: Promise<void>

  constructor(
    readonly fleet: Fleet,
    readonly chance: Chance
  ) {}

  start(): void {
    this.#running = true
    this.#loop = this.#rage()
  }

  async stop(): Promise<void> {
    this.#running = false
    await this.#loop
  }

  async #rage(): Promise<void> {
    while (this.#running) {
      await wait(this.chance.between(400, 3000))
      if (!this.#running) return
      const blow = this.chance.pick(WEIGHTS)
      this.blows[blow]++
      if (blow === 'redis_wiped') await redis.flushdb().catch(() => {})
      else await this.fleet.strike(blow)
    }
  }
}
