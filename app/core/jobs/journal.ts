import type { Trx } from '#core/within'

/** What the trail is told of a person's hand on a job; core knows no trail, the application plugs it in. */
export interface JobEvent {
  action: 'job.retried' | 'job.cancelled'
  jobId: number
  kind: string
  unitId: number
  before: { state: string; error: string | null }
  after: { state: string; jobs: number[] }
}

/** The person at it. A job of no unit is told where he works. */
export interface Steerer {
  id: number
  name: string
  homeUnitId: number
  requestId?: string
}

export type JobJournal = (event: JobEvent, by: Steerer, trx: Trx) => Promise<void>

let journal: JobJournal | null = null

export const jobJournal = {
  /** Where retries and stops are recorded. */
  keepBy(keeper: JobJournal): void {
    journal = keeper
  },

  async record(...entry: Parameters<JobJournal>): Promise<void> {
    // What leaves no trace must not happen.
    if (!journal) throw new Error('No trail is plugged into the jobs (start/jobs.ts)')
    await journal(...entry)
  },
}
