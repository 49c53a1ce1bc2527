import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import type { JobContext } from '#core/jobs/context'
import { Job } from '#core/jobs/job'
import MoveRightsOn from '#registry/rights/actions/move_rights_on'

/** Each day: what is near its end is expiring, what is past it expired, who stays is in holdover. */
export default class MoveRightsJob extends Job {
  static override readonly kind = 'registry.move_rights'

  /** Records the job of today once; asking again the same day is answered by what stands. */
  static async ofToday(): Promise<void> {
    const on = today()
    const done = await db
      .from('jobs')
      .where({ kind: this.kind, effect_key: `${this.kind}/${on}` })
      .first()
    if (!done) await this.enqueue({ on }, { effectKey: `${this.kind}/${on}` })
  }

  override async execute(payload: { on?: string }, context: JobContext) {
    const units = await db.from('rights').distinct('unit_id as id').orderBy('unit_id')
    const total = { expiring: 0, expired: 0, holdover: 0 }
    for (const [index, { id }] of units.entries()) {
      const moved = await new MoveRightsOn().unit(Number(id), {
        on: payload.on,
        guard: (trx) => context.guard(trx),
      })
      total.expiring += moved.expiring
      total.expired += moved.expired
      total.holdover += moved.holdover
      await context.progress(((index + 1) * 100) / units.length)
    }
    return total
  }
}
