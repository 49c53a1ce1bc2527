import { FlowProducer, Queue, type ConnectionOptions, type FlowJob } from 'bullmq'
import env from '#start/env'

/** The queues of the house and how many jobs one worker process runs at once in each. */
export const QUEUES = { work: 2, documents: 1 } as const

/** BullMQ's keys carry the installation's prefix, so that several may share a Redis. */
export const queuePrefix = () => env.get('QUEUE_PREFIX', 'diwan')

/** Connection for producers fails fast; a worker's own waits for Redis to come back. */
export function redisConnection(patient = false): ConnectionOptions {
  return {
    host: env.get('REDIS_HOST'),
    port: env.get('REDIS_PORT'),
    password: env.get('REDIS_PASSWORD')?.release() || undefined,
    db: env.get('REDIS_DB', 0),
    maxRetriesPerRequest: patient ? null : 1,
    enableOfflineQueue: patient,
    retryStrategy: (times: number) => Math.min(times * 100, 2000),
  }
}

/** What Redis is told of a job: its id, and how to try again. MariaDB keeps the rest. */
export interface QueuedJob {
  id: number
  kind: string
  queue: string
  max_attempts: number
}

const jobId = (id: number) => `job-${id}`

const optionsOf = (job: QueuedJob) => ({
  // The same row gives the same id: adding it twice is adding it once.
  jobId: jobId(job.id),
  attempts: Number(job.max_attempts),
  backoff: { type: 'exponential', delay: 1000, jitter: 0.5 },
  // MariaDB remembers how jobs ended; a kept job here would block adding its id again.
  removeOnComplete: true,
  removeOnFail: true,
})

/** Hands ids to Redis: the only place that adds to BullMQ. */
export class Producer {
  readonly #flows = new FlowProducer({ connection: redisConnection(), prefix: queuePrefix() })
  readonly #queues = new Map<string, Queue>()

  constructor() {
    this.#flows.on('error', () => {})
  }

  /** Adds a job, or a flow with the children that are still to be done. */
  async add(job: QueuedJob, children: QueuedJob[] = []): Promise<void> {
    if (!children.length) {
      await this.#queue(job.queue).add(job.kind, { id: job.id }, optionsOf(job))
      return
    }
    const step = (of: QueuedJob): FlowJob => ({
      name: of.kind,
      queueName: of.queue,
      data: { id: of.id },
      opts: { ...optionsOf(of), failParentOnFailure: true },
    })
    await this.#flows.add({
      name: job.kind,
      queueName: job.queue,
      data: { id: job.id },
      opts: optionsOf(job),
      children: children.map(step),
    })
  }

  /** Whether Redis still knows the job. */
  async knows(job: QueuedJob): Promise<boolean> {
    return (await this.#queue(job.queue).getJob(jobId(job.id))) !== undefined
  }

  async close(): Promise<void> {
    await Promise.allSettled([
      this.#flows.close(),
      ...[...this.#queues.values()].map((queue) => queue.close()),
    ])
  }

  #queue(name: string): Queue {
    let queue = this.#queues.get(name)
    if (!queue) {
      queue = new Queue(name, { connection: redisConnection(), prefix: queuePrefix() })
      queue.on('error', () => {})
      this.#queues.set(name, queue)
    }
    return queue
  }
}
