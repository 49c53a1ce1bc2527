import db from '@adonisjs/lucid/services/db'
import type { Trx } from '#core/within'

/** This taker was overtaken: another worker holds the job now, and nothing more may be written. */
export class JobLostError extends Error {
  constructor(readonly jobId: number) {
    super(`Job ${jobId} is held by another worker`)
  }
}

/** What a running job knows of itself, and how it tells the house where it stands. */
export class JobContext {
  #lastPercent = -1

  constructor(
    readonly jobId: number,
    readonly fence: number,
    readonly unitId: number | null,
    readonly createdBy: number | null
  ) {}

  /**
   * First statement of every transaction that writes: locks the job's fence and refuses a taker that
   * another has overtaken (a worker that slept and woke).
   * @throws JobLostError
   */
  async guard(trx: Trx): Promise<void> {
    const [[row]] = await trx.rawQuery('SELECT fence FROM job_fences WHERE job_id = ? FOR UPDATE', [
      this.jobId,
    ])
    if (!row || Number(row.fence) !== this.fence) throw new JobLostError(this.jobId)
  }

  /**
   * Tells how far it is (0–100) and what it is doing; people see it live, in the middle of a guarded
   * transaction too: it is written beside it.
   */
  async progress(percent: number, note?: string): Promise<void> {
    const whole = Math.max(0, Math.min(100, Math.floor(percent)))
    if (whole === this.#lastPercent && note === undefined) return
    this.#lastPercent = whole
    await db.rawQuery(
      'UPDATE jobs SET progress = ?, progress_note = COALESCE(?, progress_note) WHERE id = ? AND fence = ?',
      [whole, note?.slice(0, 255) ?? null, this.jobId, this.fence] as string[]
    )
  }
}
