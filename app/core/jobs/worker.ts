import { setTimeout as wait } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import { UnrecoverableError, Worker } from 'bullmq'
import { QUEUES, queuePrefix, redisConnection } from '#core/jobs/queue'
import { jobClasses, makeJob } from '#core/jobs/registry'
import { Relay } from '#core/jobs/relay'
import { isFinal, runTaken, take } from '#core/jobs/run'
import { JobLostError } from '#core/jobs/context'
import type { JobClass } from '#core/jobs/job'

export interface Schedule {
  everySeconds: number
  run: () => Promise<unknown>
}

/** One worker process: takes jobs from Redis, and carries the relay, the sweeper and the schedules. */
export class WorkerProcess {
  readonly #workers: Worker[] = []
  readonly #relay = new Relay()
  #classes = new Map<string, JobClass>()
  #running = false
  #loop?: Promise<void>

  constructor(readonly schedules: Schedule[] = []) {}

  async start(): Promise<void> {
    this.#classes = await jobClasses()
    this.#running = true
    for (const [name, concurrency] of Object.entries(QUEUES)) {
      const worker = new Worker(name, (job) => this.#process(Number(job.data.id)), {
        connection: redisConnection(true),
        prefix: queuePrefix(),
        concurrency,
        lockDuration: 10_000,
        stalledInterval: 10_000,
        maxStalledCount: 10,
      })
      // Redis going away is expected; jobs stay in MariaDB and the connection comes back by itself.
      worker.on('error', (error) => logger.debug({ err: error }, 'queue connection'))
      this.#workers.push(worker)
    }
    this.#loop = this.#keepHouse()
  }

  /** Lets running jobs end, then leaves. */
  async stop(graceMs = 20_000): Promise<void> {
    this.#running = false
    await Promise.race([
      Promise.allSettled(this.#workers.map((worker) => worker.close())),
      wait(graceMs, undefined, { ref: false }),
    ])
    await this.#loop
    await this.#relay.close()
  }

  async #process(id: number): Promise<unknown> {
    const taken = await take(id)
    if (!taken) return null
    try {
      return (await runTaken(taken, makeJob(this.#classes, taken.kind))) ?? null
    } catch (error) {
      if (error instanceof JobLostError) throw new UnrecoverableError(error.message)
      logger.error({ err: error, job: id, kind: taken.kind }, 'a job failed')
      if (isFinal(error)) throw new UnrecoverableError((error as Error).message)
      throw error
    }
  }

  /** The relay looks four times a second; the sweeper and the schedules less often. */
  async #keepHouse(): Promise<void> {
    let turn = 0
    const due = new Map(this.schedules.map((schedule) => [schedule, 0]))
    while (this.#running) {
      try {
        await this.#relay.handOver()
        if (turn % 20 === 0) await this.#relay.sweep()
        for (const [schedule, next] of due) {
          if (Date.now() < next) continue
          due.set(schedule, Date.now() + schedule.everySeconds * 1000)
          await schedule.run()
        }
      } catch (error) {
        logger.debug({ err: error }, 'the relay waits for its servers')
        await wait(500)
      }
      turn++
      await wait(250)
    }
  }
}
